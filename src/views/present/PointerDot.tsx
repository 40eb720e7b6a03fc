import styles from './Room.module.css';

/** Where the presenter points on the room's screen. */
export const PointerDot = ({ at }: { readonly at: { readonly x: number; readonly y: number } }) => (
  <i
    className={styles.pointer}
    aria-hidden="true"
    data-pointer=""
    style={{ insetInlineStart: `${at.x * 100}%`, insetBlockStart: `${at.y * 100}%` }}
  />
);
