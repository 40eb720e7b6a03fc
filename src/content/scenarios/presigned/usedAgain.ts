import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { uniqueId } from '#engine/ids.ts';
import { after, at, days, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'press-photos';
const KEY = 'opening-night.pdf';
const START = at('2026-01-27T18:00:00Z');
const ROTATED = after(START, hours(15));

const EDITOR = user(ACCOUNT, 'photo-desk', {
  policies: [
    policy(
      'PhotoDeskPolicy',
      'identity',
      document(
        allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::${BUCKET}/*`),
        allow('s3:ListBucket', `arn:aws:s3:::${BUCKET}`),
      ),
    ),
  ],
});
const OLD_KEY = userKey(EDITOR);

function worldOf(): World {
  const newspaper = account(ACCOUNT, 'newspaper', REGION, {
    users: [EDITOR],
    buckets: [{ name: BUCKET, region: REGION, objects: { [KEY]: pdf('the opening night') } }],
  });
  return world(START, [newspaper], [OLD_KEY]);
}

type Answer = 'nothing' | 'rotated' | 'off' | 'back' | 'deleted' | 'stripped';

const NEW: WorldChange = {
  kind: 'create-key',
  user: EDITOR.arn,
  keyId: uniqueId('AKIA', ACCOUNT, 'photo-desk, second key'),
};
const OFF: WorldChange = { kind: 'deactivate-key', keyId: OLD_KEY.id };

const CHANGES: Readonly<Record<Answer, readonly WorldChange[]>> = {
  nothing: [],
  rotated: [NEW],
  off: [NEW, OFF],
  back: [NEW, OFF, { kind: 'activate-key', keyId: OLD_KEY.id }],
  deleted: [{ kind: 'delete-object', bucket: BUCKET, key: KEY }],
  stripped: [{ kind: 'replace-policies', principal: EDITOR.arn, policies: [] }],
};

/** A link is not used up, nobody holds a list of links, and rotation ends them only when the old key goes. */
export const usedAgain = defineScenario({
  id: 'used-again',
  lab: 'presigned',
  title: 'A new key, and the old link still opens',
  tag: 'used again',
  summary:
    'A link goes from the reporter to the printer, and on to a stranger. In the morning the photo desk gets a new access key. The old one is still active, and so is the link.',
  subjects: ['s3', 'changes'],
  parties: [
    { id: 'desk', name: 'photo desk', spoken: 'the photo desk' },
    { id: 'reporter', name: 'reporter', spoken: 'the reporter' },
    { id: 'printer', name: 'printer', spoken: 'the printer' },
    { id: 'stranger', name: 'stranger', spoken: 'the stranger' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    answer: {
      kind: 'choice',
      label: 'At 09:00 the next day',
      hint: 'AWS keeps no list of links, and none can be called back alone.',
      options: {
        nothing: 'nothing happens',
        rotated: 'a new access key is made',
        off: 'a new key is made, the old one goes off',
        back: 'the old one goes off and on again',
        deleted: 'the object is deleted',
        stripped: 'the user’s permission is removed',
      },
      initial: 'rotated',
    },
    expires: {
      kind: 'duration',
      label: 'X-Amz-Expires',
      hint: 'How long the link asks to live.',
      min: hours(1),
      max: days(7),
      initial: days(7),
      stops: [hours(1), hours(12), days(1), days(3), days(7)],
    },
    used: {
      kind: 'moment',
      label: 'The stranger comes at',
      hint: 'UTC. The link was signed on 27 January at 18:00.',
      min: after(ROTATED, hours(1)),
      max: after(START, days(9)),
      initial: at('2026-01-28T20:00:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the stranger comes at that moment',
  lives: { sign: 'link' },
  working: { answer: 'nothing' },
  variations: [
    { label: 'Deactivate the old key', knobs: { answer: 'off' } },
    { label: 'Switch it off, and on again', knobs: { answer: 'back' } },
    { label: 'Delete the object', knobs: { answer: 'deleted' } },
    { label: 'Take the user’s permission away', knobs: { answer: 'stripped' } },
    { label: 'Ask for a day only', knobs: { expires: '86400' } },
  ],
  attacker: 'stranger',
  safeguards: [
    { knob: 'answer', off: 'nothing', says: 'The key that signed the link is still active.' },
    {
      knob: 'answer',
      off: 'rotated',
      says: 'There is a new key, but the one that signed the link is still active.',
    },
    { knob: 'answer', off: 'back', says: 'The key that signed the link is active again.' },
  ],
  decides: 'use-stranger.key-known',
  about: 's3.key-known',
  lesson: {
    text: 'A link opens as often as it is used, as long as the key that signed it is active. A second key beside it ends no link.',
    source: 's3.presigned',
  },
  question: 'what-ends-a-link-early',
  setup: ({ answer, expires, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'desk',
        credentials: { keyId: OLD_KEY.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires,
      },
      shared({ id: 'share', at: START, by: 'desk', to: 'reporter' }),
      opened({ id: 'use-reporter', at: START, by: 'reporter' }),
      shared({ id: 'pass-on', at: START, by: 'reporter', to: 'printer' }),
      opened({ id: 'use-printer', at: START, by: 'printer' }),
      shared({ id: 'leak', at: START, by: 'printer', to: 'stranger' }),
      { id: 'night', at: ROTATED, kind: 'wait' },
      ...CHANGES[answer].flatMap((change, index) =>
        changed(ROTATED, change, { id: `answer-${index + 1}` }),
      ),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ id: 'use-stranger', at: used, by: 'stranger' }),
    ];
    return { world: worldOf(), script };
  },
});
