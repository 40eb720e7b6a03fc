import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import type { Act, AssumeRole, OpenUrl, Presign, UrlEdit } from '#engine/act.ts';
import { API_RULES } from '#engine/api/rules.ts';
import { BASES } from '#engine/basis.ts';
import type { Check } from '#engine/judge.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';
import { FORM_RULES } from '#engine/s3/formRules.ts';
import { OPEN_URL_RULES } from '#engine/s3/rules.ts';
import { simulate } from '#engine/everything.fixture.ts';
import { CREATE_SESSION_RULES } from '#engine/rolesanywhere/createSession.ts';
import { LOGIN_RULES, SIGNIN_TOKEN_RULES } from '#engine/signin/rules.ts';
import { OPERATIONS } from '#engine/sts/operations.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  longTermKey,
  PARTNER_KEY,
  REGION,
  ROLE,
  SESSION_KEY,
  START,
  USER_KEY,
  withKey,
  WORLD,
} from '#engine/testWorld.fixture.ts';
import { TOOL_RULES } from '#engine/tool/rules.ts';
import { amzDate, at, parseIsoDate, seconds } from '#engine/time.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { COMMAND_SOURCES } from './commands/toolSources.ts';
import { initialText, isRelevant, readKnob } from './knob.ts';
import type { Knob, Knobs, RawKnobs } from './knob.ts';
import { sayCheck } from './narrate.ts';
import { RULE_FACTS } from './ruleFacts.ts';
import type { Scenario } from './scenario.ts';
import { LAB_IDS } from './scenario.ts';
import { findScenario, SCENARIOS } from './scenarios/all.ts';
import { CATALOGUE, findListed } from './scenarios/catalogue.ts';
import { STORIES } from './scenarios/stories.ts';
import { SOURCES } from './sources.ts';
import { RULE_WORDS, SUBJECTS } from './subjects/all.ts';
import type { Source } from './sources.ts';
import { URL_PARAMETERS } from './urlParameters.ts';
import { labelFaults, sentenceFaults, stepFaults } from './wordFaults.fixture.ts';

/** No source is checked after this day; move it when sources are looked up again. */
const LAST_LOOK = at('2026-11-23T00:00:00Z');

/** Names that a link gives a meaning of its own (pages/route.ts). */
const RESERVED = ['v', 'mode', 'theme', 'tab', 'trial', 'gate', 'was', 'of'];

const RULE_IDS = Object.keys(RULES) as RuleId[];

const play = (scenario: Scenario, knobs: RawKnobs) => scenario.play(knobs, { parsePolicy });

/** The texts at the ends of a knob: every option, both limits. */
function ends(knob: Knob): readonly string[] {
  switch (knob.kind) {
    case 'toggle':
      return ['on', 'off'];
    case 'choice':
      return Object.keys(knob.options);
    case 'duration':
      return [`${knob.min}`, `${knob.max}`];
    case 'moment':
      return [amzDate(knob.min), amzDate(knob.max)];
    case 'policy':
      return [initialText(knob)];
  }
}

/** Every setting of the knobs at their ends; one that does not matter stays at its start. */
function* settings(knobs: Knobs): Generator<RawKnobs> {
  const names = Object.keys(knobs);
  function* from(index: number, raw: RawKnobs): Generator<RawKnobs> {
    const name = names[index];
    const knob = name === undefined ? undefined : knobs[name];
    if (name === undefined || !knob) {
      yield raw;
      return;
    }
    const texts = isRelevant(knobs, knob, raw) ? ends(knob) : [initialText(knob)];
    for (const text of texts) yield* from(index + 1, { ...raw, [name]: text });
  }
  yield* from(0, {});
}

/** How many settings of one scenario are played at most, spread evenly over all of them. */
const MOST = 250;

/** All settings, or as many as are played: a prime step goes through them without a rhythm. */
function someSettings(knobs: Knobs): readonly RawKnobs[] {
  const all = [...settings(knobs)];
  return all.filter((_, index) => (index * 7919) % all.length < MOST);
}

