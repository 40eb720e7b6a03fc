import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { LAB_MATERIAL, labCertificate, labList } from '#content/pki/lab.ts';
import { questionFor } from '#content/trial/choose.ts';
import { EXAMPLE_MOMENT, TRIAL_EXAMPLES } from '#content/trial/examples.ts';
import { CERTIFICATE_TABS } from '#content/trial/look.ts';
import type { CertificateTab } from '#content/trial/look.ts';
import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';
import { tryChain } from '#engine/x509/trial.ts';

import { CertificateInspector } from './CertificateInspector.tsx';
import { TrialView } from './TrialView.tsx';

const nothing = (): void => undefined;
const onCopy = async (): Promise<boolean> => Promise.resolve(true);

function trialOf(id: string) {
  const { certificates, lists = [] } = promised(
    TRIAL_EXAMPLES.find((one) => one.id === id),
    'the example exists',
  );
  const material = {
    certificates: certificates.map(labCertificate),
    lists: lists.map(labList),
    verified: LAB_MATERIAL.verified,
  };
  const question = questionFor(material, { at: at(EXAMPLE_MOMENT), isListed: true });
  return tryChain(promised(question, 'there is a certificate'));
}

const parsed = (markup: React.ReactElement): HTMLElement =>
  new DOMParser().parseFromString(renderToStaticMarkup(markup), 'text/html').body;

const draw = (id: string): HTMLElement =>
  parsed(
    <TrialView
      trial={trialOf(id)}
      pemOf={() => 'PEM'}
      comparedWith={() => ({ says: 'the good one', certificate: labCertificate('batch') })}
      onCopy={onCopy}
      onSave={nothing}
    />,
  );

const textsOf = (page: ParentNode, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

test('the anchor stands above, the one that signs below, each with its verdict in words', () => {
  const rungs = textsOf(draw('ca-leaf'), 'ol[aria-label^="The certificates"] > li');
  expect(rungs).toHaveLength(3);
  expect(rungs[0]).toMatch(/^Sim Corp Root CA \d+ PASS.*trust anchor/);
  expect(rungs[1]).toMatch(/^Plant 7 Issuing CA \d+ PASS.*sent in X-Amz-X509-Chain/);
  expect(rungs[2]).toMatch(/^batch-07 refused here.*CA true.*signs the request/);
});

test('what failed says why, what to change, and which certificate', () => {
  const page = draw('ca-leaf');
  const [failed] = textsOf(page, 'li[data-result="fail"]');
  expect(failed).toContain('FAIL: Basic constraints: CA is not true');
  expect(failed).toContain('“batch-07”');
  expect(failed).toContain('Smallest change: Issue the certificate with CA false');
  expect(page.querySelector('[aria-pressed="true"]')?.textContent).toContain('batch-07');
});

test('a gap in the ladder names who is missing, and the anchor stands beyond it', () => {
  const rungs = textsOf(draw('missing'), 'ol[aria-label^="The certificates"] > li');
  expect(rungs[0]).toContain('trust anchor · not reached');
  expect(rungs[1]).toContain('would be CN=Plant 7 Issuing CA,O=Sim Corp,C=US');
});

test('another path is struck through with its reason', () => {
  const page = draw('two-paths');
  expect(textsOf(page, '[data-struck="true"]')).toEqual(['batch-07 ← Plant 7 Issuing CA']);
  expect(page.textContent).toContain('Refused: the way up breaks off');
});

function inspect(tab: CertificateTab, field?: string): HTMLElement {
  const trial = trialOf('ca-leaf');
  return parsed(
    <CertificateInspector
      trial={trial}
      certificate={trial.question.leaf}
      file="leaf.pem"
      pem="PEM"
      listsPem=""
      compared={{ says: 'the good one', certificate: labCertificate('batch') }}
      tab={tab}
      onTab={nothing}
      field={field}
      onField={nothing}
      onCopy={onCopy}
      onSave={nothing}
    />,
  );
}

test('each tab has its panel, and says how many fields differ', () => {
  for (const tab of CERTIFICATE_TABS) {
    const page = inspect(tab);
    expect(page.querySelectorAll('[role=tabpanel]')).toHaveLength(1);
    expect(textsOf(page, '[role=tab]')).toEqual([
      'Fields',
      'What it allows',
      'Bytes',
      'Differs (1)',
      'File',
    ]);
  }
  expect(textsOf(inspect('differs'), 'ins, del')).toEqual([
    'CA true · critical',
    'CA false · critical',
  ]);
});

test('a field’s bytes are taken apart, and marked in the whole', () => {
  const page = inspect('bytes', '2.5.29.19');
  const lines = textsOf(page, 'ol[aria-label="The bytes of Basic constraints"] li');
  expect(lines[1]).toBe('06 03 55 1d 13OBJECT IDENTIFIER basicConstraints');
  expect(lines.at(-1)).toBe('01 01 ffBOOLEAN TRUE');
  expect(textsOf(page, 'mark').join(' ')).toBe(
    '30 0f 06 03 55 1d 13 01 01 ff 04 05 30 03 01 01 ff',
  );
  expect(page.textContent).toContain('openssl x509 -in leaf.pem -noout -ext basicConstraints');
});
