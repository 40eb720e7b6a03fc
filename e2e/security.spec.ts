import { expect, test } from '@playwright/test';

test('it forbids everything but its own files, before anything else in the head', async ({
  page,
}) => {
  await page.goto('./');
  const first = page.locator('head > :first-child');
  await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  const policy = (await first.getAttribute('content')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('it sends the same policy in the header', async ({ page }) => {
  const response = await page.goto('./');
  const meta = await page.locator('head > :first-child').getAttribute('content');
  expect(response?.headers()['content-security-policy']).toBe(meta);
});

test('it talks to its own origin only, and the console stays silent', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(baseURL ?? '') || request.url().startsWith('data:');
    if (!isOurs) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.locator('#root > *').first()).toBeAttached();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('it refuses text where the browser would run it', async ({ page }) => {
  await page.goto('./');
  const write = page.evaluate(() => {
    document.body.innerHTML = '<b>text</b>';
  });
  await expect(write).rejects.toThrow('TrustedHTML');
});

test('it does not run a script that someone slips in', async ({ page }) => {
  await page.goto('./');
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          done(event.effectiveDirective);
        });
        const link = document.createElement('a');
        link.href = 'javascript:void (document.title = "owned")';
        document.body.append(link);
        link.click();
      }),
  );
  expect(blocked).toMatch(/^(script-src|require-trusted-types)/);
  await expect(page).not.toHaveTitle('owned');
});

test('it cannot reach another origin even when asked to', async ({ page }) => {
  await page.goto('./');
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          done(`${event.effectiveDirective} ${event.blockedURI}`);
        });
        fetch('https://example.com/').catch(() => {});
      }),
  );
  expect(blocked).toBe('connect-src https://example.com/');
});
