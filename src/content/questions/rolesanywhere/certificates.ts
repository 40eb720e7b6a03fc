import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Which certificates are accepted, until when, and what ends the access they give. */

const seen = seenIn('rolesanywhere');

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const CERTIFICATE_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'revoked-at-the-ca',
    version: 2,
    type: 'choice',
    title: 'Four lost laptops',
    traps: ['F6'],
    difficulty: 2,
    situation:
      'A wind farm’s CA revokes the certificates of four lost laptops. Eva’s serial number is in the CRL at the address that her certificate names. Jonas’s is answered as revoked by the CA’s OCSP responder. Lea’s is in a CRL that was imported into IAM Roles Anywhere and enabled. Timo’s is in one that was imported and not enabled. Each has one place only. Then all four call CreateSession.',
    stem: 'Whose laptop is refused for its revocation?',
    deciding: ['imported into IAM Roles Anywhere and enabled'],
    source: 'rolesanywhere.trust-model',
    shows: seen('key-file', 'create-session.not-revoked', {
      certificate: 'revoked',
      listed: 'enabled',
    }),
    key: 'enabled-list',
    options: [
      {
        id: 'address',
        text: 'Eva’s',
        why: 'The address in a certificate is not followed. A CRL counts when somebody has imported it.',
        belief: 'Roles Anywhere fetches the CRL that a certificate names.',
      },
      {
        id: 'responder',
        text: 'Jonas’s',
        why: 'Roles Anywhere asks no OCSP responder. It makes no calls to a PKI.',
        belief: 'Roles Anywhere checks certificates by OCSP.',
      },
      {
        id: 'enabled-list',
        text: 'Lea’s',
        why: 'What counts are CRLs that were imported and enabled. Lea’s certificate is on such a list.',
      },
      {
        id: 'disabled-list',
        text: 'Timo’s',
        why: 'Importing a CRL does not enable it. Until somebody does, it is not looked at.',
        belief: 'A CRL counts as soon as it is imported.',
      },
    ],
  },
  {
    ...item,
    id: 'listed-while-at-work',
    version: 2,
    type: 'choice',
    title: 'A list arrives during a session',
    traps: ['F7', 'D3'],
    difficulty: 2,
    situation:
      'At 14:00 a server gets a session of one hour by its certificate. At 14:20 an administrator imports a CRL that names the certificate. He leaves it as the import made it, disabled. At 14:40 the server looks at what it can use: the session it has, and a new one.',
    stem: 'Which sessions can the server use?',
    deciding: ['disabled'],
    source: 'rolesanywhere.import-crl',
    shows: seen('key-file', 'write.allowed', { certificate: 'revoked', listed: 'imported' }),
    key: 'both',
    options: [
      {
        id: 'neither',
        text: 'No session',
        why: 'An enabled list would stop new sessions. Running ones go on to their end with any list.',
        belief: 'Revoking a certificate ends its sessions.',
      },
      {
        id: 'old-session',
        text: 'The old session',
        why: 'It would be so with an enabled list. This one is not looked at when a session is issued.',
        belief: 'A CRL counts as soon as it is imported.',
      },
      {
        id: 'new-session',
        text: 'A new session',
        why: 'A list is looked at when a session is issued. It ends none that was issued before.',
        belief: 'A CRL works backwards, on what was issued before it.',
      },
      {
        id: 'both',
        text: 'The old session and a new one',
        why: 'A list that is not enabled refuses nobody, and no list ends a session that runs.',
      },
    ],
  },
  {
    ...item,
    id: 'anchor-switched-off',
    version: 2,
    type: 'choice',
    title: 'The anchor is disabled, and then a deny',
    traps: ['F8'],
    difficulty: 3,
    situation:
      'A logistics firm suspects its CA. Server A has a session since 16:05, for an hour. At 16:10 Bruno disables the trust anchor. At 16:15 server B asks for its first session. At 16:20 Bruno denies the role all actions where aws:TokenIssueTime is before 16:20, and the deny takes effect.',
    stem: 'Who can call AWS at 16:30?',
    source: 'rolesanywhere.disable-anchor',
    shows: seen('key-file', 'create-session.anchor-enabled', { disabled: 'anchor' }),
    key: 'nobody',
    options: [
      {
        id: 'nobody',
        text: 'No server',
        why: 'The disabled anchor kept server B out. Server A’s session ran on until the deny, which covers what was issued before 16:20.',
      },
      {
        id: 'a-alone',
        text: 'Server A',
        why: 'The anchor alone would leave server A its session. The deny takes away what that session may do.',
        belief: 'Nothing reaches a session that was issued.',
      },
      {
        id: 'b-alone',
        text: 'Server B',
        why: 'Server B named a disabled anchor in its call. Such requests are unauthorized, so it has no session.',
        belief: 'A disabled anchor ends old sessions and allows new ones.',
      },
      {
        id: 'both',
        text: 'Servers A and B',
        why: 'Server B got no session from a disabled anchor, and server A’s is denied.',
        belief: 'Changes take effect when the running sessions have ended.',
      },
    ],
  },
  {
    ...item,
    id: 'certificate-ends-first',
    version: 2,
    type: 'choice',
    title: 'The certificate ends at ten past twelve',
    traps: ['F10'],
    difficulty: 2,
    situation:
      'A weather station’s certificate is valid until 12:10. At 12:05 the station gets a session of one hour from IAM Roles Anywhere. It has no newer certificate. The engineer asks for how long the station can still open another session.',
    stem: 'What is the right answer to the engineer?',
    deciding: ['open another session'],
    source: 'rolesanywhere.create-session',
    shows: seen('key-file', 'create-session.certificate-current', { certificate: 'ended' }),
    key: 'certificate-end',
    options: [
      {
        id: 'certificate-end',
        text: '12:10',
        why: 'The certificate is checked each time a session is issued. The session that runs goes on until 13:05, and opens no other.',
      },
      {
        id: 'least',
        text: '12:20',
        why: 'Fifteen minutes is the shortest session. It has nothing to do with when one can be opened.',
        belief: 'A certificate may be used for the shortest session after its end.',
      },
      {
        id: 'session-end',
        text: '13:05',
        why: 'Until then the session that runs can be used. It is no proof for another one.',
        belief: 'A session can be renewed for as long as it lasts.',
      },
      {
        id: 'renewed',
        text: '14:05',
        why: 'A second session at 13:05 would need a certificate that is valid at 13:05.',
        belief: 'A session can be renewed without the certificate.',
      },
    ],
  },
  {
    ...item,
    id: 'ca-validity-renewed',
    version: 3,
    type: 'choice',
    title: 'Four film archives and their CAs',
    traps: ['F23'],
    difficulty: 3,
    situation:
      'In March four film archives changed the CA behind their trust anchor. Oslo renewed its AWS Private CA with the same key and called UpdateTrustAnchor. Paris renewed its AWS Private CA with the same key and did nothing else. Quito replaced the certificate in its anchor by that of a new CA with a new key. Riga did the same, and issued its servers new certificates. The old CA certificates ended on 30 June. All certificates of servers are in date.',
    stem: 'Whose calls of CreateSession failed in April?',
    deciding: ['in April'],
    source: 'rolesanywhere.trust-model',
    key: 'quito',
    options: [
      {
        id: 'oslo',
        text: 'Oslo’s',
        why: 'The key is the same, so each path still leads to the anchor. With the update it goes on after June as well.',
        belief: 'Renewing a CA ends the certificates below it.',
      },
      {
        id: 'paris',
        text: 'Paris’s',
        why: 'The anchor keeps the validity that it saw last, which ends on 30 June. Its calls fail from July on, until the anchor is updated.',
        belief: 'A trust anchor fails as soon as its CA is renewed.',
      },
      {
        id: 'quito',
        text: 'Quito’s',
        why: 'The servers’ certificates are signed by the old key. No path leads from them to the new CA.',
      },
      {
        id: 'riga',
        text: 'Riga’s',
        why: 'The new certificates lead to the new CA. The roles know the anchor by its ARN, and an update does not change that.',
        belief: 'A trust policy holds the CA’s certificate.',
      },
    ],
  },
  {
    ...item,
    id: 'certificates-refused',
    version: 2,
    type: 'response',
    title: 'Six certificates',
    traps: ['F9'],
    difficulty: 3,
    situation:
      'A steel works tries six end-entity certificates with IAM Roles Anywhere. Each has a path to the trust anchor, is X.509 version 3 and is within its dates. The crane’s has an empty subject and a DNS name. The forge’s lacks Digital Signature in its key usage. The hall’s has no extended key usage. The lathe’s was signed with SHA-1. The press’s has an elliptic curve key. The saw’s does not come from AWS Private CA. Nothing else is unusual.',
    stem: 'Whose certificates are refused?',
    source: 'rolesanywhere.trust-model',
    shows: seen('key-file', 'create-session.certificate-sufficient', { certificate: 'usage' }),
    keys: ['no-subject', 'no-usage', 'sha1'],
    options: [
      {
        id: 'no-subject',
        text: 'The crane’s',
        why: 'The subject must not be empty. An alternative name does not take its place.',
      },
      {
        id: 'no-usage',
        text: 'The forge’s',
        why: 'The certificate’s key signs the call. Its key usage must allow signatures.',
      },
      {
        id: 'no-eku',
        text: 'The hall’s',
        why: 'AWS’s list asks for no extended key usage. Digital Signature in the key usage is what counts.',
        belief: 'The extended key usage must say clientAuth.',
      },
      {
        id: 'sha1',
        text: 'The lathe’s',
        why: 'Certificates must be signed with SHA-256 or stronger. SHA-1 and MD5 are refused.',
      },
      {
        id: 'ec-key',
        text: 'The press’s',
        why: 'Keys may be RSA, elliptic curve or ML-DSA.',
        belief: 'Certificates need an RSA key.',
      },
      {
        id: 'private-ca',
        text: 'The saw’s',
        why: 'A CA outside AWS will do, if its certificate is the trust anchor.',
        belief: 'AWS Private CA is required.',
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
    version: 2,
    type: 'choice',
    title: 'A program that reads one file',
    traps: ['F14'],
    difficulty: 3,
    situation:
      'An old archive program runs alone on its server. It reads the shared credentials file anew before each call to AWS. It can start no other program and asks no endpoint for credentials. The server gets its sessions by IAM Roles Anywhere.',
    stem: 'Which command of the credential helper fits?',
    deciding: ['can start no other program', 'asks no endpoint'],
    source: 'rolesanywhere.helper',
    key: 'update',
    options: [
      {
        id: 'process',
        text: 'credential-process',
        why: 'An SDK starts the helper with this command and takes what it prints. This program can start nothing. Where it can, no file is needed.',
        belief: 'The command that keeps credentials out of files fits each program.',
      },
      {
        id: 'serve',
        text: 'serve',
        why: 'It answers on localhost like the metadata service of an instance. The program asks no endpoint, and others on the host could.',
        belief: 'Each program asks the metadata endpoint for credentials.',
      },
      {
        id: 'sign-string',
        text: 'sign-string',
        why: 'It signs a text with the private key and gets no credentials.',
        belief: 'A signature is all that a program needs to call AWS.',
      },
      {
        id: 'update',
        text: 'update',
        why: 'It writes new credentials into the shared credentials file before the old ones end. Whoever can read the file has them.',
      },
    ],
  },
  {
    ...item,
    id: 'two-regions-in-two-arns',
    version: 2,
    type: 'choice',
    title: 'Dublin, Frankfurt and Milan',
    skill: '4.2.4',
    traps: ['F15'],
    difficulty: 3,
    situation:
      'A cinema’s trust anchor is in eu-west-1. A colleague made the profile in eu-central-1, while she worked on the role. The films are in a bucket in eu-south-1. The credential helper stops with an error about the ARNs it was given. The trust anchor shall stay where it is.',
    stem: 'What has to be made anew in eu-west-1?',
    source: 'rolesanywhere.helper',
    shows: seen('two-regions', 'create-session.profile-found'),
    key: 'profile',
    options: [
      {
        id: 'bucket',
        text: 'The bucket',
        why: 'The credentials come from STS and can be used in each Region. The bucket may be where it is.',
        belief: 'Credentials work in the Region they come from.',
      },
      {
        id: 'certificate',
        text: 'The certificate',
        why: 'A certificate belongs to no Region. It leads to the CA that the anchor holds.',
        belief: 'A certificate is issued for a Region.',
      },
      {
        id: 'profile',
        text: 'The profile',
        why: 'Anchor and profile are Regional and must be in the same one. The helper compares their ARNs before any call is made.',
      },
      {
        id: 'role',
        text: 'The role',
        why: 'Roles are global. They belong to no Region.',
        belief: 'Roles belong to a Region.',
      },
    ],
  },
];
