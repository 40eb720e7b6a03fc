import { Button } from '../ui/Button.tsx';
import styles from './Layers.module.css';

interface NoticesProps {
  /** What they are about: two of them may stand on a page. */
  readonly label?: string;
  readonly notices: readonly string[];
  readonly onDismiss?: () => void;
}

/** What had to be put right, in words; some of it can be put away once it is read. */
export function Notices({ label = 'About this link', notices, onDismiss }: NoticesProps) {
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label={label}>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {onDismiss && <Button onClick={onDismiss}>Understood</Button>}
    </section>
  );
}
