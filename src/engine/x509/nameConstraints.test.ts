import { expect, test } from 'vitest';
import type { GeneralName } from './extension.ts';
import { formatGeneralName, nameRefusal } from './nameConstraints.ts';

const dns = (value: string): GeneralName => ({ kind: 'DNS', value });
const email = (value: string): GeneralName => ({ kind: 'email', value });
const uri = (value: string): GeneralName => ({ kind: 'URI', value });
const ip = (octets: string): GeneralName => ({ kind: 'IP', octets });
const range = { start: 0, end: 0 };
const name = (...values: readonly string[]): GeneralName => ({
  kind: 'Name',
  value: values.map((value) => [{ oid: '2.5.4.10', short: 'O', value, type: 'UTF8String', range }]),
});

test.each([
  [dns('a.sim.example'), dns('sim.example'), true],
  [dns('SIM.example'), dns('sim.EXAMPLE'), true],
  [dns('asim.example'), dns('sim.example'), false],
  [dns('sim.example'), dns('.sim.example'), false],
  [dns('a.sim.example'), dns('.sim.example'), true],
  [dns('anything'), dns(''), true],
  [email('ann@sim.example'), email('sim.example'), true],
  [email('ann@mail.sim.example'), email('sim.example'), false],
  [email('ann@mail.sim.example'), email('.sim.example'), true],
  [email('ann@SIM.example'), email('ann@sim.example'), true],
  [email('Ann@sim.example'), email('ann@sim.example'), false],
  [uri('spiffe://sim.example/ns/a'), uri('sim.example'), true],
  [uri('https://user@web.sim.example:8443/x'), uri('.sim.example'), true],
  [uri('https://sim.example.evil/x'), uri('sim.example'), false],
  [ip('0a010203'), ip('0a000000ff000000'), true],
  [ip('0b010203'), ip('0a000000ff000000'), false],
  [ip('20010db8000000000000000000000001'), ip('0a000000ff000000'), false],
  [name('Sim', 'Plant 7'), name('sim'), true],
  [name('Other', 'Sim'), name('Sim'), false],
])('it tells whether $value lies within', (one, base, isWithin) => {
  expect(nameRefusal(one, { kind: 'nameConstraints', permitted: [base], excluded: [] })).toBe(
    isWithin ? undefined : 'not permitted',
  );
  expect(nameRefusal(one, { kind: 'nameConstraints', permitted: [], excluded: [base] })).toBe(
    isWithin ? 'excluded' : undefined,
  );
});

test.each([
  ['a URI without a host', uri('urn:uuid:1'), uri('sim.example')],
  ['a URI with an address for a host', uri('https://10.0.0.1/'), uri('sim.example')],
  [
    'another name',
    { kind: 'otherName', oid: '1.2.3', der: '' } as const,
    { kind: 'otherName', oid: '1.2.3', der: '' } as const,
  ],
])('it refuses %s where such names are constrained at all', (_what, one, base) => {
  expect(nameRefusal(one, { kind: 'nameConstraints', permitted: [base], excluded: [] })).toBe(
    'not comparable',
  );
  expect(nameRefusal(one, { kind: 'nameConstraints', permitted: [dns('a')], excluded: [] })).toBe(
    undefined,
  );
});

test.each([
  [ip('0a010203'), 'IP:10.1.2.3'],
  [ip('0a000000ff000000'), 'IP:10.0.0.0/255.0.0.0'],
  [ip('20010db8000000000000000000000001'), 'IP:2001:db8:0:0:0:0:0:1'],
  [{ kind: 'RID', oid: '1.2.3' } as const, 'RID:1.2.3'],
])('it writes a name as openssl does: %#', (one, text) => {
  expect(formatGeneralName(one)).toBe(text);
});
