import type { Instant } from '#engine/time.ts';
import type { Certificate } from '#engine/x509/certificate.ts';

import styles from './Trial.module.css';

/** The moments that bars of one ladder share. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
  readonly at: Instant;
}

const WIDTH = 1000;
const LEAST = 8;

/** When a certificate is valid, on the scale of the whole ladder, with the clock across it. */
export function ValidityBar({ certificate, span }: { certificate: Certificate; span: Span }) {
  const place = (moment: Instant): number =>
    ((moment - span.from) / Math.max(1, span.until - span.from)) * WIDTH;
  const from = place(certificate.notBefore);
  const width = Math.max(LEAST, place(certificate.notAfter) - from);
  const isOver = span.at < certificate.notBefore || span.at > certificate.notAfter;
  return (
    <svg
      className={styles.validity}
      viewBox={`0 0 ${WIDTH} 18`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles.axis} x={0} y={5} width={WIDTH} height={8} rx={4} />
      <rect
        className={styles.valid}
        data-over={isOver}
        x={Math.min(from, WIDTH - LEAST)}
        y={5}
        width={width}
        height={8}
        rx={4}
      />
      <line className={styles.now} x1={place(span.at)} x2={place(span.at)} y1={0} y2={18} />
    </svg>
  );
}
