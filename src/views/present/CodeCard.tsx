import { QR_LIMIT, QrCode } from '../qr/QrCode.tsx';
import styles from './Room.module.css';

/** The link to what is shown as a code for the room, over the picture. */
export function CodeCard({ link }: { readonly link: string }) {
  return (
    <aside className={styles.code} aria-label="Code of the link">
      {link.length <= QR_LIMIT ? (
        <>
          <QrCode text={link} label="A code with the link to exactly this" />
          <p>Scan it: it opens exactly this.</p>
        </>
      ) : (
        <p>The link is too long for a code. Share it as text.</p>
      )}
    </aside>
  );
}
