import { Button } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import styles from './Presenter.module.css';

export interface RoomControlsProps {
  readonly isBlank: boolean;
  readonly isCodeShown: boolean;
  readonly isPointing: boolean;
  /** In percent. */
  readonly scale: number;
  readonly contrast: number;
  readonly onBlank: () => void;
  readonly onCode: () => void;
  readonly onPoint: () => void;
  readonly onScale: (by: number) => void;
  readonly onContrast: (by: number) => void;
  readonly onScroll: (by: number) => void;
}

/** What can be done to the room's screen without a word of the run. */
export function RoomControls(props: RoomControlsProps) {
  const { isBlank, isCodeShown, isPointing, scale, contrast, onScroll } = props;
  return (
    <div className={styles.controls} role="group" aria-label="The room’s screen">
      <Button aria-pressed={isBlank} aria-keyshortcuts="B" onClick={props.onBlank}>
        Blank <Key>B</Key>
      </Button>
      <Button aria-pressed={isCodeShown} onClick={props.onCode}>
        Code of the link
      </Button>
      <Button aria-pressed={isPointing} onClick={props.onPoint}>
        Point in the picture
      </Button>
      <Button onClick={() => onScroll(-0.25)}>Scroll up</Button>
      <Button onClick={() => onScroll(0.25)}>Scroll down</Button>
      <Amount name="Text" value={scale} onChange={props.onScale} />
      <Amount name="Contrast" value={contrast} onChange={props.onContrast} />
    </div>
  );
}

interface AmountProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (by: number) => void;
}

/** Something in percent that can be more or less. */
function Amount({ name, value, onChange }: AmountProps) {
  return (
    <span className={styles.amount} role="group" aria-label={name}>
      <Button
        kind="square"
        aria-label={`Less ${name.toLowerCase()}`}
        aria-disabled={value <= 100}
        onClick={() => onChange(-10)}
      >
        −
      </Button>
      <span>
        {name} {value} %
      </span>
      <Button
        kind="square"
        aria-label={`More ${name.toLowerCase()}`}
        aria-disabled={value >= 200}
        onClick={() => onChange(10)}
      >
        +
      </Button>
    </span>
  );
}
