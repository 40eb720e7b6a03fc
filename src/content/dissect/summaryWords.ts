import type { HostReading } from '#engine/dissect/awsHost.ts';
import type { Life } from '#engine/dissect/life.ts';
import type { DissectedPolicy } from '#engine/dissect/postPolicy.ts';
import type { KeyKind, SignerReading } from '#engine/dissect/signerReading.ts';
import type { DissectedUrl, Signing } from '#engine/dissect/url.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import type { Fact } from '../calls/facts.ts';
import { spokenLength } from '../words.ts';
import { spokenMoment } from './moments.ts';

/** What was pasted, in a name and a sentence. */
export const SIGNING_WORDS: Readonly<
  Record<
    Signing | 'post-policy',
    { readonly name: string; readonly says: string; readonly fact?: Fact }
  >
> = {
  v4: {
    name: 'A URL presigned with Signature Version 4',
    says: 'Whoever has it can make this one call in the name of the signer.',
    fact: { source: 's3.query-auth', basis: 'documented' },
  },
  v4a: {
    name: 'A URL presigned with SigV4A',
    says: 'An elliptic curve signed it, so that it counts in more than one Region. Whoever has it can make this one call in the name of the signer.',
    fact: { source: 'iam.create-signature', basis: 'documented' },
  },
  v2: {
    name: 'A URL presigned with Signature Version 2',
    says: 'The old way. Whoever has it can make this one call in the name of the signer.',
    fact: { source: 's3.v2-auth', basis: 'documented' },
  },
  cloudfront: {
    name: 'A URL signed for CloudFront',
    says: 'A key of a CloudFront distribution signed it, and no AWS credential. Only CloudFront can check it; S3 itself refuses it.',
    fact: { source: 's3.signed-elsewhere', basis: 'observed' },
  },
  none: {
    name: 'A URL without a signature of AWS',
    says: 'It has none of the parameters that AWS signs with: there is nothing in it to judge.',
  },
  'post-policy': {
    name: 'A POST policy',
    says: 'It says what a form may upload with a browser. Its signature is another field of the form.',
    fact: { source: 's3.post-policy', basis: 'documented' },
  },
};

const KINDS: Readonly<Record<KeyKind, string>> = {
  'long-term': 'a long-term key of an IAM user or of the root user',
  temporary: 'a temporary key, which AWS STS issued',
  bearer: 'a service bearer token of AWS STS',
  context: 'a context-specific credential',
  user: 'no key, but the id of an IAM user',
  role: 'no key, but the id of a role',
  other: 'a key id of no known kind',
};

interface Line {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly fact?: Fact;
}

/** Who signed, and for what the signature is good. */
export function signerLines(signer: SignerReading | undefined): readonly Line[] {
  if (!signer) return [];
  const { keyId, kind, account, scope } = signer;
  const set = scope?.regionSet === '*' ? 'every Region (*)' : scope?.regionSet;
  const region = scope?.region ?? set;
  return [
    {
      name: 'Key',
      value: keyId === '' ? 'none' : keyId,
      note: `${keyId.slice(0, 4)}: ${KINDS[kind]}.`,
      fact: { source: 'iam.identifiers', basis: 'documented' },
    },
    account === undefined
      ? {
          name: 'Account',
          value: 'not in this key id',
          note: 'Old ids and made-up ones do not carry it.',
        }
      : {
          name: 'Account',
          value: account,
          note: 'Decoded from the key id, on this page. AWS does not say how; its call GetAccessKeyInfo tells the same.',
          fact: { source: 'sts.key-info', basis: 'documented' },
        },
    ...(scope && region !== undefined
      ? [{ name: 'Signed for', value: `${scope.service} in ${region}` }]
      : []),
  ];
}

