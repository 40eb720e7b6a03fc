import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import { judgeDraft } from '#content/workbench/judge.ts';
import type { Draft } from '#content/workbench/draft.ts';
import { promised } from '#engine/never.ts';

import { VerdictPanel } from './VerdictPanel.tsx';

const { draft } = promised(POLICY_EXAMPLES[0], 'there is an example');

const nothing = (): void => undefined;
const shown = (change: Partial<Draft>): string =>
  renderToStaticMarkup(
    <VerdictPanel
      judged={judgeDraft({ ...draft, ...change })}
      chosen={undefined}
      heading={createRef()}
      onOpen={nothing}
      onChoose={nothing}
      canChoose={() => true}
    />,
  );

const ROOT = { kind: 'root', name: '', session: '' } as const;

test('it shows no gates to a caller who is shut out, but AWS’s code, its words and how sure they are', () => {
  const html = shown({ caller: ROOT, action: 'sts:AssumeRole', resource: '*' });
  expect(html).toContain('REFUSED');
  expect(html).toContain('AWS would answer AccessDenied');
  expect(html).toContain('Roles may not be assumed by root accounts.');
  expect(html).toContain('Observed');
  expect(html).not.toContain('Gates');
});

test('it shows the gates of a decision', () => {
  const html = shown({});
  expect(html).toContain('EXPLICIT DENY');
  expect(html).toContain('Gates');
});

test('it shows what is in the way', () => {
  const html = shown({ action: '' });
  expect(html).toContain('NO VERDICT YET');
  expect(html).toContain('A request has no wildcards.');
});
