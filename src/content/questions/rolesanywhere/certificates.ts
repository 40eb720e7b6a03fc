import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Which certificates are accepted, until when, and what ends the access they give. */

const seen = seenIn('rolesanywhere');

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const CERTIFICATE_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'revoked-at-the-ca',
    type: 'choice',
    title: 'Revoked in the morning',
    traps: ['F6'],
    difficulty: 2,
    situation:
      'On 11 February at 09:00 a wind farm’s CA revokes the certificate of a lost laptop. Its new CRL is published at the address in the certificate, and its OCSP responder knows too. Nothing is changed in AWS. At 10:00 the laptop calls CreateSession.',
    stem: 'What does IAM Roles Anywhere do?',
    deciding: ['Nothing is changed in AWS'],
    source: 'rolesanywhere.trust-model',
    shows: seen('key-file', 'create-session.not-revoked', { certificate: 'revoked' }),
    key: 'issues',
    options: [
      {
        id: 'ocsp',
        text: 'It refuses, as the OCSP responder says revoked',
        why: 'Roles Anywhere asks no OCSP responder. It makes no calls to a PKI.',
        belief: 'Roles Anywhere checks certificates by OCSP.',
      },
      {
        id: 'crl-fetched',
        text: 'It refuses, as the CRL at that address says revoked',
        why: 'The address in the certificate is not followed. A CRL counts when somebody has imported it.',
        belief: 'Roles Anywhere fetches the CRL that a certificate names.',
      },
      {
        id: 'unknown',
        text: 'It refuses, as no CRL is there that could clear it',
        why: 'CRLs are optional. Without one no certificate counts as revoked.',
        belief: 'Without a CRL nobody gets a session.',
      },
      {
        id: 'issues',
        text: 'It issues a session, as no imported CRL names it',
        why: 'What counts are CRLs that were imported and enabled. The revocation stayed with the CA.',
      },
    ],
  },
  {
    ...item,
    id: 'listed-while-at-work',
    type: 'choice',
    title: 'A list arrives during a session',
    traps: ['F7', 'D3'],
    difficulty: 2,
    situation:
      'At 14:00 a server gets a session of one hour by its certificate. At 14:20 an administrator imports and enables a CRL that names the certificate. Nothing else is changed.',
    stem: 'What can the server do at 14:40?',
    source: 'rolesanywhere.import-crl',
    shows: seen('key-file', 'write.allowed'),
    key: 'old-session',
    options: [
      {
        id: 'nothing',
        text: 'Stop: its session is cut, and a new one is refused',
        why: 'The list is looked at before credentials are issued. Those that were issued run to their end.',
        belief: 'Revoking a certificate ends its sessions.',
      },
      {
        id: 'old-session',
        text: 'Use its session, while a new one is refused',
        why: 'CreateSession is refused from now on. The session has its own clock and ends at 15:00.',
      },
      {
        id: 'new-session',
        text: 'Get a new session, while the old one is cut',
        why: 'It is the other way round: the list stops what has not been issued yet.',
        belief: 'A CRL works backwards, on what was issued before it.',
      },
      {
        id: 'both',
        text: 'Use its session, and get a new one as well',
        why: 'An enabled CRL applies to the next call of CreateSession. No new session is issued.',
        belief: 'A CRL counts from the next day on.',
      },
    ],
  },
  {
    ...item,
    id: 'anchor-switched-off',
    type: 'choice',
    title: 'The anchor is disabled',
    traps: ['F8'],
    difficulty: 2,
    situation:
      'A logistics firm suspects its CA. At 16:10 Bruno disables the trust anchor. Server A has a session since 16:05, for an hour. Server B asks for its first session at 16:15.',
    stem: 'Who can call AWS at 16:30?',
    source: 'rolesanywhere.disable-anchor',
    shows: seen('key-file', 'create-session.anchor-enabled', { disabled: 'anchor' }),
    key: 'a-only',
    options: [
      {
        id: 'nobody',
        text: 'No server',
        why: 'A disabled anchor makes new requests for sessions fail. Server A’s credentials are from STS and run on.',
        belief: 'Disabling an anchor ends the sessions it gave.',
      },
      {
        id: 'a-only',
        text: 'Server A',
        why: 'The anchor is asked when a session is issued. Server A came in before, and Server B is refused.',
      },
      {
        id: 'b-only',
        text: 'Server B',
        why: 'Server B’s request comes after the change, so it is the one that fails.',
        belief: 'A disabled anchor ends old sessions and allows new ones.',
      },
      {
        id: 'both',
        text: 'Servers A and B',
        why: 'Server B names a disabled anchor in its call. Such requests are unauthorized.',
        belief: 'Disabling takes effect when the old sessions have ended.',
      },
    ],
  },
  {
    ...item,
    id: 'certificate-ends-first',
    type: 'choice',
    title: 'The certificate ends at ten past twelve',
    traps: ['F10'],
    difficulty: 2,
    situation:
      'A weather station’s certificate is valid until 12:10. At 12:05 it gets a session of one hour from IAM Roles Anywhere. It has no newer certificate.',
    stem: 'Until when can the station work with AWS?',
    source: 'rolesanywhere.create-session',
    shows: seen('key-file', 'create-session.certificate-current'),
    key: 'session-end',
    options: [
      {
        id: 'certificate-end',
        text: 'Until 12:10, when its certificate ends',
        why: 'The certificate is checked when the session is issued. The session’s end does not depend on it.',
        belief: 'A session ends with the certificate that opened it.',
      },
      {
        id: 'least',
        text: 'Until 12:20, when the shortest session ends',
        why: 'Nothing shortens the session to 15 minutes. It was given one hour.',
        belief: 'A certificate about to end gives the shortest session.',
      },
      {
        id: 'session-end',
        text: 'Until 13:05, when its session ends',
        why: 'The session has a clock of its own. A new one at 13:05 would need a valid certificate.',
      },
      {
        id: 'renewed',
        text: 'Until 14:05, when its second session ends',
        why: 'At 13:05 the certificate is no longer valid, so CreateSession gives no second session.',
        belief: 'A session can be renewed without the certificate.',
      },
    ],
  },
  {
    ...item,
    id: 'ca-validity-renewed',
    type: 'choice',
    title: 'A CA lives longer',
    traps: ['F23'],
    difficulty: 3,
    situation:
      'The trust anchor of a film archive is an AWS Private CA. In March the archive renews the CA’s certificate, which would have ended on 30 June. On 1 July all calls of CreateSession fail.',
    stem: 'What was forgotten in March?',
    source: 'rolesanywhere.trust-model',
    key: 'update-anchor',
    options: [
      {
        id: 'update-anchor',
        text: 'To update the trust anchor after the change',
        why: 'The anchor keeps the validity that it saw when it was created or last updated. UpdateTrustAnchor reads it anew.',
      },
      {
        id: 'new-leaves',
        text: 'To issue new certificates to the servers',
        why: 'Certificates of the servers have their own validity. They lead to the same CA as before.',
        belief: 'Renewing a CA ends the certificates below it.',
      },
      {
        id: 'new-role',
        text: 'To create the roles again with new trust',
        why: 'Roles know the anchor by its ARN, and that has not changed.',
        belief: 'A trust policy holds the CA’s certificate.',
      },
      {
        id: 'crl',
        text: 'To import a CRL of the renewed authority',
        why: 'CRLs are optional. Their absence makes no call fail.',
        belief: 'A CA needs a current CRL to be trusted.',
      },
    ],
  },
  {
    ...item,
    id: 'certificates-refused',
    type: 'response',
    title: 'Six certificates',
    traps: ['F9'],
    difficulty: 3,
    situation:
      'A steel works tries six end-entity certificates of its CA with IAM Roles Anywhere. Each has a path to the trust anchor, is X.509 version 3 and is within its dates.',
    stem: 'Which of them does Roles Anywhere refuse?',
    source: 'rolesanywhere.trust-model',
    shows: seen('key-file', 'create-session.certificate-sufficient', { certificate: 'usage' }),
    keys: ['sha1', 'no-usage', 'no-subject'],
    options: [
      {
        id: 'sha1',
        text: 'One that the CA signed with SHA-1',
        why: 'Certificates must be signed with SHA-256 or stronger. SHA-1 and MD5 are refused.',
      },
      {
        id: 'no-eku',
        text: 'One without an extended key usage',
        why: 'AWS’s list asks for no extended key usage. Digital Signature in the key usage is what counts.',
        belief: 'The extended key usage must say clientAuth.',
      },
      {
        id: 'no-usage',
        text: 'One whose key usage lacks Digital Signature',
        why: 'The certificate’s key signs the call. Its key usage must allow signatures.',
      },
      {
        id: 'private-ca',
        text: 'One that does not come from AWS Private CA',
        why: 'A CA outside AWS will do, if its certificate is the trust anchor.',
        belief: 'AWS Private CA is required.',
      },
      {
        id: 'no-subject',
        text: 'One with an empty subject and a DNS name',
        why: 'The subject must not be empty. An alternative name does not take its place.',
      },
      {
        id: 'ec-key',
        text: 'One with an elliptic curve key',
        why: 'Keys may be RSA, elliptic curve or ML-DSA.',
        belief: 'Certificates need an RSA key.',
      },
    ],
  },
  {
    ...item,
    id: 'key-was-copied',
    type: 'ordering',
    title: 'A copied private key',
    skill: '4.2.5',
    traps: ['F6', 'F7', 'D2'],
    difficulty: 3,
    situation:
      'Somebody copied a server’s private key and has a session by IAM Roles Anywhere. First of all no new session may start with that certificate. After that the sessions that are running shall become useless.',
    stem: 'In which order does the team act?',
    deciding: ['First of all no new session may start'],
    source: 'rolesanywhere.import-crl',
    steps: [
      {
        id: 'revoke',
        text: 'Revoke the certificate at the CA and write a new CRL',
        why: 'The CRL with this serial number must exist before it can be imported.',
      },
      {
        id: 'import',
        text: 'Import the CRL into IAM Roles Anywhere and enable it',
        why: 'It needs the new CRL. From here on the thief gets no new session.',
      },
      {
        id: 'deny',
        text: 'Deny the role what sessions issued before now may do',
        why: 'Done earlier, the thief would simply have opened a newer session.',
      },
    ],
    others: [
      {
        id: 'ocsp',
        text: 'Point the trust anchor to the OCSP responder of the CA',
        why: 'A trust anchor has no such setting. Revocation comes by imported CRLs.',
        belief: 'Roles Anywhere checks certificates by OCSP.',
      },
      {
        id: 'delete-key',
        text: 'Delete the copied private key in IAM Roles Anywhere',
        why: 'AWS has no private key of a server. It has seen the certificate and signatures.',
        belief: 'AWS keeps the private keys of certificates.',
      },
    ],
  },
  {
    ...item,
    id: 'stops-new-sessions',
    type: 'response',
    title: 'Before the next session',
    traps: ['F6', 'F8', 'D3'],
    difficulty: 2,
    situation:
      'A server of a radio telescope gets a new session by its certificate every hour. Its team wants the next CreateSession to fail, whatever happens to the session that runs.',
    stem: 'Which of these make the next CreateSession fail?',
    source: 'rolesanywhere.disable-profile',
    shows: seen('key-file', 'create-session.profile-enabled', { disabled: 'profile' }),
    keys: ['profile', 'crl', 'trust'],
    options: [
      {
        id: 'profile',
        text: 'Disable the profile that the server names',
        why: 'Requests that name a disabled profile are unauthorized.',
      },
      {
        id: 'ca-only',
        text: 'Revoke the certificate at the CA',
        why: 'AWS does not hear of it until a CRL is imported.',
        belief: 'AWS learns of a revocation from the CA.',
      },
      {
        id: 'crl',
        text: 'Import and enable a CRL with the certificate',
        why: 'Enabled CRLs are checked before credentials are issued.',
      },
      {
        id: 'sessions',
        text: 'Revoke the role’s active sessions',
        why: 'This denies sessions issued before now. A new one is not affected.',
        belief: 'Revoking sessions locks the role.',
      },
      {
        id: 'trust',
        text: 'Take the service out of the role’s trust policy',
        why: 'The service assumes the role for the server, and the trust policy must allow that.',
      },
    ],
  },
  {
    ...item,
    id: 'where-the-helper-puts-them',
    type: 'choice',
    title: 'Another program on the host',
    traps: ['F14'],
    difficulty: 3,
    situation:
      'On a shared server of a university, many people’s programs run. One program needs IAM Roles Anywhere. Its key is readable by its own user alone, and so shall its credentials be.',
    stem: 'Which way to run the credential helper fits?',
    deciding: ['so shall its credentials be'],
    source: 'rolesanywhere.helper',
    key: 'process',
    options: [
      {
        id: 'serve',
        text: 'With serve, so that the program asks it on localhost',
        why: 'Any process that reaches the port on localhost gets the credentials.',
        belief: 'A port on localhost is private to one program.',
      },
      {
        id: 'update',
        text: 'With update, so that the program reads them from the file',
        why: 'The credentials stand in a file on disk. Whoever may read that file has them.',
        belief: 'A credentials file is as safe as no file.',
      },
      {
        id: 'process',
        text: 'With credential-process, so that the program’s SDK runs it',
        why: 'The credentials go to the SDK that started the helper. They stand in no file and behind no port.',
      },
      {
        id: 'serve-hops',
        text: 'With serve and a hop limit, so that the program alone asks it',
        why: 'A hop limit of 1 keeps other hosts and containers away. Programs on the same host are as near.',
        belief: 'A hop limit keeps programs of the same host away.',
      },
    ],
  },
  {
    ...item,
    id: 'two-regions-in-two-arns',
    type: 'choice',
    title: 'Dublin and Frankfurt',
    skill: '4.2.4',
    traps: ['F15'],
    difficulty: 3,
    situation:
      'A cinema’s trust anchor is in eu-west-1. A colleague made the profile in eu-central-1. A server runs the credential helper with both ARNs, and the helper prints an error.',
    stem: 'What is the cause?',
    source: 'rolesanywhere.helper',
    key: 'helper-refuses',
    options: [
      {
        id: 'role-region',
        text: 'The role is in a third Region, where neither is',
        why: 'Roles are global. They belong to no Region.',
        belief: 'Roles belong to a Region.',
      },
      {
        id: 'replication',
        text: 'The profile is not yet copied to the other Region',
        why: 'Profiles are Regional and are not copied.',
        belief: 'Resources of Roles Anywhere spread over Regions.',
      },
      {
        id: 'helper-refuses',
        text: 'The Regions of the two ARNs differ, so no call is made',
        why: 'The helper compares the Regions of anchor and profile. It stops before any request leaves.',
      },
      {
        id: 'global',
        text: 'The call must go to the endpoint that serves all Regions',
        why: 'Roles Anywhere has Regional endpoints. Anchor and profile must be in the same one.',
        belief: 'Roles Anywhere has a global endpoint.',
      },
    ],
  },
];
