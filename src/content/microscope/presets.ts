import { secretAccessKey, sessionToken, uniqueId } from '#engine/ids.ts';
import { UNTOUCHED } from '#engine/microscope/part.ts';
import type { SigningInputs } from '#engine/microscope/signing.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';

import type { SourceId } from '../sources.ts';
import type { MicroscopeTable } from './table.ts';

/** A request to lay under the microscope. */
export interface MicroscopePreset {
  readonly id: string;
  readonly title: string;
  /** What to look at, in a sentence or two. */
  readonly lesson: string;
  readonly source: SourceId;
  readonly table: MicroscopeTable;
}

const ACCOUNT = '111122223333';

const USER = {
  accessKeyId: uniqueId('AKIA', ACCOUNT, 'microscope'),
  secretAccessKey: secretAccessKey('microscope'),
  sessionToken: '',
};

const SESSION = {
  accessKeyId: uniqueId('ASIA', ACCOUNT, 'microscope'),
  secretAccessKey: secretAccessKey('microscope session'),
  sessionToken: sessionToken('microscope'),
};

/** The example credentials of the S3 API reference. */
const DOCUMENTED = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: '',
};

const EXAMPLE: SigningInputs = {
  ...DOCUMENTED,
  signedIn: 'query',
  service: 's3',
  method: 'GET',
  host: 'examplebucket.s3.amazonaws.com',
  path: '/test.txt',
  query: [],
  headers: [],
  region: 'us-east-1',
  date: '20130524T000000Z',
  expires: '86400',
};

const OURS: SigningInputs = {
  ...EXAMPLE,
  ...USER,
  host: 'reports.s3.eu-central-1.amazonaws.com',
  region: 'eu-central-1',
  date: '20260203T090000Z',
  expires: '3600',
};

const fresh = (inputs: SigningInputs, arrives: string): MicroscopeTable => ({
  inputs,
  tampering: UNTOUCHED,
  arrives,
});

const FIVE_MINUTES_LATER = '20260203T090500Z';

export const MICROSCOPE_PRESETS: readonly MicroscopePreset[] = [
  {
    id: 'documented',
    title: 'AWS’s own example',
    lesson:
      'The presigned GET of the S3 API reference, from 2013. The last box holds the signature that AWS published.',
    source: 's3.query-auth',
    table: fresh(EXAMPLE, '20130524T000500Z'),
  },
  {
    id: 'put',
    title: 'PUT with signed headers',
    lesson:
      'Whoever uploads must send both headers just as they were signed. An x-amz- header that was not signed is refused.',
    source: 's3.header-auth',
    table: fresh(
      {
        ...OURS,
        method: 'PUT',
        path: '/inbox/invoice.pdf',
        headers: [
          ['content-type', 'application/pdf'],
          ['x-amz-server-side-encryption', 'AES256'],
        ],
      },
      FIVE_MINUTES_LATER,
    ),
  },
  {
    id: 'token',
    title: 'With a session token',
    lesson:
      'Temporary credentials bring a token. For S3 it is one more parameter of the query, and it is signed.',
    source: 's3.query-auth',
    table: fresh({ ...OURS, ...SESSION, path: '/2026/summary.pdf' }, FIVE_MINUTES_LATER),
  },
  {
    id: 'odd-key',
    title: 'An odd object key',
    lesson:
      'Every byte but letters, digits and “-._~” is escaped, once, in capitals. The slashes stay, even two in a row.',
    source: 's3.header-auth',
    table: fresh({ ...OURS, path: '/Ärger//100 %+it’s (final).txt' }, FIVE_MINUTES_LATER),
  },
  {
    id: 'header',
    title: 'Signed in a header',
    lesson:
      'AWS’s example of a GET with Range. The claim stands in Authorization, and nothing is added to the query.',
    source: 's3.header-auth',
    table: fresh(
      {
        ...EXAMPLE,
        signedIn: 'header',
        headers: [
          ['Range', 'bytes=0-9'],
          ['x-amz-content-sha256', sha256Hex('')],
          ['x-amz-date', '20130524T000000Z'],
        ],
      },
      '20130524T000500Z',
    ),
  },
  {
    id: 'identity',
    title: 'STS: who am I?',
    lesson:
      'A presigned GetCallerIdentity lets somebody else find out who signed it. Here the payload hash is that of an empty body, not a literal.',
    source: 'iam.create-signature',
    table: fresh(
      {
        ...OURS,
        service: 'sts',
        host: 'sts.eu-west-1.amazonaws.com',
        path: '/',
        query: [
          ['Action', 'GetCallerIdentity'],
          ['Version', '2011-06-15'],
        ],
        headers: [['x-k8s-aws-id', 'demo-cluster']],
        region: 'eu-west-1',
        expires: '60',
      },
      '20260203T090030Z',
    ),
  },
];
