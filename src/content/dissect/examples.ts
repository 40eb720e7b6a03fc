import { uniqueId, secretAccessKey, sessionToken } from '#engine/ids.ts';
import { presign } from '#engine/sigv4/presign.ts';
import { signPolicy } from '#engine/sigv4/signPolicy.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import type { Signer } from '#engine/sigv4/signer.ts';
import { amzDate, days, hours, isoDate, after } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

/** Something to take apart: our own engine signs it now, with secrets that never worked. */
export interface DissectExample {
  readonly id: string;
  readonly title: string;
  readonly textAt: (now: Instant) => string;
}

const ACCOUNT = '111122223333';

const USER: Signer = {
  accessKeyId: uniqueId('AKIA', ACCOUNT, 'dissect'),
  secretAccessKey: secretAccessKey('dissect'),
};

const SESSION: Signer = {
  accessKeyId: uniqueId('ASIA', ACCOUNT, 'dissect'),
  secretAccessKey: secretAccessKey('dissect session'),
  sessionToken: sessionToken('dissect'),
};

const download = (signer: Signer, date: Instant, host: string): string =>
  presign({
    method: 'GET',
    host,
    path: '/2026/summary.pdf',
    signer,
    region: 'eu-west-1',
    service: 's3',
    date,
    expires: days(7),
  }).url;

const REPORTS = 'reports.s3.eu-west-1.amazonaws.com';

/** SigV4A and SigV2 are shown, not signed: the scope and parameters are right, the signatures stand in for real ones. */
const v4a = (now: Instant): string =>
  `https://mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com/2026/summary.pdf?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=${USER.accessKeyId}%2F${amzDate(now).slice(0, 8)}%2Fs3%2Faws4_request&X-Amz-Date=${amzDate(now)}&X-Amz-Expires=3600&X-Amz-Region-Set=%2A&X-Amz-SignedHeaders=host&X-Amz-Signature=3045022100b3246f8e1442dd58e73292ae1294720c3256ee58f6cea50f3a3f83b4a4b0331a0220329693f7745c9008a5887c0529ceccb0fae4e16d707b712ea66acdbaf963769a`;

// The S3 guide's own example (RESTAuthentication).
const V2 =
  'https://johnsmith.s3.amazonaws.com/photos/puppy.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620';

function policy(now: Instant): string {
  const scope = `${amzDate(now).slice(0, 8)}/eu-west-1/s3/aws4_request`;
  const document = {
    expiration: isoDate(after(now, hours(1))),
    conditions: [
      { bucket: 'uploads' },
      ['starts-with', '$key', 'inbox/'],
      ['starts-with', '$Content-Type', ''],
      ['content-length-range', 1, 10_485_760],
      { 'x-amz-credential': `${SESSION.accessKeyId}/${scope}` },
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-date': amzDate(now) },
      { 'x-amz-security-token': SESSION.sessionToken },
    ],
  };
  return signPolicy({
    policy: JSON.stringify(document),
    signer: SESSION,
    region: 'eu-west-1',
    date: now,
  }).stringToSign;
}

export const DISSECT_EXAMPLES: readonly DissectExample[] = [
  {
    id: 'session',
    title: 'Seven days, signed by a session',
    textAt: (now) => download(SESSION, now, REPORTS),
  },
  { id: 'user', title: 'Signed by a user', textAt: (now) => download(USER, now, REPORTS) },
  {
    id: 'mistakes',
    title: 'Full of mistakes',
    textAt: (now) =>
      download(USER, after(now, days(-3)), 'reports.s3.us-east-1.amazonaws.com')
        .replace('X-Amz-Expires=604800', 'X-Amz-Expires=31536000')
        .replaceAll('%2F', '%252F')
        .replaceAll('&', '&amp;'),
  },
  {
    id: 'identity',
    title: 'STS: who am I?',
    textAt: (now) =>
      presign({
        method: 'GET',
        host: 'sts.eu-west-1.amazonaws.com',
        path: '/',
        query: [
          ['Action', 'GetCallerIdentity'],
          ['Version', '2011-06-15'],
        ],
        headers: [['x-k8s-aws-id', 'demo-cluster']],
        signer: SESSION,
        region: 'eu-west-1',
        service: 'sts',
        pathMode: 'generic',
        payloadHash: sha256Hex(''),
        date: now,
        expires: hours(1),
      }).url,
  },
  { id: 'policy', title: 'POST policy', textAt: policy },
  { id: 'v4a', title: 'SigV4A', textAt: v4a },
  { id: 'v2', title: 'SigV2', textAt: () => V2 },
];
