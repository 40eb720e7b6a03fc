import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectReadable } from './axe.ts';
import { DECIDES, DEPUTY, END, IS_WHOLE, LAB, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

const WINDOWS = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [800, 600],
  [390, 844],
  [320, 568],
] as const;

/** Colours do not hang on widths: some windows stand for all in other themes than the light one. */
const windowsOf = (theme: string) =>
  WINDOWS.filter(([width]) => IS_WHOLE || theme === 'light' || [1440, 1024, 390].includes(width));

/** One scenario a lab: as it opens, where it is decided, and at its end. */
const PLACES = [LAB, DECIDES, END, DEPUTY, `${DEPUTY}/for-mallory.assume-role-allowed`];

for (const theme of ['light', 'dark', 'projector', 'forced']) {
  test(`it has no fault at any width: ${theme} colours`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' });
    const parameters = theme === 'forced' ? 'v=1' : `v=1&theme=${theme}`;
    for (const place of PLACES) {
      const lab = await openLab(page, `${place}?${parameters}`);
      for (const [width, height] of windowsOf(theme)) {
        const where = `${place} ${theme} ${width}`;
        await page.setViewportSize({ width, height });
        await painted(page);
        await expect(lab.inspector.getByRole('heading', { level: 2 })).toBeVisible();
        if (place === END) await expect(lab.ending).toBeVisible();
        await expectNoSidewaysScroll(page, where);
        if (theme === 'light') await expectAccessible(page, where);
        else await expectReadable(page, where);
      }
    }
    const shown = await page.locator('html').getAttribute('data-theme');
    expect(shown).toBe(theme === 'forced' ? null : theme);
  });
}
