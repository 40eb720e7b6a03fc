import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { DECIDES, openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

test('a lesson is given by a clicker: it asks before it shows, and its notes are the presenter’s', async ({
  page: room,
}) => {
  await room.setViewportSize({ width: 1024, height: 768 });
  await room.goto('./#/lesson');
  await expectAccessible(room, 'lessons');
  await expectNoSidewaysScroll(room, 'lessons');
  await room.getByRole('link', { name: 'Give it: Why temporary? One leak, told twice' }).click();
  await expect(room.getByText('Step 0 of ?', { exact: true })).toBeVisible();
  const opening = room.waitForEvent('popup');
  await painted(room);
  await room.keyboard.press('s');
  const presenter = await opening;
  const lesson = presenter.getByRole('region', { name: 'Lesson', exact: true });
  await expect(lesson).toContainText('Stop 1 of 8');
  await expect(presenter.getByText('The room’s window follows.')).toBeVisible();
  await painted(presenter);
  await presenter.keyboard.press('PageDown');
  await expect(room.getByText('Step 9 of ?', { exact: true })).toBeVisible();
  await room.keyboard.press('PageDown');
  const words = room.getByRole('region', { name: 'This step' });
  await expect(words).toContainText('A thief tries it ten minutes later.');
  await expect(words).not.toContainText('Mia pastes');
  await expect(lesson).toContainText('Stop 3 of 8');
  await expectAccessible(presenter, 'presenter');
  await room.reload();
  await expect(words).toContainText('A thief tries it ten minutes later.');
  await painted(room);
  await room.keyboard.press('ArrowRight');
  await expect(words).toContainText('The thief calls GetObject');
  await presenter.getByRole('button', { name: 'Back to this stop' }).click();
  await expect(words).toContainText('A thief tries it ten minutes later.');
  await lesson.getByText('All stops').click();
  await lesson.getByRole('button', { name: '8. What to take home', exact: true }).click();
  await expect(room.getByRole('heading', { name: 'Facts', exact: true })).toBeVisible();
  await expectNoSidewaysScroll(room, 'a page for the room');
  await painted(presenter);
  await presenter.keyboard.press('b');
  await expect(room.getByRole('img', { name: /The screen is blank/ })).toBeVisible();
  await expectAccessible(presenter, 'presenter without a run');
});

test('what is seen in a lab becomes a stop of one’s own lesson', async ({ page }) => {
  await openLab(page, `${DECIDES}?v=1`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Add this state to my lesson' }).click();
  await expect(page.getByText('It is stop 1 of your lesson.')).toBeVisible();
  await page.goto('./#/lesson/own');
  const question = page.getByLabel('Ask the room (a pause before the next step)');
  await question.fill('Does it open?');
  await question.blur();
  await expect(page.getByLabel('Answers, one on each line, two to six')).toBeVisible();
  await expectAccessible(page, 'own lesson');
  await page.reload();
  await expect(question).toHaveValue('Does it open?');
  await page
    .getByRole('region', { name: 'Your own lesson' })
    .getByRole('link', { name: 'Give it', exact: true })
    .click();
  const words = page.getByRole('region', { name: 'This step' });
  await expect(words).toContainText('Does it open?');
  await painted(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Your own lesson' })).toBeVisible();
});
