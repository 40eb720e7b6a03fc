import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Which certificate gets which role, under which name, and with what of its attributes. */

const seen = seenIn('rolesanywhere');

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const CONDITION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'one-profile-two-roles',
    version: 2,
    type: 'choice',
    title: 'Two roles, two profiles, four servers',
    skill: '4.2.5',
    traps: ['F5'],
    difficulty: 3,
    situation:
      'A hotel has one CA and one trust anchor. The profile Front lists the role Web, the profile Back lists Web and Billing. Web’s trust policy has no conditions. Billing’s asks that the subject’s OU is Finance. Four servers with valid certificates ask for Billing. Adler (OU Web) and Birke (no OU) name the profile Back. Dachs (OU Finance) names Front, and Eule (OU Finance) names Back.',
    stem: 'Which server gets the role Billing?',
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-other.assume-role-allowed', { tests: 'subject' }),
    key: 'eule',
    options: [
      {
        id: 'adler',
        text: 'Adler',
        why: 'The profile lists the role, and ties no certificate to it. The condition in the trust policy does, and OU Web does not meet it.',
        belief: 'A profile maps certificates to roles.',
      },
      {
        id: 'birke',
        text: 'Birke',
        why: 'Without an OU there is no such tag, and StringEquals on a missing tag is false.',
        belief: 'A condition on an attribute that is absent is skipped.',
      },
      {
        id: 'dachs',
        text: 'Dachs',
        why: 'Its subject would do. But the role must be listed in the profile that the call names.',
        belief: 'The profile in the call does not matter if the trust policy agrees.',
      },
      {
        id: 'eule',
        text: 'Eule',
        why: 'The profile that it names lists the role, and its subject meets the condition of the trust policy.',
      },
    ],
  },
  {
    ...item,
    id: 'narrow-the-role',
    type: 'response',
    title: 'One server for one role',
    traps: ['F5'],
    difficulty: 3,
    situation:
      'A ferry company has two trust anchors, for its own CA and for the CA of a firm it bought. The role Tickets shall serve the server whose certificate of the own CA has the common name tickets-01. Each CA could issue that name.',
    stem: 'Which conditions in the trust policy are needed together?',
    deciding: ['Each CA could issue that name'],
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-other.assume-role-allowed', {
      tests: 'both',
      other: 'namesake',
    }),
    keys: ['source-arn', 'subject'],
    options: [
      {
        id: 'source-account',
        text: 'aws:SourceAccount equals the company’s account',
        why: 'Both anchors are in this account, so the condition tells nothing apart.',
        belief: 'The account is enough to tell anchors apart.',
      },
      {
        id: 'source-arn',
        text: 'aws:SourceArn equals the ARN of the own anchor',
        why: 'A common name is unique within one CA at best. The anchor says which CA vouched.',
      },
      {
        id: 'external-id',
        text: 'sts:ExternalId equals tickets-01',
        why: 'Roles Anywhere sends no external ID, so nobody would get in.',
        belief: 'An external ID can name the server.',
      },
      {
        id: 'subject',
        text: 'aws:PrincipalTag/x509Subject/CN equals tickets-01',
        why: 'The attributes of the certificate arrive as tags of the session. This one tells the server from others.',
      },
      {
        id: 'principal-arn',
        text: 'aws:PrincipalArn equals the ARN of the profile',
        why: 'A profile is no principal. The documentation names no key that holds the profile’s ARN.',
        belief: 'A trust policy can test the profile.',
      },
    ],
  },
  {
    ...item,
    id: 'mapping-taken-away',
    version: 2,
    type: 'choice',
    title: 'A mapping is removed',
    traps: ['F12'],
    difficulty: 3,
    situation:
      'A ferry’s profile lists two roles. The trust policy of Bridge has the condition StringEquals, aws:PrincipalTag/x509Subject/OU, “Crew”. That of Deck has StringNotEquals, the same key, “Guests”. To save space an administrator removes the mapping of the subject’s OU from the profile. A machine with OU Crew asks for both roles.',
    stem: 'Which of the roles does the machine get?',
    deciding: ['removes the mapping'],
    source: 'rolesanywhere.trust-model',
    key: 'deck',
    options: [
      {
        id: 'neither',
        text: 'No role',
        why: 'StringEquals is false when its key is missing. StringNotEquals is true then.',
        belief: 'A condition on a missing key is false.',
      },
      {
        id: 'bridge',
        text: 'The role Bridge',
        why: 'Policies see the tags of the session, not the certificate. The tag for Bridge is gone.',
        belief: 'Policies read the attributes in a certificate directly.',
      },
      {
        id: 'deck',
        text: 'The role Deck',
        why: 'Without the mapping there is no tag. What is missing does not equal “Crew”, and it does not equal “Guests” either.',
      },
      {
        id: 'both',
        text: 'The roles Bridge and Deck',
        why: 'Both were open before. Bridge needs the tag that the mapping made.',
        belief: 'A condition on a missing key is skipped.',
      },
    ],
  },
  {
    ...item,
    id: 'name-in-the-trail',
    version: 2,
    type: 'choice',
    title: 'One session of many',
    skill: '4.1.3',
    traps: ['F21'],
    difficulty: 2,
    situation:
      'A grid operator’s server opens a new session by IAM Roles Anywhere every hour. It has one certificate, and the settings are the defaults. Somebody copied the credentials of one of these sessions. Aisha looks in CloudTrail for the calls made with just these, and not for those of the hours before and after.',
    stem: 'Which value tells these calls from the others?',
    deciding: ['not for those of the hours before and after'],
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-batch.answer'),
    key: 'access-key',
    options: [
      {
        id: 'access-key',
        text: 'The access key ID',
        why: 'STS makes new credentials for each session, so each has an access key ID of its own.',
      },
      {
        id: 'principal',
        text: 'The ID of the role',
        why: 'All servers that use the role share it, in each of their sessions.',
        belief: 'Each session has a role ID of its own.',
      },
      {
        id: 'session-name',
        text: 'The session name',
        why: 'By default it is the serial number of the certificate. As long as the certificate stays, so does the name.',
        belief: 'A session name is made up anew for each session.',
      },
      {
        id: 'source-identity',
        text: 'The source identity',
        why: 'It is the common name with CN= before it. It leads to the server, in whichever session.',
        belief: 'The source identity names a session.',
      },
    ],
  },
  {
    ...item,
    id: 'two-units-in-one-tag',
    version: 2,
    type: 'choice',
    title: 'A second OU in the certificate',
    traps: ['F22'],
    difficulty: 3,
    situation:
      'A trust policy allows a role when aws:PrincipalTag/x509Subject/OU equals Security. In July the CA begins to issue subjects with OU=Engineering, OU=Security, in this order. The mappings are the default ones, and the policy is to be mended for the new certificates.',
    stem: 'Which value must the policy test?',
    source: 'rolesanywhere.trust-model',
    key: 'in-order',
    options: [
      {
        id: 'first',
        text: 'Engineering',
        why: 'No value is left out. The tag holds both.',
        belief: 'A tag takes the first of several values.',
      },
      {
        id: 'in-order',
        text: 'Engineering/Security',
        why: 'A principal tag holds one value. Several OUs are joined with slashes, in the order of the certificate.',
      },
      {
        id: 'last',
        text: 'Security',
        why: 'A later value does not replace an earlier one, so the old test stays false.',
        belief: 'A tag takes the last of several values.',
      },
      {
        id: 'reversed',
        text: 'Security/Engineering',
        why: 'Values are joined as the certificate has them. They are not turned around.',
        belief: 'Parts of a subject are read from the end.',
      },
    ],
  },
  {
    ...item,
    id: 'a-session-name-of-choice',
    version: 2,
    type: 'choice',
    title: 'A readable session name',
    traps: ['F11'],
    difficulty: 2,
    situation:
      'A harbour’s profile was created with acceptRoleSessionName set to true. A developer adds --role-session-name crane-4 to the credential helper’s command. The certificate’s common name is crane-04.port. Before the change all sessions worked.',
    stem: 'What does CreateSession give now?',
    deciding: ['acceptRoleSessionName set to true'],
    source: 'rolesanywhere.create-session',
    shows: seen('own-name', 'create-session.session-name-accepted', { accepted: 'on' }),
    key: 'takes',
    options: [
      {
        id: 'takes',
        text: 'A session named crane-4',
        why: 'The profile accepts names from the caller. With the default, false, this call would be refused.',
      },
      {
        id: 'common-name',
        text: 'A session named crane-04.port',
        why: 'The common name becomes the source identity. It is not used as a session name.',
        belief: 'The session name is the common name.',
      },
      {
        id: 'serial',
        text: 'A session named after the serial number',
        why: 'It is the name where the caller gives none. This caller gives one, and the profile accepts it.',
        belief: 'A session name from the caller is ignored.',
      },
      {
        id: 'no-session',
        text: 'An error, and no session',
        why: 'It would be so with a profile made by the defaults. The name need not equal anything in the certificate.',
        belief: 'The session name must equal the common name.',
      },
    ],
  },
  {
    ...item,
    id: 'profile-policy-adds',
    version: 2,
    type: 'choice',
    title: 'A session policy in a profile',
    skill: '4.2.3',
    traps: ['F24', 'C8'],
    difficulty: 2,
    situation:
      'The role Archive of a parish allows s3:GetObject and s3:DeleteObject. A profile lists it, with a session policy that allows s3:GetObject, s3:PutObject and s3:DeleteObject. A server gets a session through this profile. No other policy concerns it.',
    stem: 'What may the session do?',
    source: 'rolesanywhere.create-profile',
    key: 'get-delete',
    options: [
      {
        id: 'get',
        text: 'Get objects',
        why: 'Deleting is allowed by the role and by the session policy as well.',
        belief: 'A session policy leaves what is harmless.',
      },
      {
        id: 'get-delete',
        text: 'Get and delete objects',
        why: 'A session may do what both the role and the session policy allow. Both allow these two.',
      },
      {
        id: 'get-put',
        text: 'Get and put objects',
        why: 'The role does not allow s3:PutObject, and a session policy gives nothing.',
        belief: 'A session policy takes the place of the role’s permissions.',
      },
      {
        id: 'union',
        text: 'Get, put and delete objects',
        why: 'Policies of a role and of a session are not added up.',
        belief: 'A session policy adds to the role.',
      },
    ],
  },
  {
    ...item,
    id: 'attribute-and-trace',
    type: 'matching',
    title: 'Where a certificate shows up',
    traps: ['F11', 'F21', 'F22', 'F5'],
    difficulty: 3,
    situation:
      'A server shows a certificate, and Roles Anywhere opens a session with it. Mappings and session names are as they are by default. Grace writes conditions and searches logs.',
    stem: 'Where does each fact appear?',
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-batch.assume-role-allowed', { tests: 'both' }),
    prompts: [
      {
        id: 'cn',
        text: 'The common name, with a prefix',
        key: 'source-identity',
        why: 'The source identity is CN= and the common name.',
      },
      {
        id: 'serial',
        text: 'The serial number',
        key: 'session-name',
        why: 'By default the role session is named after the serial number.',
      },
      {
        id: 'ou',
        text: 'The organizational unit of the subject',
        key: 'subject-tag',
        why: 'Each part of the subject becomes a tag of its own below x509Subject.',
      },
      {
        id: 'issuer',
        text: 'The name of the CA that signed it',
        key: 'issuer-tag',
        why: 'The issuer’s name becomes tags too, below x509Issuer.',
      },
      {
        id: 'anchor',
        text: 'The trust anchor that was named in the call',
        key: 'source-arn',
        why: 'The service gives the ARN of the anchor as aws:SourceArn.',
      },
    ],
    responses: [
      { id: 'source-identity', text: 'sts:SourceIdentity' },
      { id: 'session-name', text: 'The role session name' },
      { id: 'subject-tag', text: 'aws:PrincipalTag/x509Subject/…' },
      { id: 'issuer-tag', text: 'aws:PrincipalTag/x509Issuer/…' },
      { id: 'source-arn', text: 'aws:SourceArn' },
      {
        id: 'external-id',
        text: 'sts:ExternalId',
        why: 'An external ID is sent by a third party that assumes a role. Roles Anywhere sends none.',
        belief: 'An external ID identifies whoever comes from outside AWS.',
      },
    ],
  },
];
