import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Tokens and assertions from outside: what a trust policy must test, and what the errors mean. */

const seen = seenIn('sts');

const item = { version: 1, topic: 'sts', skill: '4.2.1' } as const;

export const FEDERATION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'audience-alone',
    version: 2,
    type: 'choice',
    title: 'A deploy role for GitHub Actions',
    skill: '4.2.5',
    traps: ['G3'],
    difficulty: 2,
    situation:
      'A start-up’s deploy role trusts the OIDC provider of GitHub Actions. The trust policy has two conditions. The audience equals sts.amazonaws.com, and the subject is tested with StringLike and the value repo:acorn/app:*. The start-up deploys from the branch main of its repository app, which was made in 2023.',
    stem: 'Which workflows can assume the role?',
    deciding: ['repo:acorn/app:*'],
    source: 'iam.oidc-roles',
    shows: seen('github-wildcard', 'break.federation-allowed', {
      subject: 'own',
      trust: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              Federated:
                'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:meadow/shop:*' },
            },
          },
        ],
      }),
    }),
    key: 'repository',
    options: [
      {
        id: 'main',
        text: 'Workflows of app on its branch main',
        why: 'The star stands for the rest of the subject, so each branch and each pull request fits.',
        belief: 'A role lets in the branch that it was made for.',
      },
      {
        id: 'repository',
        text: 'Workflows of the repository app',
        why: 'The subject must begin with this repository. What follows may be a branch, a tag or a pull request.',
      },
      {
        id: 'organization',
        text: 'Workflows of the organization acorn',
        why: 'The value names the repository behind the organization. The star comes after it.',
        belief: 'A star in the subject opens the whole organization.',
      },
      {
        id: 'strangers',
        text: 'Workflows of repositories anywhere on GitHub',
        why: 'All of them may ask for this audience. Their subject names another repository, and that is tested here.',
        belief: 'A provider that many share lets them all in.',
      },
    ],
  },
  {
    ...item,
    id: 'equals-with-a-star',
    version: 2,
    type: 'choice',
    title: 'A star in a subject',
    skill: '4.2.4',
    traps: ['G3'],
    difficulty: 2,
    situation:
      'The organization acorn has two repositories, app and web, made in 2023 and never renamed. Workflows of each, on any branch, shall assume a role by GitHub’s tokens. An organization acorn-fans exists as well, and must stay out. So far the trust policy tests the subject with StringEquals and repo:acorn/app:*, and nobody gets in.',
    stem: 'Which test of the subject does what is wanted?',
    deciding: ['two repositories', 'acorn-fans'],
    source: 'iam.oidc-roles',
    shows: seen('github-wildcard', 'break.federation-allowed', { subject: 'star' }),
    key: 'org-star',
    options: [
      {
        id: 'equals',
        text: 'StringEquals with repo:acorn/*',
        why: 'StringEquals takes the star as a character, so nothing would match.',
        belief: 'StringEquals understands wildcards.',
      },
      {
        id: 'string-like',
        text: 'StringLike with repo:acorn/app:*',
        why: 'The star works with this operator. But the value names app, so web stays out.',
        belief: 'The operator is what was wrong, and the value fits both.',
      },
      {
        id: 'org-star',
        text: 'StringLike with repo:acorn/*',
        why: 'StringLike takes the star as a wildcard, and the slash ends the name of the organization.',
      },
      {
        id: 'open',
        text: 'StringLike with repo:acorn*',
        why: 'Without the slash the star goes on within the name, and acorn-fans gets in.',
        belief: 'A star stops at the end of a name.',
      },
    ],
  },
  {
    ...item,
    id: 'misspelled-claim',
    version: 2,
    type: 'choice',
    title: 'A typing error in a key',
    skill: '4.2.5',
    traps: ['G4'],
    difficulty: 3,
    situation:
      'A foundry runs its own CI server, which is an OIDC provider in IAM. A trust policy for its tokens has two conditions. The audience must be sts.amazonaws.com. ForAllValues:StringLike tests the subject, but the key’s name is misspelled. A job of another team asks for the role.',
    stem: 'What does STS answer?',
    deciding: ['ForAllValues:StringLike'],
    source: 'github.for-all-values',
    key: 'gets-in',
    options: [
      {
        id: 'refused-false',
        text: 'AccessDenied',
        why: 'That would come of plain StringLike. ForAllValues is true when there is no value to test.',
        belief: 'A condition on a missing key is false.',
      },
      {
        id: 'rejected',
        text: 'IDPRejectedClaim',
        why: 'That error says that the provider turned the claim down. The provider has not seen the trust policy.',
        belief: 'A claim that is not found is rejected.',
      },
      {
        id: 'invalid',
        text: 'InvalidIdentityToken',
        why: 'The token is good. What it lacks is asked for by the trust policy, and not by the token’s own rules.',
        belief: 'A token without a claim that is tested is invalid.',
      },
      {
        id: 'gets-in',
        text: 'Credentials of the role',
        why: 'ForAllValues asks whether each value matches. Of no value at all this is true.',
      },
    ],
  },
  {
    ...item,
    id: 'claims-of-providers',
    version: 2,
    type: 'choice',
    title: 'A role for one project',
    traps: ['G5'],
    difficulty: 3,
    situation:
      'It is February 2026. A library runs a CI server of its own making, which is an OIDC provider in IAM. Each token says project_id=4711, sub=project:4711:main and aud=sts.amazonaws.com. A role shall be for project 4711 alone.',
    stem: 'What should the trust policy test besides the audience?',
    deciding: ['a CI server of its own making'],
    source: 'sts.provider-claims',
    key: 'subject',
    options: [
      {
        id: 'request-tag',
        text: 'The request tag project_id',
        why: 'A request tag is there when the call passes one. These tokens bring no tags.',
        belief: 'Claims of a token arrive as request tags.',
      },
      {
        id: 'trust-claim',
        text: 'The claim project_id',
        why: 'STS reads such claims of some known providers, GitHub among them. Of others they are no condition keys.',
        belief: 'Since 2026 trust policies can test each claim of a token.',
      },
      {
        id: 'subject',
        text: 'The claim sub',
        why: 'Of a provider that STS does not know, sub, aud and amr are condition keys. The project stands in sub.',
      },
      {
        id: 'session-name',
        text: 'The role session name',
        why: 'The job chooses that name when it calls. It proves nothing about the project.',
        belief: 'The session’s name comes from the token.',
      },
    ],
  },
  {
    ...item,
    id: 'thumbprint-of-a-provider',
    version: 2,
    type: 'choice',
    title: 'The provider’s certificate changes',
    traps: ['G8'],
    difficulty: 2,
    situation:
      'A bike shop’s OIDC provider in IAM has a thumbprint that somebody typed in 2023. At 10:00 and at 10:10 the identity provider issues two tokens, each good for an hour. At 10:05 it gets a new TLS certificate from a well-known public CA, and the thumbprint does not fit to it.',
    stem: 'Which tokens does STS take at 10:15?',
    deciding: ['well-known public CA'],
    source: 'iam.create-oidc-provider',
    key: 'goes-on',
    options: [
      {
        id: 'old-tokens',
        text: 'The token of 10:00 alone',
        why: 'When a token was issued has nothing to do with the certificate of the server.',
        belief: 'Tokens from before a change of certificate stay good, and later ones fail.',
      },
      {
        id: 'updates',
        text: 'The token of 10:10 alone',
        why: 'A token is signed with keys that the provider publishes, and they have not changed.',
        belief: 'A token is signed with the certificate of the web server.',
      },
      {
        id: 'goes-on',
        text: 'The tokens of 10:00 and 10:10',
        why: 'IAM checks the TLS certificate against its library of CAs. The thumbprint counts when the CA is not in it.',
      },
      {
        id: 'fails',
        text: 'No token of this provider',
        why: 'That is to be feared with a private CA. A known one is trusted whatever the thumbprint says.',
        belief: 'Every OIDC provider is checked by its thumbprint.',
      },
    ],
  },
  {
    ...item,
    id: 'guest-of-a-pool',
    version: 2,
    type: 'choice',
    title: 'A guest and a secret',
    skill: '4.2.3',
    traps: ['G2'],
    difficulty: 3,
    situation:
      'An app uses a Cognito identity pool with the basic flow. Its role for members may read a secret, and asks for authenticated in the claim amr. A guest who has not signed in gets a token from the pool. The app calls AssumeRoleWithWebIdentity with it and names the role for members.',
    stem: 'Where is the guest stopped?',
    deciding: ['the basic flow', 'asks for authenticated in the claim amr'],
    source: 'cognito.roles',
    shows: seen('cognito-guest', 'assume-role.federation-allowed', {
      flow: 'basic',
      asked: 'member',
    }),
    key: 'trust',
    options: [
      {
        id: 'no-role',
        text: 'In the pool’s choice of a role',
        why: 'In the basic flow the app names the role itself. The pool chooses in the enhanced flow.',
        belief: 'The pool decides in each flow which role a visitor gets.',
      },
      {
        id: 'scope-down',
        text: 'In the session policy for guests',
        why: 'Cognito adds it in the enhanced flow, when it opens the session itself. Here the app calls STS.',
        belief: 'Each guest of a pool is cut by a session policy.',
      },
      {
        id: 'permissions',
        text: 'In the permissions of the role',
        why: 'They allow reading the secret. The guest does not get so far.',
        belief: 'A role’s permissions tell guests from members.',
      },
      {
        id: 'trust',
        text: 'In the trust policy of the role',
        why: 'The claim amr of a guest’s token says unauthenticated. The condition on it is not met, so STS gives no session.',
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
