import { useMemo } from 'react';

import { encode } from 'uqr';

import styles from './QrCode.module.css';

/** Longer texts make squares too small for a phone that is held up to a screen. */
export const QR_LIMIT = 2000;

/** Squares of paper that a reader needs around the code. */
const MARGIN = 4;

interface QrCodeProps {
  /** At most `QR_LIMIT` characters. */
  readonly text: string;
  readonly label: string;
}

/** A text for the camera of a phone: dark on light in every theme. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, squares } = useMemo(() => {
    const code = encode(text, { border: MARGIN, ecc: text.length > 300 ? 'L' : 'M' });
    return { size: code.size, squares: squaresOf(code.data) };
  }, [text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect className={styles.paper} width={size} height={size} />
      <path className={styles.squares} d={squares} />
    </svg>
  );
}

/** All dark squares as one path. */
const squaresOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
