import { send } from '../send.mjs';
import { BUCKET, LEAVER, NOBODY, now, OWNER, presigned, REGION } from './place.mjs';
import { verdictOf } from './run.mjs';

/** @typedef {import('../../../src/engine/s3/postForm.ts').PostFormInput} PostFormInput */
/** @typedef {import('./place.mjs').Pair} Pair */
/** @typedef {import('./place.mjs').Signer} Signer */
/** @typedef {import('../../../src/engine/world.ts').SignedForm} SignedForm */
/** @typedef {import('./run.mjs').Result} Result */
/** @typedef {import('./run.mjs').Stage} Stage */

/** Forms of browser uploads: our engine makes and signs them, and both say what they make of them. */

/**
 * @typedef {object} FormCase
 * @property {string} kind
 * @property {Partial<Omit<PostFormInput, 'date'>> & { readonly age?: number }} form
 * @property {string} [file]
 * @property {(fields: readonly Pair[]) => readonly Pair[]} [change] what is done to the fields after they were signed
 * @property {boolean} [granted] whether S3 takes it; absent: it does
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
    granted: false,
    form: PHOTOS,
    change: field('x-amz-signature', otherLetter),
  },
  {
    kind: 'Form: a letter of the policy',
    granted: false,
    form: PHOTOS,
    change: field('policy', otherLetter),
  },
  {
    kind: 'Form: another secret',
    granted: false,
    form: { ...PHOTOS, signer: { ...OWNER, secretAccessKey: 'EXAMPLE' } },
  },
  {
    kind: 'Form: a key that nobody knows',
    granted: false,
    form: { ...PHOTOS, signer: NOBODY },
  },
  {
    kind: 'Form: a key that was deleted',
    granted: false,
    form: { ...PHOTOS, signer: LEAVER },
  },
  { kind: 'Form: expired', granted: false, form: { ...PHOTOS, age: 901 } },
  {
    kind: 'Form: a key outside its prefix',
    granted: false,
    form: PHOTOS,
    change: field('key', () => 'videos/${filename}'),
  },
  {
    kind: 'Form: a file that is too large',
    granted: false,
    form: { ...PHOTOS, conditions: [['content-length-range', 1, 10]] },
  },
  {
    kind: 'Form: a file that is too small',
    granted: false,
    form: { ...PHOTOS, conditions: [['content-length-range', 100, 200]] },
  },
  {
    kind: 'Form: another value than its condition',
    granted: false,
    form: { ...PHOTOS, fields: [['acl', 'private']] },
    change: field('acl', () => 'public-read'),
  },
  {
    kind: 'Form: a field without a condition',
    granted: false,
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
 * The verdict of our engine on a form as it is sent, and the file it then has.
 * @param {Stage} stage
 * @param {SignedForm} form
 * @param {string} file
 */
const ourUpload = (stage, form, file) => {
  const { engine } = stage;
  const now = /** @type {SignedForm['date']} */ (Date.now());
  const { outcome, world } = engine.playSendForm(
    { ...stage.world, now, forms: { form } },
    {
      id: 'send-form',
      kind: 'send-form',
      at: now,
      by: 'browser',
      to: 's3',
      form: 'form',
      file: { name: 'cat.png', body: file },
      edits: [],
    },
  );
  stage.world = world;
  if (outcome.kind === 'granted') return 'served';
  return `${outcome.error.status} ${outcome.error.code}`;
};

/**
 * Uploads by a form, here and there, and looks whether the file is there afterwards.
 * @param {Stage} stage
 * @param {FormCase} each
 * @returns {Promise<Result>}
 */
export const upload = async (stage, each) => {
  const { engine, cluster } = stage;
  const { kind, form, change, stored, sts, granted = true, file = 'a cat, from above' } = each;
  const port = sts ? cluster.stsPort : cluster.port;
  const { age = 0, ...wanted } = form;
  const input = {
    bucket: BUCKET,
    key: '',
    region: REGION,
    signer: OWNER,
    expires: /** @type {PostFormInput['expires']} */ (900),
    ...wanted,
    date: /** @type {PostFormInput['date']} */ (now() - age * 1000),
  };
  const signed = engine.postForm(input).fields;
  const fields = change?.(signed) ?? signed;
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
    body: multipart(fields, file),
  });
  const signedWith = /** @type {SignedForm['signedWith']} */ (input.signer.accessKeyId);
  const ours = ourUpload(stage, { ...input, signedWith, fields, holders: [] }, file);
  const theirs = verdictOf('POST', answer);
  const said = { kind, ours, theirs };
  if ((ours === 'served') !== granted) {
    return { ...said, wrong: `we say ${ours}, S3 ${granted ? 'takes it' : 'refuses it'}` };
  }
  if (stored === undefined || theirs !== 'served') return { ...said, wrong: '' };
  const download = presigned(engine, { key: stored });
  const bodies = {
    we: engine.answerS3({ ...stage.world, now: now() }, download).answer.body,
    radosgw: (await send(cluster.port, download)).body,
  };
  const lacking = Object.entries(bodies).find(([, body]) => body !== file);
  return { ...said, wrong: lacking ? `${lacking[0]} did not keep the file` : '' };
};
