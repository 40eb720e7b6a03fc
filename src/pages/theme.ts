import { useEffect } from 'react';

import { THEME_CHOICES } from '#platform/settings.ts';
import { useHasOther } from '#stores/other.ts';
import { changeSettings, useSettings } from '#stores/settings.ts';
import { isPresented, useStage } from '#stores/stage.ts';

/** Puts theme and motion on the document. A link's theme wins; what a room is shown uses the projector's. */
export function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  const motion = useSettings((settings) => settings.motion);
  const linkTheme = useStage((stage) => stage.linkTheme);
  const hasOther = useHasOther();
  const isSlide = useStage(({ place, lesson }) => isPresented(place) || lesson !== undefined);
  const presents = isSlide || hasOther;
  const shown = linkTheme ?? (presents && theme === 'system' ? 'projector' : theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (shown === 'system') delete dataset['theme'];
    else dataset['theme'] = shown;
    if (motion === 'reduced') dataset['motion'] = motion;
    else delete dataset['motion'];
  }, [shown, motion]);
}

/** Goes on to the next theme; a theme from the link gives way. */
export function nextTheme(): void {
  const shown = useStage.getState().linkTheme ?? useSettings.getState().theme;
  const index = THEME_CHOICES.findIndex((theme) => theme === shown);
  useStage.setState(({ linkTheme: _, ...stage }) => stage, true);
  changeSettings({ theme: THEME_CHOICES[(index + 1) % THEME_CHOICES.length] ?? 'system' });
}
