import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from './axe.ts';
import { expectKeptNowhere, requestsOf } from './kept.ts';
import { painted } from './lab.ts';
import { test } from './quiet.ts';

/** The page as somebody sees it who brings a URL. */
interface Table {
  readonly box: Locator;
  readonly wrong: Locator;
  readonly row: (name: string) => Locator;
  readonly announcer: Locator;
}

async function openTable(page: Page, hash = '#/dissect'): Promise<Table> {
  await page.goto(`./${hash}`);
  const wrong = page.getByRole('region', { name: 'What is wrong with it' });
  await expect(wrong).toBeVisible();
  await painted(page);
  return {
    box: page.getByRole('textbox', { name: 'Presigned URL or POST policy' }),
    wrong,
    row: (name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
    announcer: page.getByTestId('announcer'),
  };
}

const SECRET = 'pastedsecret4711';

// The S3 guide's own example, with a path of ours.
const EXPIRED = `https://examplebucket.s3.amazonaws.com/${SECRET}.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;

test('it takes a pasted URL apart by keys alone, mistakes first, and says so once', async ({
  page,
}) => {
  const table = await openTable(page);
  await expect(table.wrong).toContainText('NO MISTAKE FOUND');
  await table.box.focus();
  // The example is selected whole, so that pasting replaces it.
  await page.keyboard.insertText(EXPIRED);
  await expect(table.box).toHaveValue(EXPIRED);
  await expect(table.wrong).toContainText('Its own date is over');
  await expect(table.wrong).toContainText('It ended at 2013-05-25 00:00:00 UTC.');
  await expect(table.row('X-Amz-Expires')).toContainText('86400 seconds, 1 day');
  await expect(table.row('X-Amz-Credential')).toContainText(
    'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request',
  );
  await expect(page.getByRole('region', { name: 'What it says' })).toContainText('examplebucket');
  await expect(page.getByRole('img', { name: /^By its own date it died at 2013/ })).toBeVisible();
  await expect(table.announcer).toHaveText(
    'A URL presigned with Signature Version 4: 1 mistake, no warnings.',
  );
});

for (const [name, says] of [
  [
    'Seven days, signed by a session',
    ['NO MISTAKE FOUND', '111122223333', 'When its credential ends'],
  ],
  ['Signed by a user', ['NO MISTAKE FOUND', '111122223333', 'Whether its key still lives']],
  [
    'Full of mistakes',
    ['HTML in place of “&”', 'Encoded twice', 'The wrong Region', 'More than seven days'],
  ],
  ['STS: who am I?', ['x-k8s-aws-id', 'sts in eu-west-1']],
  ['POST policy', ['Anything goes', '1 to 10485760 bytes', 'begins with inbox/']],
  ['SigV4A', ['A URL presigned with SigV4A', 's3 in every Region (*)', 'mfzwi23gnjvgw.mrap']],
  ['SigV2', ['The old signature', 'not in this key id', 'not written in it']],
] as const) {
  test(`its example “${name}” says what is in it`, async ({ page }) => {
    await openTable(page);
    await page.getByRole('button', { name, exact: true }).press('Enter');
    for (const words of says) await expect(page.getByRole('main')).toContainText(words);
  });
}

test('it helps with what is no URL', async ({ page }) => {
  const { box, wrong } = await openTable(page);
  for (const [text, help] of [
    ['hello', 'There is no URL in it.'],
    ['s3://bucket/key', 'This is an S3 URI.'],
    ['https%3A%2F%2Fb.s3.amazonaws.com', 'Decode it once'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'This looks like a secret key.'],
    ['', 'The box is empty.'],
  ] as const) {
    await box.fill(text);
    await expect(page.getByRole('main')).toContainText(help);
    await expect(wrong).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'SigV2' }).click();
  await box.fill('mine');
  await page.getByRole('button', { name: 'Empty the box' }).click();
  await page.getByRole('button', { name: 'Bring back my own text' }).click();
  await expect(box).toHaveValue('mine');
});

test('it lives through hostile pastes', async ({ page }) => {
  const { box } = await openTable(page);
  for (const text of [
    '<img src=x onerror="document.title=\'owned\'">',
    `https://x.amazonaws.com/?${'a&'.repeat(500_000)}`,
    '{"conditions":'.repeat(70_000),
    `${EXPIRED}&x=${'%25'.repeat(300_000)}`,
    '\u202E\u0000\uFFFF',
  ]) {
    await box.fill(text);
    await expect(page.getByRole('main')).toContainText(
      /There is no URL in it|Too long|This is JSON/,
    );
  }
  await expect(page).toHaveTitle(/^Dissect a URL/);
});

test('it keeps what is pasted out of links, history, storage and requests', async ({
  page,
  context,
}) => {
  const { box } = await openTable(page);
  const asked = requestsOf(page);
  await box.fill(EXPIRED);
  const host = page.getByRole('region', { name: 'What it says' });
  await expect(host).toContainText(SECRET);
  await expectKeptNowhere(page, context, '4711');
  await page.goto('./#/quiz');
  await page.goBack();
  await expect(host).toContainText(SECRET);
  expect(page.url()).toMatch(/#\/dissect$/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'What is wrong with it' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('4711');
  await expect(box).not.toHaveValue(/4711/);
  expect(asked.join(' ')).not.toContain('4711');
});

test('it is printed with all it says, and without the box', async ({ page }) => {
  const { box, wrong } = await openTable(page);
  await box.fill(EXPIRED);
  await page.emulateMedia({ media: 'print' });
  await expect(box).toBeHidden();
  await expect(wrong).toContainText('Its own date is over');
  await expect(page.getByRole('img', { name: /^By its own date/ })).toBeVisible();
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
      const { box } = await openTable(page, `#/dissect?theme=${theme}`);
      for (const name of ['Full of mistakes', 'POST policy']) {
        await page.getByRole('button', { name, exact: true }).click();
        await expectFine(page, `${width} ${theme} ${name}`);
        await expectNoSidewaysScroll(page, `${width} ${theme} ${name}`);
      }
      await box.fill('hello');
      await expectFine(page, `${width} ${theme} no URL`);
      await expectNoSidewaysScroll(page, `${width} ${theme} no URL`);
      await page.getByRole('button', { name: 'SigV2' }).click();
    }
  }
});
