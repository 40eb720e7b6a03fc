import type { RemarkId } from '#engine/dissect/remark.ts';

import type { RemarkWords } from './remarkWords.ts';

const policy = { source: 's3.post-policy', basis: 'documented' } as const;

/** What is said against a POST policy. */
export const POLICY_REMARKS: Readonly<Record<Extract<RemarkId, `policy-${string}`>, RemarkWords>> =
  {
    'policy-no-expiration': {
      title: 'It never says when it ends',
      says: () => 'A POST policy needs an “expiration”; without it S3 refuses every upload.',
      fact: policy,
    },
    'policy-bad-expiration': {
      title: 'The expiration cannot be read',
      says: ({ value }) => `It reads “${value}”. It should look like 2026-01-15T12:00:00Z.`,
      fact: policy,
    },
    'policy-no-conditions': {
      title: 'There are no conditions',
      says: () => 'A POST policy needs a list of “conditions”, which says what the form may send.',
      fact: policy,
    },
    'policy-bad-condition': {
      title: 'A condition of no known form',
      says: () =>
        'Known are an object of one property, “eq” and “starts-with” with a field that begins with “$”, and “content-length-range” with two numbers.',
      fact: policy,
    },
    'policy-missing': {
      title: 'A field without a condition',
      says: ({ name }) =>
        `No condition covers “${name}”. Every form has to send it, and S3 refuses fields that no condition covers.`,
      fact: { source: 's3.post-auth', basis: 'documented' },
    },
    'policy-open': {
      title: 'Anything goes',
      says: ({ name }) =>
        `“${name}” may begin with the empty text, so every value is accepted. Is that meant?`,
      fact: policy,
    },
    'policy-any-size': {
      title: 'Any size is accepted',
      says: () =>
        'There is no “content-length-range”: whoever has the form may upload as much as S3 takes in one upload.',
      fact: policy,
    },
  };
