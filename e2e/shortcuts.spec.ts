import { expect, type Locator, type Page } from '@playwright/test';
import { expectStep, LAB, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

const LETTERS = 'p [ ] - = r g f b . d ?'.split(' ');

/** The single keys that the page takes away from an element. */
const takenFrom = (element: Locator): Promise<readonly string[]> =>
  element.evaluate(
    (target, letters) =>
      letters.filter(
        (key) =>
          !target.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
          ),
      ),
    LETTERS,
  );

test('it takes no single key from a text, a list or a dialog', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await page.getByText('Edit the policy').click();
  const editor = page.getByRole('textbox', { name: 'What the signer may do' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  expect(await takenFrom(editor)).toEqual([]);
  expect(await takenFrom(page.getByLabel('Just before that'))).toEqual([]);
  expect(await takenFrom(page.getByLabel('Speed'))).toEqual([]);
  await editor.fill('');
  await editor.pressSequentially('pgd b.?- =[]fr');
  await expect(editor).toContainText('pgd b.?- =[]fr');
  for (const key of ['ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp', 'Space', 'Shift+Space']) {
    await editor.press(key);
  }
  await expectStep(lab, 0);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  expect(await takenFrom(dialog.getByRole('textbox', { name: 'Link', exact: true }))).toEqual([]);
  // A click on a dialog's text takes the focus from its buttons, and still the keys stay its own.
  await dialog.getByRole('heading', { level: 2 }).click();
  for (const key of ['ArrowRight', 'PageDown', 'Space', 'End', 'd', 'p']) {
    await page.keyboard.press(key);
  }
  await expectStep(lab, 0);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('it takes one step by a page key wherever the focus is', async ({ page }) => {
  const lab = await openLab(page, LAB);
  const clock = await lab.clock.getAttribute('aria-valuetext');
  const range = page.getByRole('slider', { name: 'X-Amz-Expires' });
  const length = await range.getAttribute('aria-valuetext');
  const places = [
    lab.clock,
    range,
    page.getByRole('radio').first(),
    page.getByLabel('Just before that'),
    page.getByRole('textbox', { name: 'Link is used at' }),
    page.getByText('Edit the policy'),
    lab.place,
  ];
  for (const [index, place] of places.entries()) {
    await place.focus();
    await page.keyboard.press('PageDown');
    await expectStep(lab, index + 1);
  }
  await page.getByRole('tab').first().focus();
  await page.keyboard.press('PageUp');
  await expectStep(lab, places.length - 1);
  await expect(range).toHaveAttribute('aria-valuetext', length ?? '');
  // The clock speaks of the lives there are by now, at the same moment.
  const moment = clock?.split(',')[0] ?? 'no moment';
  await expect(lab.clock).toHaveAttribute('aria-valuetext', new RegExp(`^${moment}`));
});

/** Chooses in the help, as a learner does, and closes it. */
async function choose(page: Page, setting: string): Promise<void> {
  await page.getByRole('button', { name: 'Keyboard and settings' }).click();
  await page.getByLabel('Shortcuts').selectOption(setting);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('it keeps to arrows and page keys when told so, also after a reload', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await choose(page, 'arrows');
  await page.reload();
  await expect(lab.next).toBeVisible();
  await painted(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expectStep(lab, 2);
  expect(await takenFrom(page.locator('body'))).toEqual([]);
  await page.keyboard.press('Home');
  await expectStep(lab, 0);
});

test('it takes no key at all when told so, also after a reload', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await choose(page, 'off');
  await page.reload();
  await expect(lab.next).toBeVisible();
  await painted(page);
  expect(await takenFrom(page.locator('body'))).toEqual([]);
  for (const key of ['ArrowRight', 'PageDown', 'Space', 'End']) await page.keyboard.press(key);
  await expectStep(lab, 0);
  // Buttons and the clock work as any button and slider does.
  await lab.next.focus();
  await page.keyboard.press('Space');
  await expectStep(lab, 1);
  await choose(page, 'all');
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
});
