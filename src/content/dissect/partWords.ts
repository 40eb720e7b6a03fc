import type { Part, PartRole } from '#engine/dissect/part.ts';
import { seconds } from '#engine/time.ts';

import type { Fact } from '../calls/facts.ts';
import { URL_PARAMETERS } from '../urlParameters.ts';
import { spokenLength } from '../words.ts';

/** What parts are about, in a word or two. */
export const ROLE_WORDS: Readonly<Record<PartRole, string>> = {
  place: 'where to',
  signer: 'who signed',
  time: 'when',
  signing: 'how it was signed',
  signature: 'the signature',
  call: 'the call itself',
};

interface Explained {
  readonly text: string;
  readonly fact?: Fact;
}

const v4: Fact = { source: 's3.query-auth', basis: 'documented' };
const v4a: Fact = { source: 'iam.create-signature', basis: 'documented' };
const v2: Fact = { source: 's3.v2-auth', basis: 'documented' };
const form: Fact = { source: 's3.post-forms', basis: 'documented' };

/** What each name is for; names of forms have small letters. */
const NAMES: Readonly<Record<string, Explained>> = {
  scheme: { text: 'How it is sent. It is not signed.' },
  host: {
    text: 'The host it goes to. It is signed: at another host the URL is worth nothing.',
    fact: v4,
  },
  path: { text: 'What it is about, such as the key of an object. It is signed.', fact: v4 },
  fragment: { text: 'Never sent: it stays in the browser.' },
  'X-Amz-Region-Set': {
    text: 'The Regions in which the signature counts; “*” is all of them.',
    fact: v4a,
  },
  'X-Amz-Content-Sha256': {
    text: 'What stands for the body: UNSIGNED-PAYLOAD leaves it free.',
    fact: v4,
  },
  AWSAccessKeyId: {
    text: 'The id of the key that signed. The secret is not in the URL.',
    fact: v2,
  },
  Expires: { text: 'When it ends, in seconds since 1970: a date, and not a length.', fact: v2 },
  Signature: { text: 'The signature over the method, the date and the path.', fact: v2 },
  'x-id': {
    text: 'The name of the operation, which the JavaScript SDK adds. S3 does not need it.',
  },
  versionId: {
    text: 'The version of the object that is meant.',
    fact: { source: 's3.get-object', basis: 'documented' },
  },
  Action: { text: 'The operation that is called.' },
  Version: { text: 'The version of the API.' },
  expiration: {
    text: 'When the policy ends. Later uploads are refused.',
    fact: { source: 's3.post-policy', basis: 'documented' },
  },
  bucket: { text: 'The bucket that takes the upload.', fact: form },
  key: { text: 'The key that the object gets.', fact: form },
  acl: { text: 'Who else may use the object.', fact: form },
  success_action_redirect: { text: 'Where the browser goes after the upload.', fact: form },
  success_action_status: { text: 'The status of the answer when all went well.', fact: form },
  'content-type': { text: 'The type that the object gets.', fact: form },
  'content-length-range': {
    text: 'How many bytes the file may have, both ends counted in.',
    fact: { source: 's3.post-policy', basis: 'documented' },
  },
  'x-amz-algorithm': { text: URL_PARAMETERS['X-Amz-Algorithm'] ?? '', fact: form },
  'x-amz-credential': {
    text: 'Key id, day, Region, service: what the signature is good for.',
    fact: form,
  },
  'x-amz-date': { text: 'When it was signed, by the signer’s clock.', fact: form },
  'x-amz-security-token': { text: 'The session token of temporary credentials.', fact: form },
};

const PATTERNS: readonly (readonly [pattern: RegExp, explained: Explained])[] = [
  [
    /^response-/i,
    {
      text: 'Sets a header of the answer, such as the name of the file.',
      fact: { source: 's3.get-object', basis: 'documented' },
    },
  ],
  [/^x-amz-meta-/i, { text: 'Metadata that the object gets.', fact: form }],
  [/^x-amz-(?:checksum|sdk-checksum)/i, { text: 'A checksum, or which one to use.' }],
  [/^x-amz-/i, { text: 'An option of the call.' }],
];

/** What a part is for, and where that is written. */
export function explained({ kind, name }: Part): Explained {
  const known = URL_PARAMETERS[name];
  if (kind === 'parameter' && known !== undefined) return { text: known, fact: v4 };
  const lower = kind === 'condition' ? name.toLowerCase() : name;
  const found = Object.hasOwn(NAMES, lower) ? NAMES[lower] : undefined;
  const [, like] = PATTERNS.find(([pattern]) => pattern.test(name)) ?? [];
  return (
    found ??
    like ?? {
      text:
        kind === 'condition'
          ? 'A field of the form.'
          : 'A parameter of the call. It is signed with the rest.',
    }
  );
}

/** A part's value as one reads it: conditions with how they compare, lengths in words too. */
export function valueWords({ match, name, value }: Part): string {
  if (match === 'range') return `from ${value.replace(' ', ' to ')} bytes`;
  if (match === 'starts-with') return value === '' ? 'any text' : `begins with ${value}`;
  const isLength = name === 'X-Amz-Expires' && /^\d{1,12}$/.test(value);
  return isLength ? `${value} seconds, ${spokenLength(seconds(Number(value)))}` : value;
}
