import type { Act } from '#engine/act.ts';
import type { Policy } from '#engine/policy/document.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { denying, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'payslips';
const KEY = 'ada-january.pdf';
const START = at('2026-01-30T09:00:00Z');

const PAYROLL = user(ACCOUNT, 'payroll', {
  policies: [
    policy(
      'PayrollPolicy',
      'identity',
      document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`)),
    ),
  ],
});
const PAYROLL_KEY = userKey(PAYROLL);

/** What the security team writes into the bucket policy: each under a name of its own. */
const GUARDS: Readonly<Record<'none' | 'seconds' | 'milliseconds' | 'links', Policy | undefined>> =
  {
    none: undefined,
    seconds: denying('OlderThan600', BUCKET, {
      NumericGreaterThan: { 's3:signatureAge': '600' },
    }),
    milliseconds: denying('OlderThan600000', BUCKET, {
      NumericGreaterThan: { 's3:signatureAge': '600000' },
    }),
    links: denying('NoLinks', BUCKET, {
      StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
    }),
  };

const SKEWS = { right: seconds(0), ahead: minutes(10), far: minutes(20) } as const;

function worldOf(guard: Policy | undefined, skew: keyof typeof SKEWS): World {
  const firm = account(ACCOUNT, 'firm', REGION, {
    users: [PAYROLL],
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: { [KEY]: pdf('Ada’s payslip') },
        ...(guard && { policy: guard }),
      },
    ],
  });
  return world(START, [firm], [PAYROLL_KEY], { clockSkew: { payroll: SKEWS[skew] } });
}

/** s3:signatureAge counts milliseconds from the date that the signer wrote, and only for what is signed ahead. */
export const signatureAge = defineScenario({
  id: 'signature-age',
  lab: 'presigned',
  title: 'Ten minutes meant, not one second given',
  tag: 's3:signatureAge',
  summary:
    'Links to payslips shall live ten minutes at most, so the bucket denies every signature older than 600. The key counts milliseconds. Every link is dead before it arrives.',
  subjects: ['s3', 'api'],
  parties: [
    { id: 'payroll', name: 'payroll app', spoken: 'the payroll app' },
    { id: 'ada', name: 'Ada', spoken: 'Ada' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    guard: {
      kind: 'choice',
      label: 'The bucket policy denies',
      hint: 'It can only shorten the life of a link. Signatures of Version 2 always have the age 0, so they pass.',
      options: {
        none: 'nothing',
        seconds: 'signatures older than 600',
        milliseconds: 'signatures older than 600000',
        links: 'every request signed in its query',
      },
      initial: 'seconds',
    },
    asks: {
      kind: 'choice',
      label: 'The payslip is fetched',
      hint: 'The app itself signs in the headers, for one request at a time.',
      options: { link: 'by Ada, with the link', app: 'by the app itself' },
      initial: 'link',
    },
    clock: {
      kind: 'choice',
      label: 'The app’s clock',
      hint: 'The age counts from X-Amz-Date, which whoever signs may choose.',
      options: { right: 'is right', ahead: 'is 10 minutes ahead', far: 'is 20 minutes ahead' },
      initial: 'right',
      when: { knob: 'asks', is: ['link'] },
    },
    used: {
      kind: 'moment',
      label: 'Payslip is fetched at',
      hint: 'UTC. The link was signed at 09:00 and asks for an hour.',
      min: after(START, seconds(10)),
      max: after(START, hours(2)),
      initial: at('2026-01-30T09:02:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the payslip is fetched at that moment',
  lives: { sign: 'link' },
  working: { guard: 'milliseconds' },
  variations: [
    { label: 'Write the ten minutes in milliseconds', knobs: { guard: 'milliseconds' } },
    {
      label: 'The same, twelve minutes after signing',
      knobs: { guard: 'milliseconds', used: '20260130T091200Z' },
    },
    {
      label: 'The same, with a link dated ten minutes ahead',
      knobs: { guard: 'milliseconds', clock: 'ahead', used: '20260130T091200Z' },
    },
    { label: 'Deny every link', knobs: { guard: 'links' } },
    { label: 'Deny every link, and let the app fetch', knobs: { guard: 'links', asks: 'app' } },
    { label: 'Date a link too far ahead', knobs: { guard: 'milliseconds', clock: 'far' } },
    {
      label: 'Without a guard, an hour and a half later',
      knobs: { guard: 'none', used: '20260130T103000Z' },
    },
  ],
  decides: 'open-url.signer-allowed',
  about: 's3.signer-allowed',
  lesson: {
    text: 'The key s3:signatureAge counts milliseconds, so ten minutes are 600000. A Deny with it can shorten the life of a link, and never lengthen it.',
    source: 's3.presigned',
  },
  question: 'fifteen-minutes-of-age',
  setup: ({ guard, asks, clock, used }) => {
    const credentials = { keyId: PAYROLL_KEY.id };
    const fetched: Act =
      asks === 'link'
        ? opened({ at: used, by: 'ada' })
        : {
            id: 'call',
            at: used,
            kind: 'call',
            by: 'payroll',
            to: 's3',
            credentials,
            region: REGION,
            action: 's3:GetObject',
            resources: [`arn:aws:s3:::${BUCKET}/${KEY}`],
          };
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'payroll',
        credentials,
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(1),
      },
      shared({ at: START, by: 'payroll', to: 'ada' }),
      { id: 'wait', at: used, kind: 'wait' },
      fetched,
    ];
    // The clock is the one that the link was signed by.
    return { world: worldOf(GUARDS[guard], asks === 'link' ? clock : 'right'), script };
  },
});
