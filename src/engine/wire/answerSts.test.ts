import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { answerCall } from '../sts/play.ts';
import { PARAMETERS } from '../sts/parameters.ts';
import { requestOf } from '../sts/request.ts';
import { CALLS, STS_WORLD } from '../sts/stsWorld.fixture.ts';
import type { StsAct } from '../sts/acts.ts';
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
