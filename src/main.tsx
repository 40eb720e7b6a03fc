import { createRoot } from 'react-dom/client';

import { App } from '#pages/App.tsx';
import { Crash } from '#pages/Crash.tsx';
import { followAddress } from '#pages/followAddress.ts';
import '#views/tokens.css';
import '#views/base.css';

const host = document.getElementById('root');
if (host) {
  await followAddress();
  createRoot(host).render(
    <Crash>
      <App />
    </Crash>,
  );
}
