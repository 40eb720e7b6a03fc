import { useEffect, useState } from 'react';

import type { TrialExample } from '#content/trial/examples.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Certificates.module.css';

interface ChainBoxProps {
  readonly text: string;
  readonly examples: readonly TrialExample[];
  readonly example: string | undefined;
  /** Whether a private key was just refused, and where it stood. */
  readonly refused: string | undefined;
  /** Whether fresh certificates are being issued. */
  readonly isIssuing: boolean;
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onExample: (example: TrialExample) => void;
  readonly onFresh: () => void;
  readonly onClear: () => void;
}

/** Takes files wherever they fall: beside the box a browser would leave the page for them. Says whether some hover. */
function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (): void => setIsOver(false);
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // A text that is dropped goes where the browser puts it.
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return isOver;
}

/** Where one pastes or drops a chain, and chains to begin with. */
export function ChainBox(props: ChainBoxProps) {
  const { text, examples, example, refused, isIssuing } = props;
  const isOver = useDroppedFiles(props.onFiles);
  return (
    <section className={styles.box} aria-label="Certificates and revocation lists">
      <label htmlFor="chain" className={styles.label}>
        Certificates and revocation lists, PEM or DER
      </label>
      {/* Without autoComplete a browser would keep the text in its session history. */}
      <textarea
        id="chain"
        className={styles.paste}
        value={text}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby="chain-hint"
        onChange={({ target }) => props.onText(target.value)}
        data-over={isOver}
        onFocus={({ target }) => {
          if (example !== undefined) target.select();
        }}
      />
      {refused !== undefined && (
        <p role="alert" className={styles.refused}>
          <strong>There was a private key in it, so nothing of it was kept.</strong> {refused} If
          the key is in use, it has just been on a clipboard and on a screen: think of replacing it.
          A certificate is public; a private key belongs in no web page.
        </p>
      )}
      <p id="chain-hint" className={styles.note}>
        Leave private keys out. The order does not matter, and files can be dropped anywhere on this
        page.
      </p>
      <div className={styles.bar}>
        <label className={styles.file}>
          Open files
          <input
            type="file"
            multiple
            accept=".pem,.crt,.cer,.der,.crl,.txt"
            onChange={({ target }) => {
              props.onFiles([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
        <Button onClick={props.onFresh} disabled={isIssuing}>
          {isIssuing ? 'Issuing…' : 'Issue a fresh chain'}
        </Button>
        <Button onClick={props.onClear}>Empty the box</Button>
      </div>
      <h2 className={styles.label} id="chain-examples">
        Or begin with an example
      </h2>
      <ul className={styles.chips} aria-labelledby="chain-examples">
        {examples.map((one) => (
          <li key={one.id}>
            <Button
              kind="chip"
              aria-current={one.id === example ? 'true' : undefined}
              onClick={() => props.onExample(one)}
            >
              {one.title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
