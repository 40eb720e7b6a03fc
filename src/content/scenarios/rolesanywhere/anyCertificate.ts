import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { PolicyDocument, Statement } from '#engine/policy/document.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';
import { anchor, anywhere, profile } from './bricks.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'payroll-runs';
const PLACE = { region: REGION, account: ACCOUNT };
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(ACCOUNT, 'PayrollWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const BOUGHT = resourceArn('trust-anchor', PLACE, 'other-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'payroll');

const ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] as const;
const FROM_ANCHOR = { ArnEquals: { 'aws:SourceArn': ANCHOR } } as const;
const OF_SUBJECT = {
  StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'batch-07' },
} as const;

const trust = (fields: Partial<Statement> = {}): PolicyDocument =>
  document({
    Effect: 'Allow',
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: ACTIONS,
    ...fields,
  });

type Tested = 'nothing' | 'anchor' | 'subject' | 'both' | 'untagged' | 'unnamed' | 'own';

const TRUST: Readonly<Record<Exclude<Tested, 'own'>, PolicyDocument>> = {
  nothing: trust(),
  anchor: trust({ Condition: FROM_ANCHOR }),
  subject: trust({ Condition: OF_SUBJECT }),
  both: trust({ Condition: { ...FROM_ANCHOR, ...OF_SUBJECT } }),
  untagged: trust({ Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] }),
  unnamed: trust({ Action: ['sts:AssumeRole', 'sts:TagSession'] }),
};

type Other = 'screen' | 'namesake';

const OTHERS: Readonly<
  Record<Other, { readonly certificate: LabCertificateName; readonly anchor: string }>
> = {
  screen: { certificate: 'menu', anchor: ANCHOR },
  namesake: { certificate: 'of-other-root', anchor: BOUGHT },
};

function worldOf(pki: Pki, trusted: PolicyDocument, isMapped: boolean): World {
  const writer = role(ACCOUNT, 'PayrollWriter', {
    trustPolicy: policy('PayrollWriterTrust', 'trust', trusted),
    policies: [
      policy('PayrollPolicy', 'identity', document(allow('s3:*', `arn:aws:s3:::${BUCKET}/*`))),
    ],
  });
  const mapped = DEFAULT_MAPPINGS.filter(
    ({ certificateField }) => isMapped || certificateField !== 'x509Subject',
  );
  const company = account(ACCOUNT, 'company', REGION, {
    roles: [writer],
    buckets: [{ name: BUCKET, region: REGION, objects: {} }],
    ...anywhere(
      [
        anchor(PLACE, 'sim-corp-root', [pki.certificate('root')]),
        anchor(PLACE, 'other-corp-root', [pki.certificate('other-root')]),
      ],
      [profile(PLACE, 'payroll', [ROLE], { attributeMappings: mapped })],
    ),
  });
  return world(START, [company], [], { x509: pki.material });
}