const STYLES: Readonly<Record<HostReading['style'], string>> = {
  'virtual-hosted': 'The bucket stands in the host.',
  'path-style': 'The bucket stands in the path.',
  'access-point': 'An access point stands in the host.',
  'multi-region': 'A Multi-Region Access Point stands in the host.',
  website: 'The website of a bucket.',
  service: 'The API of an AWS service.',
  unknown: 'None of AWS’s own hosts: a name of somebody’s own, or another maker’s storage.',
};

const hosting: Fact = { source: 's3.virtual-hosting', basis: 'documented' };

/** Where the call goes. */
export function hostLines(host: HostReading): readonly Line[] {
  const extras = [
    host.isDualStack ? 'dual-stack (IPv4 and IPv6)' : '',
    host.isFips ? 'FIPS' : '',
    host.isAccelerated ? 'Transfer Acceleration' : '',
    host.isChina ? 'the China partition' : '',
  ].filter(Boolean);
  const line = (name: string, value: string | undefined): readonly Line[] =>
    value === undefined ? [] : [{ name, value }];
  const place = host.region ?? (host.style === 'unknown' ? undefined : 'no Region in it');
  return [
    {
      name: 'Host',
      value: [host.service, place].filter(Boolean).join(', ') || 'unknown',
      note: `${STYLES[host.style]}${extras.length > 0 ? ` Also: ${extras.join(', ')}.` : ''}`,
      ...(host.service?.startsWith('s3') && { fact: hosting }),
    },
    ...line('Bucket', host.bucket),
    ...line('Access point', host.accessPoint),
    ...line('Its account', host.account),
    ...line('Key of the object', host.key),
  ];
}

/** The lines of a POST policy: where it uploads to, and how much. */
export const policyLines = ({ parts, size }: DissectedPolicy): readonly Line[] => [
  ...parts
    .filter(({ kind, role }) => kind === 'condition' && role === 'place')
    .map(({ name, match, value }) => ({
      name: name.toLowerCase() === 'key' ? 'Key of the object' : 'Bucket',
      value: match === 'starts-with' ? (value === '' ? 'any' : `begins with ${value}`) : value,
    })),
  { name: 'Size', value: size ? `${size.min} to ${size.max} bytes` : 'any' },
];

/** How it stands with its life at a moment, in a sentence. */
export function lifeSentence({ from, until }: Life, now: Instant): string {
  const span =
    from === undefined ? '' : ` It was made for ${spokenLength(secondsBetween(from, until))}.`;
  if (now > until) {
    return `By its own date it died at ${spokenMoment(until)}, ${spokenLength(secondsBetween(until, now))} ago.${span}`;
  }
  return `By its own date it dies at ${spokenMoment(until)}, in ${spokenLength(secondsBetween(now, until))}.${span}`;
}

const presigned: Fact = { source: 's3.presigned', basis: 'documented' };

interface Unknown {
  readonly text: string;
  readonly fact?: Fact;
}

/** What nobody can know from the text alone. */
export function unknowns(dissected: DissectedUrl | DissectedPolicy): readonly Unknown[] {
  if (
    dissected.kind === 'url' &&
    (dissected.signing === 'none' || dissected.signing === 'cloudfront')
  ) {
    return [];
  }
  const { kind, hasToken } = dissected.signer ?? {};
  const isTemporary = kind === 'temporary' || (kind !== 'long-term' && hasToken === true);
  return [
    {
      text: isTemporary
        ? 'When its credential ends. The key is temporary: when its session ends, this dies too, however long its own date. The session token hides that moment; it cannot be read from the text.'
        : 'Whether its key still lives. A key that somebody deletes or deactivates takes this with it.',
      fact: presigned,
    },
    {
      text: 'What the signer may do now. Permissions are looked at when it is used, not when it was signed.',
      fact: presigned,
    },
    {
      text: 'Whether the signature is right. Only AWS and the signer have the secret.',
    },
    dissected.kind === 'url'
      ? {
          text: 'Which method was signed. GET, PUT or DELETE: the URL looks the same.',
          fact: { source: 's3.header-auth', basis: 'documented' },
        }
      : { text: 'How often it was used. A form can be sent again until it ends.' },
  ];
}
