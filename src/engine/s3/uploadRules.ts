import { md5 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { base64Bytes } from '../sigv4/base64.ts';
import { optionOf } from './received.ts';
import type { S3Context } from './received.ts';
import { bucketOf } from './stored.ts';

/** S3's checks of what is uploaded and of what the upload asks for; their place among the checks is modelled. */

const isWrite = ({ received }: S3Context): boolean =>
  received.method === 'PUT' || received.method === 'POST';

/** Where object ownership is enforced, which is so in every new bucket, only this list is no list (S3 User Guide, object ownership). */
const HARMLESS = 'bucket-owner-full-control';

export const aclAccepted: Rule<S3Context, 's3.acl-accepted'> = {
  id: 's3.acl-accepted',
  applies: (context) => isWrite(context) && optionOf(context, 'x-amz-acl') !== undefined,
  test: (context) => {
    const acl = optionOf(context, 'x-amz-acl') ?? '';
    const { name, hasAcls = false } = bucketOf(context);
    const isFine = hasAcls || acl === HARMLESS;
    return finding(
      {
        kind: 'equality',
        what: 'x-amz-acl',
        expected: isFine ? acl : HARMLESS,
        actual: acl,
        paths: ['header:x-amz-acl', `bucket:${name}/hasAcls`],
      },
      isFine
        ? undefined
        : s3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs', 'observed'),
    );
  },
};

const digestOf = (body: string): string => base64Bytes(md5(utf8ToBytes(body)));

function digestError(sent: string, computed: string): AwsError | undefined {
  // 16 bytes are 22 characters of base64 and two of padding.
  if (!/^[A-Za-z0-9+/]{22}==$/.test(sent)) {
    return s3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.', 'documented', [
      ['Content-MD5', sent],
    ]);
  }
  if (sent === computed) return undefined;
  const message = 'The Content-MD5 you specified did not match what we received.';
  return s3Error('BadDigest', message, 'documented', [
    ['ExpectedDigest', sent],
    ['CalculatedDigest', computed],
  ]);
}

export const digestMatches: Rule<S3Context, 's3.digest-matches'> = {
  id: 's3.digest-matches',
  applies: (context) => isWrite(context) && optionOf(context, 'content-md5') !== undefined,
  test: (context) => {
    const sent = optionOf(context, 'content-md5') ?? '';
    const computed = digestOf(context.received.body);
    return finding(
      {
        kind: 'equality',
        what: 'Content-MD5',
        expected: computed,
        actual: sent,
        paths: ['header:Content-MD5'],
      },
      digestError(sent, computed),
    );
  },
};
