import { beforeEach, expect, test } from 'vitest';

import { TRIAL_EXAMPLES } from '#content/trial/examples.ts';
import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';

import {
  chooseAnchor,
  chooseMoment,
  layOut,
  openFiles,
  pasteChain,
  showTrialExample,
  useCertificatesTable,
} from './certificates.ts';

const table = useCertificatesTable.getState;
const start = table();
const good = promised(TRIAL_EXAMPLES[0], 'there is an example');
const NOW = at('2026-11-23T08:00:00Z');
const LATER = at('2026-12-01T00:00:00Z');

const KEY = '-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----\n';

const derOf = (pem: string): Uint8Array =>
  Uint8Array.from(Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64'));

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

beforeEach(() => useCertificatesTable.setState(start, true));

test('it begins with the good chain, at the moment of the stories', () => {
  expect(table().example).toBe(good.id);
  expect(table().text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
  expect(table().at).toBe(at('2026-01-15T12:00:00Z'));
});

test('what is pasted is judged now, and stays at the moment that was chosen then', () => {
  pasteChain('mine', NOW);
  expect([table().text, table().example, table().at]).toEqual(['mine', undefined, NOW]);
  chooseMoment(LATER);
  pasteChain('mine too', NOW);
  expect(table().at).toBe(LATER);
});

test('a private key does not get here: what was there stays, and the place is told', () => {
  pasteChain('mine', NOW);
  pasteChain(`mine\n${KEY}`, NOW);
  expect(table().text).toBe('mine');
  expect(table().refused).toEqual({ kind: 'line', line: 2 });
  openFiles([file('key.pem', KEY)], NOW);
  expect(JSON.stringify(table())).not.toMatch(/PRIVATE|MC4CAQAw/);
  pasteChain('mine again', NOW);
  expect(table().refused).toBeUndefined();
});

test('a file of DER is laid out as PEM, behind what is one’s own', () => {
  const [leaf = '', issuer = ''] = table().text.split(/(?<=END CERTIFICATE-----\n)/);
  openFiles([{ name: 'leaf.der', bytes: derOf(leaf) }], NOW);
  expect(table().text).toBe(leaf);
  openFiles([{ name: 'ca.der', bytes: derOf(issuer) }], NOW);
  expect(table().text).toBe(`${leaf}${issuer}`);
});

test('of several files each says what was not read of it, and a key among them is refused', () => {
  const [leaf = ''] = table().text.split(/(?<=END CERTIFICATE-----\n)/);
  openFiles([file('key.pem', KEY), file('a.txt', 'mine?'), file('leaf.pem', leaf)], NOW);
  expect(table().text).toBe(leaf);
  expect(table().refused).toEqual({ kind: 'line', line: 1 });
  expect(table().unread.map((part) => [part.file, part.problem.kind])).toEqual([
    ['a.txt', 'unknown'],
  ]);
  pasteChain('mine', NOW);
  expect(table().unread).toEqual([]);
});

test('a file that is none of ours shows nothing of itself', () => {
  openFiles([file('a.txt', 'mine?')], NOW);
  expect([table().text, table().example]).toEqual(['', undefined]);
});

test('a choice is forgotten with the chain it was made of', () => {
  chooseAnchor('none');
  layOut('mine', NOW);
  expect(table().anchor).toBeUndefined();
  chooseAnchor('none');
  showTrialExample(good);
  expect(table()).toEqual(start);
});
