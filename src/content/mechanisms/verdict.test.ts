import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SOURCES } from '../sources.ts';
import { sentenceFaults } from '../wordFaults.fixture.ts';
import { between } from './between.ts';
import { CLUES, NO_CLUES } from './clues.ts';
import { CLUE_NAMES, MECHANISMS } from './mechanism.ts';
import type { Clue, Clues } from './clues.ts';
import type { Mechanism } from './mechanism.ts';
import { TABLE } from './table.ts';
import { answers, nextClue, verdicts, waysOut } from './verdict.ts';

/** Every combination of clues: a thousand. */
const ALL: readonly Clues[] = CLUES.who.flatMap((who) =>
  CLUES.holds.flatMap((holds) =>
    CLUES.needs.flatMap((needs) => CLUES.says.map((says) => ({ who, holds, needs, says }))),
  ),
);

const clues = fc.record({
  who: fc.constantFrom(...CLUES.who),
  holds: fc.constantFrom(...CLUES.holds),
  needs: fc.constantFrom(...CLUES.needs),
  says: fc.constantFrom(...CLUES.says),
});

const given = (all: Partial<Clues>): Clues => ({ ...NO_CLUES, ...all });

const kindOf = (mechanism: Mechanism, all: Clues): string | undefined =>
  verdicts(all).find((each) => each.mechanism === mechanism)?.kind;

describe('the clues', () => {
  test('whatever they say, something is left, or it is said what to take back, or no single one is to blame', () => {
    const empty = ALL.filter((all) => answers(all).length === 0);
    const ways = empty.flatMap((all) => waysOut(all).map((way) => ({ all, ...way })));
    expect(ways.map(({ left }) => left)).toEqual(ways.map(({ clues: fewer }) => answers(fewer)));
    expect(ways.map(({ clues: fewer }) => fewer)).toEqual(
      ways.map(({ all, clue }) => ({ ...all, [clue]: 'any' })),
    );
    // Elsewhere each mechanism is struck by two clues or more.
    const blamed = empty
      .filter((all) => waysOut(all).length === 0)
      .flatMap((all) => verdicts(all))
      .filter(({ reasons }) => reasons.filter(({ kind }) => kind === 'out').length < 2);
    expect(blamed).toEqual([]);
  });

  test('their order does not matter: given one after the other, they strike the same', () => {
    fc.assert(
      fc.property(clues, fc.shuffledSubarray([...CLUE_NAMES], { minLength: 4 }), (all, order) => {
        const struck = new Set<Mechanism>();
        let soFar = NO_CLUES;
        for (const clue of order) {
          soFar = { ...soFar, [clue]: all[clue] };
          for (const { mechanism, kind } of verdicts(soFar)) {
            if (kind === 'out') struck.add(mechanism);
            // What is struck out stays out.
            expect(struck.has(mechanism) && kind !== 'out').toBe(false);
          }
        }
        expect(verdicts(soFar)).toEqual(verdicts(all));
      }),
    );
  });

  test.each(MECHANISMS)('%s is the only answer of some case, and not of all', (mechanism) => {
    const alone = ALL.filter((all) => answers(all).join() === mechanism);
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.length).toBeLessThan(ALL.length / 10);
  });

  test('where several are left, a clue to ask for is named, or what decides is said', () => {
    const several = ALL.filter((all) => answers(all).length > 1);
    expect(several.length).toBeGreaterThan(0);
    const silent = several.filter(
      (all) => nextClue(all) === undefined && between(answers(all)).length === 0,
    );
    expect(silent).toEqual([]);
  });

  test('each says one reason for each mechanism, with a source', () => {
    fc.assert(
      fc.property(clues, (all) => {
        const said = CLUE_NAMES.filter((clue) => all[clue] !== 'any');
        for (const { reasons } of verdicts(all)) {
          expect(reasons.map(({ clue }) => clue)).toEqual(said);
          for (const { source } of reasons) expect(Object.keys(SOURCES)).toContain(source);
        }
      }),
    );
  });
});

test.each<readonly [name: string, clues: Partial<Clues>, answer: Mechanism]>([
  ['a batch server', { who: 'server', holds: 'certificate', needs: 'api' }, 'roles-anywhere'],
  ['employees of many accounts', { who: 'person', says: 'accounts' }, 'identity-center'],
  ['a build job', { who: 'job', holds: 'oidc', needs: 'api' }, 'oidc'],
  ['a phone app', { who: 'customer', needs: 'api' }, 'cognito'],
  ['servers to patch', { who: 'server', needs: 'managed' }, 'ssm-hybrid'],
  ['a registered thing', { who: 'device', holds: 'thing' }, 'iot'],
  ['an EC2 instance', { who: 'inside' }, 'attached-role'],
  ['a server with a response', { who: 'server', holds: 'saml', needs: 'api' }, 'saml'],
  ['an old client', { who: 'server', holds: 'certificate', says: 'two-values' }, 'access-key'],
  [
    'an issuer behind a wall',
    { who: 'server', holds: 'oidc', needs: 'api', says: 'hidden-issuer' },
    'roles-anywhere',
  ],
])('%s has one answer', (_, said, answer) => {
  expect(answers(given(said))).toEqual([answer]);
});

test('a key that never ends is the last resort of every case', () => {
  for (const all of ALL) {
    expect(['last', 'out']).toContain(kindOf('access-key', all));
  }
});

describe.each(MECHANISMS)('the reasons about %s', (mechanism) => {
  const { is, columns } = TABLE[mechanism];
  const cells = CLUE_NAMES.flatMap((clue: Clue) => Object.entries(columns[clue]));

  test('they are whole sentences, and name only what a clue can say', () => {
    const texts = [is, ...cells.map(([, { says }]) => says)];
    expect(texts.flatMap((text) => text.split(/(?<=\.) /)).flatMap(sentenceFaults)).toEqual([]);
    const known = new Set<string>(['else', ...Object.values(CLUES).flat()]);
    expect(cells.filter(([said]) => !known.has(said))).toEqual([]);
  });
});
