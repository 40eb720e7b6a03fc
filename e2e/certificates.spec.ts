import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expectKeptNowhere, requestsOf } from './kept.ts';
import { test } from './quiet.ts';

interface Court {
  readonly box: Locator;
  readonly verdict: Locator;
}

async function openCourt(page: Page, hash = '#/certificates'): Promise<Court> {
  await page.goto(`./${hash}`);
  const verdict = page.getByRole('heading', { level: 2 }).filter({ hasText: /\.$/ });
  await expect(verdict).toBeVisible();
  return {
    box: page.getByRole('textbox', { name: 'Certificates and revocation lists' }),
    verdict,
  };
}

const KEY = '-----BEGIN PRIVATE KEY-----\nsecret4711\n-----END PRIVATE KEY-----\n';

test('it judges an example, and leads by keys from a fault to its bytes', async ({ page }) => {
  const { verdict } = await openCourt(page);
  await expect(verdict).toHaveText(/^The certificate meets every requirement/);
  await page.getByRole('button', { name: 'CA flag on a leaf' }).press('Enter');
  await expect(verdict).toHaveText('It is the certificate of a CA.');
  await expect(page.getByRole('button', { pressed: true })).toContainText('refused here');
  await page.getByRole('button', { name: /^FAIL: Basic constraints/ }).press('Enter');
  const bytes = page.getByRole('tab', { name: 'Bytes', selected: true });
  await expect(page.getByRole('tabpanel')).toContainText('OBJECT IDENTIFIER basicConstraints');
  await bytes.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Differs (1)', selected: true })).toBeFocused();
  const saving = page.waitForEvent('download');
  await page.getByRole('tab', { name: 'File' }).click();
  await page.getByRole('button', { name: 'Download leaf.pem' }).click();
  expect((await saving).suggestedFilename()).toBe('leaf.pem');
});

test('it issues a fresh chain, judges it now, and says what its session would carry', async ({
  page,
}) => {
  const { box, verdict } = await openCourt(page);
  await page.getByRole('button', { name: 'Ended a second ago' }).click();
  await page.getByRole('button', { name: 'Issue a fresh chain' }).click();
  await expect(verdict).toHaveText(/^The certificate meets every requirement/);
  await expect(
    page.getByRole('region', { name: 'What the role session would carry' }),
  ).toContainText('CN=web-01');
  await page.getByRole('button', { name: 'One second too late' }).click();
  await expect(verdict).toHaveText(/^It is not valid at this moment\./);
  expect((await box.inputValue()).match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
});

test('it refuses a private key, and keeps nothing of what is pasted', async ({ page, context }) => {
  const { box } = await openCourt(page);
  const asked = requestsOf(page);
  await box.fill(`${await box.inputValue()}${KEY}`);
  await expect(page.getByRole('alert')).toContainText('nothing of it was kept');
  await expect(box).not.toHaveValue(/4711/);
  await expect(page.locator('body')).not.toContainText('4711');
  await box.fill('nothing4712 of mine');
  await expect(page.getByText('There is neither PEM nor DER in it.').first()).toBeVisible();
  await expectKeptNowhere(page, context, '471');
  await page.reload();
  await expect(box).not.toHaveValue(/471/);
  expect(asked.join(' ')).not.toContain('471');
});

test('files may fall beside the box, and each says what of it was not read', async ({ page }) => {
  const { box } = await openCourt(page);
  const leaf = (await box.inputValue()).split(/(?<=END CERTIFICATE-----\n)/)[0] ?? '';
  const files = await page.evaluateHandle((pem) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([pem], 'leaf.pem'));
    transfer.items.add(new File(['mine?'], 'notes.txt'));
    transfer.items.add(new File(['-----BEGIN PRIVATE KEY-----'], 'key.pem'));
    return transfer;
  }, leaf);
  await page.locator('footer, main').last().dispatchEvent('drop', { dataTransfer: files });
  await expect(box).toHaveValue(leaf);
  await expect(page.getByRole('region', { name: 'What could not be read' })).toContainText(
    'notes.txt: There is neither PEM nor DER in it.',
  );
  await expect(page.getByRole('alert')).toContainText('nothing of it was kept');
});

test('it lives through hostile pastes', async ({ page }) => {
  const { box, verdict } = await openCourt(page);
  const good = await box.inputValue();
  for (const [text, says] of [
    ['<img src=x onerror="document.title=\'owned\'">', 'There is neither PEM nor DER in it.'],
    ['A'.repeat(1_048_577), 'It is larger than one megabyte.'],
    [good.slice(0, 300), 'Line 1: The block CERTIFICATE has no END line.'],
    [good.replace('MII', 'M!I'), 'Line 1: There are characters that base64 does not have.'],
    [`-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(20_000)}\n-----END CERTIFICATE-----`, 'Line 1:'],
    [good.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'), 'This is a certificate request.'],
    ['', 'The box is empty.'],
  ] as const) {
    await box.fill(text);
    await expect(page.getByRole('main')).toContainText(says);
  }
  await box.fill(good);
  await expect(verdict).toBeVisible();
  await expect(page).toHaveTitle(/^Chain on trial/);
});

test('in the lab a refused certificate stands on trial, and its bytes are a key away', async ({
  page,
}) => {
  const step = 'create-session.certificate-sufficient?v=1&certificate=authority';
  for (const [width, height, theme] of [
    [1440, 3000, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`./#/lab/rolesanywhere/key-file/${step}&theme=${theme}`);
    const trial = page.getByRole('region', { name: 'Chain on trial' });
    await expect(trial.getByRole('button', { name: /refused here/ })).toBeVisible();
    await expect(trial.getByRole('listitem').filter({ hasText: 'not evaluated' })).not.toHaveCount(
      0,
    );
    await page.getByRole('button', { name: /^FAIL: Basic constraints/ }).press('Enter');
    const bytes = page.getByRole('list', { name: 'The bytes of Basic constraints' });
    await expect(bytes).toBeVisible();
    await expect(page).toHaveURL(/&trial=0-bytes-2\.5\.29\.19/);
    await page.reload();
    await expect(bytes).toBeVisible();
    await expectAccessible(page, `lab ${width} ${theme}`);
    await expectNoSidewaysScroll(page, `lab ${width} ${theme}`);
    const saving = page.waitForEvent('download');
    await page.getByRole('tab', { name: 'File' }).click();
    await page.getByRole('button', { name: 'Download leaf.csr' }).click();
    expect((await saving).suggestedFilename()).toBe('leaf.csr');
  }
});

test('it has nothing that axe objects to in any theme and width', async ({ page }) => {
  for (const [width, height, theme] of [
    [1280, 3000, 'light'],
    [1280, 3000, 'projector'],
    [390, 844, 'dark'],
    [320, 640, 'light'],
  ] as const) {
    const where = `${width} ${theme}`;
    await page.setViewportSize({ width, height });
    await openCourt(page, `#/certificates?theme=${theme}`);
    await page.getByRole('button', { name: 'Two paths, one dead' }).click();
    await page.getByRole('tab', { name: 'Bytes' }).click();
    await expectAccessible(page, `${where} paths`);
    await expectNoSidewaysScroll(page, `${where} paths`);
    await page.getByRole('button', { name: 'Intermediate missing' }).click();
    await page.getByRole('tab', { name: 'Differs' }).click();
    await expectAccessible(page, `${where} missing`);
    await expectNoSidewaysScroll(page, `${where} missing`);
  }
});
