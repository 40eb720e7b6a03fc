import { create } from 'zustand';

import type { PlainQuestion } from '#content/own/format.ts';
import { changeOwn, onOwnElsewhere, readOwn } from '#platform/ownLog.ts';

/** The questions somebody added, kept in this browser. */
interface Own {
  /** By name. */
  readonly questions: readonly PlainQuestion[];
  /** Whether the browser keeps them; without that, they end with the page. */
  readonly isKept: boolean;
}

export const useOwn = create<Own>(() => ({ questions: [], isKept: true }));

let asked: Promise<void> | undefined;

/** Reads what is kept, once; from then on the page follows what other tabs do. */
export const loadOwn = (): Promise<void> => (asked ??= follow());

async function follow(): Promise<void> {
  await refresh();
  onOwnElsewhere(() => void refresh());
}

async function refresh(): Promise<void> {
  const kept = await readOwn();
  // What the browser could not keep is still here.
  if (!kept || !useOwn.getState().isKept) useOwn.setState({ isKept: false });
  else useOwn.setState({ questions: byName(await checked(kept)) });
}

/** The questions among some rows. What checks them is loaded only where there are any. */
async function checked(rows: readonly unknown[]): Promise<readonly PlainQuestion[]> {
  if (rows.length === 0) return [];
  const { readQuestion } = await import('#content/own/readFile.ts');
  return rows.flatMap((one) => readQuestion(one) ?? []);
}

const byName = (questions: readonly PlainQuestion[]): readonly PlainQuestion[] =>
  [...new Map(questions.map((one) => [one.id, one])).values()].toSorted((a, b) =>
    a.id.localeCompare(b.id, 'en', { numeric: true }),
  );

/** Adds questions; those with the same names are replaced. */
export async function addOwn(added: readonly PlainQuestion[]): Promise<void> {
  useOwn.setState(({ questions }) => ({ questions: byName([...questions, ...added]) }));
  await keep(useOwn.getState().questions, []);
}

/** Deletes questions by their names in the file. */
export async function deleteOwn(ids: readonly string[]): Promise<void> {
  useOwn.setState(({ questions }) => ({
    questions: questions.filter(({ id }) => !ids.includes(id)),
  }));
  await keep([], ids);
}

async function keep(added: readonly PlainQuestion[], deleted: readonly string[]): Promise<void> {
  useOwn.setState({ isKept: await changeOwn(added, deleted) });
}
