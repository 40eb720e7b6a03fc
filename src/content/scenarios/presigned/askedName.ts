import type { Act, UrlEdit } from '#engine/act.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { ObjectVersion, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'shop-invoices';
const KEY = '2026/0007.pdf';
const START = at('2026-01-12T13:00:00Z');

const OBJECTS = `arn:aws:s3:::${BUCKET}/*`;
const list = allow('s3:ListBucket', `arn:aws:s3:::${BUCKET}`);

/** What the shop may read: versions have an action of their own. */
const RIGHTS = {
  current: document(allow('s3:GetObject', OBJECTS), list),
  versions: document(allow(['s3:GetObject', 's3:GetObjectVersion'], OBJECTS), list),
} as const;

const VERSIONS = {
  first: 'first-print-of-invoice-7-EXAMPLE',
  marker: 'deletion-of-invoice-0007-EXAMPLE',
  unknown: 'no-version-of-invoice-7--EXAMPLE',
} as const;

const NAMES = {
  none: undefined,
  plain: 'invoice-7.pdf',
  accent: 'Überweisung 7.pdf',
  number: 'Rechnung № 7.pdf',
} as const;

const EDITS: Readonly<Record<'nothing' | 'name' | 'version', readonly UrlEdit[]>> = {
  nothing: [],
  name: [
    {
      kind: 'set-parameter',
      name: 'response-content-disposition',
      value: 'attachment%3B%20filename%3D%22mine.pdf%22',
    },
  ],
  version: [{ kind: 'set-parameter', name: 'versionId', value: VERSIONS.first }],
};

const SHOP = user(ACCOUNT, 'shop');
const SHOPS_KEY = userKey(SHOP);

function worldOf(rights: keyof typeof RIGHTS): World {
  const earlier: readonly ObjectVersion[] = [
    { kind: 'delete-marker', versionId: VERSIONS.marker },
    { ...pdf('invoice 7, first print'), versionId: VERSIONS.first },
  ];
  const firm = account(ACCOUNT, 'shop', REGION, {
    users: [{ ...SHOP, policies: [policy('ShopPolicy', 'identity', RIGHTS[rights])] }],
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        isVersioned: true,
        objects: {
          [KEY]: { ...pdf('invoice 7'), versionId: 'second-print-invoice-7---EXAMPLE' },
        },
        earlier: { [KEY]: earlier },
      },
    ],
  });
  return world(START, [firm], [SHOPS_KEY]);
}

/** Name, version and method stand in the link, so they are as fixed as the object itself. */
export const askedName = defineScenario({
  id: 'asked-name',
  lab: 'presigned',
  title: 'The file name that S3 could not send',
  tag: 'response headers, versionId',
  summary:
    'A shop signs its links with a name under which the browser saves the file. This name holds a character that HTTP headers cannot. The object is there, and S3 still answers 400.',
  subjects: ['s3'],
  parties: [
    { id: 'shop', name: 'web shop', spoken: 'the web shop' },
    { id: 'emma', name: 'Emma', spoken: 'Emma' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    name: {
      kind: 'choice',
      label: 'Signed as the file’s name',
      hint: 'In response-content-disposition: S3 sends it back as the header Content-Disposition.',
      options: {
        none: 'nothing',
        plain: 'invoice-7.pdf',
        accent: 'Überweisung 7.pdf',
        number: 'Rechnung № 7.pdf',
      },
      initial: 'number',
    },
    version: {
      kind: 'choice',
      label: 'Signed as the version',
      hint: 'The invoice was printed, deleted and printed again.',
      options: {
        current: 'none: the current one',
        first: 'the first print',
        marker: 'the mark of the deletion',
        unknown: 'one that never was',
      },
      initial: 'current',
    },
    rights: {
      kind: 'choice',
      label: 'The shop may read',
      hint: 'A version that is named needs s3:GetObjectVersion.',
      options: { current: 'objects', versions: 'objects and their versions' },
      initial: 'current',
    },
    edit: {
      kind: 'choice',
      label: 'Emma changes',
      hint: 'All that stands behind the question mark is signed.',
      options: { nothing: 'nothing', name: 'the file’s name', version: 'the version' },
      initial: 'nothing',
    },
    method: {
      kind: 'choice',
      label: 'The link was signed for',
      hint: 'HEAD gets the status and the headers alone: a refusal has no body to read.',
      options: { GET: 'GET', HEAD: 'HEAD' },
      initial: 'GET',
    },
    used: {
      kind: 'moment',
      label: 'Link is opened at',
      hint: 'UTC. It was signed at 13:00 for an hour.',
      min: after(START, minutes(1)),
      max: after(START, hours(2)),
      initial: at('2026-01-12T13:15:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Emma opens the link at that moment',
  lives: { sign: 'link' },
  working: { name: 'plain' },
  variations: [
    { label: 'Give the file a plain name', knobs: { name: 'plain' } },
    { label: 'Change the name after signing', knobs: { name: 'plain', edit: 'name' } },
    { label: 'Name the first print', knobs: { name: 'plain', version: 'first' } },
    {
      label: 'Name it, with the permission it needs',
      knobs: { name: 'plain', version: 'first', rights: 'versions' },
    },
    {
      label: 'Name the mark of the deletion',
      knobs: { name: 'plain', version: 'marker', rights: 'versions' },
    },
    { label: 'Open it too late', knobs: { name: 'plain', used: '20260112T143000Z' } },
  ],
  decides: 'open-url.overrides-valid',
  about: 's3.overrides-valid',
  setup: ({ name, version, rights, edit, method, used }) => {
    const filename = NAMES[name];
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'shop',
        credentials: { keyId: SHOPS_KEY.id },
        method,
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(1),
        parameters: {
          ...(filename !== undefined && {
            'response-content-disposition': `attachment; filename="${filename}"`,
          }),
          ...(version !== 'current' && { versionId: VERSIONS[version] }),
        },
      },
      shared({ at: START, by: 'shop', to: 'emma' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ at: used, by: 'emma', method, edits: EDITS[edit] }),
    ];
    return { world: worldOf(rights), script };
  },
});
