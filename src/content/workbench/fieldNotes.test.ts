import { expect, test } from 'vitest';

import { CALLER_NAMES } from './draft.ts';
import type { Draft } from './draft.ts';
import { POLICY_EXAMPLES } from './examples.ts';
import { actionNote } from './actionNote.ts';
import { keyNote, resourceNote } from './fieldNotes.ts';
import { KNOWN_ACTIONS, KNOWN_KEYS } from './knownKeys.ts';

const ALICE: Draft['caller'] = { kind: 'user', name: 'alice', session: '' };
const callerOf = (kind: 'web-identity' | 'saml-identity'): Draft['caller'] => {
  const [name, session] = CALLER_NAMES[kind].example;
  return { kind, name, session };
};

test.each([
  ['s4:GetObject', /“s4”/],
  ['lamda:InvokeFunction', /“lamda”/],
  ['S3:GetObject', undefined],
  ['', undefined],
  ['GetObject', undefined],
])('it says of the action %j: %s', (action, says) => {
  expect(actionNote(action) ?? 'nothing').toMatch(says ?? /^nothing$/);
});

test.each([
  ['arn:aws:s3:::reports/*', /plain characters/],
  ['arn:aws:s3:::reports/may.pd?', /plain characters/],
  ['arn:aws:s3:::reports/may.pdf', undefined],
  ['arn:aws:ec2:eu-west-1:111122223333:instance/*', undefined],
  ['*', undefined],
])('it says of the resource %s: %s', (resource, says) => {
  expect(resourceNote(resource) ?? 'nothing').toMatch(says ?? /^nothing$/);
});

test.each<[string, Draft['caller'], RegExp | undefined]>([
  ['aws:PrincipalArn', ALICE, /follows from who asks/],
  [' AWS:userid ', ALICE, /follows from who asks/],
  ['aws:PrincipalOrgID', ALICE, /SCP or an RCP/],
  ['aws:ResourceAccount', ALICE, /follows from the resource/],
  ['aws:SuorceIp', ALICE, /no global condition key/],
  ['aws:PrincipalTag/team', ALICE, undefined],
  ['aws:PrincipalTag/', ALICE, /no global condition key/],
  ['aws:sourceip', ALICE, undefined],
  ['s3:whatever', ALICE, undefined],
  ['saml:sub', ALICE, undefined],
  ['saml:sub', callerOf('saml-identity'), /follows from who asks/],
  ['aws:FederatedProvider', callerOf('saml-identity'), /follows from who asks/],
  ['token.actions.githubusercontent.com:sub', callerOf('web-identity'), /follows from who asks/],
  ['token.actions.githubusercontent.com:aud', callerOf('web-identity'), undefined],
])('it says of the key %s: %s', (key, caller, says) => {
  expect(keyNote(key, caller) ?? 'nothing').toMatch(says ?? /^nothing$/);
});

test('it has nothing to say of what this page itself suggests', () => {
  const drafts = POLICY_EXAMPLES.map(({ draft }) => draft);
  const notes = [
    ...KNOWN_ACTIONS.map(actionNote),
    ...Object.keys(KNOWN_KEYS).map((key) => keyNote(key, ALICE)),
    ...drafts.flatMap(({ action, resource, keys, caller }) => [
      actionNote(action),
      resourceNote(resource),
      ...keys.map(({ key }) => keyNote(key, caller)),
    ]),
  ];
  expect(notes.filter((note) => note !== undefined)).toEqual([]);
});
