import { useRef, useState } from 'react';

import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Handout.module.css';

interface HandOutProps {
  readonly links: { readonly storyboard: string; readonly worksheet: string };
  /** A frame with this run, for another page. */
  readonly frame: string;
  readonly onRun: () => void;
  readonly onDiagram: (drawings: readonly SVGSVGElement[]) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** The whole diagram: it is drawn here to be saved, and seen by nobody. */
  readonly children: React.ReactNode;
}

/** What can be made of a run for others: sheets, files, a frame. */
export function HandOut({ links, frame, onRun, onDiagram, onCopy, children }: HandOutProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  return (
    <section className={styles.handout} aria-labelledby="hand-out">
      <h3 id="hand-out">Hand it out</h3>
      <ul className={styles.ways}>
        <li>
          <ButtonLink href={links.storyboard}>Storyboard to print</ButtonLink>
        </li>
        <li>
          <ButtonLink href={links.worksheet}>Worksheet without answers</ButtonLink>
        </li>
        <li>
          <Button onClick={onRun}>Save the run as JSON</Button>
        </li>
        <li>
          <Button
            onClick={() =>
              // The marks within a drawing are drawings, too.
              onDiagram(
                [...(stage.current?.querySelectorAll<SVGSVGElement>('svg') ?? [])].filter(
                  (one) => !one.parentElement?.closest('svg, button'),
                ),
              )
            }
          >
            Save the diagram as SVG
          </Button>
        </li>
      </ul>
      <label className={styles.frame}>
        <span>A frame for another page: the run, as small as it needs</span>
        <textarea readOnly rows={4} value={frame} onFocus={(event) => event.target.select()} />
      </label>
      <Button
        onClick={() => {
          void onCopy(frame).then((isCopied) =>
            setSaid(isCopied ? 'Copied.' : 'The browser did not allow copying; copy it by hand.'),
          );
        }}
      >
        Copy the frame
      </Button>
      <p role="status">{said}</p>
      <div className={styles.offstage} ref={stage} aria-hidden="true" inert>
        {children}
      </div>
    </section>
  );
}
