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
    version: 3,
    type: 'choice',
    title: 'Four apps for gardeners',
    traps: ['G1'],
    difficulty: 2,
    situation:
      'Four apps sign their users in with an Amazon Cognito user pool and have an ID token then. Fern signs S3 requests with the ID token. Ivy puts its users into a group of the user pool that names a role for uploads. Moss gives the ID token to an identity pool with a role for uploads. Reed gives the ID token to GetSessionToken as TokenCode.',
    stem: 'Which app has AWS credentials for an upload then?',
    source: 'cognito.flows',
    key: 'identity-pool',
    options: [
      {
        id: 'token',
        text: 'Fern',
        why: 'An ID token says who signed in. It is no secret key that could sign a request.',
        belief: 'A user pool gives its users AWS credentials.',
      },
      {
        id: 'group',
        text: 'Ivy',
        why: 'A group can name a role in the token. The user pool still gives tokens and no credentials.',
        belief: 'A group with a role makes credentials out of tokens.',
      },
      {
        id: 'identity-pool',
        text: 'Moss',
        why: 'A user pool signs people in. An identity pool trades their token for temporary credentials.',
      },
      {
        id: 'session-token',
        text: 'Reed',
        why: 'GetSessionToken is for IAM users with long-term keys. TokenCode is the six digits of an MFA device.',
        belief: 'GetSessionToken trades any token for credentials.',
      },
    ],
  },
  {
    ...item,
    id: 'staff-in-many-accounts',
    version: 2,
    type: 'choice',
    title: 'Five thousand people, two hundred accounts',
    traps: ['G7', 'F19'],
    difficulty: 1,
    situation:
      'A railway has 5,000 employees and 200 AWS accounts in one organization. Its people are in one SAML directory. They work in changing accounts with changing roles.',
    stem: 'What should the railway build on, for the least operational overhead?',
    deciding: ['least operational overhead'],
    source: 'iam.best-practices',
    key: 'identity-center',
    options: [
      {
        id: 'cognito',
        text: 'Amazon Cognito user pools',
        why: 'User pools sign in the users of an app. They give nobody a way into accounts.',
        belief: 'Each sign-in by a directory goes through Cognito.',
      },
      {
        id: 'identity-center',
        text: 'IAM Identity Center',
        why: 'The directory is joined once. Access is assigned in one place by permission sets, for all accounts.',
      },
      {
        id: 'roles-anywhere',
        text: 'IAM Roles Anywhere',
        why: 'Certificates fit workloads. For people AWS recommends Identity Center.',
        belief: 'Roles Anywhere is for employees outside the office.',
      },
      {
        id: 'saml-each',
        text: 'SAML providers in IAM',
        why: 'It works for one account. Here it means 200 providers to keep up, and roles in each account.',
        belief: 'Federation has to be set up account by account.',
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
    version: 2,
    type: 'choice',
    title: 'Sensors with certificates',
    traps: ['F17'],
    difficulty: 2,
    situation:
      'A vineyard has 300 sensors. Each is a thing in AWS IoT Core and has a certificate that is registered there. The sensors shall put pictures into S3, each under its own thing name.',
    stem: 'Where should a sensor get AWS credentials from?',
    deciding: ['is a thing in AWS IoT Core', 'its own thing name'],
    source: 'iot.direct-calls',
    key: 'iot-provider',
    options: [
      {
        id: 'cognito',
        text: 'A Cognito identity pool',
        why: 'A pool trades tokens of sign-ins, or gives guests a role. The sensors have certificates, and their names are needed in the policy.',
        belief: 'Devices are guests of an identity pool.',
      },
      {
        id: 'hybrid',
        text: 'A hybrid activation of Systems Manager',
        why: 'An activation registers machines for management. Sensors with thing names have a provider of their own.',
        belief: 'Devices outside AWS need a hybrid activation.',
      },
      {
        id: 'roles-anywhere',
        text: 'IAM Roles Anywhere',
        why: 'It would work beside IoT Core, with a second place to manage the same devices. It knows no thing names.',
        belief: 'Certificates outside AWS call for Roles Anywhere.',
      },
      {
        id: 'iot-provider',
        text: 'The credentials provider of AWS IoT',
        why: 'The device shows its certificate over mutual TLS and names a role alias. Policies can use the thing name.',
      },
    ],
  },
  {
    ...item,
    id: 'patches-for-the-cellar',
    version: 2,
    type: 'choice',
    title: 'Patches for old servers',
    traps: ['F18'],
    difficulty: 2,
    situation:
      'A court has 40 servers in its own building, each with a certificate of the court’s CA. Its administrators want to patch them and to open shells on them by AWS Systems Manager. The servers’ programs make no calls to AWS.',
    stem: 'What do the administrators set up?',
    deciding: ['make no calls to AWS'],
    source: 'ssm.create-activation',
    key: 'activation',
    options: [
      {
        id: 'activation',
        text: 'A hybrid activation of Systems Manager',
        why: 'Code and ID of the activation register the machines. The role behind it trusts ssm.amazonaws.com.',
      },
      {
        id: 'profile',
        text: 'An instance profile for EC2',
        why: 'Instance profiles belong to EC2 instances. These servers are in the court’s building.',
        belief: 'Any server can have an instance profile.',
      },
      {
        id: 'trust-anchor',
        text: 'IAM Roles Anywhere',
        why: 'Roles Anywhere is for the AWS calls of a workload. Here machines are to be managed, and their programs call nothing.',
        belief: 'Servers outside AWS are managed by Roles Anywhere.',
      },
      {
        id: 'iot-provider',
        text: 'The credentials provider of AWS IoT',
        why: 'It serves things that are registered in AWS IoT Core. A certificate alone makes a server none.',
        belief: 'A machine with a certificate is a thing.',
      },
    ],
  },
  {
    ...item,
    id: 'why-not-a-key-file',
    version: 2,
    type: 'response',
    title: 'Three thieves of one server',
    skill: '4.2.1',
    traps: ['F1', 'F20', 'F10'],
    difficulty: 3,
    situation:
      'A factory’s server used an access key from a file. Now it uses IAM Roles Anywhere, with a certificate for a year and the private key on its disk. The access key is deleted. On Monday five people copy something. Abel takes the old key file from a backup, Berta the certificate, Cem the certificate and the private key. Dana takes the credentials of a session that ends in the evening, Emil the certificate of the CA. On Tuesday nothing has been revoked.',
    stem: 'Who can call AWS with what was copied, and when?',
    source: 'rolesanywhere.sign-process',
    shows: seenIn('rolesanywhere')('key-file', 'create-session.signature-matches', {
      signer: 'other',
    }),
    keys: ['key-tuesday', 'session-monday'],
    options: [
      {
        id: 'old-key-monday',
        text: 'Abel, on Monday',
        why: 'The key was deleted with the change. A copy of it opens nothing any more.',
        belief: 'A copied access key outlives its deletion.',
      },
      {
        id: 'certificate-monday',
        text: 'Berta, on Monday',
        why: 'The certificate goes with each call and is public. Without its private key nobody can sign.',
        belief: 'Whoever has a certificate is its owner.',
      },
      {
        id: 'key-tuesday',
        text: 'Cem, on Tuesday',
        why: 'The private key is a secret that lasts. With it new sessions can be opened until the certificate ends or is on an enabled CRL.',
      },
      {
        id: 'session-monday',
        text: 'Dana, on Monday',
        why: 'Temporary credentials work for whoever has them, as long as the session lasts.',
      },
      {
        id: 'session-tuesday',
        text: 'Dana, on Tuesday',
        why: 'The session ended on Monday evening. That is what the change has brought: AWS credentials that end by themselves.',
        belief: 'Stolen credentials work until somebody revokes them.',
      },
      {
        id: 'anchor-tuesday',
        text: 'Emil, on Tuesday',
        why: 'A CA’s certificate says whom to trust. It proves nothing about who calls.',
        belief: 'A CA’s certificate is a secret.',
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
