import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

test('a run is kept, another one steps beside it, and both say where they part', async ({
  page,
}) => {
  await openLab(page, '#/lab/presigned/seven-days?v=1');
  await page.getByRole('button', { name: 'Keep this run to compare' }).click();
  await expect(page.getByText('Both runs are the same so far.')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('slider', { name: 'Session duration' }).press('ArrowRight');
  await expect.poll(() => page.url()).toMatch(/session=7200.*was=kept/);
  const rows = page.getByRole('list', { name: 'Steps of both runs so far' }).getByRole('button');
  await page.getByRole('button', { name: 'Go to where they part' }).click();
  const last = rows.last();
  await expect(last).toHaveText(/Here the runs part.*ended 5 min ago.*has 55 min left/s);
  await expect(
    page.getByText(
      /fails in the kept run, 5 min too late; it passes in the new run, with 55 min left/,
    ),
  ).toBeVisible();
  const said = page.getByTestId('announcer');
  await expect(said).toHaveText(
    /Here the runs part. Kept run: FAIL ExpiredToken: .* New run: PASS: /,
  );
  // The tab stays when the run is changed, and so do both after a reload.
  const closer = page.getByRole('region', { name: 'Inspector', exact: true });
  await page.getByRole('button', { name: 'Look closer at the kept run' }).click();
  await expect(closer).toContainText('The link outlived the credentials');
  await closer.getByRole('tab', { name: 'Request', exact: true }).click();
  await page.getByRole('button', { name: 'See the new run', exact: true }).click();
  await expect(closer).toContainText('The session that signed is still alive');
  await expect(closer.getByRole('tab', { name: 'Request', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expectAccessible(page, 'two runs compared');
  // A step that only the kept run has is in the link, and comes back.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('/was-open-url.not-reached?');
  await expect.poll(() => page.url()).toContain('closer=new');
  await page.reload();
  await expect(page.getByText('This run does not take the step').last()).toBeVisible();
  await expect(rows.last()).toHaveText(/not reached.*no such step/s);
  await painted(page);
  for (const width of [700, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expectNoSidewaysScroll(page, `two runs at ${width}`);
  }
  await expectAccessible(page, 'two runs on a phone');
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await expect(page.getByRole('slider', { name: 'Session duration' })).toHaveAttribute(
    'aria-valuetext',
    '2 hours',
  );
  await expect.poll(() => page.url()).not.toContain('was=');
  await expect(page.getByRole('main')).toBeFocused();
});
