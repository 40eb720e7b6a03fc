import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';

interface CompareToolsProps {
  readonly isEach: boolean;
  readonly onEach: (isEach: boolean) => void;
  readonly onKeep: () => void;
}

/** What can be done with a comparison. */
export function CompareTools({ isEach, onEach, onKeep }: CompareToolsProps) {
  return (
    <div className={styles.tools}>
      <label>
        <input
          type="checkbox"
          checked={isEach}
          onChange={(event) => onEach(event.target.checked)}
        />
        <span>Compare with the run before each change</span>
      </label>
      <Button onClick={onKeep}>Keep this run instead</Button>
    </div>
  );
}
