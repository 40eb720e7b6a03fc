import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import type { Evidence, PolicyEvidence } from '#engine/evidence.ts';
import { simulate } from '#engine/everything.fixture.ts';
import { createSession, worldOf } from '#engine/rolesanywhere/anywhereWorld.fixture.ts';
import type { RuleId } from '#engine/rules.ts';
import { after, at, days, hours, seconds } from '#engine/time.ts';
import type { CheckStep } from '#engine/trace.ts';

import { Facts, factsOf } from './Facts.tsx';

const sevenDays = readyNow(written);

const NOON = at('2026-01-15T12:00:00Z');
const LONG = `${'a'.repeat(30)}${'b'.repeat(30)}`;

const found = sevenDays
  .play({ used: '20260115T124500Z' })
  .trace.steps.find(({ id }) => id === 'open-url.signer-allowed');
const policy = (found as CheckStep).check.evidence as PolicyEvidence;

/** What CreateSession's checks find where everything is right. */
const evidenceOf = (rule: RuleId): Evidence => {
  const step = simulate(worldOf(), [createSession()]).steps.find(
    (one) => one.row === 'check' && one.check.rule === rule,
  );
  if (step?.row !== 'check') throw new Error(`${rule} was not checked`);
  return step.check.evidence;
};

const rows: readonly (readonly [
  string,
  Evidence,
  readonly (readonly [name: string, value: string, decides: boolean])[],
])[] = [
  [
    'what is missing',
    {
      kind: 'presence',
      paths: [],
      wanted: ['X-Amz-Date', 'X-Amz-Expires'],
      missing: ['X-Amz-Expires'],
    },
    [
      ['X-Amz-Date', 'there', false],
      ['X-Amz-Expires', 'missing', true],
    ],
  ],
  [
    'that nothing was found',
    { kind: 'absence', paths: [], found: [] },
    [['Found', 'nothing', false]],
  ],
  [
    'what was found and may not be there',
    { kind: 'absence', paths: [], found: ['x-amz-acl'] },
    [['x-amz-acl', 'found', true]],
  ],
  [
    'two texts that differ, shortened in the middle',
    { kind: 'equality', paths: [], what: 'token', expected: LONG, actual: '' },
    [
      ['Expected', 'aaaaaaaaaaaaaaaaaaaa…bbbbbbbbbbbbbb', false],
      ['Found', 'none', true],
    ],
  ],
  [
    'two texts that agree',
    { kind: 'equality', paths: [], what: 'token', expected: 'a', actual: 'a' },
    [
      ['Expected', 'a', false],
      ['Found', 'a', false],
    ],
  ],
  [
    'each constraint, and the broken one',
    {
      kind: 'constraints',
      paths: [],
      parameters: [
        {
          name: 'roleSessionName',
          value: 'a',
          constraint: 'Member must have length greater than or equal to 2',
          met: false,
        },
        {
          name: 'region',
          value: 'eu-central-1',
          constraint: 'must be the Region of the bucket',
          met: true,
        },
      ],
    },
    [
      ['roleSessionName must have length greater than or equal to 2', 'a · broken', true],
      ['region must be the Region of the bucket', 'eu-central-1', false],
    ],
  ],
  [
    'a number and the most it may be',
    {
      kind: 'range',
      paths: [],
      what: 'X-Amz-Expires',
      value: '691200',
      min: seconds(1),
      max: days(7),
    },
    [
      ['X-Amz-Expires', '691200', true],
      ['Most', '604800 s (7 d)', false],
    ],
  ],
  [
    'a moment after its window',
    {
      kind: 'window',
      paths: [],
      at: after(NOON, hours(2)),
      from: NOON,
      until: after(NOON, hours(1)),
    },
    [
      ['Good from', '15 Jan 12:00', false],
      ['Good until', '15 Jan 13:00', true],
      ['Compared moment', '14:00', false],
    ],
  ],
  [
    'a moment before its window',
    {
      kind: 'window',
      paths: [],
      at: after(NOON, hours(-1)),
      from: NOON,
      until: after(NOON, days(2)),
    },
    [
      ['Good from', '15 Jan 12:00', true],
      ['Good until', '17 Jan 12:00', false],
      ['Compared moment', '15 Jan 11:00', false],
    ],
  ],
  [
    'a window without an end',
    { kind: 'window', paths: [], at: NOON },
    [
      ['Good until', 'no end', false],
      ['Compared moment', '12:00', false],
    ],
  ],
  [
    'a length and the limits it passes',
    {
      kind: 'limit',
      paths: [],
      asked: hours(2),
      limits: [
        { name: 'role chaining', value: hours(1), path: 'clock' },
        { name: 'MaxSessionDuration', value: hours(12), path: 'clock' },
      ],
    },
    [
      ['Asked', '7200 s (2 h)', false],
      ['role chaining', '3600 s (1 h)', true],
      ['MaxSessionDuration', '43200 s (12 h)', false],
    ],
  ],
  [
    'who wants to do what, and the verdict',
    policy,
    [
      ['Who', policy.principal, false],
      ['Does what', 's3:GetObject', false],
      ['To what', 'arn:aws:s3:::quarterly-reports/report.pdf', false],
      ['Verdict', 'ALLOW', true],
    ],
  ],
  [
    'a deny in its own words',
    { ...policy, decision: { ...policy.decision, verdict: 'explicit-deny' } },
    [
      ['Who', policy.principal, false],
      ['Does what', 's3:GetObject', false],
      ['To what', 'arn:aws:s3:::quarterly-reports/report.pdf', false],
      ['Verdict', 'EXPLICIT DENY', true],
    ],
  ],
  [
    'two signatures and what was changed',
    {
      kind: 'signature',
      paths: [],
      provided: 'aa',
      expected: 'bb',
      canonicalRequest: '',
      stringToSign: '',
      differs: ['method'],
    },
    [
      ['Sent', 'aa', false],
      ['S3 computed', 'bb', true],
      ['method', 'changed after signing', true],
    ],
  ],
  [
    'what of a signature does not fit a public key',
    {
      kind: 'verification',
      paths: [],
      provided: 'aa',
      canonicalRequest: '',
      stringToSign: '',
      differs: ['the scope'],
    },
    [
      ['Sent', 'aa', false],
      ['With the certificate’s public key', 'does not verify', false],
      ['the scope', 'does not fit', true],
    ],
  ],
  [
    'what AWS asks of a certificate, and what it says',
    evidenceOf('rolesanywhere.certificate-sufficient'),
    [
      ['version', 'v3', false],
      ['subjectPublicKeyInfo', 'EC P-256', false],
      ['signatureAlgorithm', 'ecdsa-with-SHA256', false],
      ['keyUsage', 'digitalSignature', false],
      ['basicConstraints', 'CA:FALSE', false],
    ],
  ],
  [
    'a path and what was asked of it',
    evidenceOf('rolesanywhere.path-trusted'),
    [
      ['Path', 'batch-01 ← Sim Issuing CA ← Sim Root CA', false],
      ['names chain', 'holds', false],
      ['signatures verify', 'holds', false],
      ['validity holds', 'holds', false],
      ['issuers are CAs', 'holds', false],
      ['issuers may sign', 'holds', false],
      ['length allowed', 'holds', false],
      ['names permitted', 'holds', false],
      ['policies valid', 'holds', false],
      ['extensions understood', 'holds', false],
    ],
  ],
];

