import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { LIMIT_GROUPS } from '#content/limits/all.ts';

import { findLimits } from './findLimits.ts';
import { Limits } from './Limits.tsx';

const nothing = (): void => undefined;

const draw = (find = ''): HTMLElement =>
  new DOMParser().parseFromString(
    renderToStaticMarkup(
      <Limits
        groups={LIMIT_GROUPS}
        find={find}
        onFind={nothing}
        onPrint={nothing}
        linkTo={({ scenario, step }) => ({ href: `#/${scenario}/${step}`, title: scenario })}
      />,
    ),
    'text/html',
  ).body;

const rowsOf = (page: HTMLElement): readonly string[] =>
  [...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);

describe('the sheet of limits', () => {
  const page = draw();
  const all = LIMIT_GROUPS.flatMap(({ limits }) => limits);

  test('each row says what, how much, where it is written and how sure that is', () => {
    expect(rowsOf(page)).toHaveLength(all.length);
    for (const row of page.querySelectorAll('tbody tr')) {
      expect(row.querySelectorAll('th[scope="row"]')).toHaveLength(1);
      expect(row.textContent).toMatch(
        /(?:Documented|Seen in real answers|Concluded here): .*, checked on \d{4}-\d\d-\d\d\.$/,
      );
    }
  });

  test('a number opens the step that shows it, or its row says that no run does', () => {
    const role = [...page.querySelectorAll('tbody tr')].find(({ textContent }) =>
      textContent.startsWith('Role session (DurationSeconds)'),
    );
    expect([...(role?.querySelectorAll('td a[title]') ?? [])].map((a) => a.textContent)).toEqual([
      '15 min to 12 h',
      '1 h',
    ]);
    for (const row of page.querySelectorAll('tbody tr')) {
      const isShown = row.querySelector('td a[title^="See it:"]') !== null;
      expect(row.textContent.includes('no run shows it')).toBe(!isShown);
    }
  });

  test('on paper every row names its source by a number of the list at the end', () => {
    const sources = [...page.querySelectorAll('ol li')];
    for (const mark of page.querySelectorAll('td [aria-hidden]')) {
      expect(mark.textContent).toMatch(/^[DSC]\d+$/);
      expect(Number(mark.textContent.slice(1))).toBeLessThanOrEqual(sources.length);
    }
    expect(sources.every(({ textContent }) => /\(\d{4}-\d\d-\d\d\)$/.test(textContent))).toBe(true);
  });
});

describe('looking for a limit', () => {
  test.each([
    ['43200', /43,200 s/],
    ['43,200 sts', /43,200 s/],
    ['external id', /^ExternalId/],
    ['36 h', /36 h/],
  ])('%s finds the rows that say so', (find, says) => {
    const rows = rowsOf(draw(find));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !says.test(row))).toEqual([]);
  });

  test('a number is not found in another one', () =>
    expect(rowsOf(draw('12 h')).filter((row) => row.includes('1,224'))).toEqual([]));

  test('it says how many fit, also none', () => {
    expect(draw('certificates').querySelector('[role=status]')?.textContent).toMatch(
      /^\d of \d+ fit/,
    );
    expect(draw('zebra').querySelector('[role=status]')?.textContent).toMatch(
      /^0 of \d+ fit “zebra”/,
    );
    expect(findLimits(LIMIT_GROUPS, '  ')).toBe(LIMIT_GROUPS);
  });
});
