import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, LAB, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

/** Where the run on the projector is. */
const placeOn = (page: Page): Locator => page.getByText(/^Step \d+ of \d+$/);

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
] as const) {
  test(`it fills a projector of ${width} by ${height}, driven by a clicker`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./${LAB}?v=1&mode=present`);
    const step = (at: number): Promise<void> =>
      expect(placeOn(page)).toHaveText(new RegExp(`^Step ${at} `));
    await step(0);
    await painted(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    for (const [key, at] of [
      ['PageDown', 1],
      ['PageDown', 2],
      ['PageUp', 1],
      ['PageDown', 2],
    ] as const) {
      await page.keyboard.press(key);
      await step(at);
    }
    await expect(page.getByTestId('announcer')).toHaveText(/^Step 2 of /);
    await page.keyboard.press('End');
    await expectNoSidewaysScroll(page, 'at the end');
    await expectAccessible(page, 'at the end');
    // Everything but the diagram is in the window: nobody scrolls a projector.
    for (const part of [placeOn(page), page.getByRole('button', { name: 'Leave', exact: true })]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    const last = page.getByRole('list', { name: 'Steps so far' }).getByRole('listitem').last();
    await expect(last).toBeInViewport();
  });
}

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
] as const) {
  test(`it shows a long refusal whole, at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#/lab/sts/session-tags/read.answer?v=1&mode=present');
    const words = page.getByRole('region', { name: 'This step' });
    await expect(words).toContainText('the request has no such value.');
    const hidden = await words.evaluate((pane) => [
      pane.scrollWidth - pane.clientWidth,
      pane.scrollHeight - pane.clientHeight,
    ]);
    expect(hidden).toEqual([0, 0]);
  });
}

test('it blanks the screen and shows it again, by either key', async ({ page }) => {
  await page.goto(`./${DECIDES}?v=1&mode=present`);
  await expect(placeOn(page)).toHaveText(/^Step 23 /);
  await painted(page);
  const blank = page.getByRole('img', { name: /^The screen is blank/ });
  for (const [on, off] of ['b.', '.b', 'bb', '..']) {
    await page.keyboard.press(on ?? '');
    await expect(blank).toBeVisible();
    const covers = await blank.evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width === innerWidth && height === innerHeight;
    });
    expect(covers).toBe(true);
    await page.keyboard.press(off ?? '');
    await expect(blank).toHaveCount(0);
  }
});

test('it is still presenting after a reload, at the same step', async ({ page }) => {
  await page.goto(`./${LAB}?v=1&mode=present&signer=user`);
  await expect(placeOn(page)).toHaveText(/^Step 0 /);
  await painted(page);
  for (const step of [1, 2]) {
    const before = page.url();
    await page.keyboard.press('PageDown');
    await expect(placeOn(page)).toHaveText(new RegExp(`^Step ${step} `));
    await expect.poll(() => page.url()).not.toBe(before);
  }
  const said = await page.getByRole('region', { name: 'This step' }).innerText();
  await page.reload();
  await expect(placeOn(page)).toHaveText(/^Step 2 /);
  await expect(page.getByRole('region', { name: 'This step' })).toHaveText(said, {
    useInnerText: true,
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
});

test('it begins to present by F and ends by Esc, where one was', async ({ page }) => {
  const lab = await openLab(page, `${DECIDES}?v=1`);
  const leave = page.getByRole('button', { name: 'Leave', exact: true });
  await page.keyboard.press('f');
  await expect(leave).toBeVisible();
  await expect(lab.next).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(placeOn(page)).toHaveText(/^Step 23 /);
  await page.keyboard.press('Escape');
  await expect(lab.place).toHaveText(/^Step 23 /);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(leave).toBeVisible();
  await page.keyboard.press('f');
  await expect(lab.next).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('mode=present');
});

test('it never leaves the room with a blank screen', async ({ page }) => {
  const lab = await openLab(page, `${DECIDES}?v=1`);
  await page.keyboard.press('b');
  await page.keyboard.press('f');
  const blank = page.getByRole('img', { name: /^The screen is blank/ });
  await expect(placeOn(page)).toHaveText(/^Step 23 /);
  await expect(blank).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(blank).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.next).toBeVisible();
  await page.keyboard.press('f');
  await expect(placeOn(page)).toHaveText(/^Step 23 /);
  await expect(blank).toHaveCount(0);
});

test('where certificates are checked, the chain on trial takes the diagram’s place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const step = 'create-session.certificate-sufficient?v=1&certificate=authority&mode=present';
  await page.goto(`./#/lab/rolesanywhere/key-file/${step}`);
  const trial = page.getByRole('region', { name: 'Chain on trial' });
  await expect(trial.getByRole('button', { name: /refused here/ })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, 'trial');
  await expectNoSidewaysScroll(page, 'trial');
  await page.keyboard.press('PageUp');
  await expect(trial).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Steps so far' })).toBeAttached();
});
