import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, visits } from './budget.mjs';
import { candidates } from './lib/browser.mjs';
import { countsIn, honest, one, total } from './lib/counts.mjs';
import { satisfies, stamp } from './lib/install.mjs';
import { nodeProblem } from './lib/node.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('it runs on Node %s', (version) => {
  expect(nodeProblem(version)).toBe('');
});

test.each(['20.18.9', '18.20.1', '12.0.0'])('it does not run on Node %s', (version) => {
  expect(nodeProblem(version)).toContain(version);
});

test('it installs again when the lockfile or the purpose changes', () => {
  expect(satisfies(stamp('a', 'all'), 'a', 'run')).toBe(true);
  expect(satisfies(stamp('a', 'run'), 'a', 'run')).toBe(true);
  expect(satisfies(stamp('a', 'run'), 'a', 'all')).toBe(false);
  expect(satisfies(stamp('a', 'all'), 'b', 'all')).toBe(false);
  expect(satisfies('', 'a', 'run')).toBe(false);
});

test('it counts what the reports say', () => {
  const unit = countsIn({ numPassedTests: 3, numFailedTests: 1 });
  const e2e = countsIn({ stats: { expected: 2, unexpected: 1, flaky: 1 } });
  expect(total([unit, e2e, one(true), one(false)])).toEqual({ passed: 6, failed: 4 });
});

test('it never calls a run good that tested nothing or ended badly', () => {
  expect(honest({ passed: 0, failed: 0 }, 0).failed).toBe(1);
  expect(honest({ passed: 5, failed: 0 }, 1).failed).toBe(1);
  expect(honest({ passed: 5, failed: 2 }, 1).failed).toBe(2);
  expect(honest({ passed: 5, failed: 0 }, 0).failed).toBe(0);
});

test('it looks for a browser where the caller says, then everywhere else', () => {
  const found = candidates({
    SHORTLIVED_BROWSER_PATH: '/mine',
    PATH: ['/a', '/b'].join(delimiter),
  });
  expect(found[0]).toEqual({ executablePath: '/mine' });
  expect(found).toContainEqual({ channel: 'msedge' });
  expect(found).toContainEqual({ executablePath: join('/b', 'chromium') });
});

const manifest = {
  'index.html': { file: 'i.js', css: ['i.css'], imports: ['_shared.js'], isEntry: true },
  '_shared.js': { file: 's.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'd.js', css: ['d.css'] },
  'src/pages/LabPage.tsx': { file: 'l.js', imports: ['_shared.js'] },
  'src/content/scenarios/sts/one.ts': { file: 'o.js', imports: ['_deep.js'] },
  'src/platform/x509.ts': { file: 'x.js' },
};

test('it weighs a visit with all that it needs, once', () => {
  const visit = visits(manifest).map(({ keys }) => [...filesOf(manifest, keys)]);
  expect(visit).toEqual([
    ['i.js', 'i.css', 's.js', 'd.js', 'd.css'],
    ['i.js', 'i.css', 'l.js', 'o.js', 's.js', 'd.js', 'd.css'],
  ]);
});
