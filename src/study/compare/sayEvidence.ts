import { dayAndTime, exactLength, spokenList } from '#content/words.ts';
import type { Evidence } from '#engine/evidence.ts';
import { secondsBetween } from '#engine/time.ts';

/** What a check compared, as a part of a sentence: `with 20 min left`, `asked for 2 h where 1 h is the most`. */

type PhraseByKind = {
  readonly [Kind in Evidence['kind']]: (evidence: Extract<Evidence, { kind: Kind }>) => string;
};

const VERDICTS = {
  allow: 'allowed by the policies',
  'explicit-deny': 'denied by a statement',
  'implicit-deny': 'allowed by no statement',
} as const;

const shorten = (text: string): string =>
  text === '' ? 'nothing' : text.length > 40 ? `${text.slice(0, 24)}…` : text;

/** One way to say each kind of evidence. */
const PHRASES: PhraseByKind = {
  presence: ({ missing }) =>
    missing.length === 0 ? 'with all that is needed' : `without ${spokenList(missing)}`,
  absence: ({ found }) =>
    found.length === 0 ? 'with nothing that must not be there' : `with ${spokenList(found)}`,
  equality: ({ what, expected, actual }) =>
    expected === actual
      ? `with ${what} as it must be`
      : `with ${shorten(actual)} for ${what}, where ${shorten(expected)} is right`,
  constraints: ({ parameters }) => {
    const broken = parameters.filter(({ met }) => !met);
    return broken.length === 0
      ? 'with every parameter within its limits'
      : `with ${spokenList(broken.map(({ name, value }) => `${shorten(value)} for ${name}`))}`;
  },
  range: ({ what, value, max }) => `with ${shorten(value)} for ${what}, where ${max} is the most`,
  window: ({ at, from, until }) => {
    if (from !== undefined && at < from) {
      return `${exactLength(secondsBetween(at, from))} too early`;
    }
    if (until === undefined) return `at ${dayAndTime(at)}`;
    const left = exactLength(secondsBetween(at, until));
    return at > until ? `${left} too late` : `with ${left} left`;
  },
  limit: ({ asked, limits }) => {
    const most = Math.min(...limits.map(({ value }) => value));
    const least = limits.find(({ value }) => value === most);
    const said = `asked for ${exactLength(asked)}`;
    return least ? `${said} where ${exactLength(least.value)} is the most` : said;
  },
  policy: ({ action, decision }) => `with ${action} ${VERDICTS[decision.verdict]}`,
  signature: ({ differs }) => changed(differs, 'with the very signature that is expected'),
  verification: ({ differs }) => changed(differs, 'with a signature that verifies'),
  certificate: ({ judgement }) => {
    const unmet = judgement.checks.flatMap(({ findings }) => findings).find(({ met }) => !met);
    return unmet
      ? `with ${shorten(unmet.value)} for ${unmet.field}`
      : 'with a certificate that meets every requirement';
  },
  path: ({ judged: { chosen } }) => {
    const unmet = chosen.checks.flatMap(({ findings }) => findings).find(({ met }) => !met);
    return unmet ? `with ${shorten(unmet.value)} for ${unmet.field}` : 'with a path that holds';
  },
};

const changed = (differs: readonly string[], otherwise: string): string =>
  differs.length === 0 ? otherwise : `with a difference in ${spokenList(differs)}`;

/** What a check compared, as a part of a sentence. */
export function sayEvidence<Kind extends Evidence['kind']>(
  evidence: Extract<Evidence, { kind: Kind }>,
): string {
  const { kind }: { readonly kind: Kind } = evidence;
  return PHRASES[kind](evidence);
}
