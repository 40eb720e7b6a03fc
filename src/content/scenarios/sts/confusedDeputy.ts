import type { Act, PartyId } from '#engine/act.ts';
import { roleArn, rootArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument, Statement } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';
import { readLater } from '../readLater.ts';

const BAKERY = '111122223333';
const VENDOR = '777788889999';
const REGION = 'eu-central-1';
const COST_CHECK = roleArn(BAKERY, 'CostCheck');
const RECIPES = 'arn:aws:s3:::bakery-books/costs.csv';
const START = at('2026-01-15T08:00:00Z');

/** The ids that the vendor made for its customers. */
const ANNAS_ID = 'bakery-58213';
const MALLORYS_ID = 'florist-90417';

const withId = (operator: string): Partial<Statement> => ({
  Condition: { [operator]: { 'sts:ExternalId': ANNAS_ID } },
});
const trustOf = (fields: Partial<Statement>): PolicyDocument =>
  trusting('CostCheck', rootArn(VENDOR), fields).document;

const TRUST = {
  required: trustOf(withId('StringEquals')),
  optional: trustOf(withId('StringEqualsIfExists')),
  none: trustOf({}),
} as const satisfies Record<string, PolicyDocument>;

const PERMISSIONS = {
  read: document(allow('s3:GetObject', 'arn:aws:s3:::bakery-books/*')),
  list: document(allow('s3:ListBucket', 'arn:aws:s3:::bakery-books')),
} as const satisfies Record<string, PolicyDocument>;

function worldOf(trust: PolicyDocument, permissions: PolicyDocument): World {
  const scanner = user(VENDOR, 'scanner', {
    policies: [policy('ScannerPolicy', 'identity', document(allow('sts:AssumeRole', '*')))],
  });
  const costCheck = role(BAKERY, 'CostCheck', {
    trustPolicy: policy('CostCheckTrust', 'trust', trust),
    policies: [policy('CostCheckPolicy', 'identity', permissions)],
  });
  const books = {
    name: 'bakery-books',
    region: REGION,
    objects: { 'costs.csv': { contentType: 'text/csv', body: 'flour,412\nbutter,988' } },
  };
  return world(
    START,
    [
      account(BAKERY, 'Anna’s bakery', REGION, { roles: [costCheck], buckets: [books] }),
      account(VENDOR, 'cost advisor', REGION, { users: [scanner] }),
    ],
    [userKey(scanner)],
  );
}

type Sends = 'made' | 'typed' | 'none' | 'short';

/** The external id the vendor sends for a customer; Mallory has found Anna’s, which is no secret. */
function idFor(sends: Sends, made: string): string | undefined {
  return { made, typed: ANNAS_ID, none: undefined, short: '7' }[sends];
}

/** The confused deputy: who may use the deputy is not the deputy’s victim to say, but for the external id. */
export const confusedDeputy = defineScenario({
  id: 'confused-deputy',
  lab: 'sts',
  title: 'The right vendor, for the wrong customer',
  tag: 'attack',
  summary:
    'Anna lets a cost advisor use her role. Mallory, another customer of the advisor, gives Anna’s role as her own. Only the external id tells the two apart.',
  subjects: ['sts', 'api', 'outside'],
  parties: [
    { id: 'anna', name: 'Anna', spoken: 'Anna' },
    { id: 'mallory', name: 'Mallory', spoken: 'Mallory' },
    { id: 'vendor', name: 'cost advisor', spoken: 'the cost advisor' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    condition: {
      kind: 'choice',
      label: 'Anna’s role wants',
      hint: 'A condition on sts:ExternalId in its trust policy.',
      options: {
        required: 'her id (StringEquals)',
        optional: 'her id, if one is sent (IfExists)',
        none: 'no external id',
        own: 'what you write down',
      },
      initial: 'required',
    },
    trust: {
      kind: 'policy',
      label: 'Trust policy',
      hint: `The id made for Anna is ${ANNAS_ID}. The one made for Mallory is ${MALLORYS_ID}.`,
      policyType: 'trust',
      initial: TRUST.required,
      when: { knob: 'condition', is: ['own'] },
    },
    sends: {
      kind: 'choice',
      label: 'The advisor sends',
      hint: 'It must make the id itself, one for each customer.',
      options: {
        made: 'the id made for who asks',
        typed: 'the id the customer types in',
        none: 'no external id',
        short: '“7” for everybody',
      },
      initial: 'made',
    },
    permissions: {
      kind: 'choice',
      label: 'Anna’s role may',
      hint: 'Whoever gets in can do no more than this.',
      options: { read: 'read the books', list: 'only list them' },
      initial: 'read',
    },
    used: {
      kind: 'moment',
      label: 'The report is read at',
      hint: 'UTC. A session of the role lives for an hour.',
      min: START,
      max: after(START, hours(6)),
      initial: at('2026-01-15T08:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the advisor reads Anna’s books at that moment',
  lives: { 'for-anna': 'session for Anna', 'for-mallory': 'session for Mallory' },
  working: { condition: 'none' },
  variations: [
    { label: 'Trust the advisor without an external id', knobs: { condition: 'none' } },
    { label: 'Send whatever id the customer types in', knobs: { sends: 'typed' } },
    {
      label: 'Want the id only if one is sent, and send none',
      knobs: { condition: 'optional', sends: 'none' },
    },
    { label: 'Send “7” for everybody', knobs: { condition: 'none', sends: 'short' } },
    {
      label: 'Want no id, but let the role only list',
      knobs: { condition: 'none', permissions: 'list' },
    },
    {
      label: 'Want no id, and read the report too late',
      knobs: { condition: 'none', used: '20260115T093000Z' },
    },
  ],
  safeguards: [
    {
      knob: 'condition',
      off: 'none',
      says: 'Anna’s role trusts the advisor without an external id.',
    },
    {
      knob: 'condition',
      off: 'optional',
      says: 'Anna’s role takes a call that brings no external id.',
    },
    {
      knob: 'sends',
      off: 'typed',
      says: 'The advisor sends any external id that a customer types in.',
    },
  ],
  attacker: 'mallory',
  decides: 'for-mallory.assume-role-allowed',
  about: 'sts.assume-role-allowed',
  setup: ({ condition, trust, sends, permissions, used }) => {
    const asks = (id: string, by: PartyId, what: string): Act => ({
      id,
      at: START,
      kind: 'tell',
      by,
      to: 'vendor',
      what,
    });
    const assume = (id: string, needs: string, externalId: string | undefined): Act => ({
      id,
      at: START,
      kind: 'sts:AssumeRole',
      by: 'vendor',
      to: 'sts',
      needs: [needs],
      region: REGION,
      credentials: { keyId: uniqueId('AKIA', VENDOR, 'scanner') },
      roleArn: COST_CHECK,
      roleSessionName: 'cost-report',
      ...(externalId !== undefined && { externalId }),
    });
    return {
      world: worldOf(condition === 'own' ? trust : TRUST[condition], PERMISSIONS[permissions]),
      script: [
        asks('anna-asks', 'anna', 'orders a report on her role'),
        assume('for-anna', 'anna-asks', idFor(sends, ANNAS_ID)),
        asks('mallory-asks', 'mallory', 'orders a report on Anna’s role'),
        assume('for-mallory', 'mallory-asks', idFor(sends, MALLORYS_ID)),
        ...readLater({
          by: 'vendor',
          session: 'for-mallory',
          at: used,
          region: REGION,
          object: RECIPES,
        }),
      ],
    };
  },
});