describe('the compared values', () => {
  test.each(rows)('they show %s', (_, evidence, expected) => {
    expect(
      factsOf(evidence).map(({ name, value, decides = false }) => [name, value, decides]),
    ).toEqual(expected);
  });

  test('they are known for every kind of evidence', () => {
    const kinds = [
      'absence',
      'certificate',
      'constraints',
      'equality',
      'limit',
      'path',
      'policy',
      'presence',
      'range',
      'signature',
      'verification',
      'window',
    ] satisfies Evidence['kind'][];
    expect([...new Set(rows.map(([, { kind }]) => kind))].toSorted()).toEqual(kinds);
  });

  test('they stand in a table whose rows have names, the decisive ones marked', () => {
    const [, evidence] = rows[0] ?? [];
    const page = new DOMParser().parseFromString(
      renderToStaticMarkup(evidence ? <Facts evidence={evidence} /> : null),
      'text/html',
    );
    expect(page.querySelector('caption')?.textContent).toBe('Compared values');
    expect([...page.querySelectorAll('th')].map((head) => head.getAttribute('scope'))).toEqual([
      'row',
      'row',
    ]);
    expect([...page.querySelectorAll('tr')].map((row) => row.dataset['decides'])).toEqual([
      'false',
      'true',
    ]);
  });
});

/** The checks of runs that end on either side of every edge. */
const edges = [
  '20260115T120000Z',
  '20260115T125959Z',
  '20260115T130000Z',
  '20260115T130001Z',
  '20260122T120000Z',
  '20260122T120001Z',
].flatMap((used) =>
  [
    {},
    { signer: 'user' },
    { clock: 'fast', signer: 'user' },
    { clock: 'slow', signer: 'user' },
    { expires: '60' },
  ].map((raw) => ({ used, ...raw })),
);

test('a moment decides exactly when its check failed, to the second', () => {
  for (const raw of edges) {
    const checks = sevenDays
      .play(raw)
      .trace.steps.flatMap((step) =>
        step.row === 'check' && step.check.evidence.kind === 'window' ? [step.check] : [],
      );
    for (const { rule, result, evidence } of checks) {
      const decides = factsOf(evidence).some((fact) => fact.decides === true);
      expect({ raw, rule, decides }).toEqual({ raw, rule, decides: result === 'fail' });
    }
  }
});
