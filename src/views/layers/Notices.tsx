import { Button } from '../ui/Button.tsx';
import styles from './Layers.module.css';

/** What had to be put right, in words; some of it can be put away once it is read. */
export function Notices({ notices, onDismiss }: { readonly notices: readonly string[]; readonly onDismiss?: () => void }) {
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label="About this link">
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {onDismiss && <Button onClick={onDismiss}>Understood</Button>}
    </section>
  );
}
