import { shortLength, timeBeside, dayAndTime } from '#content/words.ts';
import type { Evidence } from '#engine/evidence.ts';
import { unreachable } from '#engine/never.ts';

import styles from './Inspector.module.css';

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly decides?: boolean;
}

const shorten = (text: string): string => (text.length > 44 ? `${text.slice(0, 20)}…${text.slice(-14)}` : text === '' ? 'none' : text);

/** The values a check compared, one kind of evidence at a time. */
export function factsOf(evidence: Evidence): readonly Fact[] {
  switch (evidence.kind) {
    case 'presence':
      return evidence.wanted.map((name) => ({
        name: shorten(name),
        value: evidence.missing.includes(name) ? 'missing' : 'there',
        decides: evidence.missing.includes(name),
      }));
    case 'absence':
      return evidence.found.length === 0
        ? [{ name: 'Found', value: 'nothing' }]
        : evidence.found.map((name) => ({ name, value: 'found', decides: true }));
    case 'equality':
      return [
        { name: 'Expected', value: shorten(evidence.expected) },
        { name: 'Found', value: shorten(evidence.actual), decides: evidence.expected !== evidence.actual },
      ];
    case 'constraints':
      return evidence.parameters.map(({ name, value, constraint, met }) => ({
        name: `${name} ${constraint.replace(/^Member must/, 'must')}`,
        value: `${shorten(value)}${met ? '' : ' · broken'}`,
        decides: !met,
      }));
    case 'range':
      return [
        { name: evidence.what, value: evidence.value, decides: true },
        { name: 'Most', value: `${evidence.max} s (${shortLength(evidence.max)})` },
      ];
    case 'window':
      return [
        ...(evidence.from === undefined ? [] : [{ name: 'Good from', value: dayAndTime(evidence.from), decides: evidence.at < evidence.from }]),
        {
          name: 'Good until',
          value: evidence.until === undefined ? 'no end' : dayAndTime(evidence.until),
          decides: evidence.until !== undefined && evidence.at > evidence.until,
        },
        { name: 'Compared moment', value: timeBeside(evidence.at, evidence.until ?? evidence.at) },
      ];
    case 'limit':
      return [
        { name: 'Asked', value: `${evidence.asked} s (${shortLength(evidence.asked)})` },
        ...evidence.limits.map(({ name, value }) => ({ name, value: `${value} s (${shortLength(value)})`, decides: value < evidence.asked })),
      ];
    case 'policy':
      return [
        { name: 'Who', value: evidence.principal },
        { name: 'Does what', value: evidence.action },
        { name: 'To what', value: evidence.resource },
        { name: 'Verdict', value: { allow: 'ALLOW', 'explicit-deny': 'EXPLICIT DENY', 'implicit-deny': 'IMPLICIT DENY' }[evidence.decision.verdict], decides: true },
      ];
    case 'signature':
      return [
        { name: 'Sent', value: shorten(evidence.provided) },
        { name: 'S3 computed', value: shorten(evidence.expected), decides: evidence.provided !== evidence.expected },
        ...evidence.differs.map((part) => ({ name: part, value: 'changed after signing', decides: true })),
      ];
    default:
      return unreachable(evidence);
  }
}

/** The compared values in a table; the one that decided stands out. */
export function Facts({ evidence }: { readonly evidence: Evidence }) {
  return (
    <table className={styles.facts}>
      <caption className="visually-hidden">Compared values</caption>
      <tbody>
        {factsOf(evidence).map(({ name, value, decides }) => (
          <tr key={name} data-decides={decides === true}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
