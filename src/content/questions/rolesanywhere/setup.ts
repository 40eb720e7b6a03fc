import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** What IAM Roles Anywhere needs: the proof, the trust anchor, the profile, the role and the client. */

const seen = seenIn('rolesanywhere');

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const SETUP_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'proof-for-create-session',
    type: 'choice',
    title: 'What a server shows',
    traps: ['F1', 'F20'],
    difficulty: 1,
    situation:
      'A dairy wants its packing server to get credentials from IAM Roles Anywhere. The server stands in the dairy’s own rack.',
    stem: 'What does the server present to get a session?',
    source: 'rolesanywhere.authentication',
    shows: seen('key-file', 'create-session.signature-matches'),
    key: 'signed-request',
    options: [
      {
        id: 'saml',
        text: 'A SAML assertion of the dairy’s identity provider',
        why: 'SAML assertions go to AssumeRoleWithSAML. Roles Anywhere joins certificates to roles.',
        belief: 'Roles Anywhere takes any proof of federation.',
      },
      {
        id: 'oidc',
        text: 'An OIDC token that names the dairy’s server',
        why: 'OIDC tokens go to AssumeRoleWithWebIdentity. No token is part of CreateSession.',
        belief: 'Roles Anywhere takes any proof of federation.',
      },
      {
        id: 'signed-request',
        text: 'A request signed with its certificate’s private key',
        why: 'The request carries the X.509 certificate, and the signature proves that the server holds its key.',
      },
      {
        id: 'key-itself',
        text: 'A request that contains the certificate’s private key',
        why: 'The private key stays on the server. A signature is enough to prove that it is there.',
        belief: 'AWS must see the private key to check a certificate.',
      },
    ],
  },
  {
    ...item,
    id: 'a-ca-of-ones-own',
    type: 'choice',
    title: 'An old CA in the cellar',
    traps: ['F2'],
    difficulty: 1,
    situation:
      'A shipyard has run its own certificate authority since 2014. On 20 January it plans to use IAM Roles Anywhere for 60 servers that hold certificates of this CA.',
    stem: 'What does the shipyard need from AWS Private CA?',
    source: 'rolesanywhere.create-anchor',
    key: 'nothing',
    options: [
      {
        id: 'root',
        text: 'A new root CA that takes the place of the old one',
        why: 'A trust anchor may hold the certificate of a CA outside AWS. The old one can stay.',
        belief: 'A trust anchor must be a CA in AWS Private CA.',
      },
      {
        id: 'subordinate',
        text: 'A subordinate CA that issues new certificates',
        why: 'The servers have certificates that lead to the old CA. Nothing has to be issued again.',
        belief: 'Certificates for Roles Anywhere must be issued in AWS.',
      },
      {
        id: 'nothing',
        text: 'No CA at all, as its own CA certificate will do',
        why: 'A trust anchor is either an AWS Private CA or an uploaded CA certificate from one’s own PKI.',
      },
      {
        id: 'copy',
        text: 'A copy of the old CA with its private key',
        why: 'A trust anchor needs the public certificate of the CA. The private key stays in the cellar.',
        belief: 'AWS needs a CA’s private key to trust it.',
      },
    ],
  },
  {
    ...item,
    id: 'what-goes-into-the-anchor',
    type: 'choice',
    title: 'A certificate for the trust anchor',
    traps: ['F3'],
    difficulty: 2,
    situation:
      'Lena sets up IAM Roles Anywhere for a brewery. The root CA of the brewery is offline. An issuing CA under it signs the certificates of the servers.',
    stem: 'Which certificate may she upload as the trust anchor?',
    source: 'rolesanywhere.getting-started',
    shows: seen('key-file', 'create-session.path-trusted'),
    key: 'issuing',
    options: [
      {
        id: 'issuing',
        text: 'The issuing CA’s certificate, with CA true and keyCertSign',
        why: 'Roots and intermediates may be anchors. The certificate must be a CA’s and allow it to sign certificates.',
      },
      {
        id: 'leaf',
        text: 'Each server’s certificate, with digitalSignature in its key usage',
        why: 'An anchor vouches for others, so it must be a CA’s. Servers show their certificates with each call.',
        belief: 'A server’s certificate is registered as a trust anchor.',
      },
      {
        id: 'public',
        text: 'A public CA’s certificate, as browsers and servers know it',
        why: 'Certificates of public CAs are refused as anchors. They would vouch for machines of strangers.',
        belief: 'A trusted public CA makes a good anchor.',
      },
      {
        id: 'helper',
        text: 'The credential helper’s certificate, as it signs the calls',
        why: 'The helper has no certificate. It signs with the key of the server it runs on.',
        belief: 'The credential helper has an identity of its own.',
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
    shows: seen('any-certificate', 'open-batch.tag-session-allowed', { tests: 'untagged' }),
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
    shows: seen('key-file', 'create-session.role-listed'),
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
    type: 'choice',
    title: 'A certificate, a role and an SDK',
    traps: ['F13'],
    difficulty: 2,
    situation:
      'A program of an orchestra uses boto3 on a server in its office. Certificate, key, trust anchor, profile and role are in order. The developer has set Region and role in the AWS configuration file, and boto3 finds no credentials.',
    stem: 'What does he add?',
    source: 'rolesanywhere.create-session',
    key: 'process',
    options: [
      {
        id: 'cert-setting',
        text: 'The certificate’s path, as a setting of the SDK',
        why: 'No SDK calls CreateSession by itself. It has no setting for such a certificate.',
        belief: 'An SDK can use a certificate directly.',
      },
      {
        id: 'client',
        text: 'A client for rolesanywhere, to call CreateSession',
        why: 'CreateSession is not among the calls of the SDKs. It is signed with a certificate’s key.',
        belief: 'CreateSession is a call of the SDKs like any other.',
      },
      {
        id: 'process',
        text: 'A credential_process, to run the credential helper',
        why: 'The helper calls CreateSession and prints the credentials. The SDK runs it and takes them.',
      },
      {
        id: 'user',
        text: 'An access key, to sign the call for the role',
        why: 'This would bring back the key in a file. The certificate’s key signs the call.',
        belief: 'A call to AWS must be signed with an access key.',
      },
    ],
  },
  {
    ...item,
    id: 'intermediate-left-out',
    type: 'choice',
    title: 'A link missing in the chain',
    skill: '4.2.4',
    traps: ['F16'],
    difficulty: 2,
    situation:
      'The trust anchor of a car rental holds its root CA. Its servers have certificates of an issuing CA below the root. A new server sends its own certificate only, and gets “Untrusted signing certificate”.',
    stem: 'What repairs the call?',
    source: 'rolesanywhere.authentication',
    shows: seen('key-file', 'create-session.path-trusted', { chain: 'nothing' }),
    key: 'chain',
    options: [
      {
        id: 'wait',
        text: 'The server repeats it once AWS has fetched the issuing CA',
        why: 'The service fetches no certificates. What is missing will be missing again.',
        belief: 'AWS finds intermediate certificates by itself.',
      },
      {
        id: 'chain',
        text: 'The server sends the issuing CA’s certificate along',
        why: 'Intermediates come with the request, in the header X-Amz-X509-Chain, at most five deep.',
      },
      {
        id: 'profile',
        text: 'The profile lists the issuing CA beside the role',
        why: 'A profile lists roles. It knows nothing of certificate authorities.',
        belief: 'A profile ties certificates to roles.',
      },
      {
        id: 'crl',
        text: 'The account imports a CRL of the issuing CA',
        why: 'A CRL says what is revoked. It does not help to build a path.',
        belief: 'A CA becomes known by its revocation list.',
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
    shows: seen('key-file', 'create-session.answer'),
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
