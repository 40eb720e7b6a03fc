import { LONGEST_URL } from '../s3/limits.ts';
import { amzDay, parseAmzDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { HostReading } from './awsHost.ts';
import { momentAfter } from './life.ts';
import type { Life } from './life.ts';
import { parameter } from './part.ts';
import type { Part } from './part.ts';
import { remark, remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';
import { readCredential } from './scopeRemarks.ts';
import type { ScopeReading, SignerReading } from './signerReading.ts';

/** What the parameters of Signature Version 4 say, with HMAC keys or with SigV4A's elliptic curve (presigned-urls.md 1.1, 1.7). */
export interface V4Reading {
  readonly signer: SignerReading | undefined;
  readonly life: Life | undefined;
  readonly signedHeaders: readonly string[];
  readonly remarks: readonly Remark[];
}

export const V4A = 'AWS4-ECDSA-P256-SHA256';
const ALGORITHMS: readonly string[] = ['AWS4-HMAC-SHA256', V4A];

const WANTED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
] as const;

/** Reads and judges the parameters of a URL signed with Signature Version 4. */
export function readV4(parts: readonly Part[], host: HostReading, whole: Part): V4Reading {
  const of = (name: string): Part | undefined => parameter(parts, name);
  const isV4A = of('X-Amz-Algorithm')?.value === V4A;
  const credential = credentialOf(parts, isV4A);
  const signedHeaders = of('X-Amz-SignedHeaders')?.value.split(';').filter(Boolean) ?? [];
  const dates = readDates(of('X-Amz-Date'), of('X-Amz-Expires'), credential?.signer.scope);
  return {
    signer: credential?.signer,
    life: dates.life,
    signedHeaders,
    remarks: [
      ...missingRemarks(parts, isV4A, whole),
      ...algorithmRemarks(of('X-Amz-Algorithm'), host),
      ...(credential?.remarks ?? []),
      ...placeRemarks(credential?.signer.scope, host, of('X-Amz-Credential') ?? whole),
      ...dates.remarks,
      ...expiresRemarks(of('X-Amz-Expires')),
      ...headerRemarks(of('X-Amz-SignedHeaders'), signedHeaders),
      ...signatureRemarks(of('X-Amz-Signature'), isV4A),
    ],
  };
}

function credentialOf(parts: readonly Part[], isV4A: boolean) {
  const credential = parameter(parts, 'X-Amz-Credential');
  return (
    credential &&
    readCredential(credential, {
      isV4A,
      hasToken: parameter(parts, 'X-Amz-Security-Token') !== undefined,
      regionSet: parameter(parts, 'X-Amz-Region-Set')?.value,
    })
  );
}

/** The names that have to be there; one that is there in other letters is named as such. */
function missingRemarks(parts: readonly Part[], isV4A: boolean, whole: Part): readonly Remark[] {
  const wanted = isV4A ? [...WANTED, 'X-Amz-Region-Set'] : WANTED;
  return wanted
    .filter((name) => !parameter(parts, name))
    .map((name) => {
      const other = parts.find(
        (part) => part.kind === 'parameter' && part.name.toLowerCase() === name.toLowerCase(),
      );
      return other
        ? remark('name-case', other, { name, written: other.name })
        : remark('missing-parameter', whole, { name });
    });
}

function algorithmRemarks(part: Part | undefined, { style }: HostReading): readonly Remark[] {
  if (!part) return [];
  return [
    ...remarkIf(!ALGORITHMS.includes(part.value), 'unknown-algorithm', part, { value: part.value }),
    ...remarkIf(style === 'multi-region' && part.value !== V4A, 'needs-v4a', part),
  ];
}

/** Where host and scope both name a service or Region, they name the same. */
function placeRemarks(
  scope: ScopeReading | undefined,
  host: HostReading,
  part: Part,
): readonly Remark[] {
  if (!scope) return [];
  const { service, region } = host;
  // Other services' hosts and signing names differ too often to compare (iot and iotdevicegateway).
  const isS3 = host.style !== 'service' && service !== undefined;
  return [
    ...(isS3 && scope.service !== service
      ? [remark('wrong-service', part, { service: scope.service, expected: service })]
      : []),
    ...(scope.region !== undefined && region !== undefined && scope.region !== region
      ? [remark('wrong-region', part, { region: scope.region, expected: region })]
      : []),
  ];
}

interface Dates {
  readonly life: Life | undefined;
  readonly remarks: readonly Remark[];
}

function readDates(
  date: Part | undefined,
  expires: Part | undefined,
  scope: ScopeReading | undefined,
): Dates {
  const from = date && parseAmzDate(date.value);
  if (!date || from === undefined) {
    return {
      life: undefined,
      remarks: date ? [remark('bad-date', date, { value: date.value })] : [],
    };
  }
  const day = amzDay(from);
  const isOther = scope !== undefined && /^\d{8}$/.test(scope.day) && scope.day !== day;
  return {
    life: expires && lifeOf(from, date, expires),
    remarks: isOther ? [remark('scope-date-differs', date, { day: scope.day, expected: day })] : [],
  };
}

function lifeOf(from: Instant, date: Part, expires: Part): Life | undefined {
  if (!/^\d+$/.test(expires.value)) return undefined;
  const until = momentAfter(from, Number(expires.value));
  return until === undefined ? undefined : { from, until, at: expires, fromAt: date };
}

function expiresRemarks(part: Part | undefined): readonly Remark[] {
  if (!part) return [];
  const { value } = part;
  if (!/^-?\d+$/.test(value)) return [remark('expires-no-number', part, { value })];
  if (value.startsWith('-')) return [remark('expires-negative', part, { value })];
  return [
    ...remarkIf(Number(value) === 0, 'expires-zero', part),
    ...remarkIf(Number(value) > LONGEST_URL, 'over-seven-days', part, { value }),
  ];
}

function headerRemarks(part: Part | undefined, names: readonly string[]): readonly Remark[] {
  if (!part) return [];
  const others = names.filter((name) => name !== 'host');
  const inOrder = names.map((name) => name.toLowerCase()).toSorted();
  return [
    ...remarkIf(!names.some((name) => name.toLowerCase() === 'host'), 'host-unsigned', part),
    ...remarkIf(inOrder.join(';') !== names.join(';'), 'headers-order', part, {
      expected: inOrder.join(';'),
    }),
    ...remarkIf(others.length > 0, 'headers-needed', part, { names: others.join(', ') }),
  ];
}

/** 64 hexadecimal digits, or those of a DER signature, whose length varies (sig-v4-header-based-auth; awslabs/aws-c-auth). */
function signatureRemarks(part: Part | undefined, isV4A: boolean): readonly Remark[] {
  if (!part) return [];
  const form = isV4A ? /^30[\da-f]{130,144}$/ : /^[\da-f]{64}$/;
  return remarkIf(!form.test(part.value), 'signature-malformed', part, {
    length: String(part.value.length),
    ...(form.test(part.value.toLowerCase()) && { capitals: 'yes' }),
    wanted: isV4A
      ? 'the hexadecimal digits of a DER signature'
      : '64 lower-case hexadecimal digits',
  });
}
