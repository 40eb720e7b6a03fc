import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, days, hours, minutes } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabCertificateName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { clockTime, dayAndTime } from '../../words.ts';
import { account, allow, document, policy, role, world } from '../build.ts';
import {
  ADMIN,
  anchor,
  anywhere,
  changed,
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const BUCKET = 'lab-reports';
const KEY = 'sample-1207.pdf';
const START = at('2026-01-19T11:30:00Z');
const SIGNED = after(START, minutes(10));
const CHANGED = after(START, minutes(20));
const ROLE = roleArn(PLACE.account, 'ReportSigner');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'reports');

type Shown = 'week' | 'quarter' | 'ended';

const CERTIFICATES: Readonly<
  Record<Shown, readonly [leaf: LabCertificateName, issuer: LabCertificateName]>
> = {
  week: ['short-lived', 'short-lived-ca'],
  quarter: ['batch', 'issuing'],
  ended: ['expired', 'issuing'],
};

type Meanwhile = 'nothing' | 'anchor' | 'revoked' | 'permission';

const CHANGES: Readonly<Record<Meanwhile, readonly Act[]>> = {
  nothing: [],
  anchor: [changed('change', CHANGED, { kind: 'set-enabled', arn: ANCHOR, enabled: false })],
  revoked: [
    {
      id: 'change',
      at: CHANGED,
      kind: 'change',
      by: 'admin',
      change: { kind: 'revoke-sessions', role: ROLE },
    },
  ],
  permission: [
    {
      id: 'change',
      at: CHANGED,
      kind: 'change',
      by: 'admin',
      change: { kind: 'detach-policy', principal: ROLE, policyId: 'ReportSignerPolicy' },
    },
  ],
};

function worldOf(pki: Pki): World {
  const signer = role(PLACE.account, 'ReportSigner', {
    trustPolicy: serviceTrust('ReportSigner', { Condition: ofSubject('CN', 'batch-07') }),
    policies: [
      policy(
        'ReportSignerPolicy',
        'identity',
        document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
    maxSessionDuration: hours(12),
  });
  const report = { contentType: 'application/pdf', body: '%PDF-1.7 (the report)' };
  const laboratory = account(PLACE.account, 'laboratory', PLACE.region, {
    roles: [signer],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: { [KEY]: report } }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'reports', [ROLE], { durationSeconds: hours(12) })],
    ),
  });
  return world(START, [laboratory], [], { x509: pki.material });
}

/** The weakest of what the link hangs on; the certificate is no part of it any more. */
function weakest(session: Instant, url: Instant): string {
  const isSession = session < url;
  const end = isSession ? session : url;
  const when = end > after(START, hours(12)) ? dayAndTime(end) : clockTime(end);
  return `says that the ${isSession ? 'session' : 'URL'} ends first, at ${when}`;
}

/** From a private key on premises to a PDF in a customer’s browser: four lives, and the shortest that still counts decides. */
export const wholeJourney = defineScenario({
  id: 'whole-journey',
  lab: 'rolesanywhere',
  title: 'Certificate, session, link: the shortest life wins',
  tag: 'the whole journey',
  summary:
    'A server on premises shows its certificate, gets a session, signs a link for a day and mails it. The certificate ends at noon, the session half an hour later, the link tomorrow. The customer comes at one.',
  subjects: ['rolesanywhere', 's3', 'outside', 'changes'],
  parties: [
    { id: 'server', name: 'report server', spoken: 'the report server' },
    SERVICE,
    { id: 'customer', name: 'customer', spoken: 'the customer' },
    S3,
    ADMIN,
  ],
  knobs: {
    shown: {
      kind: 'choice',
      label: 'The server’s certificate ends',
      hint: 'It counts once: when the session is asked for, at 11:30.',
      options: { week: 'today at 12:00', quarter: 'on 1 April', ended: 'four days ago' },
      initial: 'week',
    },
    length: {
      kind: 'duration',
      label: 'Session asked for',
      hint: 'Counted from 11:30. Profile and role allow twelve hours.',
      min: minutes(15),
      max: hours(12),
      initial: hours(1),
      stops: [minutes(15), hours(1), hours(4), hours(12)],
    },
    life: {
      kind: 'duration',
      label: 'The link asks to live',
      hint: 'Counted from 11:40, when it was signed. Seven days at most.',
      min: minutes(5),
      max: days(7),
      initial: days(1),
      stops: [minutes(5), minutes(30), hours(1), hours(4), days(1), days(7)],
    },
    meanwhile: {
      kind: 'choice',
      label: 'At 11:50 the administrator',
      hint: 'Two of these reach a link that is out already.',
      options: {
        nothing: 'does nothing',
        anchor: 'disables the trust anchor',
        revoked: 'revokes the role’s sessions',
        permission: 'takes the role’s permission away',
      },
      initial: 'nothing',
    },
    opens: {
      kind: 'moment',
      label: 'The customer opens the link at',
      hint: 'UTC. Drag it over every end on the timeline.',
      min: CHANGED,
      max: after(START, days(2)),
      initial: at('2026-01-19T13:00:00Z'),
    },
  },
  clock: 'opens',
  clockSays: 'the customer opens the link at that moment',
  lives: { 'create-session': 'session', sign: 'link' },
  namesWeakest: true,
  working: { opens: '20260119T121500Z' },
  variations: [
    { label: 'Come while the certificate is dead', knobs: { opens: '20260119T121500Z' } },
    { label: 'Ask for a session of twelve hours', knobs: { length: '43200' } },
    {
      label: 'Then sign for half an hour only',
      knobs: { length: '43200', life: '1800' },
    },
    { label: 'Disable the anchor after signing', knobs: { length: '43200', meanwhile: 'anchor' } },
    {
      label: 'Revoke the sessions after signing',
      knobs: { length: '43200', meanwhile: 'revoked' },
    },
    { label: 'Take the permission away', knobs: { length: '43200', meanwhile: 'permission' } },
    { label: 'Show a certificate that has ended', knobs: { shown: 'ended' } },
  ],
  decides: 'open-url.token-alive',
  about: 's3.token-alive',
  setup: ({ shown, length, life, meanwhile, opens }, _, pki) => {
    const certificates = pki();
    const [leaf, issuer] = CERTIFICATES[shown];
    const needs = ['create-session'];
    const script: readonly Act[] = [
      opened({
        at: START,
        certificate: certificates.certificate(leaf),
        chain: [certificates.certificate(issuer)],
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
        durationSeconds: length,
      }),
      { id: 'work', at: SIGNED, kind: 'wait', needs },
      {
        id: 'sign',
        at: SIGNED,
        kind: 'presign',
        by: 'server',
        credentials: { issuedBy: 'create-session' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: PLACE.region,
        expires: life,
      },
      { id: 'share', at: SIGNED, kind: 'hand-over', by: 'server', to: 'customer', url: 'sign' },
      {
        id: 'warn',
        at: SIGNED,
        kind: 'tell',
        by: 'server',
        to: 'customer',
        what: weakest(after(START, length), after(SIGNED, life)),
        needs: ['sign'],
      },
      ...CHANGES[meanwhile].map((act) => ({ ...act, needs })),
      { id: 'wait', at: opens, kind: 'wait', needs },
      {
        id: 'open-url',
        at: opens,
        kind: 'open-url',
        by: 'customer',
        to: 's3',
        url: 'sign',
        method: 'GET',
        headers: [],
        edits: [],
      },
    ];
    return { world: worldOf(certificates), script };
  },
});
