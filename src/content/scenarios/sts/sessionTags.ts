import type { Act, SessionTag } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
import type { Tags } from '#engine/principal.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';

const HOME = '111122223333';
const STUDIO = '444455556666';
const REGION = 'eu-central-1';
const BUCKET = 'studio-files';
const START = at('2026-01-15T10:00:00Z');
const MIRA = userArn(HOME, 'mira');
const ENTRY = roleArn(STUDIO, 'StudioEntry');
const EDITOR = roleArn(STUDIO, 'StudioEditor');
const KEY = uniqueId('AKIA', HOME, 'mira');

const TAGGING = ['sts:AssumeRole', 'sts:TagSession'];

const ownProject = document(
  allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/\${aws:PrincipalTag/project}/*`),
);

type Second = 'nothing' | 'same' | 'case' | 'twice';

/** The tags of the second call. */
const SECOND_TAGS: Readonly<Record<Second, readonly SessionTag[]>> = {
  nothing: [],
  same: [{ key: 'project', value: 'heron' }],
  case: [{ key: 'Project', value: 'falcon' }],
  twice: [
    { key: 'team', value: 'cut' },
    { key: 'Team', value: 'sound' },
  ],
};

type MayTag = 'both' | 'mira' | 'role';

const ROLE_TAGS: Readonly<Record<'none' | 'heron' | 'falcon', Tags>> = {
  none: {},
  heron: { project: 'heron' },
  falcon: { project: 'falcon' },
};

interface Setting {
  readonly mayTag: MayTag;
  readonly roleTags: Tags;
  readonly permissions: PolicyDocument;
}

function worldOf({ mayTag, roleTags, permissions }: Setting): World {
  const mira = user(HOME, 'mira', {
    policies: [
      policy(
        'MiraPolicy',
        'identity',
        document(allow(mayTag === 'role' ? 'sts:AssumeRole' : TAGGING, ENTRY)),
      ),
    ],
  });
  const entry = role(STUDIO, 'StudioEntry', {
    trustPolicy: trusting('StudioEntry', MIRA, {
      Action: mayTag === 'mira' ? 'sts:AssumeRole' : TAGGING,
    }),
  });
  const editor = role(STUDIO, 'StudioEditor', {
    trustPolicy: trusting('StudioEditor', ENTRY, { Action: TAGGING }),
    policies: [policy('OwnProjectOnly', 'identity', permissions)],
    tags: roleTags,
  });
  const film = { contentType: 'text/plain', body: 'Scene 1' };
  const studio = account(STUDIO, 'studio', REGION, {
    roles: [entry, editor],
    buckets: [{ name: BUCKET, region: REGION, objects: { 'heron/scene-1.txt': film } }],
  });
  return world(START, [account(HOME, 'home', REGION, { users: [mira] }), studio], [userKey(mira)]);
}

/** Session tags: a permission of their own, ABAC by a policy variable, and what a chain hands down. */
export const sessionTags = defineScenario({
  id: 'session-tags',
  lab: 'sts',
  title: 'The tag that stayed behind',
  tag: 'ABAC',
  summary:
    'Mira tags her session with the project heron and goes on to a second role. There the tag is gone, and with it her files.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'mira', name: 'Mira', spoken: 'Mira' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    transitive: {
      kind: 'toggle',
      label: 'The tag is transitive',
      hint: 'TransitiveTagKeys in the first call. A tag is not transitive by itself.',
      initial: false,
    },
    mayTag: {
      kind: 'choice',
      label: 'sts:TagSession is allowed by',
      hint: 'Mira and the first role are in different accounts, so both sides have a say.',
      options: {
        both: 'Mira’s policy and the trust policy',
        mira: 'Mira’s policy only',
        role: 'the trust policy only',
      },
      initial: 'both',
    },
    second: {
      kind: 'choice',
      label: 'The second call tags',
      hint: 'Tag keys are compared without case. What was handed down cannot be set again.',
      options: {
        nothing: 'nothing',
        same: 'project=heron again',
        case: 'Project=falcon, with a capital',
        twice: 'team and Team',
      },
      initial: 'nothing',
    },
    roleTag: {
      kind: 'choice',
      label: 'The second role’s own tag',
      hint: 'A tag of the session replaces the role’s own tag of the same key.',
      options: { none: 'none', heron: 'project=heron', falcon: 'project=falcon' },
      initial: 'none',
    },
    permissions: {
      kind: 'policy',
      label: 'What the second role may do',
      hint: 'The variable becomes the session’s tag. Without a tag it matches nothing.',
      policyType: 'identity',
      initial: ownProject,
    },
    used: {
      kind: 'moment',
      label: 'The file is read at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T10:15:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the file is read at that moment',
  lives: { 'assume-entry': 'first session', 'assume-editor': 'second session' },
  working: { transitive: 'on' },
  variations: [
    { label: 'Tag the second session as well', knobs: { second: 'same' } },
    {
      label: 'Hand the tag down, over the role’s own tag',
      knobs: { transitive: 'on', roleTag: 'falcon' },
    },
    { label: 'Forget sts:TagSession in the trust policy', knobs: { mayTag: 'mira' } },
    {
      label: 'Set a transitive tag again, in another case',
      knobs: { transitive: 'on', second: 'case' },
    },
    {
      label: 'Hand the tag down, and come too late',
      knobs: { transitive: 'on', used: '20260115T113000Z' },
    },
  ],
  decides: 'read.allowed',
  about: 'api.allowed',
  setup: ({ transitive, mayTag, second, roleTag, permissions, used }) => {
    const assume = { at: START, kind: 'sts:AssumeRole', by: 'mira', to: 'sts' } as const;
    const tags = SECOND_TAGS[second];
    const script: readonly Act[] = [
      {
        ...assume,
        id: 'assume-entry',
        region: REGION,
        credentials: { keyId: KEY },
        roleArn: ENTRY,
        roleSessionName: 'mira',
        tags: [{ key: 'project', value: 'heron' }],
        ...(transitive && { transitiveTagKeys: ['project'] }),
      },
      {
        ...assume,
        id: 'assume-editor',
        region: REGION,
        credentials: { issuedBy: 'assume-entry' },
        roleArn: EDITOR,
        roleSessionName: 'mira',
        ...(tags.length > 0 && { tags }),
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-editor'] },
      {
        id: 'read',
        at: used,
        kind: 'call',
        by: 'mira',
        to: 's3',
        credentials: { issuedBy: 'assume-editor' },
        region: REGION,
        action: 's3:GetObject',
        resources: [`arn:aws:s3:::${BUCKET}/heron/scene-1.txt`],
      },
    ];
    return {
      world: worldOf({ mayTag, roleTags: ROLE_TAGS[roleTag], permissions }),
      script,
    };
  },
});
