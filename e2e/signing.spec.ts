import { expect, type Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { openLab } from './lab.ts';
import { test } from './quiet.ts';

const STEP = '#/lab/rolesanywhere/key-file/create-session.signature-matches';

const noteOn = (page: Page) => page.getByRole('region', { name: 'The signature of this request' });

/** The signature in the tab of that name. */
const signatureOn = async (page: Page) => {
  await page.getByRole('tab', { name: 'Signature', exact: true }).click();
  return page.getByRole('tabpanel', { name: 'Signature', exact: true });
};

test('it really signs the lab’s own request, and tells whose key it was', async ({ page }) => {
  await openLab(page, STEP);
  const note = noteOn(page);
  await expect(note).toContainText('It verifies with the certificate that was sent.');
  const signature = await signatureOn(page);
  // DER of an ECDSA signature; the mark of what nobody signed begins with 45.
  await expect(signature).toHaveText(/^30[\da-f]{136,142}$/);
  const published = await signature.innerText();
  await note.getByText('Verify it with openssl').click();
  await expect(note).toContainText('openssl dgst -sha256 -verify');
  await expectAccessible(page, 'signature');
  await note.getByRole('button', { name: 'Issue everything with new keys' }).click();
  await expect(note).toContainText('Only this page knows them');
  await expect(signature).not.toHaveText(published);
  await expect(signature).toHaveText(/^30/);
  await note.getByRole('button', { name: 'Back to the published keys' }).click();
  await expect(signature).toHaveText(published);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'signature');
});

test('without cryptography it says so at the place, and runs on recorded bytes', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(crypto, 'subtle', { value: undefined });
  });
  const { inspector } = await openLab(page, STEP);
  await expect(noteOn(page)).toContainText('This page was not opened over https');
  await expect(inspector).toContainText('PASS');
  await expect(await signatureOn(page)).toHaveText(/^4558414d504c45/);
  await page.goto(`./${STEP}?v=1&signer=other`);
  await expect(inspector).toContainText('FAIL');
  await page.goto('./#/lab/rolesanywhere/key-file/create-session.answer');
  await expect(inspector).toContainText('GRANTED');
});

test('the same call stands there as AWS’s helper makes it, with what it prints and when it asks again', async ({
  page,
}) => {
  await openLab(page, '#/lab/rolesanywhere/whole-journey/create-session.answer?v=1&tab=helper');
  const panel = page.getByRole('tabpanel', { name: 'Credential helper' });
  await expect(panel.getByLabel('What it ends with')).toContainText('"Version":1');
  await expect(panel.getByLabel('The config file')).toContainText('credential_process = ');
  await expect(panel).toContainText('asked again 12:25: refused');
  await expectAccessible(page, 'helper');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'helper');
});
