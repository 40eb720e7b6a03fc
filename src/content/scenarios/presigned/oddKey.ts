import type { Act, UrlEdit } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'bistro-menus';
const START = at('2026-01-23T17:00:00Z');

interface OddKey {
  /** The key of the object in the bucket. */
  readonly stored: string;
  /** What somebody takes for the same key. */
  readonly typed: string;
  /** The path that a helpful program makes of the link, percent-encoded. */
  readonly tidied: string;
}

/** The accent that goes over the letter before it; a Mac may store é as e and this. */
const ACUTE = '\u0301';

const ODD_KEYS = {
  accent: {
    stored: `menu-cafe${ACUTE}.pdf`,
    typed: 'menu-caf\u00E9.pdf',
    tidied: '/menu-caf%C3%A9.pdf',
  },
  plus: { stored: 'menu+wine.pdf', typed: 'menu wine.pdf', tidied: '/menu%20wine.pdf' },
  percent: {
    stored: 'menu 50%.pdf',
    typed: 'menu%2050%25.pdf',
    tidied: '/menu%252050%2525.pdf',
  },
  slash: { stored: '/menu.pdf', typed: 'menu.pdf', tidied: '/menu.pdf' },
  dot: { stored: 'menu/./wine.pdf', typed: 'menu/wine.pdf', tidied: '/menu/wine.pdf' },
} as const satisfies Readonly<Record<string, OddKey>>;

const WAITER = user(ACCOUNT, 'menu-board', {
  policies: [
    policy(
      'MenuBoardPolicy',
      'identity',
      document(
        allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/menu*`),
        allow('s3:ListBucket', `arn:aws:s3:::${BUCKET}`),
      ),
    ),
  ],
});
const WAITERS_KEY = userKey(WAITER);

function worldOf(): World {
  const bistro = account(ACCOUNT, 'bistro', REGION, {
    users: [WAITER],
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: Object.fromEntries(
          Object.values(ODD_KEYS).map(({ stored }) => [stored, pdf('a menu')] as const),
        ),
      },
    ],
  });
  return world(START, [bistro], [WAITERS_KEY]);
}

/** A key is a row of bytes: S3 neither composes accents nor merges slashes nor resolves dots, and signs the path as it is. */
export const oddKey = defineScenario({
  id: 'odd-key',
  lab: 'presigned',
  title: 'Two ways to write é, and only one is there',
  tag: 'keys are bytes',
  summary:
    'A menu was uploaded from a Mac, which wrote the é of café as an e and an accent. The link is signed for the é on the keyboard. It looks the same, and S3 finds nothing.',
  subjects: ['s3'],
  parties: [
    { id: 'board', name: 'menu board', spoken: 'the menu board' },
    { id: 'guest', name: 'guest', spoken: 'the guest' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    name: {
      kind: 'choice',
      label: 'In the bucket is',
      hint: 'S3 takes any UTF-8 text of up to 1,024 bytes as a key.',
      options: {
        accent: 'café with e and an accent',
        plus: 'menu+wine.pdf',
        percent: 'menu 50%.pdf',
        slash: '/menu.pdf',
        dot: 'menu/./wine.pdf',
      },
      initial: 'accent',
    },
    signed: {
      kind: 'choice',
      label: 'The link is signed for',
      hint: 'Retyped means: é as one character, a space for the plus, the key encoded by hand, no slash in front, or no dot.',
      options: { stored: 'the key as it is stored', typed: 'the key as somebody retyped it' },
      initial: 'typed',
    },
    sent: {
      kind: 'choice',
      label: 'The guest’s program',
      hint: 'Many programs compose accents, take a plus for a space, encode again, merge slashes or resolve dots.',
      options: { plain: 'leaves the link as it is', tidy: 'tidies its path up' },
      initial: 'plain',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 17:00 for an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(3)),
      initial: at('2026-01-23T17:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { sign: 'link' },
  working: { signed: 'stored' },
  variations: [
    {
      label: 'Take a key with a dot, and a browser that resolves it',
      knobs: { name: 'dot', signed: 'stored', sent: 'tidy' },
    },
    {
      label: 'Leave the dot where it is',
      knobs: { name: 'dot', signed: 'stored' },
    },
    {
      label: 'Take a key that begins with a slash',
      knobs: { name: 'slash', signed: 'stored' },
    },
    { label: 'Take a key with a plus', knobs: { name: 'plus', signed: 'stored' } },
    { label: 'Come an hour late', knobs: { used: '20260123T190000Z' } },
  ],
  decides: 'open-url.object-found',
  about: 's3.object-found',
  setup: ({ name, signed, sent, used }) => {
    const key = ODD_KEYS[name];
    const tidied: UrlEdit = { kind: 'set-path', path: key.tidied };
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'board',
        credentials: { keyId: WAITERS_KEY.id },
        method: 'GET',
        bucket: BUCKET,
        key: key[signed],
        region: REGION,
        expires: hours(1),
      },
      shared({ at: START, by: 'board', to: 'guest' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ at: used, by: 'guest', edits: sent === 'tidy' ? [tidied] : [] }),
    ];
    return { world: worldOf(), script };
  },
});
