import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Layers.module.css';

/** A banner over a run in which a safeguard is switched off: what is open now. */
export function OpenSafeguards({
  says,
  onGuard,
}: {
  readonly says: readonly string[];
  /** Switches on again what is off; absent where nothing can be done about it. */
  readonly onGuard?: () => void;
}) {
  if (says.length === 0) return null;
  return (
    <section className={styles.open} aria-label="Safeguards switched off">
      <Mark tone="bad" />
      <p>
        <strong>Safeguard off. </strong>
        {says.join(' ')}
      </p>
      {onGuard && <Button onClick={onGuard}>Switch it on</Button>}
    </section>
  );
}
