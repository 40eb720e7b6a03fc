import { send } from '../send.mjs';
import { BUCKET, LEAVER, NOBODY, now, OWNER, presigned, REGION } from './place.mjs';
import { verdictOf } from './run.mjs';

/** @typedef {import('../../../src/engine/s3/postForm.ts').PostFormInput} PostFormInput */
/** @typedef {import('./place.mjs').Pair} Pair */
/** @typedef {import('./place.mjs').Signer} Signer */
/** @typedef {import('./run.mjs').Result} Result */
/** @typedef {import('./run.mjs').Stage} Stage */

/** Forms of browser uploads: our engine makes and signs them, the service says what it makes of them. */

/**
 * @typedef {object} FormCase
 * @property {string} kind
 * @property {Partial<Omit<PostFormInput, 'date'>> & { readonly age?: number }} form
 * @property {string} [file]
 * @property {(fields: readonly Pair[]) => readonly Pair[]} [change] what is done to the fields after they were signed
 * @property {string} [refused] how S3 refuses it (S3 API reference, error responses)
 * @property {string} [stored] the key under which the file has to be afterwards
 * @property {boolean} [sts]
 */

const PHOTOS = { key: 'photos/${filename}' };

/** @param {string} name @param {(value: string) => string} edit */
const field = (name, edit) => (/** @type {readonly Pair[]} */ fields) =>
  fields.map(/** @returns {Pair} */ ([each, value]) => [each, each === name ? edit(value) : value]);

/** @param {string} text */
const otherLetter = (text) => `${text.slice(0, 9)}${text[9] === '0' ? '1' : '0'}${text.slice(10)}`;

/** @type {readonly FormCase[]} */
const ACCEPTED = [
  { kind: 'Form: a key', form: { key: 'form/a.txt' }, stored: 'form/a.txt' },
  {
    kind: 'Form: a key of any letters',
    form: { key: 'form/ü +%&"😀.txt' },
    stored: 'form/ü +%&"😀.txt',
  },
  { kind: 'Form: ${filename}', form: PHOTOS, stored: 'photos/cat.png' },
  {
    kind: 'Form: fields and conditions',
    form: {
      ...PHOTOS,
      fields: [
        ['acl', 'private'],
        ['x-amz-meta-team', 'finance'],
        ['Content-Type', 'image/png'],
      ],
      conditions: [
        ['content-length-range', 1, 100],
        ['starts-with', '$Content-Type', 'image/'],
      ],
    },
    stored: 'photos/cat.png',
  },
  {
    kind: 'Form: a field that is free in its end',
    form: { ...PHOTOS, conditions: [['starts-with', '$x-amz-meta-team', 'fin']] },
    change: (fields) => [...fields, ['x-amz-meta-team', 'finance']],
    stored: 'photos/cat.png',
  },
];

/** @type {readonly FormCase[]} */
const REFUSED = [
  {
    kind: 'Form: a digit of the signature',
    refused: '403 SignatureDoesNotMatch',
    form: PHOTOS,
    change: field('x-amz-signature', otherLetter),
  },
  {
    kind: 'Form: a letter of the policy',
    refused: '403 SignatureDoesNotMatch',
    form: PHOTOS,
    change: field('policy', otherLetter),
  },
  {
    kind: 'Form: another secret',
    refused: '403 SignatureDoesNotMatch',
    form: { ...PHOTOS, signer: { ...OWNER, secretAccessKey: 'EXAMPLE' } },
  },
  {
    kind: 'Form: a key that nobody knows',
    refused: '403 InvalidAccessKeyId',
    form: { ...PHOTOS, signer: NOBODY },
  },
  {
    kind: 'Form: a key that was deleted',
    refused: '403 InvalidAccessKeyId',
    form: { ...PHOTOS, signer: LEAVER },
  },
  { kind: 'Form: expired', refused: '403 AccessDenied', form: { ...PHOTOS, age: 901 } },
  {
    kind: 'Form: a key outside its prefix',
    refused: '403 AccessDenied',
    form: PHOTOS,
    change: field('key', () => 'videos/${filename}'),
  },
  {
    kind: 'Form: a file that is too large',
    refused: '400 EntityTooLarge',
    form: { ...PHOTOS, conditions: [['content-length-range', 1, 10]] },
  },
  {
    kind: 'Form: a file that is too small',
    refused: '400 EntityTooSmall',
    form: { ...PHOTOS, conditions: [['content-length-range', 100, 200]] },
  },
  {
    kind: 'Form: another value than its condition',
    refused: '403 AccessDenied',
    form: { ...PHOTOS, fields: [['acl', 'private']] },
    change: field('acl', () => 'public-read'),
  },
  {
    kind: 'Form: a field without a condition',
    refused: '403 AccessDenied',
    form: PHOTOS,
    change: (fields) => [...fields, ['x-amz-meta-team', 'finance']],
  },
];

/** @param {Signer} session @returns {readonly FormCase[]} */
export const formCases = (session) => [
  ...ACCEPTED,
  {
    kind: 'Form: by a session',
    form: { ...PHOTOS, signer: session },
    sts: true,
    stored: 'photos/cat.png',
  },
  ...REFUSED,
];

const BOUNDARY = 'conformance-boundary';

/** @param {readonly Pair[]} fields @param {string} file */
const multipart = (fields, file) => {
  const parts = [
    ...fields.map(([name, value]) => `name="${name}"\r\n\r\n${value}`),
    `name="file"; filename="cat.png"\r\nContent-Type: image/png\r\n\r\n${file}`,
  ].map((part) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${part}\r\n`);
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
};

/**
 * Uploads by a form, and looks whether the file is there afterwards.
 * @param {Stage} stage
 * @param {FormCase} each
 * @returns {Promise<Result>}
 */
export const upload = async ({ engine, cluster }, each) => {
  const { kind, form, change, stored, sts, refused = 'served', file = 'a cat, from above' } = each;
  const port = sts ? cluster.stsPort : cluster.port;
  const { age = 0, ...input } = form;
  const { fields } = engine.postForm({
    bucket: BUCKET,
    key: '',
    region: REGION,
    signer: OWNER,
    expires: /** @type {PostFormInput['expires']} */ (900),
    ...input,
    date: /** @type {PostFormInput['date']} */ (now() - age * 1000),
  });
  const { host } = engine.addressOf({ bucket: BUCKET, key: '', region: REGION });
  const answer = await send(port, {
    method: 'POST',
    host,
    path: '/',
    query: '',
    headers: [
      ['Host', host],
      ['Content-Type', `multipart/form-data; boundary=${BOUNDARY}`],
    ],
    body: multipart(change?.(fields) ?? fields, file),
  });
  const theirs = verdictOf('POST', answer);
  if (stored === undefined || theirs !== 'served') {
    return { kind, ours: refused, theirs, wrong: '' };
  }
  const { body } = await send(cluster.port, presigned(engine, { key: stored }));
  return { kind, ours: refused, theirs, wrong: body === file ? '' : 'the file is not there' };
};
