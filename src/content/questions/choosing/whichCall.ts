import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** Which call gives what somebody needs. */
export const WHICH_CALL_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'phone-without-keys',
    version: 2,
    type: 'choice',
    topic: 'choosing',
    title: 'An app on strangers’ phones',
    skill: '4.1.2',
    traps: ['A1'],
    difficulty: 1,
    situation:
      'Harbour Tours releases a booking app on 2 March. Guests sign in with an OpenID Connect provider. The phones hold no AWS key, and there is no server in between.',
    stem: 'Which call gives a phone its first AWS credentials?',
    deciding: ['OpenID Connect provider', 'no AWS key'],
    source: 'sts.web-identity',
    options: [
      {
        id: 'assume-role',
        text: 'AssumeRole',
        why: 'AssumeRole must be signed with AWS credentials, and the phone has none.',
        belief: 'A token can stand in for a signature in AssumeRole.',
      },
      {
        id: 'web-identity',
        text: 'AssumeRoleWithWebIdentity',
        why: 'The token of the provider is the proof, so the call needs no signature. Otherwise a phone would need a key to get its first key.',
      },
      {
        id: 'federation-token',
        text: 'GetFederationToken',
        why: 'GetFederationToken must be signed by an IAM user. Its Name is a label that the caller chooses and proves nothing.',
        belief: 'GetFederationToken is the call for people of an identity provider.',
      },
      {
        id: 'session-token',
        text: 'GetSessionToken',
        why: 'GetSessionToken is for an IAM user, who signs with a long-term key.',
        belief: 'GetSessionToken takes any token and gives a session for it.',
      },
    ],
    key: 'web-identity',
  },
  {
    id: 'calls-without-keys',
    version: 1,
    type: 'response',
    topic: 'choosing',
    title: 'STS without a signature',
    skill: '4.1.2',
    traps: ['A1'],
    difficulty: 1,
    situation:
      'Noor writes a client that starts without any AWS credentials. It can get proof from a company’s identity provider. She looks for STS operations that need no signature.',
    stem: 'Which operations can the client call?',
    deciding: ['without any AWS credentials'],
    source: 'sts.comparison',
    options: [
      {
        id: 'caller-identity',
        text: 'GetCallerIdentity',
        why: 'It needs no permission, but it needs a signature: it tells whose signature that is.',
        belief: 'What needs no permission needs no signature.',
      },
      {
        id: 'saml',
        text: 'AssumeRoleWithSAML',
        why: 'The signed SAML response proves who calls, so no AWS signature is wanted.',
      },
      {
        id: 'assume-role',
        text: 'AssumeRole',
        why: 'It is signed by an IAM user or by a session that exists already.',
        belief: 'A trust policy that lets somebody in makes a signature unnecessary.',
      },
      {
        id: 'web-identity',
        text: 'AssumeRoleWithWebIdentity',
        why: 'The provider’s token proves who calls, so no AWS signature is wanted.',
      },
      {
        id: 'federation-token',
        text: 'GetFederationToken',
        why: 'In spite of its name it is signed with the long-term key of an IAM user.',
        belief: 'Whatever has “federation” in its name starts outside AWS.',
      },
    ],
    keys: ['saml', 'web-identity'],
  },
  {
    id: 'need-and-call',
    version: 1,
    type: 'matching',
    topic: 'choosing',
    title: 'Four needs, and a call for each',
    skill: '4.1.2',
    traps: ['A1', 'A2', 'A3', 'A7'],
    difficulty: 2,
    situation:
      'A bicycle rental has one AWS account for its shops and another one for payments. Four of its people and programs need temporary credentials.',
    stem: 'Which STS operation fits each of them?',
    source: 'sts.comparison',
    prompts: [
      {
        id: 'own-mfa',
        text: 'An IAM user must show MFA for requests under her own name',
        key: 'session-token',
        why: 'GetSessionToken keeps the identity of the user and adds the fact that MFA was used.',
      },
      {
        id: 'other-account',
        text: 'An IAM user of the shops works in the payments account',
        key: 'assume-role',
        why: 'To act in another account one takes a role there, and AssumeRole is the call for that.',
      },
      {
        id: 'broker',
        text: 'A portal with an IAM user’s key hands narrowed sessions to visitors',
        key: 'federation-token',
        why: 'GetFederationToken gives a session under a chosen name, narrowed by the policy that the caller passes.',
      },
      {
        id: 'oidc',
        text: 'A build job holds a token from its OpenID Connect provider',
        key: 'web-identity',
        why: 'The token is the proof, and AssumeRoleWithWebIdentity is the operation that takes it.',
      },
    ],
    responses: [
      { id: 'assume-role', text: 'AssumeRole' },
      { id: 'web-identity', text: 'AssumeRoleWithWebIdentity' },
      {
        id: 'saml',
        text: 'AssumeRoleWithSAML',
        why: 'It takes a SAML response, and nobody here has one.',
        belief: 'People of a company come with SAML.',
      },
      { id: 'federation-token', text: 'GetFederationToken' },
      { id: 'session-token', text: 'GetSessionToken' },
    ],
  },
  {
    id: 'guest-reads-photos',
    version: 1,
    type: 'ordering',
    topic: 'choosing',
    title: 'From a sign-in to a photo',
    skill: '4.1.2',
    traps: ['A1'],
    difficulty: 1,
    situation:
      'A climbing hall’s app shows each member photos from an S3 bucket. Members sign in with an OpenID Connect provider, and a role trusts that provider.',
    stem: 'In which order do the steps happen that lead to a photo?',
    source: 'sts.web-identity',
    steps: [
      {
        id: 'sign-in',
        text: 'The member signs in at the provider',
        why: 'This waits for nothing; the token comes out of it.',
      },
      {
        id: 'token',
        text: 'The app receives an ID token',
        why: 'The provider issues the token after the sign-in.',
      },
      {
        id: 'assume',
        text: 'The app calls AssumeRoleWithWebIdentity',
        why: 'The call carries the token, so the token must be there.',
      },
      {
        id: 'check',
        text: 'STS checks the token and the role’s trust policy',
        why: 'STS can check only what the call has brought.',
      },
      {
        id: 'read',
        text: 'The app signs a request to S3',
        why: 'It signs with the credentials that STS gave after its checks.',
      },
    ],
    others: [
      {
        id: 'iam-user',
        text: 'The app creates an IAM user for the member',
        why: 'Federated people need no IAM user: they get a session of the role.',
        belief: 'Everybody who uses AWS needs an IAM user.',
      },
      {
        id: 'session-token',
        text: 'The app calls GetSessionToken',
        why: 'GetSessionToken needs an IAM user’s key, and the app has none.',
        belief: 'Every session starts with GetSessionToken.',
      },
    ],
  },
  {
    id: 'portal-for-visitors',
    version: 2,
    type: 'choice',
    topic: 'choosing',
    title: 'A portal with a login of its own',
    skill: '4.1.2',
    traps: ['A7'],
    difficulty: 2,
    situation:
      'An archive runs a portal with a login of its own, without SAML or OpenID Connect. The portal’s server has an IAM user’s key. Each visitor shall get eight hours with the folder of one collection.',
    stem: 'What should the server call for each visitor?',
    deciding: ['without SAML or OpenID Connect', 'IAM user’s key', 'eight hours'],
    source: 'sts.get-federation-token',
    options: [
      {
        id: 'saml',
        text: 'AssumeRoleWithSAML',
        why: 'That needs a signed SAML response, and the portal does not speak SAML.',
        belief: 'Visitors from outside need SAML.',
      },
      {
        id: 'web',
        text: 'AssumeRoleWithWebIdentity',
        why: 'That needs a token from an OpenID Connect provider that AWS can verify, and the portal’s login is none.',
        belief: 'Any web login counts as a web identity.',
      },
      {
        id: 'federation',
        text: 'GetFederationToken',
        why: 'It is made for such a broker: the user’s key signs, and the session policy cuts the permissions down to one folder.',
      },
      {
        id: 'session',
        text: 'GetSessionToken',
        why: 'GetSessionToken takes no session policy. It gives all that the portal’s own user may do.',
        belief: 'GetSessionToken can be narrowed for each visitor.',
      },
    ],
    key: 'federation',
    shows: seen('federation-token', 'get-token.action-allowed', { passes: 'on' }),
  },
  {
    id: 'proof-for-a-partner',
    version: 1,
    type: 'choice',
    topic: 'choosing',
    title: 'Beyond the exam: proof for a partner’s service',
    skill: '4.1.2',
    traps: ['A16'],
    difficulty: 3,
    situation:
      'A payroll job runs with a role of its AWS account. Every night it calls the API of a bank. The bank accepts tokens of OpenID Connect issuers and wants no shared secret.',
    stem: 'Which operation gives the job what it must show to the bank?',
    deciding: ['accepts tokens of OpenID Connect issuers'],
    source: 'sts.web-token',
    options: [
      {
        id: 'federation',
        text: 'GetFederationToken',
        why: 'It gives AWS credentials for requests to AWS. The bank cannot check those.',
        belief: 'A federation token is understood outside AWS.',
      },
      {
        id: 'web-identity',
        text: 'AssumeRoleWithWebIdentity',
        why: 'That is the way in: somebody outside shows a token to AWS. Here somebody in AWS shows a token outside.',
        belief: 'One operation serves web identity in both directions.',
      },
      {
        id: 'session',
        text: 'GetSessionToken',
        why: 'Its token goes with AWS credentials and means nothing to a bank.',
        belief: 'A session token is a token that anybody can verify.',
      },
      {
        id: 'outbound',
        text: 'GetWebIdentityToken',
        why: 'STS signs a JWT about the caller, which the bank can verify like that of any issuer.',
      },
    ],
    key: 'outbound',
    shows: seen('outbound-token', 'get-token.outbound-enabled', { asked: '20260127T120000Z' }),
  },
  {
    id: 'outbound-set-up',
    version: 1,
    type: 'ordering',
    topic: 'choosing',
    title: 'Beyond the exam: a token for the outside',
    skill: '4.1.1',
    traps: ['A16'],
    difficulty: 3,
    situation:
      'A weather service on AWS must prove its identity to a ship broker’s API with a JWT. Nothing has been set up yet. The broker wants to know the issuer before any token is made.',
    stem: 'In which order do the steps have to happen?',
    source: 'sts.web-token',
    steps: [
      {
        id: 'enable',
        text: 'The account switches outbound federation on',
        why: 'The feature is off until an account enables it, and enabling it gives the account its issuer.',
      },
      {
        id: 'register',
        text: 'The broker registers the account’s issuer',
        why: 'There is an issuer to register once the feature is on.',
      },
      {
        id: 'call',
        text: 'The service calls GetWebIdentityToken',
        why: 'Only now would the broker take what the call returns.',
      },
      {
        id: 'verify',
        text: 'The broker verifies the JWT with the issuer’s public keys',
        why: 'It needs the token that the call has given.',
      },
    ],
    others: [
      {
        id: 'provider',
        text: 'The account creates an OIDC provider for the broker in IAM',
        why: 'A provider in IAM lets outside tokens into AWS. Here the token goes the other way.',
        belief: 'Every use of OpenID Connect starts with a provider in IAM.',
      },
    ],
  },
];