/** A trust policy without conditions opens the role to every certificate under every anchor of the account. */
export const anyCertificate = defineScenario({
  id: 'any-certificate',
  lab: 'rolesanywhere',
  title: 'The canteen’s screen holds a key to payroll',
  tag: 'trust policy',
  summary:
    'The role trusts IAM Roles Anywhere, and asks for nothing else. Every machine of the company has a certificate, so every machine gets in.',
  subjects: ['rolesanywhere', 'api'],
  parties: [
    { id: 'batch', name: 'payroll server', spoken: 'the payroll server' },
    { id: 'other', name: 'other machine', spoken: 'the other machine' },
    { id: 'rolesanywhere', name: 'Roles Anywhere', spoken: 'IAM Roles Anywhere' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    tests: {
      kind: 'choice',
      label: 'Trust policy tests',
      hint: 'A profile ties no role to a trust anchor; only these conditions do.',
      options: {
        nothing: 'nothing',
        anchor: 'the trust anchor (aws:SourceArn)',
        subject: 'the common name (a principal tag)',
        both: 'trust anchor and common name',
        untagged: 'nothing, and forgets sts:TagSession',
        unnamed: 'nothing, and forgets sts:SetSourceIdentity',
        own: 'your own policy',
      },
      initial: 'nothing',
    },
    trust: {
      kind: 'policy',
      label: 'Whom the role trusts',
      hint: 'The attributes of the certificate are tested as aws:PrincipalTag.',
      policyType: 'trust',
      initial: TRUST.both,
      when: { knob: 'tests', is: ['own'] },
    },
    other: {
      kind: 'choice',
      label: 'The other machine is',
      hint: 'A common name is unique only within one CA.',
      options: {
        screen: 'the menu screen of the canteen',
        namesake: 'called batch-07 too, at a firm that was bought',
      },
      initial: 'screen',
    },
    mapped: {
      kind: 'toggle',
      label: 'Subject mapped to tags',
      hint: 'An attribute that the profile does not map is no tag, and no condition finds it.',
      initial: true,
    },
    last: {
      kind: 'choice',
      label: 'Who comes last',
      hint: 'Both machines ask for a session. This one comes at the end.',
      options: { other: 'the other machine', batch: 'the payroll server' },
      initial: 'other',
    },
    reads: {
      kind: 'moment',
      label: 'Payroll is read at',
      hint: 'UTC. Both sessions were opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(3)),
      initial: at('2026-01-15T12:20:00Z'),
    },
  },
  clock: 'reads',
  clockSays: 'both machines read payroll at that moment',
  lives: { 'open-batch': 'payroll’s session', 'open-other': 'other session' },
  working: {},
  variations: [
    { label: 'Test the trust anchor only', knobs: { tests: 'anchor' } },
    { label: 'Test the common name', knobs: { tests: 'subject' } },
    {
      label: 'Let a namesake from another CA come',
      knobs: { tests: 'subject', other: 'namesake' },
    },
    { label: 'Forget sts:TagSession', knobs: { tests: 'untagged' } },
    { label: 'Forget sts:SetSourceIdentity', knobs: { tests: 'unnamed' } },
    { label: 'Read an hour too late', knobs: { reads: '20260115T130100Z' } },
  ],
  attacker: 'other',
  safeguards: [
    {
      knob: 'tests',
      off: 'nothing',
      says: 'The trust policy takes every certificate under every trust anchor of the account.',
    },
    {
      knob: 'tests',
      off: 'anchor',
      says: 'The trust policy takes every certificate of this CA, whoever it is for.',
    },
    {
      knob: 'tests',
      off: 'subject',
      says: 'The trust policy takes the common name from any CA that is a trust anchor.',
    },
  ],
  decides: 'open-other.assume-role-allowed',
  about: 'rolesanywhere.assume-role-allowed',
  setup: ({ tests, trust: own, other, mapped, last, reads }, _, pki) => {
    const certificates = pki();
    const open = (
      id: string,
      by: string,
      certificate: LabCertificateName,
      trustAnchorArn: string,
    ): Act => ({
      id,
      at: START,
      kind: 'rolesanywhere:CreateSession',
      by,
      to: 'rolesanywhere',
      region: REGION,
      certificate: certificates.certificate(certificate),
      chain: [certificates.certificate('issuing')],
      trustAnchorArn,
      profileArn: PROFILE,
      roleArn: ROLE,
    });
    const read = (id: string, by: string, issuedBy: string): Act => ({
      id,
      at: reads,
      kind: 'call',
      by,
      to: 's3',
      region: REGION,
      credentials: { issuedBy },
      action: 's3:GetObject',
      resources: [`arn:aws:s3:::${BUCKET}/january.csv`],
    });
    const intruder = OTHERS[other];
    const machines = {
      batch: {
        opens: open('open-batch', 'batch', 'batch', ANCHOR),
        reads: read('read-batch', 'batch', 'open-batch'),
      },
      other: {
        opens: open('open-other', 'other', intruder.certificate, intruder.anchor),
        reads: read('read-other', 'other', 'open-other'),
      },
    };
    const first = machines[last === 'other' ? 'batch' : 'other'];
    const second = machines[last];
    return {
      world: worldOf(certificates, tests === 'own' ? own : TRUST[tests], mapped),
      script: [
        first.opens,
        second.opens,
        { id: 'wait', at: reads, kind: 'wait', needs: [second.opens.id] },
        // Where the one who comes last gets no session, the story ends there.
        { ...first.reads, needs: [second.opens.id] },
        second.reads,
      ],
    };
  },
});
