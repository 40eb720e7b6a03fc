import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type WithAxe = Window & { axe?: typeof Axe };

/** Every fault that a machine can see, with the elements that have it. */
async function faultsIn(page: Page): Promise<readonly string[]> {
  const isLoaded = await page.evaluate(() => (window as WithAxe).axe !== undefined);
  // Evaluated code is not bound by the page's own policy, so axe needs no exception in it.
  if (!isLoaded) await page.evaluate(source);
  return page.evaluate(async () => {
    // Halfway from one colour to another there may be too little contrast for a moment.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const report = await (window as WithAxe).axe?.run({ resultTypes: ['violations'] });
    return (report?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  });
}

/** Expects a page that a machine finds no fault with. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect.soft(await faultsIn(page), where).toEqual([]);
}

/** Expects a page that fits its window's width: nothing is to the right of it, and nothing scrolls there. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(excess, where).toBeLessThanOrEqual(0);
}
