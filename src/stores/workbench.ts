import { create } from 'zustand';

import { CALLER_NAMES } from '#content/workbench/draft.ts';
import type { Draft, DraftKey, DraftPolicy } from '#content/workbench/draft.ts';
import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import type { PolicyExample } from '#content/workbench/examples.ts';
import { templateOf } from '#content/workbench/templates.ts';
import type { CallerKind } from '#engine/policy/accessCase.ts';
import type { PolicyType } from '#engine/policy/document.ts';
import { promised } from '#engine/never.ts';

/**
 * What lies on the policy workbench. It is kept in memory only: what somebody pastes here enters no link, no history,
 * no storage and no report, and is gone with the page.
 */
export interface Workbench {
  readonly draft: Draft;
  /** The example it began with; absent once somebody emptied the bench. */
  readonly example?: string;
  /** What an example or an empty bench replaced. */
  readonly before?: Draft;
  /** The policies whose editors are open. */
  readonly open: readonly string[];
  /** The statement that was chosen in the verdict. */
  readonly chosen?: { readonly policyId: string; readonly pointer: string };
  /** Numbers what is added. */
  readonly count: number;
}

const first = promised(POLICY_EXAMPLES[0], 'there is an example');

const startWith = ({ id, draft }: PolicyExample) => ({
  draft,
  example: id,
  open: draft.policies.map((policy) => policy.id),
});

export const useWorkbench = create<Workbench>(() => ({ ...startWith(first), count: 1 }));

/** Whether what lies there is no longer what its example says. */
export const isOwnWork = ({ draft, example }: Workbench): boolean =>
  POLICY_EXAMPLES.find(({ id }) => id === example)?.draft !== draft &&
  (draft.policies.length > 0 || draft.keys.length > 0);

/** Puts an example on the bench; work of one's own is kept to be brought back. */
export const showExample = (example: PolicyExample): void =>
  useWorkbench.setState(
    (bench) => ({
      ...startWith(example),
      count: bench.count,
      ...kept(bench),
    }),
    true,
  );

/** Clears away all policies and keys; they too can be brought back. */
export const clearBench = (): void =>
  useWorkbench.setState(
    (bench) => ({
      draft: { ...bench.draft, policies: [], keys: [] },
      open: [],
      count: bench.count,
      ...kept(bench),
    }),
    true,
  );

const kept = (bench: Workbench): Pick<Workbench, 'before'> =>
  isOwnWork(bench) ? { before: bench.draft } : bench.before ? { before: bench.before } : {};

/** Brings back what was replaced. */
export const bringBack = (): void =>
  useWorkbench.setState(
    ({ before, draft, count }) => ({
      draft: before ?? draft,
      open: (before ?? draft).policies.map(({ id }) => id),
      count,
    }),
    true,
  );

/** Changes the request. */
export const changeDraft = (change: Partial<Draft>): void =>
  useWorkbench.setState(({ draft }) => ({ draft: { ...draft, ...change } }));

/** Lets another form of caller ask, under names that fit it. */
export const chooseCaller = (kind: CallerKind): void => {
  const [name, session] = CALLER_NAMES[kind].example;
  changeDraft({ caller: { kind, name, session } });
};

/** Lays one more policy on the bench and opens it. */
export const addPolicy = (type: PolicyType, name: string): void =>
  useWorkbench.setState(({ draft, open, count }) => {
    const policy: DraftPolicy = {
      id: `new-${count}`,
      name,
      type,
      text: templateOf(type),
      original: templateOf(type),
      level: 'account',
      replacesFullAccess: false,
    };
    return {
      draft: { ...draft, policies: [...draft.policies, policy] },
      open: [...open, policy.id],
      count: count + 1,
    };
  });

/** Changes one policy. */
export const changePolicy = (id: string, change: Partial<DraftPolicy>): void =>
  useWorkbench.setState(({ draft }) => ({
    draft: {
      ...draft,
      policies: draft.policies.map((policy) =>
        policy.id === id ? { ...policy, ...change } : policy,
      ),
    },
  }));

/** Takes one policy away. */
export const removePolicy = (id: string): void =>
  useWorkbench.setState(({ draft, open }) => ({
    draft: { ...draft, policies: draft.policies.filter((policy) => policy.id !== id) },
    open: open.filter((other) => other !== id),
  }));

/** Opens or closes one policy's editor; closing it forgets a statement chosen in it. */
export const setOpen = (id: string, isOpen: boolean): void =>
  useWorkbench.setState(({ open, chosen, ...bench }) => {
    const others = open.filter((other) => other !== id);
    const keeps = chosen && (isOpen || chosen.policyId !== id);
    return { ...bench, open: isOpen ? [...others, id] : others, ...(keeps && { chosen }) };
  }, true);

/** Goes to a statement in its editor. */
export const chooseStatement = (policyId: string, pointer: string): void =>
  useWorkbench.setState(({ open }) => ({
    chosen: { policyId, pointer },
    open: [...open.filter((id) => id !== policyId), policyId],
  }));

/** Adds a key to the request context. */
export const addKey = (): void =>
  useWorkbench.setState(({ draft, count }) => ({
    draft: { ...draft, keys: [...draft.keys, { id: `key-${count}`, key: '', values: '' }] },
    count: count + 1,
  }));

/** Changes one key. */
export const changeKey = (id: string, change: Partial<DraftKey>): void =>
  useWorkbench.setState(({ draft }) => ({
    draft: {
      ...draft,
      keys: draft.keys.map((key) => (key.id === id ? { ...key, ...change } : key)),
    },
  }));

/** Takes one key away. */
export const removeKey = (id: string): void =>
  useWorkbench.setState(({ draft }) => ({
    draft: { ...draft, keys: draft.keys.filter((key) => key.id !== id) },
  }));
