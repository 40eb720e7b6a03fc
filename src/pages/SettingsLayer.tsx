import { forgetEverything } from '#platform/settings.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { setOverlay } from '#stores/stage.ts';
import { Help } from '#views/help/Help.tsx';

/** Forgets what is kept, answers too, and begins anew. */
async function forget(): Promise<void> {
  const { clearProgress } = await import('#platform/progressLog.ts');
  await clearProgress();
  forgetEverything();
  location.reload();
}

/** Help and settings over whatever page is open. */
export function SettingsLayer() {
  const { shortcuts, motion, terms } = useSettings();
  return (
    <Help
      shortcuts={shortcuts}
      motion={motion}
      terms={terms}
      onShortcuts={(chosen) => changeSettings({ shortcuts: chosen })}
      onMotion={(chosen) => changeSettings({ motion: chosen })}
      onTerms={(chosen) => changeSettings({ terms: chosen })}
      onForget={() => void forget()}
      onClose={() => setOverlay(undefined)}
    />
  );
}
