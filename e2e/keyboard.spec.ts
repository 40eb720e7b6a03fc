import { expect, type Page } from '@playwright/test';
import { expectStep, IN_TIME, LAB, openLab, placeIn } from './lab.ts';
import { test } from './quiet.ts';

/** What the help must name: what a clicker, a teacher and a learner press. */
const KEYS =
  '→ Space PageDown ← ShiftSpace PageUp Shift→ Shift← Home End P [ ] - = Shift- Shift= R G T C F S B . D ? Esc';

const helpKeys = async (page: Page): Promise<readonly string[]> => {
  const keys = await page.getByRole('dialog').locator('kbd').allInnerTexts();
  return keys.map((key) => key.replace(/\s/g, ''));
};

test('it steps by every key that means a step', async ({ page }) => {
  const lab = await openLab(page, LAB);
  const { of } = await placeIn(lab);
  const press = async (key: string, at: number): Promise<void> => {
    await page.keyboard.press(key);
    await expectStep(lab, at);
  };
  await press('ArrowRight', 1);
  await press('Space', 2);
  await press('PageDown', 3);
  await press('ArrowLeft', 2);
  await press('Shift+Space', 1);
  await press('PageUp', 0);
  await press('ArrowLeft', 0);
  await press('Shift+ArrowRight', 9);
  await press('Shift+ArrowRight', 10);
  await press('Shift+ArrowLeft', 9);
  await press('Shift+ArrowLeft', 0);
  await press('End', of);
  await press('ArrowRight', of);
  await press('Home', 0);
  await press('End', of);
  await press('r', 0);
});

test('it plays by itself, faster and slower, and is silent meanwhile', async ({ page }) => {
  await page.clock.install();
  const lab = await openLab(page, LAB);
  const speed = page.getByLabel('Speed');
  await expect(speed).toHaveValue('2');
  await page.keyboard.press(']');
  await expect(speed).toHaveValue('1');
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor(1050);
  await expectStep(lab, 1);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(speed).toHaveValue('4');
  await page.clock.runFor(3000);
  await expectStep(lab, 1);
  await page.clock.runFor(1100);
  await expectStep(lab, 2);
  await expect(lab.announcer).toBeEmpty();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.clock.runFor(500);
  await expect(lab.announcer).toHaveText(/^Step 2 of /);
  await page.clock.runFor(10_000);
  await expectStep(lab, 2);
});

test('it moves the clock by ticks and by events', async ({ page }) => {
  const { clock } = await openLab(page, LAB);
  const press = async (key: string, says: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect(clock).toHaveAttribute('aria-valuetext', new RegExp(`^15 Jan ${says} UTC`));
  };
  await press('-', '13:00');
  await press('-', '12:55');
  await press('=', '13:00');
  await press('Shift+Equal', '13:00:01');
  await press('Shift+Minus', '13:00');
  await press('Shift+Minus', '12:00');
});

test('it opens and closes what has a key, and goes through the themes', async ({ page }) => {
  await openLab(page, LAB);
  const html = page.locator('html');
  for (const theme of ['light', 'dark', 'projector']) {
    await page.keyboard.press('d');
    await expect(html).toHaveAttribute('data-theme', theme);
  }
  await page.keyboard.press('d');
  await expect(html).not.toHaveAttribute('data-theme');
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog', { name: 'Go to a step' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard and settings' })).toBeVisible();
  const named = new Set(await helpKeys(page));
  expect(KEYS.split(' ').filter((key) => !named.has(key))).toEqual([]);
});

test('it leaves every other key, and every chord but the one for search, to the browser', async ({
  page,
}) => {
  const lab = await openLab(page, `${LAB}?${IN_TIME}`);
  const swallowed = await page.evaluate(() => {
    const ours = ['ArrowRight', 'ArrowLeft', ' ', 'PageDown', 'PageUp', 'Home', 'End', 'Escape'];
    const letters = 'p [ ] - = r g n t c f s b . d ?'.split(' ');
    const others = 'a e h i j k l m o q u v w x y z 0 1 2 3 9 , / ;'.split(' ');
    const rest = ['F1', 'F5', 'F11', 'F12', 'Tab', 'Enter', 'ArrowUp', 'ArrowDown', 'Delete'];
    const isSwallowed = (key: string, chord: KeyboardEventInit): boolean =>
      !document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...chord }),
      );
    const found = [...others, ...rest].filter((key) => isSwallowed(key, {}));
    for (const chord of ['ctrlKey', 'altKey', 'metaKey']) {
      for (const key of [...ours, ...letters, ...others, ...rest]) {
        const isSearch = key === 'k' && chord !== 'altKey';
        if (!isSearch && isSwallowed(key, { [chord]: true })) found.push(`${chord} ${key}`);
      }
    }
    return found;
  });
  expect(swallowed).toEqual([]);
  await expectStep(lab, 0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