/** What is wrong with the stops of a slider. */
function stopFaults(knob: Knob): readonly string[] {
  if (knob.kind !== 'duration') return [];
  const { stops, min, max, initial } = knob;
  return [
    ...(stops.every((stop, index) => index === 0 || stop > (stops[index - 1] ?? stop))
      ? []
      : ['they do not ascend']),
    ...(stops[0] === min && stops.at(-1) === max ? [] : ['they do not go from end to end']),
    ...(stops.includes(initial) ? [] : ['the start is none of them']),
  ];
}

/** What is wrong with the condition under which a knob matters. */
function conditionFaults({ when }: Knob, name: string, knobs: Knobs): readonly string[] {
  if (!when) return [];
  const other = knobs[when.knob];
  if (!other || when.knob === name) return [`no other knob ${when.knob}`];
  return when.is
    .filter((text) => !ends(other).includes(text))
    .map((text) => `${when.knob} is never ${text}`);
}

interface Survey {
  readonly runs: number;
  readonly faults: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
  readonly deciders: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

/** Who takes part in a step. */
function partiesOf(step: Step): readonly string[] {
  if (step.row === 'call' || step.row === 'answer') return [step.from, step.to];
  return step.row === 'clock' ? [] : [step.by];
}

/** Who issued the sessions that live already when a run begins. */
const issuersBefore = ({ start }: Trace): readonly string[] =>
  Object.values(start.accessKeys).flatMap((key) =>
    key.kind === 'temporary' ? [key.issuedBy] : [],
  );

/** Plays what a scenario tells of and every setting of its knobs, and writes down what was seen. */
function survey(scenario: Scenario): Survey {
  const faults = new Set<string>();
  const checks = new Set<string>();
  const deciders = new Set<string>();
  const acts = new Set<string>();
  const parties = new Set<string>();
  let runs = 0;
  const told = [{}, scenario.working, ...scenario.variations.map(({ knobs }) => knobs)];
  for (const raw of [...told, ...someSettings(scenario.knobs)]) {
    runs += 1;
    const { trace, notices } = play(scenario, raw);
    if (notices.length > 0 || trace.steps.at(-1)?.row !== 'answer') {
      faults.add(`${JSON.stringify(raw)} ends badly`);
    }
    for (const issuer of issuersBefore(trace)) acts.add(issuer);
    for (const step of trace.steps) {
      acts.add(step.act.id);
      for (const party of partiesOf(step)) parties.add(party);
      if (step.row === 'check') checks.add(`${step.check.rule} ${step.check.result}`);
      if (step.row === 'answer' && step.outcome.kind === 'refused') {
        deciders.add(deciderOf(step.outcome.check));
      }
      for (const fault of stepFaults(scenario, step)) faults.add(fault);
    }
  }
  return { runs, faults, checks, deciders, acts, parties };
}

const SURVEYS = new Map<string, Survey>();

beforeAll(() => {
  for (const scenario of SCENARIOS) SURVEYS.set(scenario.id, survey(scenario));
}, 240_000);

const surveyOf = ({ id }: Scenario): Survey => {
  const found = SURVEYS.get(id);
  if (!found) throw new Error(`${id} was not surveyed`);
  return found;
};

const failingRule = (trace: Trace): string | undefined =>
  trace.steps
    .flatMap((step) =>
      step.row === 'check' && step.check.result === 'fail' ? [step.check.rule] : [],
    )
    .at(-1);

/** A check as what ends a run: where policies decide, with the gate and the policy that did. */
function deciderOf({ rule, evidence }: Check): string {
  if (evidence.kind !== 'policy') return rule;
  const { gate, policyId } = evidence.decision.decidedBy;
  return [rule, gate, policyId].filter((part) => part !== undefined).join(' ');
}

/** A check as what a variation shows: where certificates are judged, with the requirement that is not met. */
function shownBy(check: Check): string {
  const { evidence } = check;
  const refusal =
    evidence.kind === 'certificate'
      ? evidence.judgement.refusal
      : evidence.kind === 'path'
        ? evidence.judged.chosen.refusal
        : undefined;
  return [deciderOf(check), refusal?.rule].filter((part) => part !== undefined).join(' ');
}

/** Every check that fails, whether the run goes on after it or not. */
const failuresIn = ({ steps }: Trace): readonly string[] =>
  steps.flatMap((step) =>
    step.row === 'check' && step.check.result === 'fail' ? [shownBy(step.check)] : [],
  );

/** What refused the last thing asked for; undefined where it was granted. */
function breakOf(trace: Trace): string | undefined {
  const outcome = outcomeOf(trace);
  return outcome.kind === 'refused' ? shownBy(outcome.check) : undefined;
}

/** The checks whose place among the others is known: all of them of CreateSession (roles-anywhere.md 5.3). */
const PLACED: readonly RuleId[] = [
  'rolesanywhere.signature-matches',
  'rolesanywhere.path-trusted',
  'rolesanywhere.assume-role-allowed',
];

describe('the rules', () => {
  test.each(['pass', 'fail'] as const)('every one is seen to %s in some scenario', (result) => {
    const seen = new Set(SCENARIOS.flatMap((scenario) => [...surveyOf(scenario).checks]));
    expect(RULE_IDS.filter((id) => !seen.has(`${id} ${result}`))).toEqual([]);
  });

  test('every one belongs to an operation', () => {
    const sts = Object.values(OPERATIONS).flatMap(({ rules }) => rules.map(({ id }) => id));
    const listed = [
      OPEN_URL_RULES,
      FORM_RULES,
      TOOL_RULES,
      API_RULES,
      SIGNIN_TOKEN_RULES,
      LOGIN_RULES,
      CREATE_SESSION_RULES,
    ].flatMap((rules) => rules.map(({ id }) => id));
    expect([...new Set([...sts, ...listed])].toSorted()).toEqual(RULE_IDS.toSorted());
  });

  describe.each(RULE_IDS.map((id) => [id, RULE_WORDS[id], RULE_FACTS[id]] as const))(
    '%s',
    (id, { name }, { question, statement, basis, source }) => {
      test('it has a name of a few words', () => {
        expect(name).toMatch(/^(?:URL|[a-z])[A-Za-z -]{2,24}$/);
        expect(name.split(' ').length).toBeLessThanOrEqual(4);
      });

      test('it asks one question that does not tell how the check ends', () => {
        expect(question).toMatch(/^[A-Z][^?]*\?$/);
        expect(question).not.toMatch(/ {2}|\bfail|\brefuse|\bexpired\b/);
      });

      test('it states the rule in whole sentences', () => {
        expect(sentenceFaults(statement)).toEqual([]);
      });

      test('it says how sure it is, and where it is written', () => {
        expect(BASES).toContain(basis.verdict);
        // AWS publishes no order for most of what stands here (presigned-urls.md 5.1, sts.md 1.6).
        expect(basis.order === 'modelled').toBe(!PLACED.includes(id));
        expect(Object.keys(SOURCES)).toContain(source);
      });
    },
  );
});

describe('a check that is made to fail by hand', () => {
  const assume = (fields: Partial<AssumeRole>): Act => ({
    id: 'assume-role',
    kind: 'sts:AssumeRole',
    at: START,
    by: 'build-server',
    to: 'sts',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
    roleArn: ROLE,
    roleSessionName: 'nightly-build',
    ...fields,
  });
  const sign = (fields: Partial<Presign> = {}): Act => ({
    id: 'sign',
    kind: 'presign',
    at: START,
    by: 'build-server',
    credentials: { keyId: USER_KEY.id },
    method: 'GET',
    bucket: BUCKET,
    key: KEY,
    region: REGION,
    expires: seconds(3600),
    ...fields,
  });
  const open = (fields: Partial<OpenUrl>): Act => ({
    id: 'open-url',
    kind: 'open-url',
    at: START,
    by: 'holder',
    to: 's3',
    url: 'sign',
    method: 'GET',
    headers: [],
    edits: [],
    ...fields,
  });
  const edited = (...edits: UrlEdit[]): readonly Act[] => [sign(), open({ edits })];
  const set = (name: string, value: string): readonly Act[] =>
    edited({ kind: 'set-parameter', name, value });
  const root = longTermKey('root', { kind: 'root', account: ACCOUNT });
  const world = withKey(WORLD, root);
  const parties = [
    { id: 'build-server', name: 'build server', spoken: 'the build server' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'holder', name: 'link holder', spoken: 'the link holder' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ];

  const BY_HAND: readonly (readonly [rule: RuleId, name: string, script: readonly Act[]])[] = [
    ['sts.parameters-valid', 'too short a session', [assume({ durationSeconds: seconds(60) })]],
    ['sts.parameters-valid', 'an empty session name', [assume({ roleSessionName: '' })]],
    // Text from outside: the rule is what checks it.
    [
      'sts.parameters-valid',
      'no ARN',
      [assume({ roleArn: 'nothing-valid-in-here' as typeof ROLE })],
    ],
    [
      'sts.caller-authenticated',
      'an unknown key',
      [assume({ credentials: { keyId: 'AKIAIOSFODNN7EXAMPLE' } })],
    ],
    [
      'sts.caller-authenticated',
      'an expired session',
      [assume({ credentials: { keyId: SESSION_KEY.id }, at: at('2026-01-16T12:00:00Z') })],
    ],
    ['sts.caller-kind', 'root', [assume({ credentials: { keyId: root.id } })]],
    [
      'sts.assume-role-allowed',
      'a caller from another account',
      [assume({ credentials: { keyId: PARTNER_KEY.id } })],
    ],
    [
      'sts.assume-role-allowed',
      'a role that trusts nobody',
      [assume({ roleArn: `arn:aws:iam::${ACCOUNT}:role/Nobody` })],
    ],
    [
      's3.one-mechanism',
      'two signatures',
      [sign(), open({ headers: [['Authorization', 'AWS4-HMAC-SHA256 …']] })],
    ],
    ['s3.six-parameters', 'one missing', edited({ kind: 'drop-parameter', name: 'X-Amz-Date' })],
    [
      's3.six-parameters',
      'two missing',
      edited(
        { kind: 'drop-parameter', name: 'X-Amz-Date' },
        { kind: 'drop-parameter', name: 'X-Amz-Expires' },
      ),
    ],
    ['s3.credential-scope', 'another Region', [sign({ region: 'us-east-1' }), open({})]],
    ['s3.credential-scope', 'another algorithm', set('X-Amz-Algorithm', 'AWS4-HMAC-SHA1')],
    ['s3.credential-scope', 'no credential', set('X-Amz-Credential', '')],
    ['s3.date-well-formed', 'no date', set('X-Amz-Date', 'yesterday')],
    ['s3.date-well-formed', 'another day', set('X-Amz-Date', '20260116T120000Z')],
    ['s3.expires-in-range', 'a word', set('X-Amz-Expires', 'week')],
    ['s3.expires-in-range', 'a negative number', set('X-Amz-Expires', '-1')],
    ['s3.token-accepted', 'a token too many', set('X-Amz-Security-Token', 'IQoJ')],
    [
      's3.headers-signed',
      'two headers',
      [
        sign(),
        open({
          headers: [
            ['x-amz-meta-a', '1'],
            ['x-amz-meta-b', '2'],
          ],
        }),
      ],
    ],
    ['s3.signature-matches', 'the signature alone', set('X-Amz-Signature', '0'.repeat(64))],
    ['s3.bucket-found', 'no bucket', [sign({ bucket: 'no-such-bucket' }), open({})]],
  ];

  test.each(BY_HAND)('%s says what it found: %s', (rule, _, script) => {
    const trace = simulate(world, script);
    expect(failingRule(trace)).toBe(rule);
    expect(
      trace.steps.flatMap((step) => stepFaults({ parties, subjects: SUBJECTS }, step)),
    ).toEqual([]);
  });

  test('each says just what it found', () => {
    const lines = BY_HAND.map(([rule, name, script]) => {
      const check = simulate(world, script)
        .steps.flatMap((step) => (step.row === 'check' ? [step.check] : []))
        .at(-1);
      if (!check) throw new Error('A call makes checks');
      const { label, title, caption, because } = sayCheck(check, { parties, subjects: SUBJECTS });
      return [`${rule}: ${name}`, label, title, caption, because].join('\n  ');
    });
    expect(`\n${lines.join('\n\n')}\n`).toMatchInlineSnapshot(`
      "
      sts.parameters-valid: too short a session
        durationSeconds outside the API’s limits
        A parameter breaks the API’s own limit
        STS refuses durationSeconds without asking who is calling.
        durationSeconds is “60”, which breaks the limit “Member must have value greater than or equal to 900”.

      sts.parameters-valid: an empty session name
        roleSessionName outside the API’s limits
        A parameter breaks the API’s own limit
        STS refuses roleSessionName without asking who is calling.
        roleSessionName is “”, which breaks the limit “Member must have length greater than or equal to 2”.

      sts.parameters-valid: no ARN
        roleArn outside the API’s limits
        A parameter breaks the API’s own limit
        STS refuses roleArn without asking who is calling.
        roleArn is “nothing-valid-in-here”, which breaks the limit “Member must be an ARN”.

      sts.caller-authenticated: an unknown key
        the caller’s credentials are not accepted
        STS does not accept the caller’s credentials
        STS refuses the call because of the credentials that signed it.
        The access key is unknown or inactive.

      sts.caller-authenticated: an expired session
        the caller’s credentials are not accepted
        STS does not accept the caller’s credentials
        STS refuses the call because of the credentials that signed it.
        The caller’s session ended at 15 Jan 13:00.

      sts.caller-kind: root
        this kind of caller may not assume roles
        This kind of caller may not assume roles
        STS refuses because of what kind of principal is calling.
        The caller is the root user; AssumeRole is for IAM users and role sessions.

      sts.assume-role-allowed: a caller from another account
        the trust policy does not let the caller in
        The role does not trust this caller
        STS reads the role’s trust policy and finds nothing that lets this caller assume the role.
        The role’s trust policy does not let this caller call sts:AssumeRole. Statement 1 of ReaderTrust names arn:aws:iam::111122223333:user/build-server and arn:aws:iam::111122223333:role/Pipeline, and not the caller.

      sts.assume-role-allowed: a role that trusts nobody
        there is no such role
        There is no such role
        STS finds no role of this name; it does not say so, it only denies access.
        A role that does not exist trusts nobody.

      s3.one-mechanism: two signatures
        signed twice: in the query and in a header
        Two ways of signing at once
        S3 refuses a request that is authenticated in two ways at once.
        The request also carries Authorization.

      s3.six-parameters: one missing
        missing: X-Amz-Date
        A signing parameter is missing
        S3 cannot check a signature that does not come with all six parameters.
        Missing from the URL: X-Amz-Date.

      s3.six-parameters: two missing
        missing: X-Amz-Date and X-Amz-Expires
        A signing parameter is missing
        S3 cannot check a signature that does not come with all six parameters.
        Missing from the URL: X-Amz-Date and X-Amz-Expires.

      s3.credential-scope: another Region
        the Region is not what S3 expects
        The signature is not one for this bucket
        S3 cannot use what the URL says about its signature: algorithm, key, day, Region and service.
        S3 expects that the Region is eu-central-1; the URL has “us-east-1”.

      s3.credential-scope: another algorithm
        X-Amz-Algorithm is not what S3 expects
        The signature is not one for this bucket
        S3 cannot use what the URL says about its signature: algorithm, key, day, Region and service.
        S3 expects that X-Amz-Algorithm is AWS4-HMAC-SHA256; the URL has “AWS4-HMAC-SHA1”.

      s3.credential-scope: no credential
        X-Amz-Credential is not what S3 expects
        The signature is not one for this bucket
        S3 cannot use what the URL says about its signature: algorithm, key, day, Region and service.
        S3 expects that X-Amz-Credential has five parts; the URL has “”.

      s3.date-well-formed: no date
        the signing date is not well formed
        The signing date cannot be used
        S3 cannot work with the signing date of this URL.
        S3 expects that X-Amz-Date has the form 20260115T120000Z; the URL has “yesterday”.

      s3.date-well-formed: another day
        the signing date is not well formed
        The signing date cannot be used
        S3 cannot work with the signing date of this URL.
        S3 expects that the scope date is the day of X-Amz-Date; the URL has “20260115”.

      s3.expires-in-range: a word
        X-Amz-Expires is not a length of time
        The lifetime asked for is not a length of time
        S3 accepts only a whole number of seconds in X-Amz-Expires, seven days at most.
        X-Amz-Expires is “week”; S3 takes whole seconds up to 604800.

      s3.expires-in-range: a negative number
        X-Amz-Expires is not a length of time
        The lifetime asked for is not a length of time
        S3 accepts only a whole number of seconds in X-Amz-Expires, seven days at most.
        X-Amz-Expires is “-1”; S3 takes whole seconds up to 604800.

      s3.token-accepted: a token too many
        the session token does not fit the key
        The session token is not the right one
        S3 finds a session token that does not belong to this key.
        The URL was signed with a long-term key, which has no session token.

      s3.headers-signed: two headers
        not signed: x-amz-meta-a and x-amz-meta-b
        A header was added that nobody signed
        S3 refuses a request with a header that the signer had to sign and did not.
        X-Amz-SignedHeaders does not name x-amz-meta-a and x-amz-meta-b.

      s3.signature-matches: the signature alone
        the signature itself was changed
        What was signed is not what arrived
        S3 signs the request it received with the same secret and gets another signature.
        Changed after signing: the signature itself.

      s3.bucket-found: no bucket
        there is no such bucket
        There is no such bucket
        S3 finds no bucket of the name in the URL.
        The URL names the bucket no-such-bucket.
      "
    `);
  });
});

describe('the sources', () => {
  const entries = Object.entries<Source>({ ...SOURCES, ...COMMAND_SOURCES });

  test.each(entries)('%s was looked up on a day that has been', (_, { checkedOn }) => {
    const day = parseIsoDate(`${checkedOn}T00:00:00Z`);
    expect(day).toBeDefined();
    expect(day).toBeLessThanOrEqual(LAST_LOOK);
    expect(day).toBeGreaterThan(at('2026-01-01T00:00:00Z'));
  });

  test.each(entries)(
    '%s is a page of AWS, or of code that is kept in public',
    (_, { url, title }) => {
      expect(url).toMatch(
        /^https:\/\/(?:docs\.aws\.amazon\.com|aws\.amazon\.com|repost\.aws|github\.com|www\.npmjs\.com|docs\.rs)\/[^\s]+$/,
      );
      expect(title).toMatch(/^[A-Z].*[^.\s]$/);
    },
  );

  test('each is listed once', () => {
    expect(new Set(entries.map(([, { url }]) => url)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length);
  });

  test('each is named by a rule, a question or a page, but for those of a list that may only shrink', () => {
    const folder = join(import.meta.dirname, '..');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !/\.test\.|sources\.ts$/.test(name),
    );
    const code = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    expect(Object.keys(SOURCES).filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });
});

test('the parameters of a URL are told in whole sentences', () => {
  expect(Object.values(URL_PARAMETERS).flatMap(sentenceFaults)).toEqual([]);
});

describe('the scenarios', () => {
  test('they are found by lab and id, and only so', () => {
    for (const scenario of SCENARIOS) {
      expect(findScenario(scenario.lab, scenario.id)).toBe(scenario);
    }
    expect(findScenario('presigned', 'no-such-scenario')).toBeUndefined();
    expect(findScenario('no-such-lab', 'seven-days')).toBeUndefined();
    expect(findScenario('constructor', 'toString')).toBeUndefined();
  });

  test('the catalogue lists all of them, in order and in their own words', async () => {
    expect(Object.keys(STORIES)).toEqual(CATALOGUE.map(({ lab, id }) => `${lab}/${id}`));
    const loaded = await Promise.all(Object.values(STORIES).map((load) => load()));
    expect(loaded.map(({ knobs }) => knobs)).toEqual(SCENARIOS.map(({ knobs }) => knobs));
    expect(CATALOGUE.map(({ lab, id, title }) => ({ lab, id, title }))).toEqual(
      SCENARIOS.map(({ lab, id, title }) => ({ lab, id, title })),
    );
    for (const listed of CATALOGUE) expect(findListed(listed.lab, listed.id)).toBe(listed);
    expect(findListed('constructor', 'toString')).toBeUndefined();
  });

  test('they have ids of their own, fit for a link', () => {
    const ids = SCENARIOS.map(({ lab, id }) => `${lab}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of SCENARIOS) {
      expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
      expect(RESERVED).not.toContain(id);
    }
  });

  test('they fill every lab there is', () => {
    for (const id of LAB_IDS) expect(SCENARIOS.some(({ lab }) => lab === id)).toBe(true);
  });
});

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'the scenario %s',
  (_, scenario) => {
    const entries = Object.entries<Knob>(scenario.knobs);

    test('it tells its story in whole sentences', () => {
      const { title, summary, tag, clockSays } = scenario;
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(summary.split(/(?<=\.) /).flatMap(sentenceFaults)).toEqual([]);
      expect([...labelFaults(tag), ...labelFaults(clockSays)]).toEqual([]);
      const taught = scenario.lesson?.text.split(/(?<=\.) /) ?? [];
      expect(taught.flatMap(sentenceFaults)).toEqual([]);
    });

    test('it plays the story of its title by default, and ends it where it says', () => {
      const { trace, notices } = play(scenario, {});
      expect(notices).toEqual([]);
      const step = trace.steps.find(({ id }) => id === scenario.decides);
      if (step?.row !== 'check') throw new Error(`${scenario.decides} is no check`);
      expect(step.check.rule).toBe(scenario.about);
      // A story that ends in a grant is decided by a check that passes.
      const isRefused = step.check.result === 'fail';
      const ended = isRefused ? failingRule(trace) : trace.outcomes[step.act.id]?.kind;
      expect(ended).toBe(isRefused ? scenario.about : 'granted');
    });

    test('it succeeds with its working knobs', () => {
      const { trace, notices } = play(scenario, scenario.working);
      expect(notices).toEqual([]);
      expect(breakOf(trace)).toBeUndefined();
      expect(trace.unplayed).toEqual([]);
    });

    test('it breaks at a check of its own in each variation that breaks', () => {
      const traces = scenario.variations.map(({ knobs }) => play(scenario, knobs).trace);
      const breaks = traces.map(breakOf).filter((end) => end !== undefined);
      expect(new Set(breaks).size).toBe(breaks.length);
      expect(breaks).not.toContain(breakOf(play(scenario, {}).trace));
      expect(new Set(traces.flatMap(failuresIn)).size).toBeGreaterThanOrEqual(3);
    });

    test('it names variations apart, in a few words, and sets only what it has', () => {
      const labels = scenario.variations.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.flatMap(labelFaults)).toEqual([]);
      for (const { knobs } of scenario.variations) {
        expect(play(scenario, knobs).notices).toEqual([]);
      }
    });

    test('it has parties with names of their own, and every act is by one of them', () => {
      const ids = scenario.parties.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...surveyOf(scenario).parties].filter((id) => !ids.includes(id))).toEqual([]);
    });

    test('it has no knob by a name that links keep for themselves', () => {
      for (const [name] of entries) {
        expect(RESERVED).not.toContain(name);
        expect(name).toMatch(/^[a-z]+(?:[A-Z][a-z]+)*$/);
      }
    });

    test('it turns its clock by a knob of its own that is a moment', () => {
      expect(entries.find(([name]) => name === scenario.clock)?.[1].kind).toBe('moment');
    });

    test.each(entries)('it has a knob %s that is well made', (name, knob) => {
      expect(labelFaults(knob.label)).toEqual([]);
      expect(knob.hint.split(/(?<=\.) /).flatMap(sentenceFaults)).toEqual([]);
      expect(readKnob(knob, initialText(knob), { parsePolicy })).toEqual({ value: knob.initial });
      for (const text of ends(knob)) {
        expect(readKnob(knob, text, { parsePolicy }).notice).toBeUndefined();
      }
      expect(stopFaults(knob)).toEqual([]);
      expect(conditionFaults(knob, name, scenario.knobs)).toEqual([]);
    });

    test('it runs at every setting, without a throw, and says everything well', () => {
      const { runs, faults } = surveyOf(scenario);
      expect([...faults].slice(0, 20)).toEqual([]);
      expect(runs).toBeGreaterThan(entries.length);
      expect(runs).toBeLessThan(50_000);
    });

    test('it can end at three different checks at least', () => {
      expect(surveyOf(scenario).deciders.size).toBeGreaterThanOrEqual(3);
    });

    test('it names only lives that some run has', () => {
      const { acts } = surveyOf(scenario);
      const keys = play(scenario, {}).trace.start.accessKeys;
      expect(
        Object.keys(scenario.lives).filter((id) => !acts.has(id) && !Object.hasOwn(keys, id)),
      ).toEqual([]);
    });
  },
);
