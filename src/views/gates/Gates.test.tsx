import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { readDraft } from '#content/workbench/draft.ts';
import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import { GATE_TITLES } from '#content/workbench/gateWords.ts';
import { worldOfCase } from '#engine/policy/accessCase.ts';
import { decide } from '#engine/policy/decide.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { at } from '#engine/time.ts';

import { Gates } from './Gates.tsx';

function shown(id: string): { page: HTMLElement; gates: readonly Element[] } {
  const draft = POLICY_EXAMPLES.find((each) => each.id === id)?.draft;
  const read = draft && readDraft(draft, parsePolicy);
  if (read?.kind !== 'case') throw new Error(`Broken promise: ${id} can be read`);
  const { request, world } = worldOfCase(read.case, at('2026-01-15T12:00:00Z'));
  const markup = renderToStaticMarkup(
    <Gates
      decision={decide(request, world)}
      onChoose={() => undefined}
      canChoose={(policy) => policy !== 'p-FullAWSAccess'}
    />,
  );
  const page = new DOMParser().parseFromString(markup, 'text/html').body;
  return { page, gates: [...page.querySelectorAll('ol > li')] };
}

const words = (gates: readonly Element[]): readonly string[] =>
  gates.map(
    (gate) =>
      `${gate.querySelector('h3')?.textContent}: ${gate.querySelector('strong')?.textContent}`,
  );

describe('gates', () => {
  test('it draws them in the order of evaluation, each with its word, and those behind the deciding one as not reached', () => {
    expect(words(shown('boundary').gates)).toEqual([
      'A Deny in any policy: PASSED',
      'Resource control policies: DOES NOT APPLY',
      'Service control policies: DOES NOT APPLY',
      'Resource-based policy: DOES NOT APPLY',
      'Identity-based policies: PASSED',
      'Permissions boundary: IMPLICIT DENY',
      'Session policies: NOT REACHED',
    ]);
  });

  test.each(POLICY_EXAMPLES)(
    'it marks the one gate that decided, in words too: $id',
    ({ id, gate }) => {
      const deciding = shown(id).gates.filter(
        (each) => each.getAttribute('data-decides') === 'true',
      );
      expect(deciding.map((each) => each.querySelector('h3')?.textContent)).toEqual([
        GATE_TITLES[gate],
      ]);
      expect(deciding[0]?.textContent).toContain('Decides. ');
    },
  );

  test('it shows every statement once: a Deny at the first gate, an Allow at the gate of its policy', () => {
    const { gates } = shown('rcp-stranger');
    expect(gates[0]?.querySelectorAll('summary')).toHaveLength(1);
    const allowing = shown('names-the-role').gates.map(
      (gate) => gate.querySelectorAll('summary').length,
    );
    expect(allowing).toEqual([0, 0, 0, 1, 0, 1, 0]);
  });

  test('it says what a condition wanted and what the request had', () => {
    const { gates } = shown('external-id');
    const trust = gates.find((gate) => gate.getAttribute('data-decides') === 'true');
    expect(trust?.querySelector('summary')?.textContent).toContain(
      'does not match: its condition on sts:ExternalId is not met',
    );
    const [condition] = [...(trust?.querySelectorAll('dl > div[data-matched=false]') ?? [])];
    expect(condition?.textContent).toBe(
      '✕StringEquals sts:ExternalIdfailsRequest no such key which this operator needsPolicy unique-id-1234 nothing to compare with',
    );
  });

  test('it leads to every statement but those of AWS’s own policy', () => {
    const { page } = shown('scp-without-allow');
    expect(page.querySelectorAll('summary').length).toBeGreaterThan(1);
    const own = [...page.querySelectorAll('[role=group]')].filter(
      (policy) => policy.getAttribute('aria-label') === 'FullAWSAccess',
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((policy) => policy.querySelector('button') === null)).toBe(true);
    expect(page.querySelector('[aria-label=OnlyEc2] button')?.textContent).toBe(
      'Show in the editor',
    );
  });
});
