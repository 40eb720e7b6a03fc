import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findOrInstall, quiet } from '../lib/browser.mjs';
import { root } from '../lib/run.mjs';
import { percentile } from './measure.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly p50: number, readonly p95: number, readonly max: number, readonly count: number }} Spread in milliseconds */

const SLOWDOWN = 4;
const PASSES = 4;
const DRAGS = 4;
/** A press every so often, as a hurried person would; the address bar is written in between. */
const PAUSE_MS = 90;

const LAB = '#/lab/presigned/seven-days?v=1&signer=chained';

/** @param {readonly number[]} values @returns {Spread} */
const spreadOf = (values) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  max: Math.max(...values),
  count: values.length,
});

/**
 * What the page notes down about itself: for each arrow key the time from the press until its frame was drawn, what
 * the browser's own Event Timing says of it, and the time between frames while the clock is dragged.
 */
const notebook = () => {
  const notes = {
    /** @type {number[]} */ painted: [],
    /** @type {number[]} */ timed: [],
    /** @type {number[]} */ frames: [],
    watches: false,
  };
  Object.assign(globalThis, { notes });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'ArrowRight') return;
      // A message sent in a frame's callback is read after that frame was drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () =>
          notes.painted.push(performance.now() - event.timeStamp),
        );
        port1.start();
        port2.postMessage('');
      });
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'keydown') notes.timed.push(duration);
    }
  }).observe(
    /** @type {PerformanceObserverInit} */ ({
      type: 'event',
      durationThreshold: 16,
      buffered: false,
    }),
  );
};

/** Hands over the notes and begins new ones: runs in the page. */
const takeNotes = () => {
  const { notes } = /** @type {{ notes: Record<'painted' | 'timed' | 'frames', number[]> }} */ (
    /** @type {unknown} */ (globalThis)
  );
  return {
    painted: notes.painted.splice(0),
    timed: notes.timed.splice(0),
    frames: notes.frames.splice(0),
  };
};

/** Notes the time from frame to frame, until told to stop: runs in the page. @param {boolean} watches */
const watchFrames = (watches) => {
  const { notes } = /** @type {{ notes: { frames: number[], watches: boolean } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  notes.watches = watches;
  let last = 0;
  /** @param {number} now */
  const frame = (now) => {
    if (!notes.watches) return;
    if (last > 0) notes.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  // Only while it is asked for: a page that draws every frame answers keys later.
  if (watches) requestAnimationFrame(frame);
};

/** Opens a lab in a fresh page that takes notes. @param {import('@playwright/test').Browser} browser @param {string} url */
const open = async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(notebook);
  await page.goto(url + LAB);
  await page.getByRole('group', { name: 'Steps' }).waitFor();
  await page.waitForTimeout(1000);
  return page;
};

/** Steps through the whole run once. @param {Page} page */
const stepThrough = async (page) => {
  // By pointer: what is measured are key presses.
  await page.getByRole('button', { name: 'First step' }).click({ force: true });
  await page.waitForTimeout(500);
  const where = (await page.getByRole('button', { name: /go to a step/ }).textContent()) ?? '';
  const count = Number(/\/ (\d+)/.exec(where)?.[1]);
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(PAUSE_MS);
  }
};

/** How long a key press takes to reach the screen, on a processor four times slower. @param {Page} page */
const measureSteps = async (page) => {
  // The first time warms up: nobody's first step tells how the tenth feels.
  await stepThrough(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.evaluate(takeNotes);
  for (let pass = 0; pass < PASSES; pass += 1) await stepThrough(page);
  await page.waitForTimeout(500);
  const { painted, timed } = await page.evaluate(takeNotes);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // The browser does not report what took less than 16 ms.
  const unreported = Array.from({ length: Math.max(0, painted.length - timed.length) }, () => 16);
  return { painted: spreadOf(painted), timed: spreadOf([...timed, ...unreported]) };
};

/** Drags the clock over its whole way once. @param {Page} page @param {{ x: number, y: number, width: number, height: number }} track */
const dragClock = async (page, track) => {
  const y = track.y + track.height / 2;
  await page.mouse.move(track.x + 20, y);
  await page.mouse.down();
  await page.evaluate(watchFrames, true);
  for (let share = 0; share <= 1; share += 1 / 90) {
    await page.mouse.move(track.x + 20 + share * (track.width - 40), y);
    await page.waitForTimeout(8);
  }
  await page.evaluate(watchFrames, false);
  await page.mouse.up();
  await page.waitForTimeout(300);
  const { frames } = await page.evaluate(takeNotes);
  return frames;
};

/** How long frames take while the clock is dragged at full speed. @param {Page} page */
const measureDrag = async (page) => {
  await page.keyboard.press('End');
  const track = await page
    .getByRole('slider', { name: /^Clock/ })
    .locator('..')
    .boundingBox();
  if (!track) throw new Error('The clock is not on the page');
  /** @type {number[]} */
  const frames = [];
  await dragClock(page, track);
  for (let drag = 0; drag < DRAGS; drag += 1) frames.push(...(await dragClock(page, track)));
  return spreadOf(frames);
};

/**
 * Measures what a learner feels, in a browser, on the production build.
 * @returns {Promise<{ painted: Spread, timed: Spread, frames: Spread } | undefined>} undefined where there is no browser
 */
export const measureBrowser = async () => {
  const found = await findOrInstall();
  if (!found) return undefined;
  const server = await preview({ root, preview: { port: 4373, open: false }, logLevel: 'warn' });
  const browser = await chromium.launch({ ...found, args: quiet });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const steps = await measureSteps(await open(browser, url));
    const frames = await measureDrag(await open(browser, url));
    return { ...steps, frames };
  } finally {
    await browser.close();
    await server.close();
  }
};
