import type { Evidence, PolicyEvidence } from '#engine/evidence.ts';
import { conditionOperator } from '#engine/policy/operators.ts';
import { parseIsoDate, seconds, secondsBetween } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { Certificate } from '#engine/x509/certificate.ts';

/** The limits that evidence names, as moments and lengths to try. */
export interface Limits {
  /** Ends of windows. */
  readonly moments: readonly Instant[];
  /** Bounds of lengths; AWS counts the bound itself in. */
  readonly lengths: readonly Seconds[];
  /** How far what was compared lies from an end: what moves by so much reaches it. */
  readonly distances: readonly Seconds[];
}

const NONE: Limits = { moments: [], lengths: [], distances: [] };

/** The limits that one check compared something with. */
export function limitsOf(evidence: Evidence): Limits {
  switch (evidence.kind) {
    case 'window': {
      const { at, from, until } = evidence;
      const moments = [from, until].filter((end) => end !== undefined);
      const distances = moments.map((end) => secondsBetween(end, at));
      return { ...NONE, moments, distances };
    }
    case 'limit':
      return { ...NONE, lengths: [...evidence.limits.map(({ value }) => value), evidence.asked] };
    case 'range': {
      const value = /^\d+$/.test(evidence.value) ? [seconds(Number(evidence.value))] : [];
      return { ...NONE, lengths: [evidence.min, evidence.max, ...value] };
    }
    case 'policy':
      return conditionLimits(evidence);
    case 'certificate':
      return { ...NONE, moments: validity(evidence.certificate) };
    case 'path':
      return { ...NONE, moments: evidence.certificates.flatMap(validity) };
    default:
      // What is compared there is neither a moment nor a length.
      return NONE;
  }
}

const validity = ({ notBefore, notAfter }: Certificate): readonly Instant[] => [
  notBefore,
  notAfter,
];

/** What conditions compare with a date or a number. */
function conditionLimits({ decision }: PolicyEvidence): Limits {
  const found = decision.gates
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .flatMap(({ elements }) => elements)
    .filter((each) => each.element === 'Condition');
  const moments: Instant[] = [];
  const lengths: Seconds[] = [];
  const distances: Seconds[] = [];
  for (const { operator, key, actual, values } of found) {
    const family = conditionOperator(operator)?.family;
    for (const { value } of values) {
      const moment = family === 'date' ? parseIsoDate(value) : undefined;
      if (moment !== undefined) moments.push(moment);
      if (family !== 'number' || !Number.isFinite(Number(value))) continue;
      const unit = key.toLowerCase() === 's3:signatureage' ? 1000 : 1;
      const bound = Math.floor(Number(value) / unit);
      lengths.push(seconds(bound));
      if (typeof actual === 'string') {
        distances.push(seconds(Math.floor(Number(actual) / unit) - bound));
      }
    }
  }
  return { moments, lengths, distances };
}

/** Limits put together. */
export const joined = (all: readonly Limits[]): Limits => ({
  moments: all.flatMap(({ moments }) => moments),
  lengths: all.flatMap(({ lengths }) => lengths),
  distances: all.flatMap(({ distances }) => distances),
});
