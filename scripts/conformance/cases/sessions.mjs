import { parameter, without } from './refused.mjs';

/** @typedef {import('./place.mjs').Signer} Signer */
/** @typedef {import('./run.mjs').Case} Case */

/**
 * URLs signed with temporary credentials that the service itself has issued.
 * @param {Signer} session
 * @param {Signer} other another session of the same role
 * @returns {readonly Case[]}
 */
export const sessionCases = (session, other) =>
  [
    ...[1, 60, 3600, 604_800].flatMap((expires) =>
      /** @type {const} */ (['virtual-hosted', 'path']).map((style) => ({
        kind: 'Session: GET, however long the URL says it lives',
        wanted: { signer: session, expires, style },
        granted: true,
      })),
    ),
    {
      kind: 'Session: PUT',
      wanted: { signer: session, method: /** @type {const} */ ('PUT'), key: 'by a session' },
      body: 'by a session',
      granted: true,
    },
    {
      kind: 'Session: GET of what it wrote',
      wanted: { signer: other, key: 'by a session' },
      want: { body: 'by a session' },
      granted: true,
    },
    {
      kind: 'Session: the token left out',
      wanted: { signer: session },
      change: without('X-Amz-Security-Token'),
    },
    {
      kind: 'Session: the token of another session',
      wanted: { signer: session },
      change: parameter('X-Amz-Security-Token', () => encodeURIComponent(other.sessionToken ?? '')),
    },
    {
      kind: 'Session: signed with the token of another session',
      wanted: { signer: { ...session, sessionToken: other.sessionToken ?? '' } },
    },
    ...[3, 30, 60].map((place) => ({
      kind: 'Session: a digit of the signature',
      wanted: { signer: session },
      change: parameter('X-Amz-Signature', (value) => {
        const digit = value[place] === '0' ? '1' : '0';
        return `${value.slice(0, place)}${digit}${value.slice(place + 1)}`;
      }),
    })),
    {
      kind: 'Session: another secret',
      wanted: { signer: { ...session, secretAccessKey: 'EXAMPLE' } },
    },
    { kind: 'Session: expired by its own date', wanted: { signer: session, age: 61, expires: 60 } },
  ].map((each) => ({ granted: false, ...each, sts: true }));

/**
 * URLs for seven days by a session that is over in a moment: they die with it.
 * @param {import('../world.mjs').Session} brief
 * @returns {readonly Case[]}
 */
export const briefCases = ({ signer, expiresAt }) =>
  [
    { kind: 'Session: GET before it ends', granted: true },
    ...[1, 2, 3].map(() => ({
      kind: 'Session: GET after it has ended, of a URL for seven days',
      granted: false,
      notBefore: expiresAt + 1000,
    })),
  ].map((each) => ({ ...each, wanted: { signer, expires: 604_800 }, sts: true }));
