import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, LAB, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

/** The text of the file that a button saves. */
async function savedBy(page: Page, button: string): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await saved).path(), 'utf8');
}

test('a run is handed out as a file, as a drawing of its own, and on paper', async ({ page }) => {
  await openLab(page, `${DECIDES}?v=1`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('img', { name: 'The same link as a QR code' })).toBeVisible();
  await expectAccessible(page, 'what can be handed out');
  const run = JSON.parse(await savedBy(page, 'Save the run as JSON')) as {
    readonly format: string;
    readonly steps: readonly { readonly code?: string }[];
  };
  expect([run.format, run.steps.at(-1)?.code]).toEqual(['shortlived-run', 'ExpiredToken']);
  const drawing = await savedBy(page, 'Save the diagram as SVG');
  expect(drawing).toContain('session credentials ended');
  expect(drawing).not.toMatch(/class=|style=|var\(|url\(/);
  await page.getByRole('link', { name: 'Worksheet without answers' }).click();
  await expect(page.getByRole('heading', { name: 'What will happen?' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/ExpiredToken|13:00|PASS|FAIL/);
  await expectAccessible(page, 'a worksheet');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'a worksheet');
  await page.getByRole('link', { name: 'Show the answers' }).click();
  await expect(page.getByRole('main')).toContainText('ExpiredToken');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: 'A QR code that opens this run' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'This sheet' })).toBeHidden();
  // The drawing needs no style sheet: alone on a page it has its lines and words.
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`data:image/svg+xml,${encodeURIComponent(drawing)}`);
  await expect(page.locator('text', { hasText: 'build server' })).toBeVisible();
});

test('a run stands in a frame of another page', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 640, height: 560 });
  await page.setContent(
    `<title>A course</title><h1>A course</h1><iframe title="A run" src="${baseURL}${LAB}?v=1&mode=embed" width="100%" height="440"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  const next = frame.getByRole('button', { name: 'Next step', exact: true });
  await next.click();
  await expect(frame.getByRole('button', { name: /^Step 1 \// })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Share' })).toHaveCount(0);
  await expect(frame.getByRole('link', { name: /^Open in Shortlived/ })).toHaveAttribute(
    'href',
    /#\/lab\/presigned\/seven-days\/assume-role.request\?v=1$/,
  );
  await painted(page);
  await page.goto(`./${DECIDES}?v=1&mode=embed`);
  await expect(page.getByText('ExpiredToken').first()).toBeVisible();
  await expectAccessible(page, 'an embedded run');
  await page.setViewportSize({ width: 320, height: 480 });
  await expectNoSidewaysScroll(page, 'an embedded run');
});
