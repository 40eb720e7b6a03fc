import styles from './Blank.module.css';

/** The dark, while nobody should look. */
export const Blank = () => (
  <div className={styles.blank} role="img" aria-label="The screen is blank; press B to go on" />
);
