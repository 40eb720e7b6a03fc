import type {
  ChoiceQuestion,
  MatchingQuestion,
  OrderingQuestion,
  ResponseQuestion,
} from '../question.ts';

/** A question of each written form, without a fault. */

const item = {
  version: 1,
  topic: 'sts',
  skill: '4.1.2',
  traps: ['A1'],
  difficulty: 1,
  source: 'iam.role-terms',
} as const;

export const SAMPLE_CHOICE: ChoiceQuestion = {
  ...item,
  id: 'sample-choice',
  type: 'choice',
  title: 'A longer session than the role allows',
  situation: 'A role allows sessions of two hours. A program calls AssumeRole and asks for four.',
  stem: 'What comes back?',
  deciding: ['asks for four'],
  options: [
    {
      id: 'cut',
      text: 'A session of two hours',
      why: 'STS compares the two numbers and refuses. It does not replace one by the other.',
      belief: 'STS cuts a duration that is too long.',
    },
    {
      id: 'refused',
      text: 'An error without a session',
      why: 'The duration is above the role’s maximum, so the call fails.',
    },
    {
      id: 'hour',
      text: 'A session of one hour',
      why: 'One hour is given when nobody asks for a length. Here somebody did.',
      belief: 'STS falls back to its default when a duration does not fit.',
    },
    {
      id: 'four',
      text: 'A session of four hours',
      why: 'The role’s maximum binds whoever assumes it.',
      belief: 'STS gives the duration that the call asks for.',
    },
  ],
  key: 'refused',
};

export const SAMPLE_RESPONSE: ResponseQuestion = {
  ...item,
  id: 'sample-response',
  type: 'response',
  title: 'A role in another account',
  situation: 'A user of one account wants to assume a role of another account.',
  stem: 'Which policies must allow it?',
  options: [
    {
      id: 'identity',
      text: 'A policy of the user',
      why: 'The user’s account decides for its side by the user’s policies.',
    },
    {
      id: 'trust',
      text: 'The trust policy of the role',
      why: 'The role’s account decides for its side by the trust policy.',
    },
    {
      id: 'bucket',
      text: 'A bucket policy',
      why: 'No bucket takes part in a call to STS.',
      belief: 'Whatever the role reads has to allow the role to be assumed.',
    },
    {
      id: 'permissions',
      text: 'The permissions of the role',
      why: 'These say what the session may do, once there is one.',
      belief: 'A role’s permissions say who may use it.',
    },
    {
      id: 'key',
      text: 'A key policy',
      why: 'A key policy guards a KMS key, and none is used here.',
      belief: 'KMS encrypts the session and so must agree.',
    },
  ],
  keys: ['identity', 'trust'],
};

export const SAMPLE_ORDERING: OrderingQuestion = {
  ...item,
  id: 'sample-ordering',
  type: 'ordering',
  title: 'A token from outside',
  situation: 'An app signs people in with an outside provider and then reads from S3.',
  stem: 'In which order do the steps come?',
  steps: [
    {
      id: 'sign-in',
      text: 'The person signs in at the provider',
      why: 'It waits for nothing: everything else needs the token that follows.',
    },
    {
      id: 'assume',
      text: 'The app calls AssumeRoleWithWebIdentity',
      why: 'It needs the token, and gives the credentials.',
    },
    {
      id: 'read',
      text: 'The app signs a request to S3',
      why: 'It needs the credentials that STS gave.',
    },
  ],
  others: [
    {
      id: 'user',
      text: 'The app creates an IAM user',
      why: 'Nobody of the outside needs an IAM user: the role is what they get.',
      belief: 'Every person needs an IAM user before AWS knows them.',
    },
  ],
};

export const SAMPLE_MATCHING: MatchingQuestion = {
  ...item,
  id: 'sample-matching',
  type: 'matching',
  title: 'What one holds, and the call for it',
  situation: 'Three programs hold three kinds of proof.',
  stem: 'Which call takes which proof?',
  prompts: [
    {
      id: 'saml',
      text: 'A SAML assertion',
      key: 'with-saml',
      why: 'Assertions have a call of their own, and it is not signed.',
    },
    {
      id: 'oidc',
      text: 'An OIDC token',
      key: 'with-web-identity',
      why: 'Tokens of OpenID Connect go to the call for web identities.',
    },
    {
      id: 'jwt',
      text: 'A JWT of GitHub Actions',
      key: 'with-web-identity',
      why: 'GitHub’s tokens are tokens of OpenID Connect too.',
    },
  ],
  responses: [
    { id: 'with-saml', text: 'AssumeRoleWithSAML' },
    { id: 'with-web-identity', text: 'AssumeRoleWithWebIdentity' },
    {
      id: 'federation-token',
      text: 'GetFederationToken',
      why: 'It is called by an IAM user with long-term keys, for somebody else.',
      belief: 'Whoever is federated gets a federation token.',
    },
  ],
};

export const SAMPLES = [SAMPLE_CHOICE, SAMPLE_RESPONSE, SAMPLE_ORDERING, SAMPLE_MATCHING] as const;
