import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#pages/App.tsx';
import { ahead } from '#pages/ahead.ts';
import { Crash, CrashPage } from '#pages/Crash.tsx';
import { followAddress } from '#pages/followAddress.ts';
import { restore } from '#stores/restore.ts';
import '#views/tokens.css';
import '#views/base.css';

/** A note that a page is coming stays for so long once it is shown (React): a page that comes sooner needs none. */
const PATIENCE_MS = 300;

const host = document.getElementById('root');
if (host) {
  const root = createRoot(host);
  try {
    await restore();
    await followAddress();
    await Promise.race([ahead, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    // In small parts: a slow phone stays responsive while the first page is made.
    startTransition(() =>
      root.render(
        <Crash>
          <App />
        </Crash>,
      ),
    );
  } catch (error) {
    root.render(<CrashPage error={error} />);
  }
}
