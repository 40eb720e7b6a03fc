import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

/** What both windows must agree on, as each of them says it. */
const shownIn = (page: Page): Promise<Readonly<Record<string, unknown>>> =>
  page.evaluate(() => ({
    link: location.hash.replace(/^#\/presenter\/[a-z0-9]{8}\//, '#/'),
    theme: document.documentElement.dataset['theme'],
    isBlank: document.querySelector('[aria-label^="The screen is blank"]') !== null,
    step: /Step \d+ of \d+/.exec(document.body.innerText)?.[0],
  }));

async function expectSame(room: Page, presenter: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [one, other] = await Promise.all([shownIn(room), shownIn(presenter)]);
      return JSON.stringify(one) === JSON.stringify(other) ? 'same' : { one, other };
    })
    .toBe('same');
}

/** Numbers that look like chance and are the same each time. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const KEYS = 'PageDown PageDown PageUp ArrowRight Home End n b . = - d Shift+ArrowRight'.split(' ');

test('two windows show the same, whatever is pressed in either, and after a reload of each', async ({
  page: room,
}) => {
  const at = (step: number): Locator => room.getByText(new RegExp(`^Step ${step} of \\d+$`));
  await openLab(room, `${DECIDES}?v=1`);
  const opening = room.waitForEvent('popup');
  await room.keyboard.press('s');
  const presenter = await opening;
  await presenter.setViewportSize({ width: 1024, height: 768 });
  await expect(presenter.getByText('The room’s window follows.')).toBeVisible();
  await expect(at(23)).toBeVisible();
  await Promise.all([painted(room), painted(presenter)]);

  const numbers = chance(20_261_123);
  const pick = <One>(all: readonly One[]): One =>
    all[Math.floor(numbers.next().value * all.length)] as One;
  for (let round = 0; round < 4; round += 1) {
    for (let press = 0; press < 5; press += 1) {
      await pick([room, presenter]).keyboard.press(pick(KEYS));
    }
    await expectSame(room, presenter);
  }

  await presenter.keyboard.press('Home');
  await presenter.keyboard.press('PageDown');
  await expect(at(1)).toBeVisible();
  await room.reload();
  await expect(at(1)).toBeVisible();
  await presenter.reload();
  await expect(presenter.getByText('The room’s window follows.')).toBeVisible();
  await presenter.getByRole('button', { name: 'Next →' }).click();
  await expect(at(2)).toBeVisible();
  await expectSame(room, presenter);
});

test('the presenter reads notes, and makes the room’s screen larger, dark, and one to scan', async ({
  page: room,
}) => {
  await openLab(room, `${DECIDES}?v=1`);
  const opening = room.waitForEvent('popup');
  await room.keyboard.press('s');
  const presenter = await opening;
  await presenter.setViewportSize({ width: 1024, height: 768 });
  await expect(presenter.getByText('The room’s window follows.')).toBeVisible();
  const notes = presenter.getByLabel('Notes for this step');
  await expect(notes).toContainText('Say');
  await expectAccessible(presenter, 'presenter');
  await expectNoSidewaysScroll(presenter, 'presenter');

  const words = room.getByRole('region', { name: 'This step' }).getByRole('heading');
  const { height: before = 0 } = (await words.boundingBox()) ?? {};
  for (let press = 0; press < 4; press += 1) {
    await presenter.getByRole('button', { name: 'More text' }).click();
  }
  await expect.poll(async () => (await words.boundingBox())?.height).toBeGreaterThan(before * 1.3);
  await presenter.getByRole('button', { name: 'Code of the link' }).click();
  await expect(room.getByRole('img', { name: /^A code with the link/ })).toBeVisible();
  await expectAccessible(room, 'room');
  await presenter.getByRole('button', { name: 'Point in the picture' }).click();
  await presenter.locator('[data-pointing]').hover();
  await expect(room.locator('[data-pointer]')).toBeVisible();
  await presenter.mouse.move(1000, 700);
  await expect(room.locator('[data-pointer]')).toHaveCount(0);
  await presenter.close();
  await expect(room.getByRole('button', { name: 'Notes', exact: true })).toBeVisible();
});

test('a question in class is led from either window, and the answer is the presenter’s until it is shown', async ({
  page: room,
}) => {
  await room.goto('./#/quiz/class/second-role');
  await expect(room.getByRole('heading', { level: 1 })).toBeFocused();
  await painted(room);
  const opening = room.waitForEvent('popup');
  await room.getByRole('button', { name: 'Notes', exact: true }).click();
  const presenter = await opening;
  await presenter.setViewportSize({ width: 1024, height: 768 });
  await expect(presenter.getByText('The room’s window follows.')).toBeVisible();
  const notes = presenter.getByLabel('Only you see this');
  await expect(notes).toContainText('B is right: 1 hour');
  await painted(presenter);
  await presenter.keyboard.press('PageDown');
  await expect(room.getByLabel('Hands for B')).toHaveValue('0');
  await room.keyboard.press('b');
  await presenter.getByRole('button', { name: 'One hand more for B' }).click();
  await expect(room.getByLabel('Hands for B')).toHaveValue('2');
  await expect(presenter.getByLabel('Hands for B')).toHaveValue('2');
  await expectAccessible(presenter, 'presenter, class');
  await expect(room.getByText('Role chaining stops')).toHaveCount(0);
  await presenter.reload();
  await expect(notes).toContainText('B is right: 1 hour');
  await painted(presenter);
  for (const name of ['Discuss →', 'Vote again →', 'Show the shift →', 'Reveal →']) {
    await presenter.getByRole('button', { name }).click();
  }
  await expect(room.getByText('The right answer')).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(room.getByRole('heading', { name: /capped at one hour/ })).toBeVisible();
  await expectSame(room, presenter);
});
