import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { BEHIND } from '#content/calls/behind.ts';
import { behindRun, hasRun } from '#content/calls/behindRuns.ts';
import { CALLS } from '#content/calls/callIds.ts';
import type { Call } from '#content/calls/callIds.ts';
import { COLUMNS, sortedRows } from '#content/calls/cells.ts';
import { FIRST_CHOICES } from '#content/calls/choices.ts';
import type { Choices } from '#content/calls/choices.ts';
import { verdicts } from '#content/calls/verdict.ts';
import { waysOut } from '#content/calls/wayOut.ts';
import { promised } from '#engine/never.ts';

import { BehindStepper } from './BehindStepper.tsx';
import { BehindTable } from './BehindTable.tsx';
import { Chooser } from './Chooser.tsx';
import { Compare } from './Compare.tsx';

const nothing = (): void => undefined;

const draw = (view: React.ReactNode): HTMLElement =>
  new DOMParser().parseFromString(renderToStaticMarkup(view), 'text/html').body;

const textsOf = (page: ParentNode, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('the chooser', () => {
  const chooser = (change: Partial<Choices> = {}): HTMLElement => {
    const choices = { ...FIRST_CHOICES, ...change };
    return draw(
      <Chooser
        choices={choices}
        verdicts={verdicts(choices)}
        waysOut={waysOut(choices)}
        onChoose={nothing}
        onReset={undefined}
      />,
    );
  };

  test('it has a labelled control for each choice', () => {
    const page = chooser();
    expect(page.querySelectorAll('select')).toHaveLength(Object.keys(FIRST_CHOICES).length);
    for (const { id } of page.querySelectorAll('select')) {
      expect(page.querySelector(`label[for="${id}"]`)?.textContent).not.toBe('');
    }
  });

  test('it shows every call once: those that fit first, the others struck, each with word and source', () => {
    const page = chooser();
    const items = [...page.querySelectorAll('li')];
    expect(items).toHaveLength(CALLS.length);
    expect(items[0]?.textContent).toMatch(/^FITS AssumeRole/);
    expect(textsOf(page, 's')).toHaveLength(CALLS.length - 1);
    for (const item of items) {
      expect(item.textContent).toMatch(/FITS|DOES NOT FIT|OTHER USE/);
      expect(item.querySelector('a')?.href).toMatch(/^https:/);
      expect(item.textContent).toMatch(/checked on \d{4}-\d\d-\d\d$/);
    }
  });

  test('it names AWS’s own code where the call would be refused', () => {
    expect(textsOf(chooser({ caller: 'role', lasts: '43200' }), 'li code')).toEqual([
      'ValidationError',
    ]);
  });

  test('it offers a way out where nothing fits', () => {
    const page = chooser({ caller: 'root' });
    expect(textsOf(page, 'h2')).toContain('Nothing fits');
    expect(textsOf(page, 'button')[0]).toMatch(/^Who calls: /);
  });
});

describe('the comparison', () => {
  const compare = (isFitting: boolean, fitting: readonly Call[]): HTMLElement =>
    draw(
      <Compare
        rows={sortedRows('aws')}
        fitting={new Set(fitting)}
        sort="longest"
        isFitting={isFitting}
        chooseHref="#/calls"
        onSort={nothing}
        onFitting={nothing}
      />,
    );

  test('it is a table with a caption, a header for each row and column, and the order said', () => {
    const page = compare(false, ['AssumeRole']);
    expect(textsOf(page, 'caption')).toHaveLength(1);
    expect(page.querySelectorAll('th[scope=col]')).toHaveLength(COLUMNS.length + 2);
    expect(page.querySelectorAll('th[scope=row]')).toHaveLength(CALLS.length);
    expect(textsOf(page, 'th[aria-sort=descending]')).toEqual(['Least · default · most']);
    expect(textsOf(page, 'tr[data-fits=true] th')[0]).toContain('fits my case');
  });

  test('it shows what fits alone when asked to', () => {
    const rows = textsOf(compare(true, ['AssumeRoot']), 'th[scope=row]');
    expect(rows).toEqual([expect.stringContaining('AssumeRoot')]);
    expect(compare(true, []).textContent).toContain('nothing is left to compare');
  });
});

describe('behind the scenes', () => {
  test('it has a row for each, and a link to each run with a name of its own', () => {
    const page = draw(<BehindTable hrefOf={(id) => `#/x/${id}`} hasRun={hasRun} />);
    expect(textsOf(page, 'th[scope=row]')).toEqual(BEHIND.map(({ feature }) => feature));
    const names = textsOf(page, 'a[href^="#/x/"]');
    expect(new Set(names).size).toBe(BEHIND.filter(({ id }) => hasRun(id)).length);
  });

  test('it stands at a step, with nowhere to go beyond the last', () => {
    const run = promised(behindRun('github'), 'GitHub has a run');
    const at = (cursor: number): HTMLElement =>
      draw(
        <BehindStepper
          {...{ run, cursor }}
          tab={undefined}
          backHref="#/calls/behind"
          onStep={nothing}
          onTab={nothing}
        />,
      );
    const off = (page: HTMLElement) => textsOf(page, '[aria-disabled=true]').map((t) => t.trim());
    const { length } = run.trace.steps;
    expect(off(at(0))).toEqual(['Back']);
    expect(off(at(length))).toEqual(['Next', 'To the end']);
    expect(at(3).textContent).toContain(`Step 3 of ${length}`);
    expect(at(0).textContent).toContain(run.summary);
  });
});
