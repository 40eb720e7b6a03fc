import { expect, type Page } from '@playwright/test';
import { END, LAB, openLab, placeIn, type Lab } from './lab.ts';
import { test } from './quiet.ts';

/** A scenario with two clocks of its own. */
const CONSOLE = '#/lab/sts/console-clock';

/** Where the clock's handle stands, in pixels from the left. */
async function placeOf({ clock }: Lab): Promise<number> {
  const box = await clock.boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0) / 2;
}

/** Puts the mouse on the clock's handle and holds it. */
async function grab(page: Page, { clock }: Lab): Promise<{ x: number; y: number }> {
  const box = await clock.boundingBox();
  if (!box) throw new Error('The clock is not on screen.');
  const grip = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  return grip;
}

test('it replays the run while the clock is dragged over the end of the session', async ({
  page,
}) => {
  const lab = await openLab(page, END);
  await expect(lab.ending).toContainText('REFUSED');
  await expect(lab.clock).toHaveAttribute('aria-valuetext', /^15 Jan 13:05 UTC/);
  const { x, y } = await grab(page, lab);
  await page.mouse.move(x - 40, y, { steps: 4 });
  await expect(lab.ending).toContainText('GRANTED');
  await expect(lab.clock).toHaveAttribute('aria-valuetext', /^15 Jan 12:\d\d UTC/);
  await page.mouse.move(x + 60, y, { steps: 4 });
  await expect(lab.ending).toContainText(/REFUSED\s*ExpiredToken/);
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect(lab.ending).toContainText('GRANTED');
  const held = await lab.clock.getAttribute('aria-valuetext');
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.click(x + 60, y, { button: 'right' });
  await expect(lab.clock).toHaveAttribute('aria-valuetext', held ?? '');
  await expect.poll(() => page.url()).toMatch(/used=20260115T12\d{4}Z/);
});

test('it drags again and again, and keeps the focus on the clock', async ({ page }) => {
  const lab = await openLab(page, `${CONSOLE}?v=1`);
  await page.keyboard.press('End');
  await expect(lab.ending).toBeVisible();
  for (const way of [-150, 120, -100, 120, -90]) {
    const { x, y } = await grab(page, lab);
    await page.mouse.move(x + way, y, { steps: 10 });
    await page.mouse.up();
    await expect(lab.clock).toBeFocused();
    const far = async (): Promise<number> => Math.abs((await placeOf(lab)) - x - way);
    await expect.poll(far, { timeout: 2000 }).toBeLessThan(4);
  }
});

test('it replays the run when the clock moves by its keys', async ({ page }) => {
  const lab = await openLab(page, END);
  const press = async (key: string, says: RegExp, ends: string | RegExp): Promise<void> => {
    await lab.clock.press(key);
    await expect(lab.clock).toHaveAttribute('aria-valuetext', says);
    await expect(lab.ending).toContainText(ends);
  };
  await press('ArrowLeft', /^15 Jan 13:00 UTC/, 'GRANTED');
  await press('ArrowDown', /^15 Jan 12:55 UTC/, 'GRANTED');
  await press('Shift+ArrowRight', /^15 Jan 13:00 UTC/, 'GRANTED');
  await press('Shift+ArrowRight', /^15 Jan 13:00:01 UTC/, /REFUSED\s*ExpiredToken/);
  await press('ArrowUp', /^15 Jan 13:05 UTC/, /REFUSED\s*ExpiredToken/);
  await press('Home', /^15 Jan 12:00 UTC/, 'GRANTED');
  await press('End', /^24 Jan 12:00 UTC/, 'REFUSED');
  await press('End', /^24 Jan 12:00 UTC/, 'REFUSED');
});

test('it speaks of the moment and of every life at that moment', async ({ page }) => {
  const { clock } = await openLab(page, END);
  const speaks = /^15 Jan 13:05 UTC, role session: ended 13:00, link: ended 13:00$/;
  await expect(clock).toHaveAttribute('aria-valuetext', speaks);
  await clock.press('Home');
  const alive = /^15 Jan 12:00 UTC, role session: until 13:00, link: until 13:00$/;
  await expect(clock).toHaveAttribute('aria-valuetext', alive);
  const now = Number(await clock.getAttribute('aria-valuenow'));
  const most = Number(await clock.getAttribute('aria-valuemax'));
  expect(now).toBe(Number(await clock.getAttribute('aria-valuemin')));
  expect(most).toBeGreaterThan(now);
});

test('it says the new outcome once, with the lives that the clock was dragged over', async ({
  page,
}) => {
  const lab = await openLab(page, END);
  await expect(lab.announcer).toHaveText(/REFUSED/);
  await lab.announcer.evaluate((element) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const { x, y } = await grab(page, lab);
  // In one move: whoever drags slowly over two ends hears of both.
  await page.mouse.move(x - 80, y);
  await page.mouse.up();
  await expect(lab.announcer).toHaveText(
    /GRANTED: .*; lifetimes: role session and link (?:past half|back in the first half), [^.]+ left\.$/,
  );
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toHaveLength(1);
});

test('it shows the same moment in the clock, the knob and the link', async ({ page }) => {
  const lab = await openLab(page, LAB);
  const knob = page.getByRole('textbox', { name: 'Link is used at' });
  await expect(knob).toHaveValue('2026-01-15T13:05');
  await knob.fill('2026-01-15T12:30:15');
  await expect(lab.clock).toHaveAttribute('aria-valuetext', /^15 Jan 12:30:15 UTC/);
  await expect.poll(() => page.url()).toContain('used=20260115T123015Z');
  await lab.clock.press('ArrowRight');
  await expect(knob).toHaveValue('2026-01-15T12:35');
  await page.getByRole('button', { name: 'reset Link is used at' }).click();
  await expect(lab.clock).toHaveAttribute('aria-valuetext', /^15 Jan 13:05 UTC/);
  await expect.poll(() => page.url()).not.toContain('used=');
  expect((await placeIn(lab)).at).toBe(0);
});
