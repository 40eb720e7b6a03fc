import styles from './Start.module.css';

/** The idea in one picture: a link asks for seven days and ends with the session that signed it. */
export function StartPicture() {
  return (
    <svg
      viewBox="0 0 520 300"
      role="img"
      aria-label="A link asks for seven days; it ends after one hour, when the session that signed it ends."
      className={styles.drawing}
    >
      <defs>
        <pattern
          id="start-hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.4" height="7" className={styles.hatch} />
        </pattern>
      </defs>
      <text x="8" y="40" className={styles.label}>
        role session
      </text>
      <rect x="8" y="52" width="176" height="34" rx="7" className={styles.session} />
      <text x="20" y="75" className={styles.onDark}>
        1 hour
      </text>
      <text x="8" y="124" className={styles.label}>
        link, as asked
      </text>
      <rect x="9" y="137" width="502" height="32" rx="7" className={styles.asked} />
      <text x="20" y="159" className={styles.inAsked}>
        X-Amz-Expires: 7 days
      </text>
      <text x="8" y="208" className={styles.label}>
        link, in truth
      </text>
      <rect x="8" y="220" width="176" height="34" rx="7" className={styles.truth} />
      <rect x="184" y="220" width="328" height="34" className={styles.dead} />
      <text x="348" y="242" textAnchor="middle" className={styles.error}>
        400 ExpiredToken
      </text>
      <path d="M184 44v222" className={styles.bracket} />
      <text x="184" y="288" textAnchor="middle" className={styles.end}>
        the session ends, so the link ends
      </text>
    </svg>
  );
}
