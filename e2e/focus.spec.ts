import { expect, type Page } from '@playwright/test';
import { expectStep, LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

/** What has the focus, in a word. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'body';
    const region = element.closest('header, aside, main, [aria-label=Inspector], [role=slider]');
    if (region?.getAttribute('role') === 'slider') return 'clock';
    if (element.closest('[role=group][aria-label=Steps]')) return 'steps';
    return region?.getAttribute('aria-label') ?? region?.tagName.toLowerCase() ?? 'elsewhere';
  });

/** Whether a ring is drawn around what has the focus, its label or its handle. */
const hasRing = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement: element, body } = document;
    // Between the last element and the first lies the browser itself; a date's button has the browser's own ring.
    if (!element || element === body || element.matches('[type=datetime-local]')) return true;
    return [element, element.closest('label'), ...element.querySelectorAll('*')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
  });

test('it can be reached by Tab alone, part after part, and shows where the focus is', async ({
  page,
}) => {
  await openLab(page, LAB);
  await page.keyboard.press('ArrowRight');
  const parts: string[] = [];
  for (let count = 0; count < 80 && parts.at(-1) !== 'clock'; count += 1) {
    await page.keyboard.press('Tab');
    const part = await focused(page);
    if (part !== parts.at(-1)) parts.push(part);
    expect(await hasRing(page), part).toBe(true);
  }
  expect(parts).toEqual(['header', 'Scenarios and changes', 'main', 'Inspector', 'steps', 'clock']);
});

test('it skips to the content and stays at its link', async ({ page }) => {
  await openLab(page, LAB);
  const before = page.url();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(page.url()).toBe(before);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

const LAYERS = [
  ['Share', 'A link to exactly this'],
  ['Keyboard and settings', 'Keyboard and settings'],
  [/: go to a step$/, 'Go to a step'],
] as const;

for (const [opener, title] of LAYERS) {
  test(`it keeps the focus in a layer and gives it back: ${title}`, async ({ page }) => {
    await openLab(page, LAB);
    const button = page.getByRole('button', { name: opener });
    await button.focus();
    for (const close of ['Escape', 'Enter']) {
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog).toBeVisible();
      await expect(dialog.locator(':focus')).toHaveCount(1);
      for (let count = 0; count < 40; count += 1) {
        await page.keyboard.press(count % 3 === 2 ? 'Shift+Tab' : 'Tab');
        const isOutside = await page.evaluate(() => {
          const { activeElement: element, body } = document;
          return element !== body && element?.closest('dialog') === null;
        });
        expect(isOutside).toBe(false);
      }
      if (close === 'Enter') await dialog.getByRole('button', { name: 'Close' }).first().focus();
      await page.keyboard.press(close);
      await expect(dialog).toHaveCount(0);
      await expect(button).toBeFocused();
    }
  });
}

test('it gives the focus back to the page when a key opened the layer', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await lab.next.focus();
  for (const key of ['?', 'g']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(lab.next).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expectStep(lab, 1);
});

test('it moves through tabs by arrows, and only there', async ({ page }) => {
  const lab = await openLab(page, LAB);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const tabs = page.getByRole('tab');
  const first = tabs.first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tabs.last()).toBeFocused();
  await expect(tabs.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(first).toBeFocused();
  await expectStep(lab, 2);
});
