import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Tokens and assertions from outside: what a trust policy must test, and what the errors mean. */

const seen = seenIn('sts');

const item = { version: 1, topic: 'sts', skill: '4.2.1' } as const;

export const FEDERATION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'audience-alone',
    type: 'choice',
    title: 'A deploy role for GitHub Actions',
    skill: '4.2.5',
    traps: ['G3'],
    difficulty: 2,
    situation:
      'A start-up’s deploy role trusts the OIDC provider of GitHub Actions. An old trust policy has one condition: the audience equals sts.amazonaws.com. The repository app of the organization acorn deploys with it.',
    stem: 'Which workflows can assume the role?',
    source: 'iam.oidc-roles',
    shows: seen('github-wildcard', 'break.federation-allowed', {
      subject: 'missing',
      other: 'stranger',
    }),
    key: 'strangers',
    options: [
      {
        id: 'repository',
        text: 'Workflows of the repository app',
        why: 'Nothing in the policy names the repository. Its name stands in the subject, which is not tested.',
        belief: 'A role knows the repository it was made for.',
      },
      {
        id: 'organization',
        text: 'Workflows of the organization acorn',
        why: 'The provider in IAM stands for all of GitHub, not for one organization.',
        belief: 'An OIDC provider in IAM belongs to one organization.',
      },
      {
        id: 'members',
        text: 'Workflows that members of acorn start',
        why: 'The policy tests no actor. It asks for an audience that each workflow can name.',
        belief: 'The token of GitHub is checked against members.',
      },
      {
        id: 'strangers',
        text: 'Workflows of repositories anywhere on GitHub',
        why: 'All of them get tokens from one issuer and may ask for this audience. A condition on the subject is missing.',
      },
    ],
  },
  {
    ...item,
    id: 'equals-with-a-star',
    type: 'choice',
    title: 'A star in a subject',
    skill: '4.2.4',
    traps: ['G3'],
    difficulty: 2,
    situation:
      'Sven tests the subject of GitHub’s tokens with StringEquals and the value repo:acorn/app:*. The audience is right, and the workflow runs in acorn/app on the branch main. STS answers “Not authorized to perform sts:AssumeRoleWithWebIdentity”.',
    stem: 'Which change lets this workflow in and keeps other repositories out?',
    source: 'iam.oidc-roles',
    shows: seen('github-wildcard', 'break.federation-allowed', { subject: 'exact' }),
    key: 'string-like',
    options: [
      {
        id: 'no-subject',
        text: 'Leave out the condition on the subject',
        why: 'IAM refuses to save this for GitHub’s provider. Where an old policy has it, workflows of all repositories get in.',
        belief: 'The audience is enough to tell repositories apart.',
      },
      {
        id: 'string-like',
        text: 'Use StringLike as the operator',
        why: 'StringEquals takes the star as a character. StringLike takes it as a wildcard, here within one repository.',
      },
      {
        id: 'org-star',
        text: 'Use repo:acorn/* as the value',
        why: 'StringEquals takes this star as a character too, so nothing would match.',
        belief: 'StringEquals understands wildcards.',
      },
      {
        id: 'for-all',
        text: 'Use ForAllValues:StringEquals as the operator',
        why: 'It still compares with a star. It would also be true for a token without the claim.',
        belief: 'A set operator makes a test stricter.',
      },
    ],
  },
  {
    ...item,
    id: 'misspelled-claim',
    type: 'choice',
    title: 'A typing error in a key',
    skill: '4.2.5',
    traps: ['G4'],
    difficulty: 3,
    situation:
      'A foundry runs its own CI server, which is an OIDC provider in IAM. A trust policy for its tokens has two conditions. The audience must be sts.amazonaws.com. ForAllValues:StringLike tests the subject, but the key’s name is misspelled. A job of another team asks for the role.',
    stem: 'What happens?',
    deciding: ['ForAllValues:StringLike'],
    source: 'github.for-all-values',
    key: 'gets-in',
    options: [
      {
        id: 'refused-false',
        text: 'It is refused, as a test of a missing key is false',
        why: 'That holds for plain StringLike. ForAllValues is true when there is no value to test.',
        belief: 'A condition on a missing key is false.',
      },
      {
        id: 'refused-save',
        text: 'It is refused, as IAM saves no policy with that name',
        why: 'IAM does not know the claims of each provider. A key that no request has is not an error.',
        belief: 'IAM finds misspelled keys.',
      },
      {
        id: 'gets-in',
        text: 'It gets the role, as a test of no values is true',
        why: 'ForAllValues asks whether each value matches. Of no value at all this is true.',
      },
      {
        id: 'ignored',
        text: 'It gets the role, as a test of an unknown key is skipped',
        why: 'No condition is skipped. This one is evaluated, and it is true.',
        belief: 'IAM skips conditions that it cannot evaluate.',
      },
    ],
  },
  {
    ...item,
    id: 'claims-of-providers',
    type: 'choice',
    title: 'A claim beyond the subject',
    traps: ['G5'],
    difficulty: 3,
    situation:
      'It is February 2026. A library wants its role for GitHub Actions to test the numeric ID of the repository. That ID does not change when a repository is renamed.',
    stem: 'Where can this test stand?',
    source: 'sts.provider-claims',
    key: 'trust-claim',
    options: [
      {
        id: 'subject',
        text: 'In the trust policy, within the audience of the token',
        why: 'The audience says for whom a token is meant. It does not name the repository.',
        belief: 'Trust policies see the subject and the audience of a token.',
      },
      {
        id: 'trust-claim',
        text: 'In the trust policy, as a condition on that claim',
        why: 'Since January 2026 STS gives claims of GitHub, such as repository_id, to trust policies.',
      },
      {
        id: 'identity-policy',
        text: 'In the role’s permissions, as a condition on that claim',
        why: 'These claims are there during AssumeRoleWithWebIdentity. Later requests of the session lack them.',
        belief: 'Claims of a token stay with the session.',
      },
      {
        id: 'thumbprint',
        text: 'In the OIDC provider, within its list of thumbprints',
        why: 'Thumbprints are about the provider’s TLS certificate. They know nothing of repositories.',
        belief: 'An OIDC provider in IAM can be limited to repositories.',
      },
    ],
  },
  {
    ...item,
    id: 'thumbprint-of-a-provider',
    type: 'choice',
    title: 'The provider’s certificate changes',
    traps: ['G8'],
    difficulty: 2,
    situation:
      'A bike shop’s OIDC provider in IAM has a thumbprint that somebody typed in 2023. In May the identity provider gets a new TLS certificate from a well-known public CA. The thumbprint does not fit to it.',
    stem: 'What happens to AssumeRoleWithWebIdentity?',
    deciding: ['well-known public CA'],
    source: 'iam.create-oidc-provider',
    key: 'goes-on',
    options: [
      {
        id: 'goes-on',
        text: 'It goes on, as IAM trusts the provider’s CA by its own library',
        why: 'IAM checks the TLS certificate against its library of CAs. The thumbprint counts when the CA is not in it.',
      },
      {
        id: 'fails',
        text: 'It fails, as IAM compares the thumbprint with the certificate',
        why: 'IAM would do so for a certificate whose CA is not in its library.',
        belief: 'Every OIDC provider is checked by its thumbprint.',
      },
      {
        id: 'updates',
        text: 'It goes on, as IAM replaces the thumbprint by the new one',
        why: 'IAM changes no thumbprint by itself. This one is simply not needed.',
        belief: 'IAM keeps thumbprints up to date.',
      },
      {
        id: 'old-tokens',
        text: 'It fails, as tokens are signed with the TLS certificate',
        why: 'Tokens are signed with keys that the provider publishes. TLS protects the way to them.',
        belief: 'A token is signed with the certificate of the web server.',
      },
    ],
  },
  {
    ...item,
    id: 'guest-of-a-pool',
    type: 'choice',
    title: 'A guest and a table',
    skill: '4.2.3',
    traps: ['G2'],
    difficulty: 3,
    situation:
      'An app uses a Cognito identity pool with the enhanced flow. The role for guests allows an action of a service that is not on Cognito’s list for guests. A guest who has not signed in tries the action.',
    stem: 'Why is the guest refused?',
    source: 'cognito.roles',
    shows: seen('cognito-guest', 'read.allowed'),
    key: 'scope-down',
    options: [
      {
        id: 'no-role',
        text: 'Guests of a pool get no role before they sign in',
        why: 'A pool can have a role for guests, and this one has.',
        belief: 'Guests have no credentials.',
      },
      {
        id: 'scope-down',
        text: 'Cognito adds a session policy to a guest’s session',
        why: 'In the enhanced flow guests get a scope-down policy. What it leaves out is lost, whatever the role allows.',
      },
      {
        id: 'trust',
        text: 'The role’s trust policy allows no such action',
        why: 'A trust policy says who may assume the role. The guest has a session already.',
        belief: 'A trust policy limits the actions of a session.',
      },
      {
        id: 'token',
        text: 'The guest’s token names no role that allows it',
        why: 'Cognito picks the role for guests by the pool’s setting. The role itself allows the action.',
        belief: 'The token decides what a guest may do.',
      },
    ],
  },
  {
    ...item,
    id: 'find-the-person',
    type: 'ordering',
    title: 'Who deleted the table?',
    skill: '4.1.3',
    traps: ['G9'],
    difficulty: 2,
    situation:
      'A DynamoDB table of a railway is gone. Its staff come in by SAML, and roles are shared. CloudTrail records all that is needed, and no source identity is set.',
    stem: 'In which order does an analyst find the person?',
    source: 'sts.saml',
    steps: [
      {
        id: 'service-event',
        text: 'Find the event DeleteTable in CloudTrail',
        why: 'It is known what happened, and this event says by which session.',
      },
      {
        id: 'session',
        text: 'Read the role session and access key ID in it',
        why: 'These stand in the event of the deletion. They name a session, and no person.',
      },
      {
        id: 'sts-event',
        text: 'Find the AssumeRoleWithSAML event that issued them',
        why: 'It is searched by the access key ID and the session name from before.',
      },
      {
        id: 'subject',
        text: 'Read the subject of the assertion in it',
        why: 'The STS event holds the NameID, by which the identity provider knows the person.',
      },
    ],
    others: [
      {
        id: 'iam-user',
        text: 'Look for the IAM user of that name',
        why: 'People who come by SAML have no IAM users.',
        belief: 'Every person in AWS is an IAM user.',
      },
      {
        id: 'credential-report',
        text: 'Download the credential report of the account',
        why: 'The report lists IAM users and their keys. It knows no sessions of roles.',
        belief: 'The credential report shows sessions of roles.',
      },
    ],
  },
  {
    ...item,
    id: 'error-and-cause',
    type: 'matching',
    title: 'Five errors of federation',
    skill: '4.1.3',
    traps: ['G11'],
    difficulty: 3,
    situation:
      'An app calls AssumeRoleWithWebIdentity some thousand times a day. Its log holds five different errors of STS.',
    stem: 'What does each error say?',
    source: 'sts.model',
    shows: seen('github-wildcard', 'deploy.token-current', { used: '20260120T141500Z' }),
    prompts: [
      {
        id: 'expired',
        text: 'ExpiredTokenException',
        key: 'old',
        why: 'The identity token’s time is over. The app needs a fresh one from the provider.',
      },
      {
        id: 'invalid',
        text: 'InvalidIdentityToken',
        key: 'not-validated',
        why: 'STS could not validate the token, for example by its signature or its audience.',
      },
      {
        id: 'rejected',
        text: 'IDPRejectedClaim',
        key: 'idp-no',
        why: 'The provider says that the authentication failed, or that the claim was revoked.',
      },
      {
        id: 'communication',
        text: 'IDPCommunicationError',
        key: 'unreachable',
        why: 'STS did not reach the provider. The model marks this error as worth a retry.',
      },
      {
        id: 'denied',
        text: 'AccessDenied',
        key: 'policy',
        why: 'The token was good, and the role’s trust policy does not let it in.',
      },
    ],
    responses: [
      { id: 'policy', text: 'The trust policy does not allow it' },
      { id: 'old', text: 'The token is too old' },
      { id: 'not-validated', text: 'The token cannot be validated' },
      { id: 'idp-no', text: 'The provider says no' },
      { id: 'unreachable', text: 'The provider does not answer' },
      {
        id: 'duration',
        text: 'The session would be too long',
        why: 'A duration above the role’s maximum gives a ValidationError.',
        belief: 'A duration that is too long is a matter of the token.',
      },
    ],
  },
  {
    ...item,
    id: 'web-identity-in-order',
    type: 'ordering',
    title: 'From a sign-in to a file',
    skill: '4.1.2',
    traps: ['A1', 'G6'],
    difficulty: 1,
    situation:
      'A hiking app has no AWS keys. Its users sign in with an OIDC provider, and the app then shows them maps from a private bucket.',
    stem: 'In which order do these things happen?',
    source: 'sts.web-identity',
    shows: seen('github-wildcard', 'deploy.answer'),
    steps: [
      {
        id: 'sign-in',
        text: 'The user signs in at the provider',
        why: 'Everything else needs a token, and the provider gives one after the sign-in.',
      },
      {
        id: 'token',
        text: 'The provider gives the app a token',
        why: 'It waits for the sign-in, and the call to STS waits for it.',
      },
      {
        id: 'assume',
        text: 'The app calls AssumeRoleWithWebIdentity',
        why: 'The call carries the token, and needs no signature by AWS keys.',
      },
      {
        id: 'validate',
        text: 'STS checks the token and the trust policy',
        why: 'It can check them once the call has brought them.',
      },
      {
        id: 'read',
        text: 'The app signs a request to S3',
        why: 'It signs with the temporary credentials that STS gave.',
      },
    ],
    others: [
      {
        id: 'user-key',
        text: 'The app loads an access key for STS',
        why: 'The token is the proof. A key for the app would lie open on every phone.',
        belief: 'Any call to STS must be signed with AWS keys.',
      },
    ],
  },
];
