import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type Axe from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every address that must be free of faults that a machine can see. */
const pages = ['./'];

for (const page of pages) {
  test(`it has nothing that axe objects to: ${page}`, async ({ page: tab }) => {
    await tab.goto(page);
    await tab.locator('#root > *').first().waitFor();
    // Evaluated code is not bound by the page's own policy, so axe needs no exception in it.
    await tab.evaluate(axe);
    const faults = await tab.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  });
}
