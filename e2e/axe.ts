import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type WithAxe = Window & { axe?: typeof Axe };

/** The rules that look at colours and sizes: the others read what a theme does not change. */
const LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** Every fault that a machine can see, with the elements that have it; `rules` are all of them where none are named. */
async function faultsIn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // A page that is still loading has no heading yet, and that is no fault.
  await expect(page.locator('h1').first()).toBeAttached();
  const isLoaded = await page.evaluate(() => (window as WithAxe).axe !== undefined);
  // Evaluated code is not bound by the page's own policy, so axe needs no exception in it.
  if (!isLoaded) await page.evaluate(source);
  return page.evaluate(async (only) => {
    // Halfway from one colour to another there may be too little contrast: whatever moves is at its end at once.
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
      else animation.finish();
    }
    const report = await (window as WithAxe).axe?.run({
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    });
    return (report?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  }, rules);
}

/** Expects a page that a machine finds no fault with in its colours and sizes, where it was looked at whole in another theme. */
export async function expectReadable(page: Page, where: string): Promise<void> {
  expect.soft(await faultsIn(page, LOOKS), where).toEqual([]);
}

/** Expects a page that a machine finds no fault with. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect.soft(await faultsIn(page), where).toEqual([]);
}

/** Expects a page that fits its window's width: nothing is to the right of it, and nothing scrolls there. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const excess = (): Promise<number> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  // A window that has just changed its size is laid out a moment later.
  await expect.poll(excess, { message: where, timeout: 3000 }).toBeLessThanOrEqual(0);
}
