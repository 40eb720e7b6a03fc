import styles from './Quiz.module.css';

/** Where a finger takes hold of what can be dragged. Keys and buttons do the same, so it says nothing. */
export function Handle() {
  return (
    <svg className={styles.handle} data-handle="" viewBox="0 0 12 20" aria-hidden="true">
      <path d="M3 4h.1M9 4h.1M3 10h.1M9 10h.1M3 16h.1M9 16h.1" />
    </svg>
  );
}
