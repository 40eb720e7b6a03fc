import { holdsAnything } from '#platform/settings.ts';

import { useSeen } from './seen.ts';
import { useSettings } from './settings.ts';

/** Brings back what this browser keeps, before anything is drawn. A first visit has nothing to read. */
export async function restore(): Promise<void> {
  if (!holdsAnything()) return;
  const { loadSeen, loadSettings } = await import('#platform/kept.ts');
  useSettings.setState(loadSettings());
  useSeen.setState({ scenarios: loadSeen() });
}
