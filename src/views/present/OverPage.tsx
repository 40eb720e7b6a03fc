import styles from './Room.module.css';

/** What lies over a page that a room is led to. The page below can still be used. */
export const OverPage = ({ children }: { readonly children: React.ReactNode }) => (
  <div className={styles.over}>{children}</div>
);
