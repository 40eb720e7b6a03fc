import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { FACTS_CHOICES, FACTS_VIEWS } from '#content/facts/choices.ts';
import { initialText, isEdit } from '#content/knob.ts';
import type { Knob, RawKnobs } from '#content/knob.ts';
import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import { SCENARIOS, findScenario } from '#content/scenarios/all.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import { CERTIFICATE_TABS } from '#content/trial/look.ts';
import { cursorOf } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { amzDate } from '#engine/time.ts';
import { outcomeOf } from '#engine/trace.ts';
import { THEMES } from '#platform/settings.ts';
import { PACKED, PACKED_LIMIT, loadPacking } from '#platform/packing.ts';
import { MODES } from '#stores/stage.ts';
import type { BePlace, LabPlace, MicroscopePlace, Place } from '#stores/stage.ts';
import { EXAM_SIZES } from '#study/examPart.ts';
import type { ExamPart } from '#study/examPart.ts';

import { GOLDEN_LINKS, GOLDEN_PLACES, GOLDEN_QUESTIONS } from './links.golden.ts';
import { LABS } from './labs.ts';
import { RESERVED, formatRoute, isPacked, leftOut, needsPacking, parseRoute } from './route.ts';
import type { Route } from './route.ts';

const SEED = 20_261_123;
const packing = await loadPacking();
const materials = { parsePolicy };

const parse = (hash: string) => parseRoute(hash, packing);
const format = (route: Route) => formatRoute(route, packing);

/** What a link opens, with everything that had to be put right, in words; the rest where it opens a run. */
interface Followed {
  readonly place: Place;
  readonly notices: readonly string[];
  readonly scenario?: Scenario;
  readonly run?: Run;
  readonly cursor?: number;
  readonly exact?: boolean;
}

const runs = new Map<string, Run>();

/** The run of a scenario, played once for the same knobs: many links differ in what no run takes. */
function played(scenario: Scenario, raw: RawKnobs): Run {
  const name = `${scenario.id} ${JSON.stringify(raw)}`;
  const run = runs.get(name) ?? scenario.play(raw, materials);
  // All of them would fill the memory; those that come again come soon.
  if (runs.size >= 300) runs.clear();
  runs.set(name, run);
  return run;
}

/** Follows a link to the end. */
function follow(hash: string): Followed {
  const { place, notices } = parse(hash);
  const scenario = place.page === 'lab' ? findScenario(place.lab, place.scenario) : undefined;
  if (place.page !== 'lab' || !scenario) return { place, notices };
  const run = played(scenario, place.knobs);
  const found = cursorOf(run.trace, place.step);
  return { place, scenario, run, ...found, notices: [...notices, ...run.notices] };
}

const names = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const knobNames = names.filter((name) => !RESERVED.some((reserved) => reserved === name));
const steps = fc
  .tuple(fc.stringMatching(/^[a-z0-9-]{1,64}$/), fc.stringMatching(/^[a-z0-9-]{1,64}$/))
  .map(([act, row]) => `${act}.${row}` as const);

const policyTexts = fc
  .array(
    fc.record({
      Sid: fc.string(),
      Effect: fc.constant('Deny'),
      Action: fc.webPath(),
      Resource: fc.string({ unit: 'grapheme' }),
    }),
    {
      maxLength: 30,
    },
  )
  .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2));

const texts = fc.oneof(
  fc.stringMatching(/^[\w:.-]{0,40}$/),
  fc.string({ unit: 'binary', maxLength: 800 }),
  fc.string({ unit: 'grapheme', maxLength: 800 }),
  fc.constantFrom(
    'z.',
    'z.AwA',
    ' ',
    '\n',
    '\r\n',
    '+',
    '%41',
    '&a=b',
    '#',
    '\uFEFF{}',
    '\0',
    'a'.repeat(41),
    '🧪'.repeat(500),
  ),
  policyTexts,
);

const knobs = fc
  .dictionary(knobNames, texts, { maxKeys: 4 })
  .filter(
    (raw) =>
      leftOut(raw, packing).length === 0 &&
      formatRoute({ place: lab(raw) }, packing).length < 16_000,
  );

