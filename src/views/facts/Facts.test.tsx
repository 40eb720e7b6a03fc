import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { FIRST_FACTS } from '#content/facts/choices.ts';
import type { FactsChoices } from '#content/facts/choices.ts';
import { CORRECTIONS } from '#content/facts/corrections.ts';
import { recordedForms, recordedUrls } from '#content/facts/recorded.ts';
import { signerRows } from '#content/facts/signers.ts';
import { toolRows } from '#content/facts/toolRows.ts';
import { TOOL_FACTS } from '#content/facts/tools.ts';
import { TOOL_IDS } from '#content/toolIds.ts';

import { Beliefs } from './Beliefs.tsx';
import { FactsFrame } from './FactsFrame.tsx';
import { Lives } from './Lives.tsx';
import { Recorded } from './Recorded.tsx';
import { Tools } from './Tools.tsx';

const nothing = (): void => undefined;

const draw = (view: React.ReactNode): HTMLElement =>
  new DOMParser().parseFromString(renderToStaticMarkup(view), 'text/html').body;

const textsOf = (page: ParentNode, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

/** Every control has a label, and every row of a table a head. */
function expectLabelled(page: HTMLElement): void {
  for (const { id } of page.querySelectorAll('select')) {
    expect(page.querySelector(`label[for="${id}"]`)?.textContent).not.toBe('');
  }
  for (const row of page.querySelectorAll('tbody tr')) {
    expect(row.querySelectorAll('th[scope="row"]')).toHaveLength(1);
  }
}

test('the frame says which part is open, and what its words for certainty mean', () => {
  const page = draw(
    <FactsFrame view="lives" hrefOf={(view) => `#/facts/${view}`}>
      <p>Here.</p>
    </FactsFrame>,
  );
  expect(textsOf(page, 'nav a[aria-current]')).toEqual(['Longest life by signer']);
  expect(page.textContent).toMatch(/Documented: .*Seen in real answers: .*Concluded here: /);
});

describe('the beliefs', () => {
  const page = draw(
    <Beliefs all={CORRECTIONS} linkTo={({ step }) => ({ href: `#/${step}`, title: step })} />,
  );
  const rows = CORRECTIONS.flatMap(({ rows: each }) => each);

  test('each is struck, corrected, and says where it is written and when that was checked', () => {
    expectLabelled(page);
    expect(textsOf(page, 's')).toEqual(rows.map(({ often }) => often));
    for (const row of page.querySelectorAll('tbody tr')) {
      expect(row.querySelector('td:last-child a')?.getAttribute('href')).toMatch(/^https:/);
      expect(row.textContent).toMatch(/checked on \d{4}-\d\d-\d\d\.$/);
    }
  });

  test('those that a run shows lead to its step, the others nowhere', () => {
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(rows.flatMap(({ shown }) => (shown ? [`#/${shown.step}`] : [])));
  });
});

describe('the lives', () => {
  const lives = (change: Partial<FactsChoices> = {}): HTMLElement => {
    const choices = { ...FIRST_FACTS, ...change };
    return draw(<Lives choices={choices} rows={signerRows(choices)} onChoose={nothing} />);
  };

  test('it says of each signer when its URL dies and why, and how the rows are sorted', () => {
    const page = lives();
    expectLabelled(page);
    const cells = [...page.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'th, td'));
    expect(cells[0]?.slice(0, 2)).toEqual(['IAM user’s access key', 'after 7 days']);
    expect(page.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('descending');
    expect(lives({ order: 'listed' }).querySelector('[aria-sort]')).toBeNull();
  });

  test('its bars never leave their frame', () => {
    for (const expires of ['900', '3600', '604800'] as const) {
      const bars = lives({ expires, age: '1800' }).querySelectorAll('rect[height="8"]');
      expect(bars.length).toBeGreaterThan(0);
      for (const bar of bars) {
        const [x, width] = ['x', 'width'].map((name) => Number(bar.getAttribute(name) ?? 0));
        expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('the tools', () => {
  test('it marks the row and the column that are chosen, and the one number that moves', () => {
    const choices = { ...FIRST_FACTS, tool: 'ruby', tried: 'ending' } as const;
    const page = draw(
      <Tools choices={choices} rows={toolRows()} onChoose={nothing}>
        <p>Recorded.</p>
      </Tools>,
    );
    expectLabelled(page);
    expect(textsOf(page, 'tr[data-on="true"] td[data-on="true"]')).toEqual(['600 10 min']);
    expect(page.querySelectorAll('td[data-moved="true"]')).toHaveLength(1);
    expect(page.textContent).toContain('It is what the session has left');
  });

  test('it draws a URL only of a tool that was run, with its version', () => {
    const drawn = TOOL_IDS.filter((id) => {
      const { title } = TOOL_FACTS[id];
      const urls = recordedUrls(id, 'user');
      const forms = recordedForms(id, 'user');
      const page = draw(<Recorded title={title} urls={urls} forms={forms} />);
      const names = textsOf(page, 'article b');
      expect(names).toHaveLength(urls.length + forms.length);
      for (const name of names) expect(name).toMatch(/ \d+\.\d+\.\d+$/);
      expect(page.textContent.includes('was not run here')).toBe(names.length === 0);
      return names.length > 0;
    });
    expect(drawn).toEqual([
      'cli',
      'boto3',
      'boto3-post',
      'js',
      'js-post',
      'ruby',
      'rclone',
      's3cmd',
    ]);
  });

  test('the default it names is the one in the URLs that were made here', () => {
    for (const { id, numbers } of toolRows()) {
      const made = recordedUrls(id, 'user').filter(({ isDefault }) => isDefault);
      const found = made.flatMap(({ url }) => /X-Amz-Expires=(\d+)/.exec(url)?.[1] ?? []);
      for (const seconds of found) expect(Number(seconds)).toBe(numbers.user);
    }
  });
});
