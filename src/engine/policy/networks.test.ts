import { expect, test } from 'vitest';
import { contains, parseAddress, parseNetwork } from './networks.ts';

const isIn = (address: string, network: string): boolean | undefined => {
  const range = parseNetwork(network);
  const found = parseAddress(address);
  return range && found && contains(range, found);
};

test.each([
  ['203.0.113.7', '203.0.113.0/24', true],
  ['203.0.114.7', '203.0.113.0/24', false],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.8', '203.0.113.7', false],
  ['255.255.255.255', '0.0.0.0/0', true],
  ['0.0.0.0', '255.0.0.0/0', true],
  ['10.0.0.1', '10.0.0.0/31', true],
  ['10.0.0.2', '10.0.0.0/31', false],
  ['2001:db8::1', '2001:db8::/32', true],
  ['2001:db9::1', '2001:db8::/32', false],
  ['::1', '::/0', true],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
  ['::ffff:192.0.2.1', '::ffff:c000:201', true],
  ['192.0.2.1', '::/0', false],
  ['::1', '0.0.0.0/0', false],
])('it looks for %s in %s', (address, network, expected) => {
  expect(isIn(address, network)).toBe(expected);
});

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  '01.2.3.4',
  '1.2.3.4/33',
  '1.2.3.4/',
  '1.2.3.4/a',
  '1.2.3.4/8/9',
  '::1/129',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8:9',
  'g::',
  '12345::',
  '*',
])('it refuses %s', (network) => {
  expect(parseNetwork(network)).toBeUndefined();
});
