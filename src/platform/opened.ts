import * as v from 'valibot';

/** Which acts of the open run this tab has shown already: a reload stays where it was, and another visit asks anew. */

const NAME = 'shortlived.opened';

export const openedRun = v.object({
  /** A scenario: `sts/session-tags`. */
  run: v.string(),
  acts: v.array(v.string()),
  /** What was predicted and counts for nothing, by the names of the predictions: kept no longer than the visit. */
  said: v.exactOptional(v.record(v.string(), v.string())),
});

const kept = v.object({ version: v.literal(1), ...openedRun.entries });

export type Opened = Readonly<v.InferOutput<typeof openedRun>>;

/** What was open when the page was left; undefined where nothing was, or it cannot be read. */
export function loadOpened(): Opened | undefined {
  try {
    const read = v.safeParse(kept, JSON.parse(sessionStorage.getItem(NAME) ?? ''));
    if (!read.success) return undefined;
    const { run, acts, said } = read.output;
    return { run, acts, ...(said && { said }) };
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
