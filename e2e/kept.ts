import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Notes every request from now on: addresses and bodies. */
export function requestsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  return asked;
}

/** Expects that a text stands nowhere where a browser keeps things: address, history, storage, cookies, databases. */
export async function expectKeptNowhere(
  page: Page,
  context: BrowserContext,
  text: string,
): Promise<void> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases.map(({ name }) => name),
    ]);
  });
  expect(kept).not.toContain(text);
  expect(JSON.stringify(await context.storageState())).not.toContain(text);
}
