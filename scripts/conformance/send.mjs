import { request } from 'node:http';

/** @typedef {import('../../src/engine/wire/http.ts').HttpCall} HttpCall */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Readonly<Record<string, string | string[] | undefined>>} headers
 * @property {string} body
 */

/**
 * Sends a call over a real connection to loopback, byte for byte: path and query stay as they are, Host is what the call says.
 * @param {number} port
 * @param {HttpCall} call
 * @returns {Promise<Answer>}
 */
export const send = (port, { method, path, query, headers, body }) =>
  new Promise((done, fail) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: `${path}${query === '' ? '' : `?${query}`}`,
        headers: [
          ...headers,
          ...(body === '' && method !== 'PUT'
            ? []
            : [['Content-Length', `${Buffer.byteLength(body)}`]]),
        ].flat(),
        setHost: false,
        agent: false,
      },
      (incoming) => {
        /** @type {Buffer[]} */
        const pieces = [];
        incoming.on('data', (/** @type {Buffer} */ piece) => pieces.push(piece));
        incoming.on('end', () =>
          done({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
        incoming.on('error', fail);
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
