import * as v from 'valibot';

/** Which acts of the open run this tab has shown already: a reload stays where it was, and another visit asks anew. */

const NAME = 'shortlived.opened';

const kept = v.object({ version: v.literal(1), run: v.string(), acts: v.array(v.string()) });

export interface Opened {
  /** A scenario: `sts/session-tags`. */
  readonly run: string;
  readonly acts: readonly string[];
}

/** What was open when the page was left; undefined where nothing was, or it cannot be read. */
export function loadOpened(): Opened | undefined {
  try {
    const read = v.safeParse(kept, JSON.parse(sessionStorage.getItem(NAME) ?? ''));
    return read.success ? { run: read.output.run, acts: read.output.acts } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is open; where that fails, a reload asks again. */
export function saveOpened(opened: Opened | undefined): void {
  try {
    if (opened) sessionStorage.setItem(NAME, JSON.stringify({ version: 1, ...opened }));
    else sessionStorage.removeItem(NAME);
  } catch {
    // Blocked storage keeps nothing.
  }
}
