import { Fragment } from 'react';
import type { ReactNode } from 'react';

import { shortLength, timeBeside, dayAndTime } from '#content/words.ts';
import type { Evidence, PathEvidence } from '#engine/evidence.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import type { Seconds } from '#engine/time.ts';

import styles from './Inspector.module.css';

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly decides?: boolean;
}

const shorten = (text: string): string =>
  text.length > 44 ? `${text.slice(0, 20)}…${text.slice(-14)}` : text === '' ? 'none' : text;

type FactsByKind = {
  readonly [Kind in Evidence['kind']]: (
    evidence: Extract<Evidence, { kind: Kind }>,
  ) => readonly Fact[];
};

const VERDICTS = {
  allow: 'ALLOW',
  'explicit-deny': 'EXPLICIT DENY',
  'implicit-deny': 'IMPLICIT DENY',
} as const;

const inSeconds = (length: Seconds): string => `${length} s (${shortLength(length)})`;

/** The values a check compared: one way to show each kind of evidence. */
const FACTS: FactsByKind = {
  presence: ({ wanted, missing }) => {
    const names = [...new Set([...wanted, ...missing])];
    if (names.length === 0) return [{ name: 'Needed', value: 'nothing' }];
    return names.map((name) => {
      const isMissing = missing.includes(name);
      return { name: shorten(name), value: isMissing ? 'missing' : 'there', decides: isMissing };
    });
  },
  absence: ({ found }) =>
    found.length === 0
      ? [{ name: 'Found', value: 'nothing' }]
      : found.map((name) => ({ name, value: 'found', decides: true })),
  equality: ({ expected, actual }) => [
    { name: 'Expected', value: shorten(expected) },
    { name: 'Found', value: shorten(actual), decides: expected !== actual },
  ],
  constraints: ({ parameters }) =>
    parameters.length === 0
      ? [{ name: 'Parameters', value: 'none' }]
      : parameters.map(({ name, value, constraint, met }) => ({
          name: `${name} ${constraint.replace(/^Member must/, 'must')}`,
          value: `${shorten(value)}${met ? '' : ' · broken'}`,
          decides: !met,
        })),
  range: ({ what, value, max }) => [
    { name: what, value, decides: true },
    { name: 'Most', value: inSeconds(max) },
  ],
  window: ({ at, from, until }) => [
    ...(from === undefined
      ? []
      : [{ name: 'Good from', value: dayAndTime(from), decides: at < from }]),
    {
      name: 'Good until',
      value: until === undefined ? 'no end' : dayAndTime(until),
      decides: until !== undefined && at > until,
    },
    { name: 'Compared moment', value: timeBeside(at, until ?? at) },
  ],
  limit: ({ asked, limits }) => [
    { name: 'Asked', value: inSeconds(asked) },
    ...limits.map(({ name, value }) => ({ name, value: inSeconds(value), decides: value < asked })),
  ],
  policy: ({ principal, action, resource, decision }) => [
    { name: 'Who', value: principal },
    { name: 'Does what', value: action },
    { name: 'To what', value: resource },
    { name: 'Verdict', value: VERDICTS[decision.verdict], decides: true },
  ],
  signature: ({ provided, expected, differs }) => [
    { name: 'Sent', value: shorten(provided) },
    { name: 'S3 computed', value: shorten(expected), decides: provided !== expected },
    ...differs.map((part) => ({ name: part, value: 'changed after signing', decides: true })),
  ],
  verification: ({ provided, differs }) => [
    { name: 'Sent', value: shorten(provided) },
    {
      name: 'With the certificate’s public key',
      value: differs.length === 0 ? 'verifies' : 'does not verify',
    },
    ...differs.map((part) => ({ name: part, value: 'does not fit', decides: true })),
  ],
  certificate: ({ judgement }) =>
    onceEach(judgement.checks.flatMap(({ findings }) => findings)).flatMap(
      ({ field, value, wanted, met }) => [
        { name: field, value: shorten(value), decides: !met },
        ...(met ? [] : [{ name: 'Wanted', value: wanted }]),
      ],
    ),
  path: ({ certificates, judged: { chosen } }) => [
    { name: 'Path', value: chosen.path.map((id) => commonName(certificates, id)).join(' ← ') },
    ...chosen.checks.map(({ rule, result, findings }) => ({
      name: spokenRule(rule),
      value: findings.find(({ met }) => !met)?.value ?? 'holds',
      decides: result === 'fail',
    })),
  ],
};

/** Each field once, though more than one requirement looks at it: with what is wrong there, if anything is. */
const onceEach = (findings: readonly FieldFinding[]): readonly FieldFinding[] =>
  findings.filter(
    ({ field, met }, index) =>
      !met || !findings.some((one, at) => one.field === field && (at < index || !one.met)),
  );

/** A requirement as a row’s name: `path.names-chain` reads “names chain”. */
const spokenRule = (rule: string): string =>
  rule
    .slice(rule.indexOf('.') + 1)
    .replaceAll('-', ' ')
    .replace(/\bcas\b/, 'CAs');

/** The common name of a certificate, or that it has none. */
function commonName(certificates: PathEvidence['certificates'], id: string): string {
  const subject = certificates.find((one) => one.id === id)?.subject ?? [];
  return subject.flat().find(({ short }) => short === 'CN')?.value ?? 'no name';
}

/** The values a check compared. */
export function factsOf<Kind extends Evidence['kind']>(
  evidence: Extract<Evidence, { kind: Kind }>,
): readonly Fact[] {
  const { kind }: { readonly kind: Kind } = evidence;
  return FACTS[kind](evidence);
}

/** A long name that may be broken after its colons and slashes, and nowhere else if there is room. */
const breakable = (value: string): readonly ReactNode[] =>
  value.split(/(?<=[:/])/).map((part, index) => (
    // The parts of a value never move.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));

const NOT_ACCEPTED: Fact = { name: 'Result', value: 'not accepted', decides: true };

/** The compared values in a table; the one that decided stands out. */
export function Facts({
  evidence,
  failed = false,
}: {
  readonly evidence: Evidence;
  readonly failed?: boolean;
}) {
  const facts = factsOf(evidence);
  // Where no single value decided, as with a key that is switched off, the table says so itself.
  const isTold = !failed || facts.some(({ decides }) => decides);
  return (
    <table className={styles.facts}>
      <caption className="visually-hidden">Compared values</caption>
      <tbody>
        {[...facts, ...(isTold ? [] : [NOT_ACCEPTED])].map(({ name, value, decides }) => (
          <tr key={name} data-decides={decides === true}>
            <th scope="row">{name}</th>
            <td>{breakable(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