const lab = (raw: RawKnobs): LabPlace => ({
  page: 'lab',
  lab: 'a',
  scenario: 'b',
  mode: 'study',
  knobs: raw,
});

const labPlaces: fc.Arbitrary<LabPlace> = fc
  .record(
    {
      lab: names,
      scenario: names,
      step: steps,
      knobs,
      mode: fc.constantFrom(...MODES),
      was: fc.record(
        { knobs, isEach: fc.boolean(), closer: fc.constantFrom('kept' as const, 'new' as const) },
        { requiredKeys: ['knobs', 'isEach'] },
      ),
      tab: names,
      gate: fc.constantFrom('on' as const, 'off' as const),
      trial: fc.record(
        {
          at: fc.nat(99),
          part: fc.constantFrom(...CERTIFICATE_TABS),
          field: fc.constantFrom('notAfter', '2.5.29.19', '2.5.29.17 4'),
        },
        { requiredKeys: ['at', 'part'] },
      ),
    },
    { requiredKeys: ['lab', 'scenario', 'knobs', 'mode'] },
  )
  .map((place) => ({ page: 'lab', ...place }));

const microscopePlaces: fc.Arbitrary<MicroscopePlace> = fc
  .oneof(
    fc.record({ preset: names, tamper: names }, { requiredKeys: [] }),
    fc.record({ run: fc.record({ lab: names, scenario: names, step: steps, knobs }) }),
  )
  .map((place) => ({ page: 'microscope', ...place }));

const bePlaces: fc.Arbitrary<BePlace> = fc
  .oneof(
    fc.record({ turn: fc.integer({ min: 1, max: 999 }) }, { requiredKeys: [] }),
    fc.record({
      run: fc.record(
        { lab: names, scenario: names, act: names, knobs },
        { requiredKeys: ['lab', 'scenario', 'knobs'] },
      ),
    }),
  )
  .map((place) => ({ page: 'be', ...place }));

const places: fc.Arbitrary<Place> = fc.oneof(
  { weight: 8, arbitrary: labPlaces },
  { weight: 1, arbitrary: fc.constant({ page: 'start' } as const) },
  { weight: 1, arbitrary: fc.constant({ page: 'policies' } as const) },
  { weight: 1, arbitrary: fc.constant({ page: 'dissect' } as const) },
  { weight: 1, arbitrary: fc.constant({ page: 'certificates' } as const) },
  { weight: 2, arbitrary: microscopePlaces },
  { weight: 2, arbitrary: bePlaces },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        page: fc.constant('facts' as const),
        view: fc.constantFrom(...FACTS_VIEWS),
        find: fc.string({ minLength: 1, maxLength: 60 }),
        choices: fc.record({
          asked: fc.constantFrom(...FACTS_CHOICES.asked),
          maximum: fc.constantFrom(...FACTS_CHOICES.maximum),
          age: fc.constantFrom(...FACTS_CHOICES.age),
          expires: fc.constantFrom(...FACTS_CHOICES.expires),
          order: fc.constantFrom(...FACTS_CHOICES.order),
          tool: fc.constantFrom(...FACTS_CHOICES.tool),
          tried: fc.constantFrom(...FACTS_CHOICES.tried),
          service: fc.constantFrom(...FACTS_CHOICES.service),
          basis: fc.constantFrom(...FACTS_CHOICES.basis),
        }),
      },
      { requiredKeys: ['page', 'view', 'choices'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { page: fc.constant('quiz' as const), question: names },
      { requiredKeys: ['page'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      page: fc.constant('quiz' as const),
      view: fc.constant('exam' as const),
      exam: fc.oneof<fc.Arbitrary<ExamPart>[]>(
        fc.record({ kind: fc.constant('start' as const), size: fc.constantFrom(...EXAM_SIZES) }),
        fc.record({
          kind: fc.constant('question' as const),
          number: fc.integer({ min: 1, max: 999 }),
        }),
        fc.constant({ kind: 'review' }),
        fc.record({
          kind: fc.constant('result' as const),
          id: fc.nat(999).map((part) => `2026-11-22T18:30:59.${String(part).padStart(3, '0')}Z`),
        }),
      ),
    }),
  },
);

