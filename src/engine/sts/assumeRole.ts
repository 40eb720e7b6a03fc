import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { AssumeRole } from '../act.ts';
import { accountOf, sessionArn } from '../arn.ts';
import { credentialsOf, signerOf } from '../credentials.ts';
import { secretAccessKey, sessionToken, uniqueId } from '../ids.ts';
import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { formatPolicy } from '../policy/format.ts';
import { signHeaders } from '../sigv4/signHeaders.ts';
import { uriEncode } from '../sigv4/encode.ts';
import { after, amzDate, isoDate } from '../time.ts';
import { formatRequest } from '../wire/http.ts';
import { STS_VERSION, stsErrorResponse, stsResult } from '../wire/stsQuery.ts';
import { clockOf, findRole } from '../world.ts';
import type { Role, TemporaryKey, World } from '../world.ts';
import { ASSUME_ROLE_RULES, askedDuration } from './assumeRoleRules.ts';

/** Plays AssumeRole: the signed request, STS's checks, and credentials or an error (STS API, AssumeRole). */
export function playAssumeRole(world: World, act: AssumeRole): Played {
  const judgement = judge(ASSUME_ROLE_RULES, { world, act });
  const role = findRole(world, act.roleArn);
  const trustPolicy = role
    ? [
        {
          kind: 'policy',
          name: role.trustPolicy.name,
          text: formatPolicy(role.trustPolicy.document),
        } as const,
      ]
    : [];
  const parts = {
    act,
    before: world,
    judgement,
    request: [{ kind: 'request', text: requestText(world, act) } as const],
    checked: { 'sts.assume-role-allowed': trustPolicy },
  };
  if (judgement.refusal) {
    const { error } = judgement.refusal;
    const text = stsErrorResponse(error, act.id);
    return playedCall({
      ...parts,
      after: world,
      response: [{ kind: 'response', text }],
      status: error.status,
    });
  }
  const key = issue(world, act, promised(role, 'sts.assume-role-allowed found the role'));
  const response = [
    { kind: 'response', text: answerText(act, key) },
    { kind: 'credentials', name: key.id, text: credentialsText(key) },
  ] as const;
  return playedCall({
    ...parts,
    after: { ...world, accessKeys: { ...world.accessKeys, [key.id]: key } },
    response,
    status: 200,
  });
}

function issue(world: World, act: AssumeRole, role: Role): TemporaryKey {
  const label = `${role.arn} ${act.roleSessionName} ${act.id}`;
  return {
    kind: 'temporary',
    id: uniqueId('ASIA', accountOf(role.arn), label),
    secretAccessKey: secretAccessKey(label),
    sessionToken: sessionToken(label),
    owner: {
      kind: 'role-session',
      role: role.arn,
      roleId: role.roleId,
      sessionName: act.roleSessionName,
      via: 'AssumeRole',
      sessionPolicies: [],
      tags: {},
      transitiveTagKeys: [],
    },
    issuedAt: world.now,
    expiresAt: after(world.now, askedDuration(act)),
    issuedBy: act.id,
  };
}

/** The form body: fields in the order the API reference lists them. */
function formBody(act: AssumeRole): string {
  const fields = [
    ['Action', 'AssumeRole'],
    ['Version', STS_VERSION],
    ['RoleArn', act.roleArn],
    ['RoleSessionName', act.roleSessionName],
    ...(act.durationSeconds === undefined ? [] : [['DurationSeconds', `${act.durationSeconds}`]]),
  ];
  return fields.map(([name = '', value = '']) => `${name}=${uriEncode(value)}`).join('&');
}

function requestText(world: World, act: AssumeRole): string {
  const key = credentialsOf(world, act.credentials);
  const host = `sts.${act.region}.amazonaws.com`;
  const body = formBody(act);
  const date = clockOf(world, act.by);
  const headers = [
    ['Host', host],
    ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['X-Amz-Date', amzDate(date)],
    ...(key?.kind === 'temporary' ? [['X-Amz-Security-Token', key.sessionToken] as const] : []),
  ] as const;
  if (!key) return formatRequest('POST', '/', headers, body);
  const { authorization } = signHeaders({
    method: 'POST',
    host,
    path: '/',
    headers: headers.slice(1),
    payloadHash: bytesToHex(sha256(utf8ToBytes(body))),
    signer: signerOf(key),
    region: act.region,
    service: 'sts',
    date,
  });
  return formatRequest('POST', '/', [...headers, ['Authorization', authorization]], body);
}

function answerText(act: AssumeRole, key: TemporaryKey): string {
  const { owner } = key;
  const assumed = owner.kind === 'role-session' ? owner : undefined;
  const session = promised(assumed, 'AssumeRole issues role sessions');
  return stsResult('AssumeRole', act.id, [
    [
      'AssumedRoleUser',
      [
        ['AssumedRoleId', `${session.roleId}:${session.sessionName}`],
        ['Arn', sessionArn(session.role, session.sessionName)],
      ],
    ],
    [
      'Credentials',
      [
        ['AccessKeyId', key.id],
        ['SecretAccessKey', key.secretAccessKey],
        ['SessionToken', key.sessionToken],
        ['Expiration', isoDate(key.expiresAt)],
      ],
    ],
  ]);
}

const credentialsText = (key: TemporaryKey): string =>
  JSON.stringify(
    {
      AccessKeyId: key.id,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.sessionToken,
      Expiration: isoDate(key.expiresAt),
    },
    undefined,
    2,
  );
