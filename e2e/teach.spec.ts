import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { written } from './kept.ts';
import { test } from './quiet.ts';

const taken = (page: Page) => page.getByText(/^\d+ of \d+ taken$/);

/** Opens the page as it is when its files can be written. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/quiz/teach${query}`);
  await expect(page.getByRole('heading', { name: '2. Take them with you' })).toBeVisible();
}

/** The text of the file that a button saves. */
async function saved(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save the file/ }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('questions are taken, saved as files that a parser reads, and printed without the page', async ({
  page,
}) => {
  await page.goto('./#/quiz/link-and-session');
  await page.getByRole('link', { name: 'For instructors' }).click();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('presigned');
  await page.getByRole('combobox', { name: 'Difficulty' }).selectOption('3');
  await page.getByRole('button', { name: /^Take all \d+ shown$/ }).press('Enter');
  await page.getByRole('checkbox').first().uncheck();
  const count = Number((await taken(page).innerText()).split(' ')[0]);
  expect(count).toBeGreaterThan(3);
  expect(await saved(page)).toContain('$CATEGORY: $course$/top/Shortlived/Presigned URLs');
  await page.getByRole('radio', { name: /^Moodle XML/ }).check();
  const xml = await saved(page);
  // A page of its own: ours lets nobody parse markup.
  const reader = await page.context().newPage();
  const read = await reader.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'application/xml');
    return [tree.querySelectorAll('parsererror').length, tree.querySelectorAll('idnumber').length];
  }, xml);
  expect(read).toEqual([0, count]);
  await page.getByRole('radio', { name: /^Sheet and answers/ }).check();
  await expect.poll(() => page.url()).toContain('as=sheet-with-answers');
  await written(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Answers' })).toBeVisible();
  await expectAccessible(page, 'a sheet');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: '1. Take questions' })).toBeHidden();
  await expect(page.getByText('Source:')).toHaveCount(count);
  await expect(page.getByText('Source:').last()).toBeVisible();
});

test('own questions are put right line by line, added, practised, kept and deleted', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await page.getByRole('button', { name: 'Begin with the example' }).click();
  const box = page.getByRole('textbox', { name: 'A file of questions' });
  const text = await box.inputValue();
  await box.fill(text.replace('"stem": "When', '"stemm": "<b>When</b>'));
  const faults = page.getByRole('list', { name: 'Faults' });
  await expect(faults.getByRole('listitem')).toHaveText([
    'Line 5, question 1, stem: It is missing.',
    'Line 9, question 1, stemm: There is no such field here.',
  ]);
  await expectNoSidewaysScroll(page, 'faults on a phone');
  await faults.getByRole('button', { name: 'Line 9' }).click();
  await expect(box).toBeFocused();
  await box.fill(text.replace('"stem": "When', '"stem": "<b>When</b>'));
  await page.getByRole('button', { name: 'Add 4 questions' }).click();
  await page.getByRole('link', { name: 'Practise them' }).click();
  await page.getByRole('link', { name: /When/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '<b>When</b> does the link stop working?',
  );
  await page.getByRole('radio', { name: /40 minutes/ }).check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await expect(page.getByText('RIGHT', { exact: true })).toBeVisible();
  await open(page, '?topic=own');
  await written(page);
  await page.reload();
  await expect(
    page.getByRole('list', { name: 'Added questions' }).getByRole('listitem'),
  ).toHaveCount(4);
  await page.getByRole('button', { name: 'Delete all of them…' }).click();
  await page.getByRole('button', { name: 'Delete them for ever' }).click();
  await expect(page.getByRole('heading', { name: 'Your own questions' })).toBeFocused();
  await written(page);
  await page.reload();
  await expect(page.getByText('No question is like that.')).toBeVisible();
});

test('a set is shared by a link, with what its author wrote; a damaged one says so', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Begin with the example' }).click();
  await page.getByRole('button', { name: 'Add 4 questions' }).click();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('own');
  await page.getByRole('button', { name: 'Take all 4 shown' }).click();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('choosing');
  await page.getByRole('checkbox').first().check();
  await expect(taken(page)).toHaveText(/^5 of/);
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const there = await elsewhere.newPage();
  await there.goto(link);
  const note = there.getByRole('complementary', { name: 'A shared set' });
  await expect(note).toContainText('A shared set of 5 questions, 4 of them written by whoever');
  await expect(there.getByText('Question 1 of 5')).toBeVisible();
  await expectAccessible(there, 'a shared set');
  await there.goto('./#/quiz?set=z.AAAA');
  await expect(note).toContainText('The link is damaged.');
  await expect(there.getByRole('heading', { name: 'Nothing here to ask now' })).toBeVisible();
  await elsewhere.close();
});
