import type { Basis } from '#engine/basis.ts';

import type { SourceId } from '../sources.ts';
import type { ToolId } from '../toolIds.ts';

/** How each tool that presigns treats the lifetime, and what it signs beside it; the numbers stand in signingTools.ts. */

export interface Written {
  readonly source: SourceId;
  readonly basis: Basis;
}

/** Where a tool puts what is asked for beside bucket and key. */
export interface Placement extends Written {
  /** `x-amz-` inputs such as an ACL, metadata or tags. */
  readonly amz: string;
  readonly encryption: string;
  readonly contentType: string;
}

export interface ToolFacts extends Written {
  readonly title: string;
  /** The function or command. */
  readonly call: string;
  readonly makes: 'url' | 'form';
  /** What it does with more than seven days, in a sentence. */
  readonly check: string;
  /** What the number alone does not tell. */
  readonly note?: string;
  readonly places?: Placement;
}

const NO_CHECK = 'It signs any number; S3 finds out.';
const THROWS = 'It refuses more than 604800.';
const UNSEEN = 'Not looked at.';

export const TOOL_FACTS: Readonly<Record<ToolId, ToolFacts>> = {
  cli: {
    title: 'AWS CLI',
    call: 'aws s3 presign',
    makes: 'url',
    check: 'Its page names 604800 as the most; 2.9.19 and 1.45.11 signed 604801 here.',
    note: 'It presigns downloads only.',
    source: 'tool.cli',
    basis: 'documented',
  },
  boto3: {
    title: 'boto3 (Python)',
    call: 'generate_presigned_url',
    makes: 'url',
    check: NO_CHECK,
    note: 'In old Regions its default signature is still SigV2; ask for s3v4.',
    source: 'tool.botocore',
    basis: 'documented',
    places: {
      amz: 'signed headers, which the holder must send',
      encryption: 'signed headers',
      contentType: 'signed where it is given',
      source: 'tool.botocore-auth',
      basis: 'observed',
    },
  },
  'boto3-post': {
    title: 'boto3 (Python)',
    call: 'generate_presigned_post',
    makes: 'form',
    check: 'It has no limit of its own.',
    source: 'tool.botocore',
    basis: 'documented',
  },
  'boto3-express': {
    title: 'boto3, directory buckets',
    call: 'generate_presigned_url',
    makes: 'url',
    check: NO_CHECK,
    note: 'Its signer for S3 Express would take 300 seconds, but is handed 3600.',
    source: 'tool.botocore-auth',
    basis: 'documented',
  },
  js: {
    title: 'JavaScript SDK v3',
    call: 'getSignedUrl',
    makes: 'url',
    check: THROWS,
    note: 'It wrote 900 even with a session that had a minute left.',
    source: 'tool.js',
    basis: 'documented',
    places: {
      amz: 'moved into the query',
      encryption: 'signed headers, unless it is told to move them',
      contentType: 'not signed, unless it is named in signableHeaders',
      source: 'tool.js',
      basis: 'observed',
    },
  },
  'js-signer': {
    title: 'JavaScript SDK v3, low level',
    call: 'SignatureV4.presign',
    makes: 'url',
    check: THROWS,
    source: 'tool.js-signer',
    basis: 'documented',
  },
  'js-post': {
    title: 'JavaScript SDK v3',
    call: 'createPresignedPost',
    makes: 'form',
    check: 'It has no limit of its own.',
    source: 'tool.js-post',
    basis: 'documented',
  },
  'js-v2': {
    title: 'JavaScript SDK v2',
    call: 'getSignedUrl',
    makes: 'url',
    check: 'It refuses more than 604800 with SigV4.',
    source: 'tool.js-v2',
    basis: 'documented',
  },
  'js-v2-post': {
    title: 'JavaScript SDK v2',
    call: 'createPresignedPost',
    makes: 'form',
    check: UNSEEN,
    source: 'tool.js-v2',
    basis: 'documented',
  },
  go: {
    title: 'Go SDK v2',
    call: 'PresignClient',
    makes: 'url',
    check: UNSEEN,
    note: 'Zero counts as left out.',
    source: 'tool.go',
    basis: 'documented',
  },
  ruby: {
    title: 'Ruby SDK',
    call: 'Presigner#presigned_url',
    makes: 'url',
    check: THROWS,
    note: 'Since 1.127.0 it writes what is left of the session where that is less: the one tool here that looks at the credentials. The version run here is older.',
    source: 'tool.ruby-session',
    basis: 'observed',
    places: {
      amz: 'moved into the query',
      encryption: 'moved into the query',
      contentType: 'signed where it is given',
      source: 'tool.ruby',
      basis: 'documented',
    },
  },
  java: {
    title: 'Java SDK v2',
    call: 'S3Presigner',
    makes: 'url',
    check: UNSEEN,
    note: 'It throws where no signatureDuration is set.',
    source: 'tool.java',
    basis: 'documented',
  },
  'java-v1': {
    title: 'Java SDK v1',
    call: 'generatePresignedUrl',
    makes: 'url',
    check: UNSEEN,
    note: 'Its code promises a default; that it is 15 minutes is only said by others.',
    source: 'tool.java-v1',
    basis: 'modelled',
  },
  net: {
    title: '.NET SDK',
    call: 'GetPreSignedURL',
    makes: 'url',
    check: 'It refuses more than 604800; in Regions with SigV2 it may fall back to that.',
    note: 'Expires is a moment, not a length.',
    source: 'tool.net',
    basis: 'documented',
  },
  php: {
    title: 'PHP SDK',
    call: 'createPresignedRequest',
    makes: 'url',
    check: THROWS,
    note: 'The lifetime is an argument of the function: a moment, or a text such as “+20 minutes”.',
    source: 'tool.php',
    basis: 'documented',
    places: {
      amz: 'moved into the query',
      encryption: 'moved into the query',
      contentType: 'not signed',
      source: 'tool.php',
      basis: 'documented',
    },
  },
  rust: {
    title: 'Rust SDK',
    call: 'PresigningConfig',
    makes: 'url',
    check: THROWS,
    note: 'The argument expires_in is required.',
    source: 'tool.rust',
    basis: 'documented',
  },
  cpp: {
    title: 'C++ SDK',
    call: 'GeneratePresignedUrl',
    makes: 'url',
    check: UNSEEN,
    note: 'Left out, it is the longest that S3 takes: seven days.',
    source: 'tool.cpp',
    basis: 'documented',
  },
  rclone: {
    title: 'rclone',
    call: 'rclone link',
    makes: 'url',
    check: 'It cuts more than 604800 down to that, with a notice.',
    note: 'It is no tool of AWS. Without --expire it takes the longest there is.',
    source: 'tool.rclone',
    basis: 'observed',
  },
  s3cmd: {
    title: 's3cmd',
    call: 's3cmd signurl',
    makes: 'url',
    check: 'It writes no X-Amz-Expires: its URLs are SigV2, and name the moment they end.',
    note: 'It is no tool of AWS. It left out the session token here, so no session’s URL works.',
    source: 'tool.s3cmd',
    basis: 'observed',
  },
  console: {
    title: 'S3 console',
    call: 'Share with a presigned URL',
    makes: 'url',
    check: 'It offers 1 minute to 12 hours.',
    note: 'You must choose, whoever you are signed in as.',
    source: 's3.share',
    basis: 'documented',
  },
};
