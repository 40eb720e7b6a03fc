import { expect } from '@playwright/test';
import { LAB, openLab } from './lab.ts';
import { test } from './quiet.ts';

interface Watch {
  moved: string[];
}

for (const [width, height] of [
  [1024, 768],
  [412, 823],
] as const) {
  test(`nothing moves when the run of a lab arrives: ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const watch: Watch = { moved: [] };
      Object.assign(window, watch);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as unknown as {
            value: number;
            sources: readonly { node?: Node }[];
          };
          // The clock's handle goes to its place once it is known.
          if (value > 0.005) {
            watch.moved.push(...sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ''));
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await openLab(page, LAB);
    await expect(page.getByRole('button', { name: 'Predict first' })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as Watch).moved)).toEqual([]);
  });
}
