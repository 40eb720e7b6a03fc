/** What of a trial one looks at, as a link holds it. */

export const CERTIFICATE_TABS = ['fields', 'allows', 'bytes', 'differs', 'file'] as const;
export type CertificateTab = (typeof CERTIFICATE_TABS)[number];

export interface TrialLook {
  /** Which certificate: its place among those of the trial, which new keys do not change. */
  readonly at: number;
  readonly part: CertificateTab;
  readonly field?: string;
}

const LOOK = /^(\d{1,2})-([a-z]+)(?:-([\w. -]{1,60}))?$/;

/** Reads a look: `1-bytes-notAfter`; undefined where it is none. */
export function parseLook(text: string): TrialLook | undefined {
  const [, at, name, field] = LOOK.exec(text) ?? [];
  const part = CERTIFICATE_TABS.find((tab) => tab === name);
  if (at === undefined || part === undefined) return undefined;
  return { at: Number(at), part, ...(field !== undefined && { field }) };
}

/** Writes a look, to be read again. */
export const formatLook = ({ at, part, field }: TrialLook): string =>
  [at, part, ...(field === undefined ? [] : [field])].join('-');
