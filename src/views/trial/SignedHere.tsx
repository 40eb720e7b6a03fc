import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './Trial.module.css';

/** How a signature came about. */
export type SignedState =
  | { readonly kind: 'signing' }
  | { readonly kind: 'unsigned'; readonly why: string }
  | {
      readonly kind: 'signed';
      readonly verifies: boolean;
      /** Whose key signed, and what came of it. */
      readonly says: string;
      /** Does the same in a shell. */
      readonly command: string;
    };

interface SignedHereProps {
  readonly state: SignedState;
  readonly isFresh: boolean;
  readonly isIssuing: boolean;
  readonly onFresh: () => void;
  readonly onPublished: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Who really signed a request, with which keys, and how to verify it without us. */
export function SignedHere({ state, onCopy, ...keys }: SignedHereProps) {
  return (
    <section className={styles.signed} aria-label="The signature of this request">
      {state.kind === 'signing' && <p>Signing…</p>}
      {state.kind === 'unsigned' && (
        <p>
          {state.why} A mark stands in for the signature: it begins with EXAMPLE, written in hex.
          The check goes by whose key should have signed.
        </p>
      )}
      {state.kind === 'signed' && (
        <>
          <p className={styles.verified}>
            <Mark tone={state.verifies ? 'good' : 'bad'} size={18} />
            <span>{state.says}</span>
          </p>
          <Keys {...keys} />
          <details>
            <summary>Verify it with openssl</summary>
            <pre className={styles.pem} aria-label="Commands for a shell">
              {state.command}
            </pre>
            <CopyButton label="Copy" what="the commands" text={state.command} onCopy={onCopy} />
          </details>
        </>
      )}
    </section>
  );
}

const Keys = ({
  isFresh,
  isIssuing,
  onFresh,
  onPublished,
}: Omit<SignedHereProps, 'state' | 'onCopy'>) => (
  <p className={styles.keys}>
    <span>
      {isFresh
        ? 'The keys are new. Only this page knows them, and they are gone when you close it.'
        : 'The lab’s keys are published, so they are worth nothing.'}
    </span>
    {isFresh && <Button onClick={onPublished}>Back to the published keys</Button>}
    <Button aria-disabled={isIssuing} onClick={() => !isIssuing && onFresh()}>
      {isIssuing ? 'Issuing…' : 'Issue everything with new keys'}
    </Button>
  </p>
);
