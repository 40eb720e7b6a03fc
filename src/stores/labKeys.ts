import { create } from 'zustand';

import type { Pki } from '#content/pki/pki.ts';
import type { FreshLab } from '#platform/x509/freshLab.ts';

/** Certificates of the lab with new keys. They are kept in memory only: whoever closes the page loses the keys. */
export interface FreshKeys {
  readonly pki: Pki;
  readonly keysOf: FreshLab['keysOf'];
}

interface LabKeys {
  /** Absent: the published ones. */
  readonly fresh?: FreshKeys;
}

export const useLabKeys = create<LabKeys>(() => ({}));

/** Plays the lab with new keys. */
export const takeFreshKeys = (fresh: FreshKeys): void => useLabKeys.setState({ fresh });

/** Goes back to the published keys. */
export const takePublishedKeys = (): void => useLabKeys.setState({}, true);
