// Takes the README's picture from the built app: the step that decides the first scenario.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { candidates, quiet } from './lib/browser.mjs';
import { existsSync } from 'node:fs';

const link = '#/lab/presigned/seven-days/open-url.token-alive';
const target = fileURLToPath(new URL('../public/lab.png', import.meta.url));

const server = await preview({ logLevel: 'silent' });
const found =
  candidates(process.env).find(({ executablePath = '' }) => existsSync(executablePath)) ?? {};
const browser = await chromium.launch({ ...found, args: quiet });
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
});
await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${link}`);
await page
  .getByRole('heading', { name: 'The link outlived the credentials that signed it' })
  .waitFor();
// The URL taken apart and the sources come a moment later.
await page.getByText('The rule:').waitFor();
await page.getByRole('tabpanel').getByText('X-Amz-Date').first().waitFor();
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: target });
await browser.close();
await server.close();
