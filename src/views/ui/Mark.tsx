import styles from './Mark.module.css';

/** The shapes that verdicts have, so that colour is never alone. */
export type Tone = 'good' | 'bad' | 'none' | 'not-reached' | 'work';

const SHAPES: Readonly<Record<Tone, React.ReactNode>> = {
  good: (
    <>
      <circle cx="11" cy="11" r="10" className={styles.fill} />
      <path d="M6 11l3.6 3.6L16 7.6" className={styles.sign} />
    </>
  ),
  bad: (
    <>
      <path d="M7 .8h8L21.2 7v8L15 21.2H7L.8 15V7z" className={styles.fill} />
      <path d="M7 7l8 8M15 7l-8 8" className={styles.sign} />
    </>
  ),
  none: <circle cx="11" cy="11" r="9.6" className={styles.open} strokeDasharray="4 3" />,
  'not-reached': <path d="M4 11h14" className={styles.line} />,
  work: (
    <>
      <circle cx="11" cy="11" r="9.6" className={styles.open} />
      <path d="M6.5 11h9M11 6.5v9" className={styles.line} />
    </>
  ),
};

interface MarkProps {
  readonly tone: Tone;
  /** Where it stands in a drawing. */
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
}

/** A verdict's shape; the word beside it says the same. */
export function Mark({ tone, x, y, size = 22 }: MarkProps) {
  const place = x === undefined ? {} : { x, y };
  return (
    <svg
      className={styles.mark}
      data-tone={tone}
      viewBox="0 0 22 22"
      width={size}
      height={size}
      aria-hidden="true"
      {...place}
    >
      {SHAPES[tone]}
    </svg>
  );
}
