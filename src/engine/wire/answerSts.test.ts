import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { signerOf } from '../credentials.ts';
import { presign } from '../sigv4/presign.ts';
import { answerCall } from '../sts/play.ts';
import { PARAMETERS } from '../sts/parameters.ts';
import { payloadHash, requestOf } from '../sts/request.ts';
import { CALLS, STS_WORLD, USER_SESSION_KEY } from '../sts/stsWorld.fixture.ts';
import type { StsAct } from '../sts/acts.ts';
import { REGION, START, USER, USER_KEY } from '../testWorld.fixture.ts';
import { after, minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import type { AccessKey, World } from '../world.ts';
import { answerSts } from './answerSts.ts';
import type { HttpCall } from './http.ts';

const KINDS = Object.keys(CALLS) as StsAct['kind'][];

/** A call with nothing but what sends it: no type allows it, and any client can send it. */
const bare = (kind: StsAct['kind']): StsAct => {
  const names = PARAMETERS[kind].map(({ field }) => field);
  return Object.fromEntries(
    Object.entries(CALLS[kind]).filter(([name]) => !names.includes(name)),
  ) as unknown as StsAct;
};

describe('a request of our own is read back as the call it came from:', () => {
  test.each(KINDS)('%s', (kind) => {
    const { answer } = answerSts(STS_WORLD, requestOf(STS_WORLD, CALLS[kind]));
    expect(answer.status).toBe(200);
    const direct = answerCall(STS_WORLD, CALLS[kind]).answer;
    const elements = (body: string) => body.match(/<[A-Za-z]+/g);
    expect(elements(answer.body)).toEqual(elements(direct.body));
  });
});

describe('a request without parameters is answered:', () => {
  test.each(KINDS)('%s', (kind) => {
    const { answer } = answerSts(STS_WORLD, requestOf(STS_WORLD, bare(kind)));
    const required = PARAMETERS[kind].filter(({ isRequired }) => isRequired);
    expect(answer.status).toBe(required.length > 0 ? 400 : 200);
    for (const { field } of required) {
      expect(answer.body).toContain(
        `Value null at &apos;${field}&apos; failed to satisfy constraint: Member must not be null`,
      );
    }
  });
});

test('a form may come in the query of a GET', () => {
  const { body, ...call } = requestOf(STS_WORLD, CALLS['sts:AssumeRoleWithSAML']);
  const { answer } = answerSts(STS_WORLD, { ...call, body: '', method: 'GET', query: body });
  expect(answer.status).toBe(200);
});

describe('a presigned GetCallerIdentity', () => {
  const HOST = `sts.${REGION}.amazonaws.com`;
  const presigned = (key: AccessKey, region = REGION): HttpCall => {
    const { url } = presign({
      method: 'GET',
      host: HOST,
      path: '/',
      query: [
        ['Action', 'GetCallerIdentity'],
        ['Version', '2011-06-15'],
      ],
      headers: [['x-k8s-aws-id', 'my-cluster']],
      payloadHash: payloadHash(''),
      pathMode: 'generic',
      signer: signerOf(key),
      region,
      service: 'sts',
      date: START,
      expires: seconds(60),
    });
    const query = url.slice(url.indexOf('?') + 1);
    const headers = [['x-k8s-aws-id', 'my-cluster']] as const;
    return { method: 'GET', host: HOST, path: '/', query, headers, body: '' };
  };
  const call = presigned(USER_KEY);
  const later = (by: Seconds) => ({ ...STS_WORLD, now: after(START, by) });

  test.each<[string, AccessKey]>([
    ['user', USER_KEY],
    ['session', USER_SESSION_KEY],
  ])('says who the %s is', (_, key) => {
    const { answer } = answerSts(STS_WORLD, presigned(key));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(`<Arn>${USER}</Arn>`);
  });

  test.each<[string, HttpCall, World]>([
    ['another header', { ...call, headers: [['x-k8s-aws-id', 'other']] }, STS_WORLD],
    ['another host', { ...call, host: 'sts.amazonaws.com' }, STS_WORLD],
    ['another Region', presigned(USER_KEY, 'us-east-1'), STS_WORLD],
    ['one parameter more', { ...call, query: `${call.query}&a=b` }, STS_WORLD],
    ['a wrong secret', presigned({ ...USER_KEY, secretAccessKey: 'wrong' }), STS_WORLD],
    ['no signature', { ...call, query: call.query.replace('X-Amz-Signature', 'X') }, STS_WORLD],
    ['a date of long ago', call, later(minutes(16))],
  ])('is refused with %s', (_, sent, world) => {
    expect(answerSts(world, sent).answer.status).toBe(403);
  });

  test('is accepted for 15 minutes', () => {
    expect(answerSts(later(minutes(15)), call).answer.status).toBe(200);
  });
});

test('two equal calls get credentials of their own', () => {
  const call = requestOf(STS_WORLD, CALLS['sts:GetSessionToken']);
  const first = answerSts(STS_WORLD, call);
  const second = answerSts(first.world, call);
  expect(Object.keys(second.world.accessKeys)).toHaveLength(
    Object.keys(STS_WORLD.accessKeys).length + 2,
  );
});

test('any change to a signed request is found out, or changes nothing', () => {
  const call = requestOf(STS_WORLD, CALLS['sts:GetFederationToken']);
  const flip = (text: string, at: number): string => {
    const index = at % text.length;
    return `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`;
  };
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (field, at) => {
      const headers = call.headers.map(([name, value], index): readonly [string, string] =>
        index === field % (call.headers.length + 1) ? [name, flip(value, at)] : [name, value],
      );
      const isBody = field % (call.headers.length + 1) === call.headers.length;
      const changed: HttpCall = {
        ...call,
        headers,
        body: isBody ? flip(call.body, at) : call.body,
      };
      // The Host header is not read: the host of the request line is.
      const isHost = headers[0]?.[1] !== call.headers[0]?.[1];
      expect(answerSts(STS_WORLD, changed).answer.status === 200).toBe(isHost);
    }),
  );
});

test('nonsense is answered, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom(...KINDS), (text, header, kind) => {
      const call = requestOf(STS_WORLD, CALLS[kind]);
      const { answer } = answerSts(STS_WORLD, {
        ...call,
        body: `${call.body}&${text}`,
        headers: [
          ...call.headers.filter(([name]) => name !== 'Authorization'),
          ['Authorization', header],
        ],
      });
      expect([200, 400, 403]).toContain(answer.status);
    }),
  );
});
