import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from './axe.ts';
import { expectKeptNowhere, requestsOf } from './kept.ts';
import { labOn, openLab, LAB, painted } from './lab.ts';
import { test } from './quiet.ts';

/** The workbench as somebody sees it who brings policies of their own. */
interface Bench {
  readonly verdict: Locator;
  readonly gates: Locator;
  readonly editor: (name: RegExp) => Locator;
  readonly announcer: Locator;
}

async function openBench(page: Page, hash = '#/policies'): Promise<Bench> {
  await page.goto(`./${hash}`);
  const verdict = page.getByRole('region', { name: 'The verdict' });
  await expect(verdict.getByRole('listitem').first()).toBeVisible();
  // The text field gives way to the editor.
  await expect(page.locator('textarea:not([id])')).toHaveCount(0);
  await painted(page);
  return {
    verdict,
    gates: verdict.getByRole('list', { name: /^Gates/ }).locator(':scope > li'),
    editor: (name) => page.getByRole('textbox', { name }),
    announcer: page.getByTestId('announcer'),
  };
}

const SECRET = 'pastedsecret4711';

test('it decides by keys alone: an example, a statement, an edit, a new verdict that is said once', async ({
  page,
}) => {
  const bench = await openBench(page);
  const example = page.getByRole('button', { name: 'A bucket policy names the role' });
  await example.press('Enter');
  await expect(bench.gates.filter({ hasText: 'Decides.' })).toContainText('Permissions boundary');
  await expect(bench.announcer).toHaveText(/^IMPLICIT DENY\. Decided at “Permissions boundary”/);
  const statement = bench.verdict.locator('summary', { hasText: 'Allow Named' });
  await statement.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(
    bench.verdict.getByRole('button', { name: 'Show in the editor' }).first(),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  const editor = bench.editor(/^Policy of reports/);
  await expect(editor).toBeFocused();
  await expect(page.locator('.marked-line').first()).toBeVisible();
  await editor.fill(
    (await editor.innerText())
      .replace(/\n\n/g, '\n')
      .replace('iam::111122223333:role/worker', 'sts::111122223333:assumed-role/worker/nightly'),
  );
  await expect(bench.announcer).toHaveText(/^ALLOW\. Decided at “Resource-based policy”/);
  await expect(bench.gates.filter({ hasText: 'Decides.' })).toContainText('ALLOW');
  await expect(page.getByText('You have changed it since.')).toBeVisible();
  await page.getByText('What changed').press('Enter');
  await expect(page.getByText('− removed')).toBeVisible();
  await expect(page.getByText('+ added')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).first().press('Enter');
  await expect(bench.announcer).toHaveText(/^IMPLICIT DENY/);
});

test('it lets Tab out of the editor, and keeps its keys from the page', async ({ page }) => {
  const bench = await openBench(page);
  const editor = bench.editor(/^ReadReports/);
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('d?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(editor).toContainText('d?{');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Format' }).first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).not.toContainText('d?{');
});

test('it withholds the verdict where something cannot be read, and leads to the place', async ({
  page,
}) => {
  const bench = await openBench(page);
  const editor = bench.editor(/^ReadReports/);
  await editor.fill(
    '{\n  "Version": "2012-10-17",\n  "Statement": { "Effect": "Alow", "Action": "s3:*", "Resource": "*" }\n}',
  );
  await expect(bench.verdict).toContainText('NO VERDICT YET');
  await expect(bench.verdict.getByRole('list', { name: /^Gates/ })).toHaveCount(0);
  await expect(editor).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.problem-place')).toHaveText('"Alow"');
  const problem = page.getByRole('button', { name: /^Line 3, column 28: / });
  await problem.press('Enter');
  await expect(editor).toBeFocused();
  await page.keyboard.type('X');
  await expect(editor).toContainText('X"Alow"');
  await page.getByLabel('Action', { exact: true }).fill('s3:*');
  await expect(page.getByLabel('Action', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(bench.verdict).toContainText('A request has no wildcards.');
});

test('it lives through hostile pastes', async ({ page }) => {
  const bench = await openBench(page);
  const editor = bench.editor(/^ReadReports/);
  for (const text of [
    '<img src=x onerror="document.title=\'owned\'">',
    '{"__proto__":{"polluted":true},"constructor":1}',
    '['.repeat(50_000),
    `{"Statement":"${'a'.repeat(1_000_000)}"}`,
    '\u202E\u0000\uFFFF',
  ]) {
    await editor.fill(text);
    await expect(bench.verdict).toContainText('NO VERDICT YET');
    await expect(
      page.getByRole('button', { name: /^Line \d+, column \d+: / }).first(),
    ).toBeVisible();
  }
  await expect(page).toHaveTitle(/^Policy workbench/);
  await page.getByRole('button', { name: 'Reset' }).first().click();
  await expect(bench.verdict).toContainText('EXPLICIT DENY');
});

test('it keeps what is pasted out of links, history, storage and requests', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`violates ${effectiveDirective} ${blockedURI}`);
    });
  });
  const bench = await openBench(page);
  const asked = requestsOf(page);
  await bench
    .editor(/^ReadReports/)
    .fill(
      `{"Version":"2012-10-17","Statement":[{"Sid":"${SECRET}","Effect":"Allow","Action":"s3:*","Resource":"*"}]}`,
    );
  await page.getByRole('button', { name: 'Add a key' }).click();
  await page.getByLabel('Key 2').fill('aws:SourceIp');
  await page.getByLabel('Values, one a line').last().fill(SECRET);
  await page.getByLabel('Resource', { exact: true }).fill(`arn:aws:s3:::${SECRET}/x`);
  await expect(bench.verdict).toContainText(SECRET);
  await expectKeptNowhere(page, context, '4711');
  await page.goto('./#/quiz');
  await page.goBack();
  await expect(bench.verdict).toContainText(SECRET);
  expect(page.url()).toMatch(/#\/policies$/);
  await page.reload();
  await expect(bench.verdict).toContainText('EXPLICIT DENY');
  await expect(page.locator('body')).not.toContainText('4711');
  expect(asked.join(' ')).not.toContain('4711');
});

