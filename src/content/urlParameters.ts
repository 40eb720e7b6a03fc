import type { SourceId } from './sources.ts';

/** What the parameters of a presigned URL are for (sigv4-query-string-auth). */
export const URL_PARAMETERS_SOURCE: SourceId = 's3.query-auth';

export const URL_PARAMETERS: Readonly<Record<string, string>> = {
  'X-Amz-Algorithm': 'How it was signed.',
  'X-Amz-Credential':
    'Key id, day, Region, service: what the signature is good for. The secret is not in the URL.',
  'X-Amz-Date': 'When it was signed, by the signer’s clock.',
  'X-Amz-Expires': 'How many seconds from X-Amz-Date it asks to live.',
  'X-Amz-Security-Token':
    'The session token: it shows that temporary credentials signed. When they end, the URL ends.',
  'X-Amz-SignedHeaders': 'The headers that take part in the signature.',
  'X-Amz-Signature': 'The signature over everything else.',
};
