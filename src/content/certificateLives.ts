import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { dayAndTime, timeBeside } from './words.ts';

/** How long a certificate that was shown to Roles Anywhere is valid: both ends belong to it. */
export interface CertificateLife {
  readonly id: string;
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What is said of a certificate whose end lies outside the axis. */
export function endOutside(
  { until }: CertificateLife,
  start: Instant,
  end: Instant,
): string | undefined {
  if (until <= start) return `ended ${dayAndTime(until)}`;
  return until > end ? `valid until ${timeBeside(until, end)}` : undefined;
}

/** The certificates with which sessions were asked for so far, each once. */
export function certificatesShown(trace: Trace, cursor: Cursor): readonly CertificateLife[] {
  const step = stepAt(trace, cursor);
  const known = step?.world.x509?.certificates ?? [];
  const ids = new Set(
    trace.steps
      .slice(0, cursor)
      .flatMap(({ act }) => (act.kind === 'rolesanywhere:CreateSession' ? [act.certificate] : [])),
  );
  return known
    .filter(({ id }) => ids.has(id))
    .map(({ id, subject, notBefore, notAfter }) => {
      const name = subject.flat().find(({ short }) => short === 'CN')?.value;
      return {
        id,
        name: name === undefined ? 'certificate' : `cert. ${name}`,
        from: notBefore,
        until: notAfter,
      };
    });
}
