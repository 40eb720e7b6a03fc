import { expect, type Page } from '@playwright/test';
import { expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, END, LAB, expectStep, openLab, placeIn, stateOf } from './lab.ts';
import { test } from './quiet.ts';

const SMALLEST = { width: 320, height: 568 };

/** The controls that cannot be used by a finger: outside the window, or under something else. */
const outOfReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=slider]',
    );
    const isReached = (control: HTMLElement): boolean => {
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      // A link may be broken over two lines: its first part is enough.
      const [box] = control.getClientRects();
      if (!box) return false;
      const { left, right, top, width, height } = box;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const label = control.closest('label');
      return (
        left >= 0 &&
        right <= innerWidth + 1 &&
        (control.contains(hit) || label?.contains(hit) === true)
      );
    };
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => control.textContent !== 'Skip to the content' && !isReached(control))
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });

test.describe('on a small phone', () => {
  test.use({ viewport: SMALLEST, hasTouch: true });

  test('it shows the run as an ordered list, one column, all in reach', async ({ page }) => {
    for (const hash of [LAB, DECIDES, END]) {
      const lab = await openLab(page, hash);
      const { at } = await placeIn(lab);
      const list = page.getByRole('list', { name: 'Steps so far' });
      await expect(list.getByRole('listitem')).toHaveCount(at);
      await expect(page.getByRole('img', { name: /^Sequence diagram/ })).toBeHidden();
      expect(await list.evaluate(({ tagName }) => tagName)).toBe('OL');
      if (hash === END) await expect(lab.ending).toBeVisible();
      await expectNoSidewaysScroll(page, hash);
      expect(await outOfReach(page), hash).toEqual([]);
    }
    for (const hash of ['', '#/quiz', '#/nothing']) {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page, hash);
      expect(await outOfReach(page), hash).toEqual([]);
    }
  });

  test('it can be stepped, changed and presented by touch', async ({ page }) => {
    const lab = await openLab(page, LAB);
    await lab.next.tap();
    await lab.next.tap();
    await expectStep(lab, 2);
    await expect(lab.next).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Last step' }).tap();
    await expect(lab.ending).toContainText('REFUSED');
    await page.getByRole('button', { name: 'Use the link before the session ends' }).tap();
    await page.getByRole('button', { name: 'Last step' }).tap();
    await expect(lab.ending).toContainText('GRANTED');
    await page.getByText('Edit the policy').tap();
    await page.getByRole('textbox', { name: 'What the signer may do' }).fill('{}');
    await expectNoSidewaysScroll(page, 'with the editor open');
    await page.getByRole('button', { name: 'Share' }).tap();
    await expectNoSidewaysScroll(page, 'with a layer open');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Present' }).tap();
    await page.getByRole('button', { name: 'Back' }).tap();
    await expectNoSidewaysScroll(page, 'presenting');
    await page.getByRole('button', { name: 'Leave', exact: true }).tap();
    await expect(lab.next).toBeVisible();
  });
});

/** Walks a run under the mouse, and collects all there is to see and the animations that run meanwhile. */
async function walk(page: Page) {
  // What is loaded on demand is there before the walk begins.
  await openLab(page, DECIDES);
  await expect(page.getByText('The rule:')).toBeVisible();
  const lab = await openLab(page, LAB);
  const { of } = await placeIn(lab);
  const states: unknown[] = [];
  let animations = 0;
  for (let step = 1; step <= of; step += 6) {
    for (const key of ['Shift+ArrowRight', 'ArrowRight']) {
      await (key === 'ArrowRight' ? lab.next : lab.place).hover();
      await page.keyboard.press(key);
      animations += await page.evaluate(() => document.getAnimations().length);
    }
    await expect(lab.announcer).not.toBeEmpty();
    const { steps, inspector, knobs, clock } = await stateOf(page);
    states.push({ steps, inspector, knobs, clock });
  }
  return { states, animations };
}

test('it says the same without motion, and nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const { states } = await walk(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await walk(page)).toEqual({ states, animations: 0 });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: 'Keyboard and settings' }).click();
  await page.getByLabel('Less motion').check();
  await page.keyboard.press('Escape');
  expect(await walk(page)).toEqual({ states, animations: 0 });
});
