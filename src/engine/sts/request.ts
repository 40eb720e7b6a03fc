import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { credentialsOf, signerOf } from '../credentials.ts';
import { uriEncode } from '../sigv4/encode.ts';
import { signHeaders } from '../sigv4/signHeaders.ts';
import { amzDate } from '../time.ts';
import type { Headers, HttpCall } from '../wire/http.ts';
import { STS_VERSION } from '../wire/stsQuery.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import type { StsAct } from './acts.ts';
import { actionOf, servingRegion } from './context.ts';
import { formFields } from './form.ts';

/** The HTTP request of a call to STS: a form, signed by its caller's clock, or not at all. */
export function requestOf(world: World, act: StsAct): HttpCall {
  const key = 'credentials' in act ? credentialsOf(world, act.credentials) : undefined;
  const host = act.endpoint === 'global' ? 'sts.amazonaws.com' : `sts.${act.region}.amazonaws.com`;
  const body = [
    ['Action', actionOf(act)] as const,
    ['Version', STS_VERSION] as const,
    ...formFields(act),
  ]
    .map(([name, value]) => `${name}=${uriEncode(value)}`)
    .join('&');
  const date = clockOf(world, act.by);
  const form = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'] as const;
  const unsigned = { method: 'POST', host, path: '/', query: '', body };
  if (!('credentials' in act)) return { ...unsigned, headers: [['Host', host], form] };
  const headers: Headers = [
    ['Host', host],
    form,
    ['X-Amz-Date', amzDate(date)],
    ...(key?.kind === 'temporary' ? [['X-Amz-Security-Token', key.sessionToken] as const] : []),
  ];
  if (!key) return { ...unsigned, headers };
  const { authorization } = signHeaders({
    method: 'POST',
    host,
    path: '/',
    headers: headers.slice(1),
    payloadHash: payloadHash(body),
    signer: { ...signerOf(key), secretAccessKey: act.signedWith ?? key.secretAccessKey },
    region: servingRegion(act),
    service: 'sts',
    date,
  });
  return { ...unsigned, headers: [...headers, ['Authorization', authorization]] };
}

/** The hash of a body, as signatures take it. */
export const payloadHash = (body: string): string => bytesToHex(sha256(utf8ToBytes(body)));
