import { useEffect, useRef, useState } from 'react';

import { QR_LIMIT, QrCode } from '../qr/QrCode.tsx';
import { Button } from '../ui/Button.tsx';
import { Layer } from '../ui/Layer.tsx';
import styles from './Layers.module.css';

interface ShareProps {
  readonly link: string;
  /** What the link cannot hold, in words. */
  readonly leftOut: readonly string[];
  readonly onCopy: (link: string) => Promise<boolean>;
  /** Adds it to one's own lesson, and tells the number of the stop; nothing where there is no room. */
  readonly onLesson?: () => Promise<number | undefined>;
  readonly onClose: () => void;
  /** What else can be made of it. */
  readonly children?: React.ReactNode;
}

/** The link that holds exactly this: scenario, changes and step. */
export function Share({ link, leftOut, onCopy, onLesson, onClose, children }: ShareProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => field.current?.select(), []);
  return (
    <Layer title="A link to exactly this" onClose={onClose}>
      <div className={styles.share}>
        <p>It opens this scenario with your changes, at this step. Nothing is sent anywhere.</p>
        <input ref={field} readOnly aria-label="Link" value={link} />
        {leftOut.map((one) => (
          <p key={one}>{one}, so the link leaves it out.</p>
        ))}
        <Button
          kind="strong"
          onClick={() => {
            void onCopy(link).then((isCopied) =>
              setSaid(
                isCopied
                  ? 'Copied.'
                  : 'The browser did not allow copying; the link is selected, so copy it by hand.',
              ),
            );
          }}
        >
          Copy the link
        </Button>
        {onLesson && (
          <Button
            onClick={() => {
              void onLesson().then((stop) =>
                setSaid(
                  stop === undefined
                    ? 'Your lesson has no room for more.'
                    : `It is stop ${stop} of your lesson.`,
                ),
              );
            }}
          >
            Add this state to my lesson
          </Button>
        )}
        <p role="status">{said}</p>
        {link.length <= QR_LIMIT ? (
          <div className={styles.qr}>
            <QrCode text={link} label="The same link as a QR code" />
            <p>For a phone: the camera opens exactly this.</p>
          </div>
        ) : (
          <p>The link is too long for a QR code.</p>
        )}
      </div>
      {children}
    </Layer>
  );
}
