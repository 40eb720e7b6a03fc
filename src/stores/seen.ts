import { create } from 'zustand';

import { saveSeen } from '#platform/settings.ts';

/** Scenarios seen to the end: kept in this browser. */
export const useSeen = create<{ readonly scenarios: readonly string[] }>(() => ({ scenarios: [] }));

/** Remembers that a scenario was seen to the end. */
export function markSeen(scenario: string): void {
  const { scenarios } = useSeen.getState();
  if (scenarios.includes(scenario)) return;
  const now = [...scenarios, scenario];
  useSeen.setState({ scenarios: now });
  saveSeen(now);
}
