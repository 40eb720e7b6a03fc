import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Which certificate gets which role, under which name, and with what of its attributes. */

const seen = seenIn('rolesanywhere');

const item = { version: 1, topic: 'rolesanywhere', skill: '4.2.1' } as const;

export const CONDITION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'one-profile-two-roles',
    type: 'choice',
    title: 'Two roles in one profile',
    skill: '4.2.5',
    traps: ['F5'],
    difficulty: 3,
    situation:
      'A hotel has one trust anchor and one profile with the roles Web and Billing. Both trust policies name the service rolesanywhere.amazonaws.com, without conditions. Each server has a certificate of the hotel’s CA.',
    stem: 'Which servers can get the role Billing?',
    deciding: ['without conditions'],
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-other.assume-role-allowed'),
    key: 'every-holder',
    options: [
      {
        id: 'mapped',
        text: 'Servers that the profile maps to this role',
        why: 'A profile lists roles and maps attributes to tags. It maps no certificate to a role.',
        belief: 'A profile maps certificates to roles.',
      },
      {
        id: 'named',
        text: 'Servers with this role’s name in the subject',
        why: 'Nothing compares a subject with a role’s name, unless a condition does.',
        belief: 'The subject of a certificate names its role.',
      },
      {
        id: 'first',
        text: 'Servers that have not asked for the other role',
        why: 'A certificate is not used up or bound by a session. It can be used for each role of the profile.',
        belief: 'A certificate is bound to the role it got first.',
      },
      {
        id: 'every-holder',
        text: 'Servers with a valid certificate of this CA',
        why: 'The caller names the role. Where the trust policy asks nothing of the certificate, each valid one will do.',
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
    type: 'choice',
    title: 'A mapping is removed',
    traps: ['F12'],
    difficulty: 3,
    situation:
      'A role for certificates has a trust policy with one condition: StringNotEquals, aws:PrincipalTag/x509Subject/OU, “Guests”. To save space an administrator removes the mapping of the subject’s OU from the profile. A machine with the OU Guests asks for the role.',
    stem: 'What happens?',
    source: 'rolesanywhere.trust-model',
    key: 'gets-in',
    options: [
      {
        id: 'refused-missing',
        text: 'It is refused, since a missing tag makes the condition false',
        why: 'That holds for StringEquals. A negated operator is true when its key is missing.',
        belief: 'A condition on a missing key is false.',
      },
      {
        id: 'gets-in',
        text: 'It gets the role, since a missing tag makes the condition true',
        why: 'Without the mapping there is no tag, and what is missing does not equal “Guests”.',
      },
      {
        id: 'refused-read',
        text: 'It is refused, since the condition reads the certificate itself',
        why: 'Policies see the tags of the session. They do not read certificates.',
        belief: 'Policies read the attributes in a certificate directly.',
      },
      {
        id: 'error',
        text: 'It gets an error, since the policy names an unknown tag',
        why: 'Policies may name tags that a request does not have. This is no error.',
        belief: 'A condition on a missing key is an error.',
      },
    ],
  },
  {
    ...item,
    id: 'name-in-the-trail',
    type: 'choice',
    title: 'Forty servers under one role',
    skill: '4.1.3',
    traps: ['F21'],
    difficulty: 2,
    situation:
      'Forty servers of a grid operator use one role by IAM Roles Anywhere. Each has a certificate with a common name such as pump-17. Aisha looks for calls of pump-17 in CloudTrail.',
    stem: 'Which field leads her there most directly?',
    source: 'rolesanywhere.trust-model',
    shows: seen('any-certificate', 'open-batch.source-identity-allowed'),
    key: 'source-identity',
    options: [
      {
        id: 'session-name',
        text: 'The session name, with the value pump-17',
        why: 'The session name is the serial number of the certificate, unless the profile accepts other names.',
        belief: 'The session name is the common name.',
      },
      {
        id: 'source-identity',
        text: 'The source identity, with the value CN=pump-17',
        why: 'The common name becomes the source identity, with CN= before it. It stays through role chaining.',
      },
      {
        id: 'user-name',
        text: 'The user name, with the value pump-17',
        why: 'No IAM user takes part. The session is a role’s.',
        belief: 'Each certificate appears as a user.',
      },
      {
        id: 'access-key',
        text: 'The access key ID, with the serial of pump-17',
        why: 'Access key IDs are made by STS and differ in each session.',
        belief: 'The access key ID is made from the certificate.',
      },
    ],
  },
  {
    ...item,
    id: 'two-units-in-one-tag',
    type: 'choice',
    title: 'A second OU in the certificate',
    traps: ['F22'],
    difficulty: 3,
    situation:
      'A trust policy allows a role when aws:PrincipalTag/x509Subject/OU equals Security. In July the CA begins to issue subjects with OU=Security, OU=Engineering. Servers with new certificates get no session, while the mappings are the default ones.',
    stem: 'Which value does the tag have for the new certificates?',
    source: 'rolesanywhere.trust-model',
    key: 'joined',
    options: [
      {
        id: 'first',
        text: 'Security',
        why: 'With this value the condition would hold. No value is left out.',
        belief: 'A tag takes the first of several values.',
      },
      {
        id: 'last',
        text: 'Engineering',
        why: 'A later value does not replace an earlier one.',
        belief: 'A tag takes the last of several values.',
      },
      {
        id: 'joined',
        text: 'Security/Engineering',
        why: 'A principal tag holds one value. Several OUs are joined with slashes, in the order of the certificate.',
      },
      {
        id: 'list',
        text: 'Security and Engineering, as a list',
        why: 'A tag cannot hold a list. So ForAnyValue finds no second value either.',
        belief: 'Several values of a certificate become a list.',
      },
    ],
  },
  {
    ...item,
    id: 'a-session-name-of-choice',
    type: 'choice',
    title: 'A readable session name',
    traps: ['F11'],
    difficulty: 2,
    situation:
      'A developer at a harbour adds --role-session-name crane-4 to the credential helper’s command. The profile was created with the defaults. Before the change all sessions worked.',
    stem: 'What does CreateSession do now?',
    deciding: ['created with the defaults'],
    source: 'rolesanywhere.create-session',
    key: 'denied',
    options: [
      {
        id: 'takes',
        text: 'It issues a session with the name crane-4',
        why: 'It would, if the profile accepted session names. By default acceptRoleSessionName is false.',
        belief: 'The caller is free to choose the session name.',
      },
      {
        id: 'ignores',
        text: 'It issues a session with the serial as its name',
        why: 'A name that is not accepted is not ignored. The call fails.',
        belief: 'A session name that is not accepted is ignored.',
      },
      {
        id: 'denied',
        text: 'It denies the session, as names are not accepted',
        why: 'The profile must have acceptRoleSessionName set to true. Otherwise a custom name is refused.',
      },
      {
        id: 'mismatch',
        text: 'It denies the session, as crane-4 is not the common name',
        why: 'The name is not compared with the certificate. The profile’s setting decides.',
        belief: 'The session name must equal the common name.',
      },
    ],
  },
  {
    ...item,
    id: 'profile-policy-adds',
    type: 'choice',
    title: 'A session policy in a profile',
    skill: '4.2.3',
    traps: ['F24', 'C8'],
    difficulty: 2,
    situation:
      'The role Archive of a parish allows s3:GetObject and s3:PutObject. A profile lists it, with a session policy that allows s3:GetObject and s3:DeleteObject. A server gets a session through this profile.',
    stem: 'What may the session do?',
    source: 'rolesanywhere.create-profile',
    key: 'get',
    options: [
      {
        id: 'get',
        text: 'Get objects',
        why: 'A session may do what both the role and the session policy allow. That is s3:GetObject.',
      },
      {
        id: 'get-delete',
        text: 'Get and delete objects',
        why: 'A session policy filters, it does not replace. Deleting is outside what the role allows.',
        belief: 'A session policy replaces the policies of the role.',
      },
      {
        id: 'get-put',
        text: 'Get and put objects',
        why: 'The session policy leaves s3:PutObject out, so the session has lost it.',
        belief: 'A profile’s session policy cannot take anything away.',
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
