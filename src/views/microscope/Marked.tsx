import { difference } from '#engine/microscope/difference.ts';

import styles from './Microscope.module.css';

interface MarkedProps {
  readonly text: string;
  /** The same value in the other lane; undefined where it has none. */
  readonly other: string | undefined;
  /** Which lane this is. */
  readonly lane: 'signer' | 'verifier';
}

/** A value to the letter; what differs from the other lane is underlined. */
export function Marked({ text, other = text, lane }: MarkedProps) {
  if (text === other) return text;
  const [before, after] = lane === 'signer' ? difference(text, other) : difference(other, text);
  return (lane === 'signer' ? before : after).map((piece, index) =>
    piece.isChanged ? (
      // The pieces of a value never move.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={styles.mark} data-missing={piece.text === ''}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
