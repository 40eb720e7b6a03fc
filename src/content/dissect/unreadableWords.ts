import type { Unreadable } from '#engine/dissect/dissect.ts';

/** Why something pasted cannot be taken apart, and what to paste in its place. */
export const UNREADABLE_WORDS: Readonly<Record<Unreadable, string>> = {
  secret:
    'This looks like a secret key. It was not sent or stored, but clear the box, and paste a secret nowhere: a presigned URL holds none.',
  form: 'This is the HTML of a form. Copy the value of its field “policy” and paste that: it says what the form may upload, and until when.',
  'encoded-url':
    'This is a URL that was percent-encoded as a whole. Decode it once: it should begin with https://.',
  'no-host': 'This URL has no host after https://. Perhaps only a part of it was copied.',
  'no-scheme': 'This begins like a URL without https://. Put that in front.',
  's3-uri':
    'This is an S3 URI. It names an object and carries no signature. A presigned URL begins with https://.',
  arn: 'This is an ARN. It names a resource and carries no signature. A presigned URL begins with https://.',
  header:
    'This is an Authorization header. It signs one request that is sent at once; there is no URL in it to take apart.',
  'query-only': 'These are parameters without their URL. Copy it from its https:// on.',
  'other-scheme': 'This URL is of another kind. A presigned URL begins with https://.',
  json: 'This is JSON, or was meant to be, but no POST policy: that has an “expiration” and “conditions”. If it should be one, look for a missing comma, bracket or quote.',
  base64:
    'This looks like base64, but what is inside is no POST policy. Perhaps its beginning or end is missing.',
  text: 'There is no URL in it. A presigned URL begins with https:// and has X-Amz parameters after a question mark.',
};
