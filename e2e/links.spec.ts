import { expect } from '@playwright/test';
import { DECIDES, END, IN_TIME, LAB, expectStep, labOn, openLab, painted, placeIn } from './lab.ts';
import { test } from './quiet.ts';

/** Links that somebody cut, mixed up or wrote in bad faith, with what is said about them. */
const PUT_RIGHT: readonly (readonly [hash: string, says: RegExp])[] = [
  [`${LAB}?used=junk`, /Link is used at.*back at its start/],
  [`${LAB}?used=20260230T000000Z`, /not a date/],
  [`${LAB}?used=20300101T000000Z`, /Link is used at.*nearest/],
  [`${LAB}?used=${'9'.repeat(5000)}`, /not a date/],
  [`${LAB}?session=junk`, /Session duration.*back at its start/],
  [`${LAB}?session=-5`, /Session duration.*back at its start/],
  [`${LAB}?session=99999999`, /Session duration.*nearest/],
  [`${LAB}?session=1e9`, /whole number/],
  [`${LAB}?expires=0`, /X-Amz-Expires.*nearest/],
  [`${LAB}?signer=root`, /Who signs.*no such option/],
  [`${LAB}?signer=constructor`, /Who signs.*no such option/],
  [`${LAB}?signer=__proto__`, /Who signs.*no such option/],
  [`${LAB}?signer=toString&before=valueOf`, /no such option/],
  [`${LAB}?trusted=maybe`, /only be on or off/],
  [`${LAB}?nonsense=1`, /does not have/],
  [`${LAB}?constructor=1`, /does not have/],
  [`${LAB}?${Array.from({ length: 300 }, (_, index) => `a${index}=1`).join('&')}`, /does not have/],
  [`${LAB}?__proto__=1`, /damaged/],
  [`${LAB}?%E0%A4%A=1`, /damaged/],
  [`${LAB}?<script>=1`, /damaged/],
  [`${LAB}?permissions=z.`, /damaged/],
  [`${LAB}?permissions=z.AAAA`, /damaged/],
  [`${LAB}?permissions=z.%00`, /damaged/],
  [`${LAB}?permissions=%7B`, /cannot be read.*policy it started with/],
  [`${LAB}?permissions=null`, /cannot be read/],
  [`${LAB}?permissions=[[[[]]]]`, /cannot be read/],
  [`${LAB}?permissions=${'['.repeat(4000)}`, /cannot be read/],
  [`${LAB}?v=99`, /another version/],
  [`${LAB}?theme=neon`, /theme that does not exist/],
  [`${LAB}/nope`, /cannot exist/],
  [`${LAB}/open-url.no-such-check`, /does not have the step/],
  [`${LAB}/__proto__.constructor`, /cannot exist/],
];

const NOWHERE = [
  '#/lab/presigned/no-such-scenario',
  '#/lab/presigned/__proto__',
  '#/lab/presigned/constructor',
  '#/lab/nowhere/seven-days',
  '#/lab',
  '#/LAB/presigned/seven-days',
  `${LAB}/a.b/c/d`,
  '#/nothing',
  '#nothing',
  '#/%00',
  '#/%E0%A4%A',
  '#/<img src=x onerror=alert(1)>',
  '#/javascript:alert(1)',
  '#/../../etc/passwd',
  `#/${'x'.repeat(30_000)}`,
];

test('it says what it put right in a link, and plays the run all the same', async ({ page }) => {
  for (const [hash, says] of PUT_RIGHT) {
    await page.goto('./#/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);
    await page.goto(`./${hash}`);
    const about = page.getByRole('region', { name: /^About this (?:link|run)$/ });
    await expect(about.getByText(says).first(), hash.slice(0, 90)).toBeVisible();
    const lab = labOn(page);
    await expect(lab.next).toBeVisible();
    await painted(page);
    await page.keyboard.press('End');
    await expect(lab.ending, hash.slice(0, 90)).toBeVisible();
    await expect(page.getByText(/NaN|undefined|Invalid/)).toHaveCount(0);
  }
});

test('it says so when there is nothing at a link, and shows a way on', async ({ page }) => {
  for (const hash of NOWHERE) {
    await page.goto(`./${hash}`);
    const title = page.getByRole('heading', { name: 'There is nothing at this link' });
    await expect(title, hash.slice(0, 90)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Watch a temporary/);
});

test('it opens any step with any change, with nothing to put right', async ({ page }) => {
  const lab = await openLab(page, `${DECIDES}?${IN_TIME}&theme=dark`);
  await expect(page.getByRole('region', { name: /^About this/ })).toHaveCount(0);
  await expect(lab.inspector).toContainText('PASS');
  await expect(lab.clock).toHaveAttribute('aria-valuetext', /^15 Jan 12:45 UTC/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const changed = page.locator('fieldset[data-changed=true]');
  await expect(changed).toHaveCount(1);
  await expect(changed).toContainText('15 Jan 12:45');
  const early = await placeIn(lab);
  await openLab(page, DECIDES);
  await expect(lab.inspector).toContainText('FAIL');
  await expectStep(lab, early.at);
  await openLab(page, `${END}?v=1&signer=chained&session=7200`);
  await expect(lab.ending).toContainText(/REFUSED\s*ValidationError/);
});

test('it gives out a link that brings others to exactly the same place', async ({
  page,
  context,
}) => {
  const lab = await openLab(page, `${DECIDES}?${IN_TIME}`);
  await page.getByLabel('Just before that').selectOption('revoked');
  // Sources are loaded last: with them, the step is whole.
  await expect(lab.inspector).toContainText('The rule:');
  const said = await lab.inspector.innerText();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Link', exact: true })
    .inputValue();
  const other = await context.newPage();
  await other.goto(link);
  const { inspector } = labOn(other);
  await expect(inspector.getByRole('heading', { level: 2 })).toBeVisible();
  await expect.poll(() => inspector.innerText()).toBe(said);
  await expect(other.getByLabel('Just before that')).toHaveValue('revoked');
});
