import { Component, useState } from 'react';
import type { ReactNode } from 'react';

import { copyText } from '#platform/clipboard.ts';
import { forgetSettings } from '#platform/settings.ts';
import { AskTwice } from '#views/ui/AskTwice.tsx';
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

/** Forgets everything, answers too; tells whether that worked, which a browser or a lost file may prevent. */
const forgetAll = (): Promise<boolean> =>
  import('#platform/forgetEverything.ts')
    .then(({ forgetEverything }) => forgetEverything())
    .catch(() => false);

/** The page an unexpected error shows. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const [isRefused, setRefused] = useState(false);
  const report = reportOf(error);
  const reset = (): void => {
    forgetSettings();
    beginAnew();
  };
  const forget = (): void =>
    void forgetAll().then((isDone) => (isDone ? beginAnew() : setRefused(true)));
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
      <AskTwice
        says={{
          first: 'Forget everything…',
          keep: 'Keep everything',
          go: 'Forget it for ever',
        }}
        warning="Answers, exams, questions and votes go, too. Nothing brings them back."
        onGo={forget}
      />
      <p role="status">{isRefused && 'This browser did not let everything go.'}</p>
      <textarea readOnly rows={8} aria-label="Report" value={report} />
    </Message>
  );
}