const routes: fc.Arbitrary<Route> = fc.record(
  { place: places, theme: fc.constantFrom(...THEMES) },
  { requiredKeys: ['place'] },
);

describe('a link', () => {
  test('it opens the very place it was written for', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parse(format(route))).toEqual({ ...route, notices: [] });
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('it says when it can only be read or written with packing', () => {
    fc.assert(
      fc.property(labPlaces, (place) => {
        const hash = format({ place });
        expect(isPacked(hash)).toBe(needsPacking(place));
        fc.pre(!needsPacking(place));
        expect(parseRoute(formatRoute({ place }))).toEqual(parse(hash));
      }),
      { seed: SEED },
    );
  });

  test('it holds the edits of policies, readable or not, and its run takes them', () => {
    const policies = findScenario('sts', 'confused-deputy')?.play({}).policies ?? [];
    const edited = fc.dictionary(fc.constantFrom(...policies.map(({ knob = '' }) => knob)), texts);
    fc.assert(
      fc.property(edited, (raw) => {
        const place = { ...lab(raw), lab: 'sts', scenario: 'confused-deputy' };
        fc.pre(format({ place }).length < 16_000);
        const opened = follow(format({ place }));
        expect(opened.place).toEqual(place);
        expect(opened.notices.length).toBeLessThanOrEqual(Object.keys(raw).length);
        expect(opened.run?.trace.steps.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('it leaves out a text that does not fit, and names the knob', () => {
    const small = 'x'.repeat(60_000);
    let state = 1;
    const large = Array.from({ length: 20_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCodePoint(33 + (state % 90));
    }).join('');
    expect(leftOut({ small, large, plain: '3600' }, packing)).toEqual(['large']);
    expect(parse(format({ place: lab({ small, large }) })).place).toEqual(lab({ small }));
  });

  test('it keeps what it holds when read and written again, whatever it was', () => {
    fc.assert(
      fc.property(links(), (hash) => {
        const first = parse(hash);
        if (first.place.page === 'missing') return;
        const written = format(first);
        expect(parse(written)).toEqual({ ...first, notices: [] });
        expect(format(parse(written))).toBe(written);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  test('a lab by its name alone opens its first scenario', () => {
    for (const { id, first } of LABS) {
      expect(parse(`#/lab/${id}`).place).toEqual(parse(`#/lab/${id}/${first}`).place);
    }
  });

  test('it is asked for in words that lead back to the same missing page', () => {
    for (const hash of [
      '#/nowhere',
      '#/lab',
      '#/quiz/a/b',
      '#/policies/a',
      '#/dissect/a',
      '#/certificates/a',
      '#/lab/a/b/c.d/e',
      '#/LAB/a/b',
      '#/%00',
      '#/lab/__proto__/x',
      '#/be/sts',
      '#/be/a/b/c/d',
      '#/be/A/b',
    ]) {
      const { place } = parse(hash);
      expect(place.page).toBe('missing');
      expect(parse(format({ place })).place).toEqual(place);
    }
  });
});

const GOOD = [
  ...GOLDEN_LINKS.map(({ hash }) => hash),
  format({
    place: lab({ permissions: JSON.stringify({ Statement: [] }), signer: 'chained' }),
    theme: 'dark',
  }),
];

const EVIL = [
  '%',
  '%zz',
  '%00',
  '%ED%A0%80',
  '\0',
  '\uD800',
  '\uDFFF',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '99999999999999999999',
  '-1',
  '1e400',
  'NaN',
  '0x10',
  '00000000000000',
  '99991231T235959Z',
  '20260231T000000Z',
  'z.',
  'z.AAAA',
  'z.____',
  '=z.',
  '&',
  '=',
  '?',
  '#',
  '/',
  '//',
  '../',
  '.',
  ' ',
  '+',
  '&&v=2',
  '&theme=neon',
  '&mode=x',
  '&tab=',
  '&trial=1-bytes-',
  '&signer=',
  '&__proto__=1',
  '&constructor=constructor',
  '&toString=1',
  '/constructor.constructor',
  '/__proto__.x',
  '/open-url.no-such-row',
  '/no-such-act.answer',
  '&used=20260115T124500Z',
  '&permissions=%7B%7D',
  '&edit-PipelineTrust=%7B%7D',
  '&edit-__proto__=%7B',
  '&edit-=1',
  '&permissions=null',
  '&expires=-0',
];

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const BOMB = PACKED + base64Url(deflateSync(new Uint8Array(5_000_000), { level: 9 }));

/** Damages a link in one place. */
const wound = (hash: string) =>
  fc
    .tuple(
      fc.nat(hash.length),
      fc.nat(30),
      fc.constantFrom('cut', 'drop', 'twice', 'put', 'put', 'put'),
      fc.oneof(fc.constantFrom(...EVIL), fc.string()),
    )
    .map(([at, length, how, text]) => {
      const piece = hash.slice(at, at + length);
      if (how === 'cut') return hash.slice(0, at);
      const middle = { drop: '', twice: piece + piece, put: text + piece }[how] ?? '';
      return hash.slice(0, at) + middle + hash.slice(at + length);
    });

const damaged = fc
  .constantFrom(...GOOD)
  .chain(wound)
  .chain((hash) => fc.oneof(fc.constant(hash), wound(hash), wound(hash).chain(wound)));

const names64 = fc.constantFrom(
  'lab',
  'quiz',
  'policies',
  'dissect',
  'certificates',
  'microscope',
  'presigned',
  'seven-days',
  'open-url.answer',
  '__proto__',
  'constructor',
  'toString',
  'x',
);

const built = fc
  .tuple(
    fc.array(fc.oneof(names64, fc.string({ maxLength: 5 })), { maxLength: 6 }),
    fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(
            ...RESERVED,
            'signer',
            'session',
            'used',
            'permissions',
            '__proto__',
            'constructor',
            'toString',
          ),
          fc.string({ maxLength: 4 }),
        ),
        fc.oneof(
          fc.constantFrom(...EVIL),
          fc.string({ unit: 'binary' }),
          fc.base64String({ maxLength: 200 }).map((text) => PACKED + text),
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([path, query]) => `#/${path.join('/')}?${query.map((pair) => pair.join('=')).join('&')}`);

const packed = fc
  .oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => deflateSync(bytes)),
    fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((text) => deflateSync(new TextEncoder().encode(text)).slice(0, -2)),
  )
  .map((bytes) => `#/lab/presigned/seven-days?v=1&permissions=${PACKED}${base64Url(bytes)}`);

function links(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: damaged },
    { weight: 3, arbitrary: built },
    { weight: 2, arbitrary: packed },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
}

const longest = (count: number): string =>
  `#/lab/presigned/seven-days?v=1&${'signer=role&'.repeat(count)}`;

const isAmong = (text: string, min: number, max: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;

/** A moment is real when writing it again gives the same text. */
const isMoment = (text: string): boolean => {
  const at = new Date(text.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  return !Number.isNaN(at.getTime()) && at.toISOString().replace(/[-:]|\.000/g, '') === text;
};

type Fits = {
  readonly [Kind in Knob['kind']]: (text: string, knob: Extract<Knob, { kind: Kind }>) => boolean;
};

/** Whether a knob can stand at a text as it is: said here a second time, so that both must agree. */
const FITS: Fits = {
  toggle: (text) => ['on', 'off'].includes(text),
  choice: (text, { options }) => Object.keys(options).includes(text),
  duration: (text, { min, max }) => isAmong(text, min, max),
  moment: (text, { min, max }) => isMoment(text) && text >= amzDate(min) && text <= amzDate(max),
  policy: (text, { policyType }) => 'document' in parsePolicy(text, policyType),
};

function fits<Kind extends Knob['kind']>(
  knob: Extract<Knob, { kind: Kind }>,
  text: string,
): boolean {
  const { kind }: { readonly kind: Kind } = knob;
  return FITS[kind](text, knob);
}

/** What must be said of a link's knobs: the label of each that cannot stand where the link wants it. */
function complaintsOf(scenario: Scenario, raw: RawKnobs, run?: Run): readonly string[] {
  return Object.entries(raw).flatMap(([name, text]) => {
    const edited = run?.policies.find((policy) => policy.knob === name && isEdit(name));
    if (edited) {
      return 'document' in parsePolicy(text, edited.type) ? [] : [`“${edited.name}”`];
    }
    const knob = Object.hasOwn(scenario.knobs, name) ? scenario.knobs[name] : undefined;
    if (!knob) return ['does not have'];
    return fits(knob, text) ? [] : [`“${knob.label}”`];
  });
}

/** What is wrong with how a link was taken: nothing, for any link at all. */
function faultsOf(hash: string): readonly string[] {
  const { place, run, scenario, cursor = 0, notices } = follow(hash);
  const wanted = place.page === 'lab' && scenario ? complaintsOf(scenario, place.knobs, run) : [];
  const unsaid = wanted.filter(
    (complaint) => !notices.some((notice) => notice.includes(complaint)),
  );
  return [
    ...(new Set(notices).size < notices.length ? ['something is said twice'] : []),
    ...notices.filter((notice) => !/^[A-Z“].*\S$/su.test(notice)),
    ...unsaid.map((complaint) => `nothing is said of ${complaint}`),
    ...((run?.notices.length ?? 0) > new Set(wanted).size
      ? ['something is said for no reason']
      : []),
    ...(cursor < 0 || cursor > (run?.trace.steps.length ?? 0) ? ['it stands nowhere'] : []),
  ];
}

/** The links that are not taken well, each looked at once, with what is wrong. */
const faultyAmong = (links: readonly string[]) =>
  [...new Set(links)].map((hash) => [hash, ...faultsOf(hash)]).filter(({ length }) => length > 1);

const upTo = (end: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);

describe('a damaged link', () => {
  test('it never breaks the app, and everything put right is said', () => {
    fc.assert(
      fc.property(links(), (hash) => {
        expect(faultsOf(hash)).toEqual([]);
      }),
      { seed: SEED, numRuns: 10_000 },
    );
    expect({}).not.toHaveProperty('polluted');
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);

  test('it may hold every nasty text in every place', () => {
    const links = GOOD.flatMap((hash) =>
      EVIL.flatMap((evil) =>
        upTo(Math.min(hash.length, 120), 13).map((at) => hash.slice(0, at) + evil + hash.slice(at)),
      ),
    );
    expect(faultyAmong(links)).toEqual([]);
  }, 60_000);

  test('it may be cut off anywhere', () => {
    const links = GOOD.flatMap((hash) => upTo(hash.length, 1).map((end) => hash.slice(0, end)));
    expect(faultyAmong(links)).toEqual([]);
  }, 60_000);

  test.each([
    ['20 kB of parameters', longest(1700)],
    ['20 kB of path', `#/${'a/'.repeat(10_000)}`],
    ['20 kB in one name', `#/lab/${'a'.repeat(20_000)}/b`],
    ['20 kB of escapes', `#/lab/presigned/seven-days?v=1&signer=${'%F0%9F%A7%AA'.repeat(1700)}`],
    ['a megabyte', '#'.repeat(1_000_000)],
  ])('it is refused with %s', (_, hash) => {
    const { place, notices } = parse(hash);
    expect(place.page).toBe('missing');
    expect(place.page === 'missing' && place.asked.length).toBeLessThan(100);
    expect(notices).toEqual(['The link is too long to be one of ours.']);
  });

  test('it is not inflated without end', () => {
    expect(BOMB.length).toBeLessThan(PACKED_LIMIT);
    const { place, notices } = parse(`#/lab/presigned/seven-days?v=1&permissions=${BOMB}`);
    expect(place).toEqual({
      page: 'lab',
      lab: 'presigned',
      scenario: 'seven-days',
      mode: 'study',
      knobs: {},
    });
    expect(notices).toEqual(['A part of the link is damaged; it was left out.']);
  });

  test('it says the same thing once, however often it is wrong', () => {
    expect(parse(`#/lab/presigned/seven-days?v=1${'&X=1'.repeat(3000)}`).notices).toEqual([
      'A part of the link is damaged; it was left out.',
    ]);
  });

  test.each([
    ['a theme that does not exist', '?v=1&theme=neon', 'theme'],
    ['another version', '?v=2', 'version'],
    ['a mode that does not exist', '?v=1&mode=teach', 'mode'],
    ['a name that cannot be one', '?v=1&__proto__=1', 'damaged'],
    ['a tab that cannot be one', '?v=1&tab=__proto__', 'damaged'],
    ['a look that cannot be one', '?v=1&trial=1-constructor', 'damaged'],
    ['a gate that is neither open nor closed', '?v=1&gate=ajar', 'damaged'],
    ['packed text that is none', '?v=1&permissions=z.AAAA', 'damaged'],
    ['a knob the scenario does not have', '?v=1&constructor=1', 'does not have'],
    ['a choice that does not exist', '?v=1&signer=toString', '“Who signs” has no such option'],
    ['a length that is none', '?v=1&session=an-hour', '“Session duration” is not a whole number'],
    [
      'a length that is too long',
      '?v=1&session=999999999',
      '“Session duration” goes from 15 min to 12 h',
    ],
    ['a length that is too short', '?v=1&session=1', '“Session duration” goes from 15 min to 12 h'],
    [
      'a length that no number holds',
      '?v=1&session=99999999999999999999',
      '“Session duration” is not a whole number',
    ],
    ['a moment that is none', '?v=1&used=20260231T000000Z', '“Link is used at” is not a date'],
    ['a moment that is too late', '?v=1&used=99991231T235959Z', '“Link is used at” goes from'],
    ['a moment that is too early', '?v=1&used=00010101T000000Z', '“Link is used at” goes from'],
    ['a switch that is neither on nor off', '?v=1&trusted=maybe', 'on or off'],
    ['a policy that is none', '?v=1&permissions=null', '“What the signer may do” cannot be read'],
  ])('it says what was put right: %s', (_, query, says) => {
    const { notices, cursor } = follow(`#/lab/presigned/seven-days/sign.done${query}`);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(says);
    expect(cursor).toBeGreaterThan(0);
  });

  test('it says when a step cannot exist, and opens at the start', () => {
    for (const step of [
      '__proto__',
      'open-url',
      '.',
      'a.',
      '.b',
      'A.b',
      'a.b.c',
      '%00.x',
      `${'a'.repeat(65)}.b`,
    ]) {
      const { notices, cursor } = follow(`#/lab/presigned/seven-days/${step}?v=1`);
      expect(notices).toEqual([
        'The link names a step that cannot exist; the run is at its start.',
      ]);
      expect(cursor).toBe(0);
    }
  });

  // What the page says of it is tested with useRun.
  test.each([
    'constructor.constructor',
    'open-url.no-such-row',
    'no-such-act.answer',
    'change.done',
  ])('it opens at the nearest step when the run has none called %s', (step) => {
    const { exact, cursor = 0 } = follow(`#/lab/presigned/seven-days/${step}?v=1`);
    expect(exact).toBe(false);
    // An act that the script does not have leads to the start: never to the end, which would tell it.
    expect(cursor > 0).toBe(step.startsWith('open-url.'));
  });
});

const cases = SCENARIOS.flatMap((scenario) => [
  { name: `${scenario.id}, as it starts`, scenario, raw: {} },
  { name: `${scenario.id}, as it works`, scenario, raw: scenario.working },
  ...scenario.variations.map(({ label, knobs: raw }) => ({
    name: `${scenario.id}: ${label}`,
    scenario,
    raw,
  })),
]);

describe.each(cases)('every step of $name', ({ scenario, raw }) => {
  const { trace, notices } = scenario.play(raw, materials);

  test('it is the same after a reload', () => {
    for (const [index, { id }] of trace.steps.entries()) {
      for (const mode of ['study', 'present'] as const) {
        const place: LabPlace = {
          page: 'lab',
          lab: scenario.lab,
          scenario: scenario.id,
          step: id,
          knobs: raw,
          mode,
        };
        const { place: read, notices: said } = parseRoute(formatRoute({ place }));
        expect(read).toEqual(place);
        expect(said).toEqual([]);
        expect(cursorOf(trace, id)).toEqual({ cursor: index + 1, exact: true });
      }
    }
    expect(notices).toEqual([]);
  });

  test('it has a name of its own', () => {
    const ids = trace.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(id))).toEqual([]);
  });
});

describe.each(SCENARIOS)('the scenario $id', (scenario) => {
  test('it has no knob that a link would take for something else', () => {
    const taken = Object.keys(scenario.knobs).filter(
      (name) =>
        RESERVED.some((reserved) => reserved === name) || !/^[a-z0-9][a-zA-Z0-9-]*$/.test(name),
    );
    expect(taken).toEqual([]);
  });

  test('it can be linked to with every knob at its start, edited policies among them', () => {
    const raw = Object.fromEntries(
      Object.entries(scenario.knobs).map(([name, knob]) => [name, initialText(knob)]),
    );
    const place: LabPlace = {
      page: 'lab',
      lab: scenario.lab,
      scenario: scenario.id,
      knobs: raw,
      mode: 'study',
    };
    const hash = format({ place });
    expect(parse(hash)).toEqual({ place, notices: [] });
    expect(hash.length).toBeLessThan(2000);
    expect(scenario.play(raw, materials)).toEqual(scenario.play({}));
  });
});

test('golden links: those of the first release still open at a step that exists', () => {
  expect(GOLDEN_LINKS.length).toBeGreaterThanOrEqual(12);
  for (const { hash, ends } of GOLDEN_LINKS) {
    const { place, notices, exact, cursor, run } = follow(hash);
    expect({ hash, notices, exact }).toEqual({ hash, notices: [], exact: true });
    expect({ hash, isAtStart: cursor === 0 }).toEqual({
      hash,
      isAtStart: place.page === 'lab' && place.step === undefined,
    });
    const outcome = run && outcomeOf(run.trace);
    expect({
      hash,
      ends: outcome?.kind === 'refused' ? outcome.error.code : outcome?.kind,
    }).toEqual({ hash, ends });
  }
});

test.each(GOLDEN_PLACES)('the presenter’s window of %s is a link of its own', (hash) => {
  const link = `#/presenter/k3x9abcd/${hash.slice(2)}`;
  const read = parse(link);
  expect(read).toEqual({ ...parse(hash), presenter: 'k3x9abcd' });
  expect(format(read)).toBe(link);
});

test('a place in a lesson is the place, and the lesson', () => {
  const link = '#/lesson/half-hour/3/lab/presigned/seven-days/open-url.token-alive?v=1';
  const read = parse(link);
  expect(read).toEqual({
    ...parse('#/lab/presigned/seven-days/open-url.token-alive?v=1'),
    lesson: { id: 'half-hour', stop: 3 },
  });
  expect(format(read)).toBe(link);
  const presented = `#/presenter/k3x9abcd/${link.slice(2)}`;
  expect(format(parse(presented))).toBe(presented);
});

test('a pair that no window was given is no presenter’s window', () => {
  for (const pair of ['', 'k3x9', 'K3X9ABCD', 'k3x9abcde', '%00%00']) {
    const { presenter, place } = parse(`#/presenter/${pair}/facts`);
    expect(presenter).toBeUndefined();
    expect(place.page).toBe('missing');
  }
});

test.each(GOLDEN_PLACES)('golden links: %s is still a place', (hash) => {
  const { place, notices } = parseRoute(hash);
  expect(notices).toEqual([]);
  expect(place.page).not.toBe('missing');
  expect(formatRoute({ place })).toBe(hash);
});

test.each(GOLDEN_QUESTIONS)('golden links: %s still asks its question', (hash) => {
  const { place, notices } = parse(hash);
  const asked = place.page === 'quiz' ? place.question : undefined;
  expect(PLAYED_QUESTIONS.map(({ id }) => id)).toContain(asked);
  expect(notices).toEqual([]);
});

test('golden links: the pages beside the labs have the shortest ones', () => {
  expect(
    ['', '#', '#/', '#/quiz', '#/policies', '#/dissect', '#/certificates', '#/microscope'].map(
      (hash) => parse(hash).place,
    ),
  ).toEqual([
    { page: 'start' },
    { page: 'start' },
    { page: 'start' },
    { page: 'quiz' },
    { page: 'policies' },
    { page: 'dissect' },
    { page: 'certificates' },
    { page: 'microscope' },
  ]);
});
