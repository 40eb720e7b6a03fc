import { expect, test as base } from '@playwright/test';

/** A browser says this when a link opens the projector's view: without a gesture there is no full screen. */
const NO_GESTURE = /^Failed to execute 'requestFullscreen'/;

interface Quiet {
  /** What a test provokes on purpose. */
  readonly provoked: RegExp;
  readonly quiet: void;
}

/** A test that also fails when its page complains on the console, breaks its own policy or asks another origin. */
export const test = base.extend<Quiet>({
  provoked: [NO_GESTURE, { option: true }],
  quiet: [
    async ({ page, baseURL, provoked }, use) => {
      const heard: string[] = [];
      const hear = (text: string): void => {
        if (!provoked.test(text)) heard.push(text);
      };
      page.on('request', (request) => {
        const url = request.url();
        const isOurs = url.startsWith(baseURL ?? '') || /^(?:about|blob|data):/.test(url);
        if (!isOurs) hear(`asked ${url}`);
      });
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) hear(message.text());
      });
      page.on('pageerror', (error) => hear(error.message));
      await use();
      expect(heard).toEqual([]);
    },
    { auto: true },
  ],
});
