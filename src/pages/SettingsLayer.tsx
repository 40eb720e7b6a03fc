import { useState } from 'react';

import { changeSettings, useSettings } from '#stores/settings.ts';
import { setOverlay } from '#stores/stage.ts';
import { Help } from '#views/help/Help.tsx';

/** Forgets everything that is kept and begins anew; tells whether the browser let it. */
async function forget(): Promise<boolean> {
  const { forgetEverything } = await import('#platform/forgetEverything.ts');
  const isDone = await forgetEverything();
  if (isDone) location.reload();
  return isDone;
}

/** Help and settings over whatever page is open. */
export function SettingsLayer() {
  const { shortcuts, motion, terms, gate } = useSettings();
  const [isRefused, setRefused] = useState(false);
  return (
    <Help
      shortcuts={shortcuts}
      motion={motion}
      terms={terms}
      onShortcuts={(chosen) => changeSettings({ shortcuts: chosen })}
      onMotion={(chosen) => changeSettings({ motion: chosen })}
      gate={gate}
      onTerms={(chosen) => changeSettings({ terms: chosen })}
      isRefused={isRefused}
      onForget={() => void forget().then((isDone) => setRefused(!isDone))}
      onGate={(chosen) => changeSettings({ gate: chosen })}
      onClose={() => setOverlay(undefined)}
    />
  );
}
