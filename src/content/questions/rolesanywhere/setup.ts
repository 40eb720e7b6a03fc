import type { WrittenQuestion } from '../../question.ts';

/** What IAM Roles Anywhere needs: the proof, the trust anchor, the profile, the role and the client. */

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const SETUP_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'proof-for-create-session',
    version: 2,
    type: 'choice',
    title: 'Four servers of a dairy',
    traps: ['F1', 'F20'],
    difficulty: 1,
    situation:
      'A dairy’s trust anchor is its own CA. Four servers want credentials from IAM Roles Anywhere. Butter has a certificate of the CA, and its private key was lost. Cheese has an OIDC token of the dairy’s identity provider. Milk has a certificate of the CA and its private key, which never leaves a chip. Whey has a SAML assertion.',
    stem: 'Which server can get a session?',
    source: 'rolesanywhere.authentication',
    key: 'certificate-and-key',
    options: [
      {
        id: 'certificate-alone',
        text: 'Butter',
        why: 'A certificate is public. The request must be signed with the private key that belongs to it.',
        belief: 'To show a certificate is proof enough.',
      },
      {
        id: 'oidc',
        text: 'Cheese',
        why: 'OIDC tokens go to AssumeRoleWithWebIdentity. No token is part of CreateSession.',
        belief: 'Roles Anywhere takes any proof of federation.',
      },
      {
        id: 'certificate-and-key',
        text: 'Milk',
        why: 'The request carries the certificate, and the signature proves that the server holds its key. The key itself stays in the chip.',
      },
      {
        id: 'saml',
        text: 'Whey',
        why: 'SAML assertions go to AssumeRoleWithSAML. Roles Anywhere joins certificates to roles.',
        belief: 'People’s and servers’ federation come in by one door.',
      },
    ],
  },
  {
    ...item,
    id: 'a-ca-of-ones-own',
    version: 2,
    type: 'choice',
    title: 'Four shipyards, no AWS Private CA',
    traps: ['F2'],
    difficulty: 1,
    situation:
      'Four shipyards plan to use IAM Roles Anywhere, and none has AWS Private CA. Bergen’s servers have certificates of a public CA that browsers trust. Cadiz has run a certificate authority of its own since 2014, and its servers have its certificates. Gdansk’s servers have SSH keys. Split’s servers have access keys of IAM users.',
    stem: 'Which shipyard can create its trust anchor from what it has?',
    source: 'rolesanywhere.create-anchor',
    key: 'own-ca',
    options: [
      {
        id: 'public-ca',
        text: 'Bergen',
        why: 'Certificates of public CAs cannot be anchors. They would vouch for machines of strangers.',
        belief: 'A trusted public CA makes a good anchor.',
      },
      {
        id: 'own-ca',
        text: 'Cadiz',
        why: 'A trust anchor is either an AWS Private CA or an uploaded CA certificate from one’s own PKI. The CA’s private key stays at home.',
      },
      {
        id: 'ssh',
        text: 'Gdansk',
        why: 'SSH keys are no X.509 certificates, and there is no authority that vouches for them.',
        belief: 'Any key pair can be registered with Roles Anywhere.',
      },
      {
        id: 'access-keys',
        text: 'Split',
        why: 'Access keys are what Roles Anywhere is to replace. A trust anchor is made from a CA’s certificate.',
        belief: 'Servers are known to Roles Anywhere by the IAM users they had.',
      },
    ],
  },
  {
    ...item,
    id: 'what-goes-into-the-anchor',
    version: 2,
    type: 'choice',
    title: 'A certificate for the trust anchor',
    traps: ['F3'],
    difficulty: 2,
    situation:
      'A brewery’s root CA is offline. Under it an issuing CA for machines signs the certificates of the servers, and another one for people signs those of the staff. Lena sets up IAM Roles Anywhere. Certificates of both, and of issuing CAs that come later under the root, shall be accepted, with nothing changed in AWS then.',
    stem: 'Which certificate does she upload as the trust anchor?',
    deciding: ['that come later under the root'],
    source: 'rolesanywhere.getting-started',
    key: 'root',
    options: [
      {
        id: 'machines',
        text: 'The issuing CA’s for machines',
        why: 'An issuing CA may be an anchor. It would shut out the staff and each issuing CA to come, which is often what one wants.',
        belief: 'The anchor is the CA that signs the servers’ certificates.',
      },
      {
        id: 'people',
        text: 'The issuing CA’s for people',
        why: 'It would accept certificates of the staff and no others.',
        belief: 'Anchors are made for the people who manage servers.',
      },
      {
        id: 'root',
        text: 'The root CA’s',
        why: 'Roots and intermediates may be anchors. Every path through this root is accepted. That the root is offline does not matter: only its certificate is needed.',
      },
      {
        id: 'leaf',
        text: 'A server’s',
        why: 'An anchor vouches for others, so its certificate must be a CA’s. Servers show theirs with each call.',
        belief: 'A server’s certificate is registered as a trust anchor.',
      },
    ],
  },
  {
    ...item,
    id: 'three-actions-of-trust',
    type: 'response',
    title: 'Actions in the trust policy',
    traps: ['F4'],
    difficulty: 2,
    situation:
      'A printing house has a trust anchor and a profile that lists the role Press. The trust policy of Press names rolesanywhere.amazonaws.com as its principal. CreateSession still fails.',
    stem: 'Which actions must the trust policy allow to this service?',
    source: 'rolesanywhere.trust-model',
    keys: ['assume', 'tag', 'source-identity'],
    options: [
      {
        id: 'assume',
        text: 'sts:AssumeRole',
        why: 'The service calls AssumeRole for the server, as any other caller would.',
      },
      {
        id: 'create-session',
        text: 'rolesanywhere:CreateSession',
        why: 'A role’s trust policy speaks of actions of STS. No IAM principal calls CreateSession.',
        belief: 'The action that a server calls must be allowed in the role.',
      },
      {
        id: 'tag',
        text: 'sts:TagSession',
        why: 'The attributes of the certificate become tags of the session.',
      },
      {
        id: 'web-identity',
        text: 'sts:AssumeRoleWithWebIdentity',
        why: 'That is for OIDC tokens. A certificate leads to a plain AssumeRole.',
        belief: 'A proof from outside AWS counts as a web identity.',
      },
      {
        id: 'source-identity',
        text: 'sts:SetSourceIdentity',
        why: 'The common name of the certificate becomes the source identity of the session.',
      },
      {
        id: 'pass-role',
        text: 'iam:PassRole',
        why: 'Whoever puts the role into a profile needs this. It stands in that person’s policy.',
        belief: 'A service that uses a role must be allowed to pass it.',
      },
    ],
  },
  {
    ...item,
    id: 'order-of-setup',
    type: 'ordering',
    title: 'From the CA to a profile',
    traps: ['F2', 'F3', 'F4'],
    difficulty: 2,
    situation:
      'A weather service sets up IAM Roles Anywhere with a CA that it does not have yet. Its role shall accept sessions by way of its own trust anchor, and its trust policy names the anchor’s ARN.',
    stem: 'In which order does it do these steps?',
    deciding: ['names the anchor’s ARN'],
    source: 'rolesanywhere.getting-started',
    steps: [
      {
        id: 'ca',
        text: 'Set up the CA',
        why: 'The anchor needs the certificate of a CA, so there must be one.',
      },
      {
        id: 'anchor',
        text: 'Create the trust anchor',
        why: 'It is made from the CA’s certificate, and gets the ARN that the role will test.',
      },
      {
        id: 'role',
        text: 'Create the role with its trust policy',
        why: 'The policy names the anchor’s ARN, which is known once the anchor exists.',
      },
      {
        id: 'profile',
        text: 'Create the profile that lists the role',
        why: 'A profile lists roles by their ARNs, so the role comes before it.',
      },
      {
        id: 'call',
        text: 'Call CreateSession with three ARNs',
        why: 'The call names anchor, profile and role, and so waits for all three.',
      },
    ],
    others: [
      {
        id: 'upload-leaf',
        text: 'Upload the certificate of each server',
        why: 'AWS sees a server’s certificate when the server shows it. None is registered beforehand.',
        belief: 'AWS must know each certificate beforehand.',
      },
      {
        id: 'user',
        text: 'Create an IAM user for each server',
        why: 'A server is known by its certificate. There is no user and no access key.',
        belief: 'Whoever assumes a role needs an IAM user.',
      },
    ],
  },
  {
    ...item,
    id: 'part-and-job',
    type: 'matching',
    title: 'Five parts and their jobs',
    traps: ['F3', 'F4', 'F6', 'F13', 'F24'],
    difficulty: 2,
    situation:
      'Marek takes over the IAM Roles Anywhere setup of a toll road. He makes a list of its parts.',
    stem: 'What is the job of each part?',
    source: 'rolesanywhere.trust-model',
    prompts: [
      {
        id: 'anchor',
        text: 'Trust anchor',
        key: 'vouch',
        why: 'It holds the CA certificate at which the path of a server’s certificate must end.',
      },
      {
        id: 'profile',
        text: 'Profile',
        key: 'list',
        why: 'It lists the roles that may be asked for, with session policy and duration.',
      },
      {
        id: 'trust',
        text: 'Role trust policy',
        key: 'tie',
        why: 'Its conditions on tags and on the anchor say which certificates get this role.',
      },
      {
        id: 'crl',
        text: 'Imported CRL',
        key: 'refuse',
        why: 'It names serial numbers that get no new session while the list is enabled.',
      },
      {
        id: 'helper',
        text: 'Credential helper',
        key: 'sign',
        why: 'It signs CreateSession with the private key and hands the credentials to an SDK.',
      },
    ],
    responses: [
      { id: 'vouch', text: 'Says whose certificates are accepted' },
      { id: 'list', text: 'Says which roles can be asked for' },
      { id: 'tie', text: 'Ties a role to certain certificates' },
      { id: 'refuse', text: 'Shuts out single certificates' },
      { id: 'sign', text: 'Signs the call on the server' },
      {
        id: 'issue',
        text: 'Issues the certificates of the servers',
        why: 'That is the work of the CA. No part of Roles Anywhere issues certificates.',
        belief: 'Roles Anywhere makes the certificates itself.',
      },
    ],
  },
  {
    ...item,
    id: 'sdk-alone',
    version: 2,
    type: 'choice',
    title: 'A certificate, a role and an SDK',
    traps: ['F13'],
    difficulty: 2,
    situation:
      'A program of an orchestra uses boto3 on a server in its office, which has a certificate and its key. Trust anchor, profile and role are in order. The developer has set the Region in the AWS configuration file, and boto3 finds no credentials.',
    stem: 'Which setting does he add to the file?',
    source: 'rolesanywhere.create-session',
    key: 'process',
    options: [
      {
        id: 'process',
        text: 'credential_process',
        why: 'It runs the credential helper, which calls CreateSession and prints the credentials. No SDK makes this call by itself.',
      },
      {
        id: 'credential-source',
        text: 'credential_source',
        why: 'It names an environment of AWS, such as an EC2 instance, that has credentials already.',
        belief: 'An office server can be named as a source of credentials.',
      },
      {
        id: 'source-profile',
        text: 'source_profile',
        why: 'It names another section of the file whose credentials assume the role. There are none.',
        belief: 'A profile of Roles Anywhere is named like a profile of the file.',
      },
      {
        id: 'token-file',
        text: 'web_identity_token_file',
        why: 'It names a file with an OIDC token for AssumeRoleWithWebIdentity. A certificate is none.',
        belief: 'An SDK can use a certificate like a token.',
      },
    ],
  },
  {
    ...item,
    id: 'intermediate-left-out',
    version: 3,
    type: 'choice',
    title: 'A link missing in the chain',
    skill: '4.2.4',
    traps: ['F16'],
    difficulty: 2,
    situation:
      'The trust anchor of a car rental holds its root CA. The root signed a policy CA, that one a regional CA, that one an issuing CA, and the issuing CA signed the servers’ certificates. A new server sends its own certificate, the policy CA’s and the issuing CA’s. It gets “Untrusted signing certificate”.',
    stem: 'Whose certificate must the server send as well?',
    source: 'rolesanywhere.authentication',
    key: 'regional',
    options: [
      {
        id: 'issuing',
        text: 'The issuing CA’s',
        why: 'It is there already, and signed the server’s certificate. The gap is above it.',
        belief: 'A certificate of a chain must be sent twice, as subject and as issuer.',
      },
      {
        id: 'policy',
        text: 'The policy CA’s',
        why: 'It is there already. The gap is below it.',
        belief: 'The certificate below the anchor must come first in a chain.',
      },
      {
        id: 'regional',
        text: 'The regional CA’s',
        why: 'Each certificate between the server’s and the anchor’s comes with the request. The service fetches none.',
      },
      {
        id: 'root',
        text: 'The root CA’s',
        why: 'The anchor holds it already. The path has a gap below it.',
        belief: 'A chain must be sent up to the root.',
      },
    ],
  },
  {
    ...item,
    id: 'inside-create-session',
    type: 'ordering',
    title: 'One call, from key to credentials',
    traps: ['F6', 'F20'],
    difficulty: 3,
    situation:
      'A server calls CreateSession with its certificate. Everything is in order, and it receives credentials.',
    stem: 'In which order do these things happen?',
    source: 'rolesanywhere.trust-model',
    steps: [
      {
        id: 'sign',
        text: 'The server signs the call with its private key',
        why: 'The signature is part of the request, so it comes before all that AWS does.',
      },
      {
        id: 'verify',
        text: 'The service verifies the signature with the certificate',
        why: 'It needs the request. The certificate in it holds the public key.',
      },
      {
        id: 'path',
        text: 'The service follows the certificate to the trust anchor',
        why: 'AWS names this check after that of the signature.',
      },
      {
        id: 'assume',
        text: 'The service assumes the role, with tags and source identity',
        why: 'The tags come from a certificate that must have been accepted before.',
      },
      {
        id: 'return',
        text: 'The server receives the credentials',
        why: 'They are what AssumeRole gave to the service.',
      },
    ],
    others: [
      {
        id: 'ocsp',
        text: 'The service asks the CA about the certificate by OCSP',
        why: 'Roles Anywhere makes no calls to a CA. It reads the CRLs that were imported.',
        belief: 'Roles Anywhere asks the CA about revocation.',
      },
      {
        id: 'send-key',
        text: 'The server sends its private key over TLS',
        why: 'The private key stays where it is. The signature proves that the server holds it.',
        belief: 'AWS must see the private key to check a certificate.',
      },
    ],
  },
];
