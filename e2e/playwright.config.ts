import { defineConfig, devices, type LaunchOptions } from '@playwright/test';
import { candidates, quiet } from '../scripts/lib/browser.mjs';
import { existsSync } from 'node:fs';

/** The browser that scripts/lib/browser.mjs found, else the first that lies on the PATH. */
const browser = (): LaunchOptions => {
  const given = process.env['SHORTLIVED_BROWSER'];
  if (given !== undefined) return JSON.parse(given) as LaunchOptions;
  return (
    candidates(process.env).find(({ executablePath = '' }) => existsSync(executablePath)) ?? {}
  );
};

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e',
  globalSetup: './serve.setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    // Without a film of every test: that takes a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    video: 'off',
    ...(process.env['SHORTLIVED_URL'] && { baseURL: process.env['SHORTLIVED_URL'] }),
    launchOptions: { ...browser(), args: quiet },
  },
  projects: [{ name: 'chromium' }],
});
