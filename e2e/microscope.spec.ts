import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expectKeptNowhere, requestsOf } from './kept.ts';
import { openLab, painted } from './lab.ts';
import { test } from './quiet.ts';

/** The microscope as somebody sees it who looks for the changed byte. */
interface Microscope {
  readonly verdict: Locator;
  readonly announcer: Locator;
  readonly box: (lane: 'Signer' | 'Verifier', label: string) => Locator;
  readonly arrived: (name: string) => Locator;
  readonly click: (name: string) => Promise<void>;
}

async function openMicroscope(page: Page, hash = '#/microscope'): Promise<Microscope> {
  await page.goto(`./${hash}`);
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toBeVisible();
  await painted(page);
  return {
    verdict,
    announcer: page.getByTestId('announcer'),
    box: (lane, label) => page.getByRole('region', { name: `${lane}: ${label}`, exact: true }),
    arrived: (name) => page.getByRole('textbox', { name: `Arrived: ${name}`, exact: true }),
    click: (name) => page.getByRole('button', { name, exact: true }).click(),
  };
}

const PUBLISHED = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';

test('it shows by keys alone where one changed character goes, says so once, and keeps it in the link', async ({
  page,
}) => {
  const { verdict, announcer, box } = await openMicroscope(page);
  await expect(verdict).toContainText('GRANTED200');
  await expect(box('Signer', 'Signature, computed').locator('pre').first()).toHaveText(PUBLISHED);
  await page.getByRole('button', { name: 'Change one character' }).press('Enter');
  await expect(verdict).toContainText('REFUSEDSignatureDoesNotMatch');
  await expect(verdict).toContainText('Changed after signing: the path.');
  await expect(announcer).toHaveText(
    'REFUSED SignatureDoesNotMatch: Changed after signing: the path. Four of nine boxes differ: the canonical request, its hash, the string to sign and the computed signature.',
  );
  await expect(box('Verifier', 'Canonical request')).toContainText('DIFFERS');
  await expect(box('Verifier', 'Canonical request').locator('mark')).toHaveText(['u']);
  await expect(box('Signer', 'Canonical request').locator('mark')).toHaveText(['t']);
  await expect(box('Verifier', 'Signing key')).toContainText('SAME');
  await expect(box('Signer', 'Signature, computed').locator('pre').first()).toHaveText(PUBLISHED);
  expect(page.url()).toMatch(/#\/microscope\?tamper=character$/);
  await page.reload();
  await expect(verdict).toContainText('Changed after signing: the path.');
  await page.getByRole('button', { name: 'Undo the change' }).press('Enter');
  await expect(verdict).toContainText('GRANTED200');
  await expect(page).toHaveURL(/#\/microscope$/);
});

test('it lets one change, drop, repeat and add any part, one undo for each', async ({ page }) => {
  const { verdict, arrived, click } = await openMicroscope(page, '#/microscope/put');
  await click('Drop content-type');
  await expect(verdict).toContainText('Changed after signing: content-type.');
  await click('Undo content-type');
  await click('Repeat X-Amz-Date');
  await expect(verdict).toContainText('Changed after signing: X-Amz-Date.');
  await arrived('X-Amz-Expires').fill('604800');
  await expect(verdict).toContainText('X-Amz-Expires and X-Amz-Date.');
  await click('Undo all 2 changes');
  await click('Add a header of your own');
  await expect(verdict).toContainText('GRANTED');
  await page.getByRole('textbox', { name: 'Name of the added header' }).fill('x-amz-acl');
  await expect(verdict).toContainText('REFUSEDAccessDenied');
  await click('Undo x-amz-acl');
  await page.getByRole('textbox', { name: 'The secret of this key id' }).fill('another');
  await expect(verdict).toContainText('AWS knows another secret for this key id');
});

test('it signs anew what the signer changes, and keeps what is typed nowhere', async ({
  page,
  context,
}) => {
  const { verdict, box } = await openMicroscope(page);
  const asked = requestsOf(page);
  await page.getByText('Change what is signed. Both lanes follow.').press('Enter');
  await page.getByRole('textbox', { name: 'Path, not escaped' }).fill('/typed 4711.txt');
  for (const lane of ['Signer', 'Verifier'] as const) {
    await expect(box(lane, 'Canonical request')).toContainText('/typed%204711.txt');
  }
  await expect(verdict).toContainText('GRANTED200');
  await page.getByRole('textbox', { name: 'Date, in UTC' }).fill('2013052');
  await expect(page.getByText('Until then the old one is signed.')).toBeVisible();
  await expect(verdict).toContainText('GRANTED200');
  await expectKeptNowhere(page, context, '4711');
  await page.getByRole('button', { name: 'Sign it as at first' }).click();
  await expect(box('Signer', 'Signature, computed').locator('pre').first()).toHaveText(PUBLISHED);
  expect(asked.join(' ')).not.toContain('4711');
});

test('it lights what a box is made of, and copies the command that prints it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { box } = await openMicroscope(page);
  await box('Signer', 'Signature, computed').getByText('Reproduce').press('Enter');
  const lit = page.locator('[data-lane="signer"][data-lit="true"]');
  await expect(lit.getByRole('heading')).toHaveText(['String to sign', 'Signing key']);
  await page
    .getByRole('button', { name: 'Copy the command: Signer: Signature, computed' })
    .press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^printf .*'AWS4-HMAC-SHA256'.* \| openssl dgst -sha256 -r -mac HMAC -macopt hexkey:dbb893acc010964918f1fd433add87c70e8b0db6be30c1fbeafefa5ec6ba8378 /,
  );
});

