import { describe, expect, test } from 'vitest';
import { at, seconds } from '../time.ts';
import type { PathMode } from './canonicalPath.ts';
import { presign } from './presign.ts';
import { type Pair, parseQuery } from './query.ts';
import type { Signer } from './signer.ts';
import { signHeaders } from './signHeaders.ts';
import { sha256Hex } from './stringToSign.ts';
import suite from './suite.vectors.json' with { type: 'json' };
import { verify } from './verify.ts';
import { verifyHeaders } from './verifyHeaders.ts';

type Case = (typeof suite.cases)['get-vanilla'];

/** An HTTP message as a suite's file has it: folded lines stay folded. */
interface Message {
  readonly method: string;
  readonly host: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly headers: readonly Pair[];
  readonly body: string;
}

function messageOf(text: string): Message {
  const [head = '', body = ''] = text.split('\n\n');
  const [requestLine = '', ...lines] = head.trimEnd().split(/\n(?![ \t])/);
  const [, method = '', target = ''] = /^(\S+) (.*) HTTP\/1\.1$/.exec(requestLine) ?? [];
  const [rawPath = '', rawQuery = ''] = target.split('?');
  const all = lines.map((line): Pair => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1)];
  });
  const host = all.find(([name]) => name === 'Host')?.[1] ?? '';
  const headers = all.filter(([name]) => name !== 'Host');
  return { method, host, rawPath, rawQuery, headers, body };
}

function termsOf({ 'context.json': context, 'request.txt': request }: Case) {
  const { credentials, normalize, region, service, timestamp, sign_body: signsBody } = context;
  const { token } = { token: undefined, ...credentials };
  const { omit_session_token: omitsToken } = { omit_session_token: false, ...context };
  const keys = {
    accessKeyId: credentials.access_key_id,
    secretAccessKey: credentials.secret_access_key,
  };
  const signer: Signer =
    token === undefined || omitsToken ? keys : { ...keys, sessionToken: token };
  const message = messageOf(request);
  const pathMode: PathMode = normalize ? 'generic' : 's3';
  const input = {
    ...message,
    path: decodeURIComponent(message.rawPath),
    pathMode,
    query: parseQuery(message.rawQuery).map(({ name, value }): Pair => [name, value]),
    signer,
    region,
    service,
    date: at(timestamp),
    payloadHash: sha256Hex(message.body),
  };
  const added: readonly Pair[] = signsBody ? [['x-amz-content-sha256', input.payloadHash]] : [];
  return { input, added, expires: seconds(context.expiration_in_seconds) };
}

const expectedOf = (row: Case, how: 'header' | 'query') => ({
  canonicalRequest: row[`${how}-canonical-request.txt`],
  stringToSign: row[`${how}-string-to-sign.txt`],
  signature: row[`${how}-signature.txt`],
});

/** What verifying should give, from what signing should. */
const verifiedOf = (row: Case, how: 'header' | 'query') => {
  const { signature, ...steps } = expectedOf(row, how);
  return { ...steps, expected: signature, provided: signature, matches: true };
};

const CASES = Object.entries<Case>(suite.cases);

test('it is the whole suite', () => {
  expect(CASES).toHaveLength(38);
});

describe.each(CASES)('%s', (_, row) => {
  const { input, added, expires } = termsOf(row);
  const { secretAccessKey } = input.signer;
  const asArrived = (text: string) => ({ ...input, ...messageOf(text), secretAccessKey });

  test('its header is signed', () => {
    const signed = signHeaders({ ...input, headers: [...input.headers, ...added] });
    expect(signed).toMatchObject(expectedOf(row, 'header'));
  });

  test('its header is verified', () => {
    const found = verifyHeaders(asArrived(row['header-signed-request.txt']));
    expect(found).toMatchObject(verifiedOf(row, 'header'));
  });

  test('its query is signed', () => {
    expect(presign({ ...input, expires })).toMatchObject(expectedOf(row, 'query'));
  });

  test('its query is verified', () => {
    const { rawQuery, ...arrived } = asArrived(row['query-signed-request.txt']);
    // A token added after signing is taken off again before: the suite's omit_session_token.
    const isSigned = row['query-canonical-request.txt'].includes('X-Amz-Security-Token=');
    const signed = isSigned ? rawQuery : rawQuery.replace(/&X-Amz-Security-Token=[^&]*/, '');
    expect(verify({ ...arrived, rawQuery: signed })).toMatchObject(verifiedOf(row, 'query'));
  });
});