test.describe('without its chunk', () => {
  test.use({ provoked: /CodeEditor|ERR_FAILED/ });
  test('it works on without the editor where that cannot be loaded', async ({ page }) => {
    await page.route(/CodeEditor/, (route) => route.abort());
    await page.goto('./#/policies');
    const field = page.getByRole('textbox', { name: /^ReadReports/ });
    await field.fill('{');
    await expect(page.getByRole('region', { name: 'The verdict' })).toContainText('NO VERDICT YET');
    await expect(field).toHaveValue('{');
    expect(await field.evaluate(({ tagName }) => tagName)).toBe('TEXTAREA');
  });
});

test('it adds and takes away policies, and brings back what an example replaced', async ({
  page,
}) => {
  const bench = await openBench(page);
  await page.getByRole('button', { name: 'Empty the bench' }).click();
  await expect(bench.verdict).toContainText('IMPLICIT DENY');
  for (const type of [
    'identity',
    'service-control',
    'boundary',
    'session',
    'trust',
    'bucket',
    'resource-control',
  ]) {
    await page.getByLabel('Another policy').selectOption(type);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await expect(page.getByText('Not read: ')).toHaveCount(2);
  await expect(bench.verdict).toContainText('ALLOW');
  await page.getByLabel('Another policy').selectOption('boundary');
  await expect(
    page.getByText('A user or role has one permissions boundary at most.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'The NotPrincipal trap' }).click();
  await expect(bench.verdict).toContainText('EXPLICIT DENY');
  await page.getByRole('button', { name: 'Bring back my own work' }).click();
  await expect(page.getByRole('article')).toHaveCount(7);
  await page
    .getByRole('button', { name: /^Remove this policy/ })
    .first()
    .click();
  await expect(page.getByRole('article')).toHaveCount(6);
});

test('it has nothing that axe objects to in any theme and width', async ({ page }) => {
  for (const [width, height] of [
    [1280, 2600],
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const theme of width === 1280 ? ['light', 'dark', 'projector'] : ['light']) {
      const expectFine = theme === 'light' ? expectAccessible : expectReadable;
      await openBench(page, `#/policies?theme=${theme}`);
      await page.getByRole('button', { name: 'The confused deputy' }).click();
      for (const summary of await page.locator('ol summary').all()) await summary.click();
      await expectFine(page, `${width} ${theme}`);
      await expectNoSidewaysScroll(page, `${width} ${theme}`);
      await page.getByRole('textbox', { name: /^MayAssume/ }).fill('{ "Version": 1');
      await expect(page.getByText('NO VERDICT YET').first()).toBeVisible();
      await expectFine(page, `${width} ${theme} broken`);
      await expectNoSidewaysScroll(page, `${width} ${theme} broken`);
    }
  }
});

test('it keeps the gates in sight while the last policy is edited, without a wheel in the wheel', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bench = await openBench(page);
  const last = bench.editor(/^Policy of reports/);
  await last.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.mouse.wheel(0, 4000);
  await expect(bench.verdict.getByText('EXPLICIT DENY').first()).toBeInViewport({ ratio: 1 });
  await expect(bench.gates.last()).toBeInViewport({ ratio: 1 });
  const hidden = await last.evaluate(
    ({ parentElement }) => (parentElement?.scrollHeight ?? 0) - (parentElement?.clientHeight ?? 0),
  );
  expect(hidden).toBe(0);
});

test('it prints every policy and the verdict, and no button that only a screen can press', async ({
  page,
}) => {
  const bench = await openBench(page);
  await page.emulateMedia({ media: 'print' });
  for (const name of [/^ReadReports/, /^Everything/, /^Policy of reports/]) {
    await expect(bench.editor(name)).toBeVisible();
  }
  await expect(bench.verdict.getByText('OnlyTls').first()).toBeVisible();
  for (const name of ['Add', 'Format', 'Remove this policy', 'Empty the bench', /see why$/]) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
});

test('it is the editor of a policy in the lab too, and goes into the link as before', async ({
  page,
}) => {
  await openLab(page, LAB);
  await page.getByText('Edit the policy').click();
  const editor = page.getByRole('textbox', { name: 'What the signer may do' });
  await expect(page.locator('.cm-content')).toBeVisible();
  await editor.fill('{"Version":"2012-10-17","Statement":[]}');
  await expect.poll(() => page.url()).toContain('permissions=');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('d');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(labOn(page).place).toHaveText(/^Step 0 /);
});
