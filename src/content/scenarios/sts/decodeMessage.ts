import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import type { Player } from '../../scenario.ts';
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

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const LENA = userArn(ACCOUNT, 'lena');
const BUILDER = roleArn(ACCOUNT, 'Builder');
const LENA_KEY = uniqueId('AKIA', ACCOUNT, 'lena');
const HELP_KEY = uniqueId('AKIA', ACCOUNT, 'helpdesk');
const START = at('2026-01-08T09:00:00Z');

const builderPolicy = document(allow(['ec2:*', 's3:ListAllMyBuckets'], '*'), {
  Sid: 'NoMachinesByHand',
  Effect: 'Deny',
  Action: 'ec2:RunInstances',
  Resource: '*',
});

function worldOf(permissions: PolicyDocument, isClockSlow: boolean): World {
  const lena = user(ACCOUNT, 'lena');
  const helpdesk = user(ACCOUNT, 'helpdesk', {
    policies: [
      policy('HelpdeskPolicy', 'identity', document(allow('sts:DecodeAuthorizationMessage', '*'))),
    ],
  });
  const builder = role(ACCOUNT, 'Builder', {
    trustPolicy: trusting('Builder', LENA),
    policies: [policy('BuilderPolicy', 'identity', permissions)],
  });
  const workshop = account(ACCOUNT, 'workshop', REGION, {
    users: [lena, helpdesk],
    roles: [builder],
  });
  return world(START, [workshop], [userKey(lena), userKey(helpdesk)], {
    clockSkew: isClockSlow ? { lena: seconds(-minutes(20)) } : {},
  });
}

const assume: Act = {
  id: 'assume-role',
  at: START,
  kind: 'sts:AssumeRole',
  by: 'lena',
  to: 'sts',
  region: REGION,
  credentials: { keyId: LENA_KEY },
  roleArn: BUILDER,
  roleSessionName: 'lena',
};

const start: Act = {
  id: 'start',
  at: after(START, minutes(5)),
  kind: 'call',
  by: 'lena',
  to: 'ec2',
  credentials: { issuedBy: 'assume-role' },
  region: REGION,
  action: 'ec2:RunInstances',
  resources: [`arn:aws:ec2:${REGION}:${ACCOUNT}:instance/*`],
};

/** The encoded message in EC2’s refusal; where EC2 does not refuse there is none. */
function encodedMessage(before: World, run: Player): string {
  const outcome = run(before, [assume, start]).outcomes['start'];
  const message = outcome?.kind === 'refused' ? outcome.error.message : '';
  return /failure message: ([0-9a-f]+)/.exec(message)?.[1] ?? 'no message';
}

type Copy = 'whole' | 'broken' | 'cut' | 'nothing';

/** What is pasted into DecodeAuthorizationMessage. */
const COPIES: Readonly<Record<Copy, (message: string) => string>> = {
  whole: (message) => message,
  broken: (message) => `${message.slice(0, 76)}\n${message.slice(76)}`,
  cut: (message) => message.slice(0, -8),
  nothing: () => '',
};

/** EC2 seals the reason of a refusal; opening it takes a permission of its own. */
export const decodeMessage = defineScenario({
  id: 'decode-message',
  lab: 'sts',
  title: 'The reason is in the refusal, and sealed',
  tag: 'troubleshooting',
  summary:
    'EC2 refuses to start a machine and adds a long encoded message. Lena wants to read it, and may not: decoding takes a permission of its own.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'lena', name: 'Lena', spoken: 'Lena' },
    { id: 'helpdesk', name: 'help desk', spoken: 'the help desk' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'ec2', name: 'Amazon EC2', spoken: 'Amazon EC2' },
  ],
  knobs: {
    reader: {
      kind: 'choice',
      label: 'Who decodes it',
      hint: 'Whoever was refused is not the one who may read why.',
      options: { lena: 'Lena, with her session', helpdesk: 'the help desk' },
      initial: 'lena',
    },
    copy: {
      kind: 'choice',
      label: 'What is pasted',
      hint: 'The message must arrive as it was sent.',
      options: {
        whole: 'the whole message',
        broken: 'with a line break from an e-mail',
        cut: 'without its last characters',
        nothing: 'nothing',
      },
      initial: 'whole',
    },
    decoded: {
      kind: 'moment',
      label: 'Message is decoded at',
      hint: 'UTC. Lena’s session lives until 10:00.',
      min: after(START, minutes(5)),
      max: after(START, hours(3)),
      initial: at('2026-01-08T09:10:00Z'),
    },
    slow: {
      kind: 'toggle',
      label: 'Lena’s clock is 20 min slow',
      hint: 'STS takes a signature only if its date is at most 15 minutes off.',
      initial: false,
    },
    permissions: {
      kind: 'policy',
      label: 'What the role Builder may do',
      hint: 'Statement 2 is what the sealed message is about.',
      policyType: 'identity',
      initial: builderPolicy,
    },
  },
  clock: 'decoded',
  clockSays: 'somebody decodes the message at that moment',
  lives: { 'assume-role': 'Lena’s session' },
  working: { reader: 'helpdesk' },
  variations: [
    { label: 'Let the help desk decode it', knobs: { reader: 'helpdesk' } },
    {
      label: 'Paste it with a line break in it',
      knobs: { reader: 'helpdesk', copy: 'broken' },
    },
    { label: 'Paste nothing at all', knobs: { reader: 'helpdesk', copy: 'nothing' } },
    { label: 'Try after the session has ended', knobs: { decoded: '20260108T101500Z' } },
    { label: 'Call with a clock that is 20 minutes slow', knobs: { slow: 'on' } },
  ],
  decides: 'decode.action-allowed',
  about: 'sts.action-allowed',
  setup: ({ reader, copy, decoded, slow, permissions }, run) => {
    const before = worldOf(permissions, slow);
    const script: readonly Act[] = [
      assume,
      start,
      { id: 'wait', at: decoded, kind: 'wait', needs: ['assume-role'] },
      {
        id: 'decode',
        at: decoded,
        kind: 'sts:DecodeAuthorizationMessage',
        by: reader,
        to: 'sts',
        region: REGION,
        credentials: reader === 'lena' ? { issuedBy: 'assume-role' } : { keyId: HELP_KEY },
        encodedMessage: COPIES[copy](encodedMessage(before, run)),
      },
    ];
    return { world: before, script };
  },
});
