import type { Switch } from '#study/ablation.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Ending.module.css';

interface AblationProps {
  readonly switches: readonly Switch[];
  readonly onSwitch: (chosen: Switch) => void;
}

const say = ({ changes }: Switch): string =>
  changes.map(({ what, becomes }) => `${what}: ${becomes}`).join('; ');

/** What kept an attacker out, and the ways to take it away and watch. */
export function Ablation({ switches, onSwitch }: AblationProps) {
  if (switches.length === 0) return null;
  return (
    <section className={styles.ablation} aria-labelledby="ablation">
      <h3 id="ablation">What if a safeguard were not there?</h3>
      <ul className={styles.ways}>
        {switches.map((one) => (
          <li key={say(one)}>
            <Button onClick={() => onSwitch(one)}>
              {one.changes.length > 1
                ? 'Switch these safeguards off and watch'
                : 'Switch this safeguard off and watch'}
              {` (${say(one)})`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
