import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from './axe.ts';
import { DECIDES, END, LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

/** Every page beside the lab, which has a matrix of its own. */
const PAGES = [
  '',
  '#/policies',
  '#/dissect',
  '#/quiz',
  '#/quiz/no-such-question',
  '#/be',
  '#/nothing',
  `${LAB}?used=junk&theme=neon`,
];

test('it has nothing that axe objects to on any page, light or dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const hash of PAGES) {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const expectFine = colorScheme === 'light' ? expectAccessible : expectReadable;
      await expectFine(page, `${hash} ${colorScheme}`);
    }
  }
});

test('it has nothing that axe objects to once something is open or answered', async ({ page }) => {
  // Nothing scrolls in so tall a window: what a pane hides counts as absent for axe, also the name of a field.
  await page.setViewportSize({ width: 1280, height: 2400 });
  const lab = await openLab(page, END);
  for (const key of ['?', 'g']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, `layer ${key}`);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Share' }).click();
  await expectAccessible(page, 'share');
  await page.keyboard.press('Escape');
  await page.getByText('Edit the policy').click();
  await page.getByRole('textbox', { name: 'What the signer may do' }).fill('{');
  await page.getByLabel('Just before that').selectOption('revoked');
  await expect(page.getByText(/^Line 1, column/).first()).toBeVisible();
  await expectAccessible(page, 'editor and changes');
  await openLab(page, DECIDES);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectAccessible(page, await tab.innerText());
  }
  await expect(lab.inspector).toBeVisible();
  await page.goto('./#/quiz/link-and-session');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await expectAccessible(page, 'answered');
});

test('it has a name in the tab for every page', async ({ page }) => {
  for (const [hash, title] of [
    ['', /^Shortlived: /],
    [LAB, /^Seven days asked.* · Shortlived$/],
    ['#/quiz', /Quiz.* · Shortlived$/],
    ['#/policies', /^Policy workbench · Shortlived$/],
    ['#/dissect', /^Dissect a URL · Shortlived$/],
    ['#/certificates', /^Chain on trial · Shortlived$/],
    ['#/microscope', /^Signature microscope · Shortlived$/],
    ['#/lab/sts', /^Stolen at nine, worthless by ten · Shortlived$/],
    ['#/nothing', /^Not found · Shortlived$/],
    ['#/lab/presigned/no-such-scenario', /^Not found · Shortlived$/],
  ] as const) {
    await page.goto(`./${hash}`);
    await expect(page).toHaveTitle(title);
  }
});

test('it loses nothing when letters are twice as large', async ({ page }) => {
  // A window of 1280 by 720 at 200 %.
  await page.setViewportSize({ width: 640, height: 360 });
  for (const hash of ['', LAB, END, '#/quiz', '#/policies', '#/dissect']) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page, hash);
  }
});
