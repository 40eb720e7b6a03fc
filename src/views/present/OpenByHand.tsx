import { ButtonLink } from '../ui/Button.tsx';
import { Layer } from '../ui/Layer.tsx';
import styles from '../layers/Layers.module.css';

/** Says that the browser let no window open, and offers the link to open by hand. */
export function OpenByHand({
  href,
  onClose,
}: {
  readonly href: string;
  readonly onClose: () => void;
}) {
  return (
    <Layer title="The browser kept the window shut" onClose={onClose}>
      <div className={styles.share}>
        <p>It let no second window open. Open it by this link: it finds this window by itself.</p>
        <ButtonLink kind="strong" href={href} target="_blank" onClick={onClose}>
          Open the presenter’s window
        </ButtonLink>
      </div>
    </Layer>
  );
}
