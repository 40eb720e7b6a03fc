import type { SigningTool } from '#engine/tool/signingTool.ts';
import { days, minutes, seconds } from '#engine/time.ts';

import type { ToolId } from './toolIds.ts';

/** What tools that presign do with a lifetime; how we know stands in facts/tools.ts. */

const HOUR = seconds(3600);
const QUARTER = minutes(15);
const WEEK = days(7);

export const SIGNING_TOOLS = {
  cli: { name: 'the AWS CLI', lifetime: HOUR },
  boto3: { name: 'boto3', lifetime: HOUR },
  'boto3-post': { name: 'boto3', lifetime: HOUR },
  'boto3-express': { name: 'boto3', lifetime: HOUR },
  js: {
    name: 'the JavaScript SDK',
    lifetime: QUARTER,
    most: WEEK,
    throws: {
      tooLong: {
        code: 'rejected promise',
        message:
          'Signature version 4 presigned URLs must have an expiration date less than one week in the future',
      },
    },
  },
  'js-signer': { name: 'SignatureV4.presign', lifetime: HOUR, most: WEEK },
  'js-post': { name: 'createPresignedPost', lifetime: HOUR },
  'js-v2': { name: 'the JavaScript SDK v2', lifetime: QUARTER, most: WEEK },
  'js-v2-post': { name: 'the JavaScript SDK v2', lifetime: HOUR },
  go: { name: 'the Go SDK', lifetime: QUARTER },
  ruby: { name: 'the Ruby SDK', lifetime: QUARTER, most: WEEK, keepsToSession: true },
  java: {
    name: 'the Java SDK',
    throws: {
      missing: { code: 'NullPointerException', message: 'signatureDuration must not be null.' },
    },
  },
  'java-v1': { name: 'the Java SDK v1', lifetime: QUARTER },
  net: {
    name: 'the .NET SDK',
    most: WEEK,
    throws: {
      missing: { code: 'InvalidOperationException', message: 'The Expires specified is null!' },
      tooLong: {
        code: 'ArgumentException',
        message:
          'The maximum expiry period for a presigned url using AWS4 signing is 604800 seconds',
      },
    },
  },
  php: { name: 'the PHP SDK', most: WEEK },
  rust: { name: 'the Rust SDK', most: WEEK },
  cpp: { name: 'the C++ SDK', lifetime: WEEK },
  rclone: { name: 'rclone', lifetime: WEEK, most: WEEK, cutsToMost: true },
  s3cmd: { name: 's3cmd' },
  console: { name: 'the S3 console', most: seconds(43_200) },
} as const satisfies Readonly<Record<ToolId, SigningTool>>;
