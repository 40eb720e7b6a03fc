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

/** Waits until every database of the page has written what it was given: a reload in the same moment would cut that off. */
export const written = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      // Whoever wants to write waits for those who wanted it before.
      const stores = [...database.objectStoreNames];
      const [first] = stores;
      if (first) await done(database.transaction(stores, 'readwrite').objectStore(first).count());
      database.close();
    }
  });
