import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** What goes along from one role to the next: tags, names, source identity. */
export const ALONG_THE_CHAIN_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'tag-stays-behind',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A project tag and a second role',
    skill: '4.2.2',
    traps: ['C15'],
    difficulty: 2,
    situation:
      'Mira takes the role Entry with the session tag project=heron. With that session she takes the role Editor and passes no tags. Editor may read files if the principal’s project is heron, and the role itself has no tags.',
    stem: 'What has to change so that she can read the files?',
    source: 'sts.session-tags',
    options: [
      {
        id: 'permission',
        text: 'Editor’s permissions allow sts:TagSession',
        why: 'That action is about passing tags. In her second call she passes none.',
        belief: 'A role must be allowed to keep its tags.',
      },
      {
        id: 'transitive',
        text: 'Her first call marks the tag as transitive',
        why: 'A transitive tag goes along to the next session. Others stay behind.',
      },
      {
        id: 'name',
        text: 'Her second session takes the name heron',
        why: 'The condition is about a tag. The session’s name is something else.',
        belief: 'The session’s name counts as its project.',
      },
      {
        id: 'trust',
        text: 'Editor’s trust policy names Entry’s session',
        why: 'She is in Editor already. Being trusted brings no tag along.',
        belief: 'A trusted session hands its tags down.',
      },
    ],
    key: 'transitive',
    shows: seen('session-tags', 'read.allowed', { transitive: 'on' }),
  },
  {
    id: 'tag-session-refused',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A tag that makes the call fail',
    skill: '4.2.2',
    traps: ['C15'],
    difficulty: 2,
    situation:
      'Until Friday Mira took a role with AssumeRole. On Monday her script passes a session tag as well, and STS answers AccessDenied. Her own policies allow sts:* on the role.',
    stem: 'What is missing?',
    deciding: ['passes a session tag as well'],
    source: 'sts.session-tags',
    options: [
      {
        id: 'trust',
        text: 'sts:TagSession in the trust policy of the role',
        why: 'A role must accept tags: its trust policy has to allow that action beside AssumeRole.',
      },
      {
        id: 'iam-tag',
        text: 'iam:TagRole in Mira’s identity-based policy',
        why: 'That action changes the tags of the role itself. A session’s tags are not stored there.',
        belief: 'Session tags are written onto the role.',
      },
      {
        id: 'permission',
        text: 'sts:TagSession in the permissions of the role',
        why: 'Those are for calls that the role’s session makes. Here Mira calls.',
        belief: 'A role allows tags for itself by its permissions.',
      },
      {
        id: 'transitive',
        text: 'TransitiveTagKeys in the call to AssumeRole',
        why: 'It says which tags go further along a chain. A tag needs none of that to be accepted.',
        belief: 'A tag that is not transitive is refused.',
      },
    ],
    key: 'trust',
    shows: seen('session-tags', 'assume-entry.tag-session-allowed', { mayTag: 'mira' }),
  },
  {
    id: 'who-was-it',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A name that an auditor can trust',
    skill: '4.1.1',
    traps: ['C16'],
    difficulty: 2,
    situation:
      'Engineers of a parcel service take a role and go on to a second one. The auditor wants to see in each log entry which person acted. An engineer must not be able to change that on the way.',
    stem: 'What should the first call set?',
    deciding: ['must not be able to change that on the way'],
    source: 'sts.source-identity',
    options: [
      {
        id: 'session-name',
        text: 'RoleSessionName, with the person’s name',
        why: 'Each call gives its new session a name of the caller’s choice. The second hop can have another one.',
        belief: 'A session’s name stays along the chain.',
      },
      {
        id: 'tag',
        text: 'A session tag, with the person’s name',
        why: 'A tag that is not transitive is gone after the hop.',
        belief: 'Session tags go along a chain by themselves.',
      },
      {
        id: 'external',
        text: 'ExternalId, with the person’s name',
        why: 'An external ID is tested in the trust policy and is not a part of the session.',
        belief: 'An external ID stays with the session.',
      },
      {
        id: 'source',
        text: 'SourceIdentity, with the person’s name',
        why: 'Once set it cannot be changed, and it stays with the sessions behind it.',
      },
    ],
    key: 'source',
    shows: seen('source-identity', 'assume-payroll.source-identity-kept'),
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
    version: 1,
    type: 'response',
    topic: 'sts',
    title: 'What a source identity needs',
    skill: '4.2.1',
    traps: ['C16'],
    difficulty: 3,
    situation:
      'A session with the source identity ana takes a role of another account. The role’s trust policy allows sts:AssumeRole for it, and so do the session’s own permissions. STS answers AccessDenied.',
    stem: 'Which statements must be added?',
    deciding: ['with the source identity ana', 'of another account'],
    source: 'sts.source-identity',
    options: [
      {
        id: 'own',
        text: 'sts:SetSourceIdentity in the permissions of the calling session',
        why: 'Carrying a source identity along needs the action on the caller’s side.',
      },
      {
        id: 'tag',
        text: 'sts:TagSession in the trust policy of the role',
        why: 'That is for session tags. A source identity has an action of its own.',
        belief: 'A source identity is a session tag.',
      },
      {
        id: 'permission',
        text: 'sts:SetSourceIdentity in the permissions of the role',
        why: 'Those count for calls that the new session makes, and there is none yet.',
        belief: 'A role accepts a source identity by its permissions.',
      },
      {
        id: 'trust',
        text: 'sts:SetSourceIdentity in the trust policy of the role',
        why: 'The role must accept the source identity, and its trust policy says so.',
      },
      {
        id: 'context',
        text: 'sts:SetContext in the trust policy of the role',
        why: 'That is for contexts of an identity provider.',
        belief: 'A source identity is a context of the caller.',
      },
    ],
    keys: ['own', 'trust'],
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
