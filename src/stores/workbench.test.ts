import { beforeEach, describe, expect, test } from 'vitest';

import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import { promised } from '#engine/never.ts';

import {
  addKey,
  addPolicy,
  bringBack,
  changeDraft,
  changeKey,
  changePolicy,
  chooseCaller,
  chooseStatement,
  clearBench,
  isOwnWork,
  removeKey,
  removePolicy,
  setOpen,
  showExample,
  useWorkbench,
} from './workbench.ts';

const [first, second] = POLICY_EXAMPLES.map((example) => promised(example, 'examples are there'));
if (!first || !second) throw new Error('Broken promise: there are two examples');
const bench = useWorkbench.getState;
const start = bench();
const ids = (): readonly string[] => bench().draft.policies.map(({ id }) => id);

beforeEach(() => useWorkbench.setState(start, true));

describe('the workbench', () => {
  test('it begins with the first example, all its policies open', () => {
    expect(bench().draft).toBe(first.draft);
    expect(bench().open).toEqual(ids());
    expect(isOwnWork(bench())).toBe(false);
  });

  test('it brings back own work that an example replaced, and forgets an untouched example', () => {
    changeDraft({ action: 's3:PutObject' });
    const own = bench().draft;
    showExample(second);
    expect(bench()).toMatchObject({ draft: second.draft, example: second.id, before: own });
    showExample(first);
    expect(bench().before).toBe(own);
    bringBack();
    expect(bench().draft).toBe(own);
    expect(bench().before).toBeUndefined();
    useWorkbench.setState(start, true);
    showExample(second);
    expect(bench().before).toBeUndefined();
  });

  test('it is emptied without losing own work', () => {
    addPolicy('boundary', 'Mine');
    const own = bench().draft;
    clearBench();
    expect(bench().draft).toMatchObject({ policies: [], keys: [] });
    expect(isOwnWork(bench())).toBe(false);
    bringBack();
    expect(bench().draft).toBe(own);
  });

  test('it adds, changes and takes away policies, each under an id of its own', () => {
    addPolicy('session', 'One');
    addPolicy('session', 'Two');
    expect(new Set(ids()).size).toBe(ids().length);
    const added = promised(ids().at(-1), 'a policy was added');
    expect(bench().open).toContain(added);
    changePolicy(added, { text: '{' });
    expect(bench().draft.policies.map(({ text }) => text === '{')).toEqual([
      ...first.draft.policies.map(() => false),
      false,
      true,
    ]);
    removePolicy(added);
    expect([...ids(), ...bench().open]).not.toContain(added);
  });

  test('it opens the policy of a chosen statement, and forgets the choice when that is closed', () => {
    const policy = promised(ids()[1], 'the example has two policies');
    setOpen(policy, false);
    expect(bench().open).not.toContain(policy);
    chooseStatement(policy, '/Statement');
    expect(bench().open).toContain(policy);
    setOpen(promised(ids()[0], 'it has one'), false);
    expect(bench().chosen).toEqual({ policyId: policy, pointer: '/Statement' });
    setOpen(policy, false);
    expect(bench().chosen).toBeUndefined();
  });

  test('it gives a new caller names that fit', () => {
    chooseCaller('service');
    expect(bench().draft.caller).toEqual({
      kind: 'service',
      name: 'cloudtrail.amazonaws.com',
      session: '',
    });
  });

  test('it adds, changes and takes away keys', () => {
    addKey();
    const { id } = promised(bench().draft.keys.at(-1), 'a key was added');
    changeKey(id, { key: 'aws:SourceIp' });
    expect(bench().draft.keys.at(-1)).toEqual({ id, key: 'aws:SourceIp', values: '' });
    removeKey(id);
    expect(bench().draft.keys).toEqual(first.draft.keys);
  });
});
