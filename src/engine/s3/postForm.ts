import { formatCredential } from '../sigv4/credentialScope.ts';
import type { Pair } from '../sigv4/query.ts';
import { scopeOf, type Signing } from '../sigv4/signer.ts';
import { type SignedPolicy, signPolicy } from '../sigv4/signPolicy.ts';
import { ALGORITHM } from '../sigv4/stringToSign.ts';
import { after, amzDate, isoDate, type Seconds } from '../time.ts';

/** A condition on one field of a form, or on the size of its file in bytes, bounds included (sigv4-HTTPPOSTConstructPolicy). */
export type PostCondition =
  | Readonly<Record<string, string>>
  | readonly [match: 'eq' | 'starts-with', field: `$${string}`, value: string]
  | readonly ['content-length-range', min: number, max: number];

/** An upload that a browser may make: `key` may end in `${filename}`, `fields` are sent as they stand. */
export interface PostFormInput extends Omit<Signing, 'service'> {
  readonly bucket: string;
  readonly key: string;
  /** How long the policy holds: a form has no X-Amz-Expires. */
  readonly expires: Seconds;
  readonly fields?: readonly Pair[];
  readonly conditions?: readonly PostCondition[];
}

/** A signed form: the policy's JSON, how it was signed, and the fields to send before the file. */
export interface PostForm {
  readonly policy: string;
  readonly signed: SignedPolicy;
  readonly fields: readonly Pair[];
}

const FILENAME = '${filename}';

/** S3 puts the file's name in before it looks at conditions, so only what stands before it can be fixed. */
const keyCondition = (key: string): PostCondition =>
  key.endsWith(FILENAME) ? ['starts-with', '$key', key.slice(0, -FILENAME.length)] : { key };

/**
 * Makes and signs the form of a browser upload: a condition for the bucket, the key, every field sent and every part of
 * the signature, which S3 asks for (sigv4-authentication-HTTPPOST, sigv4-HTTPPOSTForms).
 */
export function postForm(input: PostFormInput): PostForm {
  const { bucket, key, date, expires, fields = [], conditions = [] } = input;
  const { sessionToken } = input.signer;
  const claimed: readonly Pair[] = [
    ['x-amz-algorithm', ALGORITHM],
    ['x-amz-credential', formatCredential(scopeOf({ ...input, service: 's3' }))],
    ['x-amz-date', amzDate(date)],
    ...(sessionToken === undefined ? [] : [['x-amz-security-token', sessionToken] as const]),
  ];
  const policy = JSON.stringify({
    expiration: isoDate(after(date, expires)),
    conditions: [
      { bucket },
      keyCondition(key),
      ...[...fields, ...claimed].map(([name, value]) => ({ [name]: value })),
      ...conditions,
    ],
  });
  const signed = signPolicy({ ...input, policy });
  return { policy, signed, fields: [['key', key], ...fields, ...signed.fields] };
}
