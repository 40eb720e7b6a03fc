import { createRoot } from 'react-dom/client';

import { App } from '#pages/App.tsx';
import { Crash, CrashPage } from '#pages/Crash.tsx';
import { followAddress } from '#pages/followAddress.ts';
import { restore } from '#stores/restore.ts';
import '#views/tokens.css';
import '#views/base.css';

const host = document.getElementById('root');
if (host) {
  const root = createRoot(host);
  try {
    await restore();
    await followAddress();
    root.render(
      <Crash>
        <App />
      </Crash>,
    );
  } catch (error) {
    root.render(<CrashPage error={error} />);
  }
}
