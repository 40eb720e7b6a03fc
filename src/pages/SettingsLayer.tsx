import { forgetEverything } from '#platform/settings.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { setOverlay } from '#stores/stage.ts';
import { Help } from '#views/help/Help.tsx';

/** Help and settings over whatever page is open. */
export function SettingsLayer() {
  const { shortcuts, motion } = useSettings();
  return (
    <Help
      shortcuts={shortcuts}
      motion={motion}
      onShortcuts={(chosen) => changeSettings({ shortcuts: chosen })}
      onMotion={(chosen) => changeSettings({ motion: chosen })}
      onForget={() => {
        forgetEverything();
        location.reload();
      }}
      onClose={() => setOverlay(undefined)}
    />
  );
}
