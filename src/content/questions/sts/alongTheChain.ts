import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** What goes along from one role to the next: tags, names, source identity. */
export const ALONG_THE_CHAIN_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'tag-stays-behind',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A project tag and a second role',
    skill: '4.2.2',
    traps: ['C15'],
    difficulty: 2,
    situation:
      'Mira takes the role Entry with the transitive session tag project=heron. With that session she takes the role Editor. Both calls work. Editor’s permissions allow reading the files if aws:RequestTag/project is heron. She is refused.',
    stem: 'What has to change so that she can read the files?',
    deciding: ['transitive', 'aws:RequestTag/project'],
    source: 'sts.session-tags',
    options: [
      {
        id: 'permission',
        text: 'The condition in Editor’s permissions',
        why: 'aws:RequestTag is about tags that a request passes. A tag of the session is tested with aws:PrincipalTag.',
      },
      {
        id: 'transitive',
        text: 'The transitive tags of the call for Entry',
        why: 'The tag is transitive already, so it went along to Editor’s session.',
        belief: 'A tag that cannot be used has stayed behind.',
      },
      {
        id: 'name',
        text: 'The session name of the call for Editor',
        why: 'The condition is about a tag. The session’s name is something else.',
        belief: 'The session’s name counts as its project.',
      },
      {
        id: 'trust',
        text: 'The actions in Editor’s trust policy',
        why: 'She is in Editor already. The trust policy has no say in what she reads.',
        belief: 'A role’s trust policy decides about its tags in later requests.',
      },
    ],
    key: 'permission',
    shows: seen('session-tags', 'read.allowed', {
      transitive: 'on',
      permissions: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::studio-files/*',
            Condition: { StringEquals: { 'aws:RequestTag/project': 'heron' } },
          },
        ],
      }),
    }),
  },
  {
    id: 'tag-session-refused',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A tag that makes the call fail',
    skill: '4.2.2',
    traps: ['C15'],
    difficulty: 2,
    situation:
      'Until Friday Mira took a role of another account with AssumeRole. On Monday her script passes a session tag as well, and STS answers AccessDenied. Her own policy allows sts:AssumeRole on the role. The role’s trust policy allows her sts:AssumeRole and sts:TagSession.',
    stem: 'What has to be added?',
    deciding: ['another account', 'Her own policy allows sts:AssumeRole'],
    source: 'sts.session-tags',
    options: [
      {
        id: 'permission',
        text: 'sts:TagSession in Mira’s own policy',
        why: 'Passing a tag is an action of its own. Across accounts the caller’s side must allow it, too.',
      },
      {
        id: 'trust',
        text: 'sts:TagSession in the role’s trust policy',
        why: 'It is there already. The other account has said its yes.',
        belief: 'Tags are a matter of the trust policy alone.',
      },
      {
        id: 'iam-tag',
        text: 'iam:TagRole in Mira’s own policy',
        why: 'That action changes the tags of the role itself. A session’s tags are not stored there.',
        belief: 'Session tags are written onto the role.',
      },
      {
        id: 'role-permission',
        text: 'sts:TagSession in the role’s permissions',
        why: 'Those are for calls that the role’s session makes. Here Mira calls.',
        belief: 'A role allows tags for itself by its permissions.',
      },
      {
        id: 'transitive',
        text: 'TransitiveTagKeys in the call of her script',
        why: 'It says which tags go further along a chain. A tag needs none of that to be accepted.',
        belief: 'A tag that is not transitive is refused.',
      },
    ],
    key: 'permission',
    shows: seen('session-tags', 'assume-entry.tag-session-allowed', { mayTag: 'role' }),
  },
  {
    id: 'who-was-it',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A value for each customer',
    skill: '4.2.1',
    traps: ['C6', 'C16'],
    difficulty: 2,
    situation:
      'A firm tracks parcels for 40 shops. It takes a role in the account of each shop. A role must refuse the firm when it works for another shop. The value that tells the shops apart must be gone once the session is open.',
    stem: 'Which parameter of AssumeRole should hold that value?',
    deciding: ['must be gone once the session is open'],
    source: 'iam.external-id',
    options: [
      {
        id: 'session-name',
        text: 'RoleSessionName',
        why: 'The name stands in the ARN of the session, and so in each later log entry.',
        belief: 'A session’s name is seen by STS alone.',
      },
      {
        id: 'tag',
        text: 'Tags',
        why: 'Session tags are a part of the session. They are there in its later requests.',
        belief: 'Session tags are for the trust policy and end with the call.',
      },
      {
        id: 'external',
        text: 'ExternalId',
        why: 'The trust policy of each role asks for its own ID. It is tested in this call and is no part of the session.',
      },
      {
        id: 'source',
        text: 'SourceIdentity',
        why: 'It stays with the session and with the sessions behind it. It is made to be seen later.',
        belief: 'A source identity names the customer of a vendor.',
      },
    ],
    key: 'external',
    shows: seen('confused-deputy', 'for-mallory.assume-role-allowed'),
  },
  {
    id: 'what-stays-and-what-goes',
    version: 1,
    type: 'matching',
    topic: 'sts',
    title: 'From the first role to the second',
    skill: '4.2.2',
    traps: ['C15', 'C16'],
    difficulty: 2,
    situation:
      'A caller takes a role with a name, a source identity, two tags and a session policy. With that session it takes a second role and gives nothing but a new name. All policies allow it.',
    stem: 'What becomes of each in the second session?',
    source: 'sts.session-tags',
    prompts: [
      {
        id: 'name',
        text: 'The role session name',
        key: 'replaced',
        why: 'Each call gives its session a name, and the caller chooses it.',
      },
      {
        id: 'source',
        text: 'The source identity',
        key: 'kept',
        why: 'It is set once and goes along the whole chain.',
      },
      {
        id: 'plain',
        text: 'The tag that is not transitive',
        key: 'gone',
        why: 'Such a tag belongs to the session it was passed to.',
      },
      {
        id: 'transitive',
        text: 'The transitive tag',
        key: 'kept',
        why: 'To go along is what transitive means.',
      },
      {
        id: 'policy',
        text: 'The session policy',
        key: 'gone',
        why: 'It limits the session it was passed to. The second session belongs to another role.',
      },
    ],
    responses: [
      { id: 'kept', text: 'It is kept' },
      { id: 'replaced', text: 'It is replaced by what the call gives' },
      { id: 'gone', text: 'It is gone' },
    ],
    shows: seen('session-tags', 'assume-editor.answer', { transitive: 'on' }),
  },
  {
    id: 'source-identity-on-both-sides',
    version: 2,
    type: 'response',
    topic: 'sts',
    title: 'A tag and a source identity on their way',
    skill: '4.2.1',
    traps: ['C15', 'C16'],
    difficulty: 3,
    situation:
      'A session with the source identity ana takes a role of another account and passes a session tag. Its own permissions allow sts:AssumeRole and sts:SetSourceIdentity on the role. The role’s trust policy allows it sts:AssumeRole and sts:TagSession. STS answers AccessDenied.',
    stem: 'Which statements must be added?',
    deciding: ['with the source identity ana', 'of another account', 'passes a session tag'],
    source: 'sts.source-identity',
    options: [
      {
        id: 'own-source',
        text: 'sts:SetSourceIdentity in the permissions of the session',
        why: 'The caller’s side has this action already.',
        belief: 'A source identity is the caller’s affair alone.',
      },
      {
        id: 'own-tag',
        text: 'sts:TagSession in the permissions of the session',
        why: 'Across accounts the caller’s side must allow the tag as well.',
      },
      {
        id: 'own-context',
        text: 'sts:SetContext in the permissions of the session',
        why: 'That is for contexts of an identity provider. The call passes none.',
        belief: 'A source identity is a context of the caller.',
      },
      {
        id: 'trust-source',
        text: 'sts:SetSourceIdentity in the trust policy of the role',
        why: 'The role must accept the source identity that comes along, and its trust policy says so.',
      },
      {
        id: 'trust-tag',
        text: 'sts:TagSession in the trust policy of the role',
        why: 'The role’s side has this action already.',
        belief: 'A tag is accepted by the role’s trust policy alone.',
      },
      {
        id: 'trust-context',
        text: 'sts:SetContext in the trust policy of the role',
        why: 'A context is passed with ProvidedContexts. A tag and a source identity are none.',
        belief: 'Whatever is passed to a session is a context.',
      },
    ],
    keys: ['own-tag', 'trust-source'],
    shows: seen('source-identity', 'assume-payroll.source-identity-allowed', {
      second: 'none',
      carries: 'off',
    }),
  },
  {
    id: 'tags-to-the-second-role',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'A tag on its way to the files',
    skill: '4.2.2',
    traps: ['C15'],
    difficulty: 3,
    situation:
      'Files of a map publisher may be read by sessions of the role Editor that have the tag project=heron. People take the role Entry first and Editor from there. Nobody has used session tags yet, and the trust policies allow sts:AssumeRole alone.',
    stem: 'In which order does a reader get to the files?',
    source: 'sts.session-tags',
    steps: [
      {
        id: 'trust',
        text: 'An administrator allows sts:TagSession in the trust policies',
        why: 'Until the roles accept tags, each call that brings one fails.',
      },
      {
        id: 'entry',
        text: 'The reader takes Entry and marks the tag as transitive',
        why: 'It needs roles that accept tags. What is not marked here stays behind.',
      },
      {
        id: 'editor',
        text: 'The reader takes Editor with the session of Entry',
        why: 'The session of Entry must be there, and hands its transitive tag on.',
      },
      {
        id: 'read',
        text: 'The reader gets the files with the session of Editor',
        why: 'That session has the tag that the files ask for.',
      },
    ],
    others: [
      {
        id: 'role-tag',
        text: 'An administrator marks the tags of Entry itself as transitive',
        why: 'Tags of a role cannot be transitive. Only session tags can.',
        belief: 'A role’s own tags go along a chain.',
      },
    ],
    shows: seen('session-tags', 'read.allowed', { transitive: 'on' }),
  },
];
