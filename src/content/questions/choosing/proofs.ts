import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Which mechanism fits whom: people, programs, servers and devices, by the proof that they can hold. */

const item = { version: 1, topic: 'choosing', skill: '4.1.1' } as const;

export const PROOF_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'proof-and-call',
    type: 'matching',
    title: 'What one holds, and where it leads',
    skill: '4.1.2',
    traps: ['G6', 'A1', 'F17'],
    difficulty: 1,
    situation:
      'Five parties want temporary credentials of AWS. Each has a proof of its own, and none has an access key.',
    stem: 'Where does each proof lead?',
    source: 'sts.comparison',
    prompts: [
      {
        id: 'saml',
        text: 'A SAML assertion of the company’s directory',
        key: 'with-saml',
        why: 'SAML assertions have a call of their own in STS.',
      },
      {
        id: 'oidc',
        text: 'An OIDC token of a CI system',
        key: 'with-web-identity',
        why: 'OIDC tokens are web identities, whoever issued them.',
      },
      {
        id: 'kubernetes',
        text: 'A token of a Kubernetes service account',
        key: 'with-web-identity',
        why: 'A cluster is an OIDC provider for its service accounts.',
      },
      {
        id: 'certificate',
        text: 'A certificate of the company’s own CA',
        key: 'roles-anywhere',
        why: 'Roles Anywhere trusts a CA, and takes a call signed with a certificate’s key.',
      },
      {
        id: 'thing',
        text: 'A certificate registered in AWS IoT Core',
        key: 'iot',
        why: 'Registered things use the credentials provider of AWS IoT, with a role alias.',
      },
    ],
    responses: [
      { id: 'with-saml', text: 'AssumeRoleWithSAML' },
      { id: 'with-web-identity', text: 'AssumeRoleWithWebIdentity' },
      { id: 'roles-anywhere', text: 'CreateSession of IAM Roles Anywhere' },
      { id: 'iot', text: 'The credentials provider of AWS IoT' },
      {
        id: 'session-token',
        text: 'GetSessionToken',
        why: 'It is called by an IAM user with an access key. None of the five has one.',
        belief: 'Every temporary credential begins with GetSessionToken.',
      },
    ],
  },
  {
    ...item,
    id: 'user-pool-and-identity-pool',
    type: 'choice',
    title: 'A sign-in without credentials',
    traps: ['G1'],
    difficulty: 1,
    situation:
      'An app for gardeners signs its users in with an Amazon Cognito user pool. After the sign-in it shall upload pictures to S3 with temporary AWS credentials. It has tokens and no credentials.',
    stem: 'What is missing?',
    source: 'cognito.flows',
    key: 'identity-pool',
    options: [
      {
        id: 'group',
        text: 'A group in the user pool, with a policy for uploads',
        why: 'Groups of a user pool can name a role. The pool itself still gives tokens and no credentials.',
        belief: 'A user pool gives its users AWS credentials.',
      },
      {
        id: 'session-token',
        text: 'A call of GetSessionToken, with the token of the user',
        why: 'GetSessionToken is for IAM users with long-term keys. It takes no tokens of others.',
        belief: 'GetSessionToken trades any token for credentials.',
      },
      {
        id: 'iam-user',
        text: 'A user in IAM, for each user of the user pool',
        why: 'People of an app are no IAM users. They get a role for a while.',
        belief: 'Whoever assumes a role needs an IAM user.',
      },
      {
        id: 'identity-pool',
        text: 'An identity pool, that takes the token of the user',
        why: 'A user pool signs people in. An identity pool trades their token for temporary credentials.',
      },
    ],
  },
  {
    ...item,
    id: 'staff-in-many-accounts',
    type: 'choice',
    title: 'Five thousand people, two hundred accounts',
    traps: ['G7', 'F19'],
    difficulty: 1,
    situation:
      'A railway has 5,000 employees and 200 AWS accounts in one organization. Its people are in one SAML directory. They work in changing accounts with changing roles.',
    stem: 'Which design has the least operational overhead?',
    deciding: ['least operational overhead'],
    source: 'iam.best-practices',
    key: 'identity-center',
    options: [
      {
        id: 'saml-each',
        text: 'A SAML provider and roles in each of the accounts',
        why: 'It works, with 200 providers to keep up and roles in each account.',
        belief: 'Federation has to be set up account by account.',
      },
      {
        id: 'identity-center',
        text: 'IAM Identity Center with permission sets',
        why: 'The directory is joined once. Access is assigned in one place, for all accounts.',
      },
      {
        id: 'users',
        text: 'IAM users in one account that assume roles in others',
        why: 'Five thousand users with long-term credentials would stand beside the directory.',
        belief: 'People need IAM users before they can assume roles.',
      },
      {
        id: 'roles-anywhere',
        text: 'IAM Roles Anywhere with a certificate for each person',
        why: 'Certificates fit workloads. For people AWS recommends Identity Center.',
        belief: 'Roles Anywhere is for employees outside the office.',
      },
    ],
  },
  {
    ...item,
    id: 'four-without-keys',
    type: 'matching',
    title: 'Who needs what',
    traps: ['F19', 'F18', 'F1'],
    difficulty: 2,
    situation:
      'A food bank has set itself the goal of no access keys. Wanda goes through all who work with its AWS account.',
    stem: 'Which mechanism fits each of them?',
    source: 'iam.best-practices',
    prompts: [
      {
        id: 'person',
        text: 'A bookkeeper who opens the console',
        key: 'identity-center',
        why: 'People sign in by Identity Center, with their own directory behind it.',
      },
      {
        id: 'ec2',
        text: 'A program on an EC2 instance',
        key: 'attached-role',
        why: 'The instance has a role, and AWS brings the credentials there.',
      },
      {
        id: 'ci',
        text: 'A job of GitHub Actions',
        key: 'web-identity',
        why: 'The job has an OIDC token, which STS takes for a role.',
      },
      {
        id: 'server',
        text: 'A server in the cellar, with a certificate',
        key: 'roles-anywhere',
        why: 'A certificate of one’s own CA is what Roles Anywhere takes.',
      },
      {
        id: 'patching',
        text: 'Old servers that are to be patched and inventoried',
        key: 'activation',
        why: 'Systems Manager manages machines that are registered by an activation.',
      },
    ],
    responses: [
      { id: 'identity-center', text: 'IAM Identity Center' },
      { id: 'attached-role', text: 'An attached role' },
      { id: 'web-identity', text: 'AssumeRoleWithWebIdentity' },
      { id: 'roles-anywhere', text: 'IAM Roles Anywhere' },
      { id: 'activation', text: 'A hybrid activation' },
      {
        id: 'presigned',
        text: 'A presigned URL',
        why: 'A presigned URL allows one request that somebody with credentials has signed. It gives nobody credentials.',
        belief: 'A presigned URL hands out credentials.',
      },
    ],
  },
  {
    ...item,
    id: 'things-with-an-alias',
    type: 'choice',
    title: 'Sensors with certificates',
    traps: ['F17'],
    difficulty: 2,
    situation:
      'A vineyard has 300 sensors. Each is a thing in AWS IoT Core and has a certificate that is registered there. The sensors shall put pictures into S3, each under its own thing name.',
    stem: 'How should a sensor get AWS credentials?',
    deciding: ['is a thing in AWS IoT Core', 'its own thing name'],
    source: 'iot.direct-calls',
    key: 'iot-provider',
    options: [
      {
        id: 'roles-anywhere',
        text: 'From IAM Roles Anywhere, with a trust anchor',
        why: 'It would work beside IoT Core, with a second place to manage the same devices. It knows no thing names.',
        belief: 'Certificates outside AWS call for Roles Anywhere.',
      },
      {
        id: 'cognito',
        text: 'From a Cognito identity pool, as a guest',
        why: 'Guests are anonymous. The sensors have an identity, and its name is needed in the policy.',
        belief: 'Devices are guests of an identity pool.',
      },
      {
        id: 'hybrid',
        text: 'From Systems Manager, with an activation code',
        why: 'An activation registers machines for management. Sensors with thing names have a provider of their own.',
        belief: 'Devices outside AWS need a hybrid activation.',
      },
      {
        id: 'iot-provider',
        text: 'From AWS IoT’s provider, with a role alias',
        why: 'The device shows its certificate over mutual TLS, and policies can use the thing name.',
      },
    ],
  },
  {
    ...item,
    id: 'patches-for-the-cellar',
    type: 'choice',
    title: 'Patches for old servers',
    traps: ['F18'],
    difficulty: 2,
    situation:
      'A court has 40 servers in its own building. Its administrators want to patch them and to open shells on them by AWS Systems Manager. The servers’ programs make no calls to AWS.',
    stem: 'What do the administrators set up?',
    deciding: ['make no calls to AWS'],
    source: 'ssm.create-activation',
    key: 'activation',
    options: [
      {
        id: 'trust-anchor',
        text: 'A trust anchor, with a certificate for each server',
        why: 'Roles Anywhere is for the AWS calls of a workload. Here machines are to be managed.',
        belief: 'Servers outside AWS are managed by Roles Anywhere.',
      },
      {
        id: 'activation',
        text: 'A hybrid activation, with a role for Systems Manager',
        why: 'Code and ID of the activation register the machines. The role trusts ssm.amazonaws.com.',
      },
      {
        id: 'profile',
        text: 'An instance profile, with a role for each server',
        why: 'Instance profiles belong to EC2 instances. These servers are in the court’s building.',
        belief: 'Any server can have an instance profile.',
      },
      {
        id: 'user',
        text: 'An IAM user, with an access key on each server',
        why: 'Long-term keys in files are what one wants to get rid of.',
        belief: 'Servers outside AWS need access keys.',
      },
    ],
  },
  {
    ...item,
    id: 'why-not-a-key-file',
    type: 'response',
    title: 'A key file is replaced',
    skill: '4.2.1',
    traps: ['F1', 'F20', 'F10'],
    difficulty: 2,
    situation:
      'A server in a factory used an access key from a file. Now it uses IAM Roles Anywhere with a certificate, and its private key lies on the server’s disk.',
    stem: 'What has the change brought?',
    source: 'rolesanywhere.sign-process',
    shows: seenIn('rolesanywhere')('key-file', 'create-session.signature-matches', {
      signer: 'other',
    }),
    keys: ['expires', 'no-secret'],
    options: [
      {
        id: 'expires',
        text: 'The AWS credentials on the server end by themselves',
        why: 'CreateSession gives temporary credentials. The access key had no end.',
      },
      {
        id: 'no-secret',
        text: 'AWS has no copy of the secret that proves the identity',
        why: 'AWS sees certificate and signature. The private key stays on the server.',
      },
      {
        id: 'no-file',
        text: 'The server holds no long-lived secret any more',
        why: 'The private key is one. Whoever copies it can open sessions until the certificate ends or is on a CRL.',
        belief: 'Roles Anywhere removes all secrets from a server.',
      },
      {
        id: 'cut-off',
        text: 'The running session ends when its certificate is revoked',
        why: 'Revocation is checked before a session is issued. Running ones go on.',
        belief: 'Revoking a certificate ends its sessions.',
      },
      {
        id: 'no-role',
        text: 'The server’s permissions come from the certificate',
        why: 'They come from the role. The certificate’s attributes can be tested in conditions.',
        belief: 'A certificate carries permissions.',
      },
    ],
  },
  {
    ...item,
    id: 'where-a-deny-can-stand',
    type: 'response',
    title: 'Refused in spite of an allow',
    skill: '4.2.4',
    traps: ['G10'],
    difficulty: 2,
    situation:
      'A role of a choir allows s3:GetObject on all objects. A session of the role, in the bucket’s account, gets AccessDenied for one object that exists. The developer wants to add another allow to the role.',
    stem: 'Where should she look for the cause?',
    source: 'iam.evaluation',
    shows: seenIn('presigned')('permission-lost', 'open-url.signer-allowed', {
      meanwhile: 'control',
    }),
    keys: ['scp', 'boundary', 'bucket'],
    options: [
      {
        id: 'scp',
        text: 'In the service control policies above the account',
        why: 'What an SCP denies or does not allow is refused in the account, whatever a role allows.',
      },
      {
        id: 'trust',
        text: 'In the trust policy of the role',
        why: 'A trust policy is asked when the role is assumed. There is a session already.',
        belief: 'A trust policy limits the actions of a session.',
      },
      {
        id: 'boundary',
        text: 'In the permissions boundary of the role',
        why: 'A role may do what both its policies and its boundary allow.',
      },
      {
        id: 'bucket',
        text: 'In the statements of the bucket policy',
        why: 'An explicit deny there outweighs the role’s allow.',
      },
      {
        id: 'order',
        text: 'In the order of the role’s statements',
        why: 'Order has no meaning in policies. All statements that apply are evaluated together.',
        belief: 'The first statement that matches decides.',
      },
    ],
  },
];
