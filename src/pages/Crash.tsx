import { Component, lazy, Suspense } from 'react';
import type { ReactNode } from 'react';

import { copyText } from '#platform/clipboard.ts';
import { forgetSettings } from '#platform/settings.ts';
import { Button } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { currentPage } from './currentPage.ts';

interface State {
  readonly error?: unknown;
}

/** Catches what nobody expected: never a blank screen, and a way out that loses nothing by itself. */
export class Crash extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <CrashPage error={this.state.error} />
    );
  }
}

/** What went wrong, for us: the page without its changes, the error, the browser. Nothing a learner typed. */
const reportOf = (error: unknown): string =>
  [
    `Page: ${currentPage()}`,
    `Error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n');

/** Begins anew with the first page. */
function beginAnew(): void {
  location.hash = '#/';
  location.reload();
}

// Where it cannot be loaded, the page does without.
const CrashForget = lazy(() =>
  import('./CrashForget.tsx').then(
    (module) => ({ default: module.CrashForget }),
    () => ({ default: () => null }),
  ),
);

/** The page an unexpected error shows. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const report = reportOf(error);
  const reset = (): void => {
    forgetSettings();
    beginAnew();
  };
  return (
    <Message title="Something broke, and it is our fault">
      <p>
        Reloading often helps. A reset also forgets settings and which scenarios were seen. Answers,
        questions and votes stay.
      </p>
      <p>
        <Button kind="strong" onClick={() => location.reload()}>
          Reload
        </Button>
        <Button onClick={reset}>Reset</Button>
        <Button onClick={() => void copyText(report)}>Copy the report</Button>
      </p>
      <Suspense>
        <CrashForget onDone={beginAnew} />
      </Suspense>
      <textarea readOnly rows={8} aria-label="Report" value={report} />
    </Message>
  );
}
