import { useRef, useState } from 'react';

import { QR_LIMIT, QrCode } from '../qr/QrCode.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Teach.module.css';

interface ShareSetProps {
  readonly count: number;
  /** The link that asks these questions; undefined where it would be too long. */
  readonly link: string | undefined;
  /** The most that a link holds, in characters. */
  readonly limit: number;
  /** How many of them were added, and so travel whole. */
  readonly whole: number;
  readonly onCopy: (link: string) => Promise<boolean>;
}

/** A link that asks exactly these questions, as long as it is small. */
export function ShareSet({ count, link, limit, whole, onCopy }: ShareSetProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState({ link: '', sentence: '' });
  return (
    <section className={styles.part} aria-labelledby="share">
      <h2 id="share">3. Share them as a link</h2>
      {count === 0 && <p className={styles.about}>Take at least one question above.</p>}
      {count > 0 && link === undefined && (
        <p>
          These are too many for a link: it holds {limit / 1024} kB. Save the questions file, and
          send that instead.
        </p>
      )}
      {count > 0 && link !== undefined && (
        <>
          <p className={styles.about}>
            It opens the quiz with these questions, in this order. Nothing is sent anywhere.
            {whole > 0 && ' Added questions travel in the link itself, answers and all.'}
          </p>
          <div className={styles.actions}>
            <input
              ref={field}
              className={styles.link}
              readOnly
              aria-label="Link"
              value={link}
              onFocus={({ target }) => target.select()}
            />
            <Button
              onClick={() => {
                field.current?.select();
                void onCopy(link).then((isCopied) =>
                  setSaid({
                    link,
                    sentence: isCopied
                      ? 'Copied.'
                      : 'The browser did not allow copying; the link is selected, so copy it by hand.',
                  }),
                );
              }}
            >
              Copy the link
            </Button>
          </div>
          <Scanned link={link} />
        </>
      )}
      <p role="status" className={styles.about}>
        {said.link === link ? said.sentence : ''}
      </p>
    </section>
  );
}

/** The link for the cameras of a room. */
const Scanned = ({ link }: { readonly link: string }) =>
  link.length <= QR_LIMIT ? (
    <div className={styles.qr}>
      <QrCode text={link} label="The same link as a QR code" />
      <p className={styles.about}>For phones: the camera opens the same questions.</p>
    </div>
  ) : (
    <p className={styles.about}>The link is too long for a QR code.</p>
  );
