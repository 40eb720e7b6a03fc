import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { MICROSCOPE_PRESETS } from '#content/microscope/presets.ts';
import { examined } from '#content/microscope/table.ts';
import { tampered } from '#content/microscope/tampers.ts';
import type { TamperId } from '#content/microscope/tampers.ts';
import type { BoxId } from '#engine/microscope/derivation.ts';
import { BOX_IDS } from '#engine/microscope/derivation.ts';
import { promised } from '#engine/never.ts';

import { Lanes } from './Lanes.tsx';
import { litBy } from './lit.ts';

const nothing = (): void => undefined;

const { table: plain } = promised(MICROSCOPE_PRESETS[0], 'there is a preset');

const laid = (tamper?: TamperId) => {
  const table = tamper === undefined ? plain : promised(tampered(plain, tamper), 'it can be');
  return { table, found: promised(examined(table), 'a preset can be signed') };
};

const draw = (tamper?: TamperId): HTMLElement =>
  new DOMParser().parseFromString(
    renderToStaticMarkup(
      <Lanes
        {...laid(tamper)}
        verifierName="Amazon S3"
        problems={[]}
        isArrivalWrong={false}
        onInputs={nothing}
        onInputsReset={undefined}
        onSecret={nothing}
        onArrives={nothing}
        onAdd={nothing}
        onChange={nothing}
        onChangeAdded={nothing}
        onReset={nothing}
        onDouble={nothing}
        onCopy={() => Promise.resolve(true)}
      />,
    ),
    'text/html',
  ).body;

const textsOf = (page: ParentNode, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

const regions = (page: HTMLElement, lane: string): readonly Element[] => [
  ...page.querySelectorAll(`section[aria-label^="${lane}:"]:not([aria-label*="what it"])`),
];

describe('the lanes', () => {
  test('each box is a region of its own, once in each lane, with its command', () => {
    const page = draw();
    for (const lane of ['Signer', 'Verifier']) {
      expect(regions(page, lane)).toHaveLength(BOX_IDS.length);
      for (const region of regions(page, lane)) {
        expect(textsOf(region, 'summary')[0]).toMatch(/^Reproduce/);
        expect(textsOf(region, 'details pre')[0]).toMatch(/^printf /);
      }
    }
    expect(textsOf(page, 'mark')).toEqual([]);
    expect(page.textContent).not.toContain('DIFFERS');
  });

  test('what differs is said in a word, and its characters are marked in both lanes', () => {
    const page = draw('character');
    const said = regions(page, 'Verifier').map((region) =>
      /DIFFERS/.test(region.textContent ?? '') ? 'DIFFERS' : 'SAME',
    );
    expect(said.join(' ')).toBe('DIFFERS DIFFERS DIFFERS SAME SAME SAME SAME DIFFERS SAME');
    const [signer, verifier] = ['Signer', 'Verifier'].map((lane) =>
      promised(regions(page, lane)[0], 'there is a canonical request'),
    );
    expect([signer, verifier].map((one) => one && textsOf(one, 'mark'))).toEqual([['t'], ['u']]);
  });

  test('where the verifier computes nothing, its boxes say so', () => {
    const texts = regions(draw('twice'), 'Verifier').map(({ textContent }) => textContent);
    expect(texts.every((text) => text?.includes('NOT COMPUTED'))).toBe(true);
  });

  test('a header that nobody signed is said to go into no box', () => {
    expect(draw('agent').textContent).toContain('Not signed, so it goes into no box.');
    expect(draw().textContent).not.toContain('Not signed');
  });
});

describe('what is lit', () => {
  const { found } = laid();
  const partNames = (box: BoxId): readonly string[] =>
    [...litBy({ lane: 'verifier', box }, found).verifier.parts].map((id) => id.split(':')[1] ?? id);

  test.each<readonly [BoxId, readonly BoxId[], readonly string[], boolean]>([
    ['hash', ['canonical-request'], [], false],
    ['string-to-sign', ['hash'], ['X-Amz-Credential', 'X-Amz-Date'], false],
    ['k-date', [], ['X-Amz-Credential'], true],
    ['signature', ['string-to-sign', 'k-signing'], [], false],
    ['claim', [], ['X-Amz-Signature'], false],
  ])('for %s: what it was made of, in its own lane', (box, boxes, parts, secret) => {
    const { signer, verifier } = litBy({ lane: 'verifier', box }, found);
    expect([...verifier.boxes]).toEqual(boxes);
    expect(partNames(box)).toEqual(parts);
    expect(verifier.secret).toBe(secret);
    expect([signer.boxes.size, signer.parts.size, signer.secret]).toEqual([0, 0, false]);
  });

  test('for a part: the boxes it goes into', () => {
    const { signer } = litBy({ lane: 'signer', part: 'parameter:X-Amz-Date:0' }, found);
    expect([...signer.boxes]).toEqual(['canonical-request', 'string-to-sign']);
    expect(litBy(undefined, found).signer.boxes.size).toBe(0);
  });
});