test('it opens from the lab with exactly that request, and leads back', async ({ page }) => {
  const step = '#/lab/presigned/seven-days/open-url.signature-matches';
  const { inspector } = await openLab(page, `${step}?v=1&change=method&used=20260115T124500Z`);
  await expect(inspector).toContainText('The rule:');
  await inspector.getByRole('button', { name: 'Look at both signatures' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('Changed after signing: the method.');
  await expect(page).toHaveURL(/#\/microscope\/presigned\/seven-days\/open-url\.signature-matches/);
  await page.reload();
  await expect(verdict).toContainText('Changed after signing: the method.');
  await page.getByRole('button', { name: /Seven days asked, one hour given/ }).click();
  await expect(inspector).toContainText('What was signed is not what arrived');
});

test('it lives through hostile texts and links', async ({ page }) => {
  const { verdict, arrived } = await openMicroscope(page, '#/microscope/token');
  for (const text of [
    '<img src=x onerror="document.title=\'owned\'">',
    '%'.repeat(20_000),
    '\u202E\u0000\uFFFF\uD800',
    '../../__proto__',
    '',
  ]) {
    for (const part of ['the method', 'the host', 'the path', 'X-Amz-Credential']) {
      await arrived(part).fill(text);
    }
    await expect(verdict).toContainText('REFUSED');
  }
  await page.goto('./#/microscope/no-such?tamper=<b>');
  await expect(page.getByText('The link names a request that does not exist')).toBeVisible();
  await expect(verdict).toContainText('GRANTED');
  await page.goto('./#/microscope/presigned/seven-days/sign.done');
  await expect(page.getByRole('heading', { name: /no such|not/i, level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/Shortlived/);
});

test('it shows one lane at a time where there is no room for two', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { box } = await openMicroscope(page, '#/microscope?tamper=method');
  const [signer, verifier] = [box('Signer', 'Its hash'), box('Verifier', 'Its hash')];
  await expect(signer).toBeVisible();
  await expect(verifier).toBeVisible();
  await page.getByRole('radio', { name: 'Verifier' }).check();
  await expect(signer).toBeHidden();
  await page.getByRole('radio', { name: 'Signer' }).check();
  await expect(verifier).toBeHidden();
});

test('it has nothing that axe objects to in any theme', async ({ page }) => {
  for (const [width, theme, hash] of [
    [1280, 'light', 'token?tamper=header'],
    [390, 'dark', 'identity?tamper=secret'],
    [320, 'projector', 'odd-key?tamper=twice'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    const { verdict } = await openMicroscope(page, `#/microscope/${hash}&theme=${theme}`);
    await verdict.getByText('AWS’s answer').click();
    await page.getByText('Change what is signed.').click();
    await expectAccessible(page, `${width} ${theme}`);
    await expectNoSidewaysScroll(page, `${width} ${theme}`);
  }
});
