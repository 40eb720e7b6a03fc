import { expect, type Locator, type Page } from '@playwright/test';
import { DECIDES, painted } from './lab.ts';
import { test } from './quiet.ts';

/**
 * What the last row can read. It sits six times as far from the screen as the screen is high, the usual limit of a room.
 * From there, one pixel of a picture that is 768 pixels high is seen under 1 / (6 · 768) rad = 0.75 minutes of arc, and a
 * minute is 1.34 pixels wide.
 *
 * An eye of 20/20 just separates strokes that are one minute apart, and just reads a letter that is five minutes high. Who
 * shall read with ease needs twice that: ten minutes, 13.4 pixels. Capitals of this typeface are 0.67 of the font's size.
 */
const MINUTE = (Math.PI / 180 / 60) * 6 * 768;
const SMALLEST = Math.round((10 * MINUTE) / 0.67);

/** That eye blurs a point by half a minute either side; a whole one stands for glasses left at home, and for a lamp out of focus. */
const BLUR = MINUTE;

/** Of what is sharp, as for small text to those who see little (WCAG 1.4.6); of what the blur leaves, as for whatever must be told apart (1.4.11). */
const SHARP = 7;
const BLURRED = 3;

interface Seen {
  readonly text: string;
  readonly size: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Texts as they stand on the screen, each by the widest of its lines. */
const seenIn = (texts: Locator): Promise<readonly Seen[]> =>
  texts.evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [line] = [...range.getClientRects()].toSorted((a, b) => b.width - a.width);
      if (!line) throw new Error(`not on the screen: ${element.textContent}`);
      const { x, y, width, height } = line;
      return {
        text: element.textContent,
        size: Number.parseFloat(getComputedStyle(element).fontSize),
        box: { x, y, width, height },
      };
    }),
  );

/** The contrast of each text's strokes with what is behind them, in a picture that is blurred so far. */
async function contrastsIn(page: Page, texts: readonly Seen[], blur: number) {
  const picture = (await page.screenshot()).toString('base64');
  const paper = await page.context().newPage();
  const contrasts = await paper.evaluate(
    async ([source, boxes, radius]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const { width, height } = image;
      const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('nothing can be drawn here');
      pen.filter = radius > 0 ? `blur(${radius}px)` : 'none';
      pen.drawImage(image, 0, 0);
      const linear = (share: number): number =>
        share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      return boxes.map(({ x, y, width, height }) => {
        const { data } = pen.getImageData(x, y, width, height);
        const part = (index: number): number => linear((data[index] ?? 0) / 255);
        const lights = Array.from(
          { length: data.length / 4 },
          (_, pixel) =>
            0.2126 * part(pixel * 4) + 0.7152 * part(pixel * 4 + 1) + 0.0722 * part(pixel * 4 + 2),
        ).toSorted((a, b) => a - b);
        const at = (share: number): number => lights[Math.floor(share * (lights.length - 1))] ?? 0;
        // Most of a text is what is behind it. Its strokes are the other end; a few pixels where they meet do not count.
        return (at(0.9) + 0.05) / (at(0.03) + 0.05);
      });
    },
    [picture, texts.map(({ box }) => box), blur] as const,
  );
  await paper.close();
  return contrasts;
}

async function expectLegible(page: Page, parts: Readonly<Record<string, Locator>>): Promise<void> {
  const found = await Promise.all(
    Object.entries(parts).map(async ([part, texts]) => {
      await expect(texts.first(), part).toBeInViewport({ ratio: 1 });
      return seenIn(texts);
    }),
  );
  const texts = found.flat();
  const sharp = await contrastsIn(page, texts, 0);
  const blurred = await contrastsIn(page, texts, BLUR);
  for (const [index, { text, size }] of texts.entries()) {
    expect.soft(size, `size: ${text}`).toBeGreaterThanOrEqual(SMALLEST);
    expect.soft(sharp[index], `contrast: ${text}`).toBeGreaterThanOrEqual(SHARP);
    expect.soft(blurred[index], `from the last row: ${text}`).toBeGreaterThanOrEqual(BLURRED);
  }
}

test('the last row can read a run and a question on an old projector', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`./${DECIDES}?v=1&mode=present&theme=projector`);
  const words = page.getByRole('region', { name: 'This step' });
  const picture = page.getByRole('main');
  await expect(words.getByText('Step 23 of 25', { exact: true })).toBeVisible();
  await painted(page);
  await expectLegible(page, {
    title: page.getByRole('heading', { level: 1 }),
    words: words.getByRole('heading').or(words.getByRole('paragraph')),
    verdict: words.getByText('FAIL', { exact: true }),
    lanes: picture.locator('svg[aria-hidden] text').filter({ hasText: /\w/ }),
    step: picture.getByText('session credentials ended 5 min ago', { exact: true }).first(),
    clock: page.getByText('13:05 UTC', { exact: true }),
    lives: page.getByRole('list', { name: 'Lifetimes' }).locator('span'),
  });
  await page.goto('./#/quiz/class/second-role');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await painted(page);
  await page.keyboard.press('PageDown');
  await expect(page.getByLabel('Hands for A')).toBeVisible();
  await expectLegible(page, {
    question: page.getByRole('main').locator('h1, p:not(:empty)'),
    answers: page.getByRole('region', { name: 'Answers' }).getByRole('paragraph'),
  });
});
