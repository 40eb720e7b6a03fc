import type { Source } from '../sources.ts';

/** What the page of facts rests on beside the other sources. */

export const FACT_SOURCES = {
  'tool.js-signer': {
    title: 'AWS SDK for JavaScript: the SigV4 signer',
    url: 'https://github.com/smithy-lang/smithy-typescript/blob/1739d95247127fe01e1932cb06c0ff1ffbf22771/packages/signature-v4/src/SignatureV4.ts',
    checkedOn: '2026-11-23',
  },
  'tool.net': {
    title: 'AWS SDK for .NET: GetPreSignedURL',
    url: 'https://github.com/aws/aws-sdk-net/blob/06913eb6c8544e73808b20c2a42942a201271178/sdk/src/Services/S3/Custom/AmazonS3Client.Extensions.cs',
    checkedOn: '2026-11-23',
  },
} as const satisfies Record<string, Source>;
