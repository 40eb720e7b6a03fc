import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { credentialsOf, signerOf } from '../credentials.ts';
import type { AwsError } from '../errors.ts';
import { requestId } from '../ids.ts';
import { GLOBAL_REGION } from '../regions.ts';
import { uriEncode } from '../sigv4/encode.ts';
import { signHeaders } from '../sigv4/signHeaders.ts';
import { amzDate } from '../time.ts';
import { formatRequest, formatResponse } from '../wire/http.ts';
import type { Headers } from '../wire/http.ts';
import { s3ErrorResponse, s3Response } from '../wire/s3Rest.ts';
import { formatXml } from '../wire/xml.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import type { ApiCall } from './acts.ts';
import { hostOf, operationOf } from './services.ts';

/** Requests and answers of any service in its own protocol: Query, EC2's Query, JSON or S3's REST. */

interface Parts {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The signed request of a call; unsigned where the key it names was never there. */
export function requestText(world: World, act: ApiCall): string {
  const { service } = operationOf(act);
  const { method, host, path, headers: own, body } = partsOf(act);
  const key = credentialsOf(world, act.credentials);
  const date = clockOf(world, act.by);
  const headers: Headers = [
    ['Host', host],
    ...own,
    ['X-Amz-Date', amzDate(date)],
    ...(key?.kind === 'temporary' ? [['X-Amz-Security-Token', key.sessionToken] as const] : []),
  ];
  if (!key) return formatRequest(method, path, headers, body);
  const { authorization } = signHeaders({
    method,
    host,
    path,
    headers: headers.slice(1),
    payloadHash: bytesToHex(sha256(utf8ToBytes(body))),
    signer: signerOf(key),
    region: service.isGlobal ? GLOBAL_REGION : act.region,
    service: service.name,
    date,
  });
  return formatRequest(method, path, [...headers, ['Authorization', authorization]], body);
}

function partsOf(act: ApiCall): Parts {
  const { service, operation } = operationOf(act);
  const { protocol, interface: version } = service;
  const host = hostOf(service, act.region);
  const parameters = Object.entries(act.parameters ?? {});
  if (protocol === 's3') return s3Parts(act, host, operation);
  if (protocol === 'json') {
    const headers: Headers = [
      ['Content-Type', 'application/x-amz-json-1.1'],
      ['X-Amz-Target', `${version}.${operation}`],
    ];
    const body = JSON.stringify(act.parameters ?? {});
    return { method: 'POST', host, path: '/', headers, body };
  }
  const fields = [['Action', operation], ['Version', version], ...parameters];
  const body = fields.map(([name = '', value = '']) => `${name}=${uriEncode(value)}`).join('&');
  const headers: Headers = [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']];
  return { method: 'POST', host, path: '/', headers, body };
}

function s3Parts({ resources: [resource = ''] }: ApiCall, host: string, operation: string): Parts {
  const [bucket = '', ...key] = resource.replace(/^arn:aws:s3:::/, '').split('/');
  const method = /^(?:Put|Delete)/.exec(operation)?.[0].toUpperCase() ?? 'GET';
  return {
    method,
    host: bucket === '' || bucket === '*' ? host : `${bucket}.${host}`,
    path: `/${key.map(uriEncode).join('/')}`,
    headers: [['X-Amz-Content-Sha256', bytesToHex(sha256(utf8ToBytes('')))]],
    body: '',
  };
}

const headersFor = (act: ApiCall, type: string): Headers => [
  ['x-amzn-RequestId', requestId(act.id)],
  ['Content-Type', type],
];

const XML = 'text/xml';
const JSON_TYPE = 'application/x-amz-json-1.1';

/** The answer to a call that was granted: what it would hold is left out. */
export function answerText(act: ApiCall): string {
  const { service, operation } = operationOf(act);
  const { name, protocol, interface: version } = service;
  if (protocol === 's3') return s3Response(200, act.id, [], '');
  if (protocol === 'json') return formatResponse(200, headersFor(act, JSON_TYPE), '{}');
  const id = requestId(act.id);
  const body =
    protocol === 'ec2'
      ? formatXml(
          [`${operation}Response`, [['requestId', id]]],
          `http://${namespaceOf(name, version)}`,
        )
      : formatXml(
          [`${operation}Response`, [['ResponseMetadata', [['RequestId', id]]]]],
          `https://${namespaceOf(name, version)}`,
        );
  return formatResponse(200, headersFor(act, XML), body);
}

/** The answer to a call that was refused. */
export function refusalText(act: ApiCall, error: AwsError): string {
  const { service } = operationOf(act);
  const { name, protocol, interface: version } = service;
  const id = requestId(act.id);
  const { code, message, status } = error;
  if (protocol === 's3') return s3ErrorResponse(error, act.id, 'GET');
  if (protocol === 'json') {
    const body = JSON.stringify({ __type: code, message });
    return formatResponse(status, headersFor(act, JSON_TYPE), body);
  }
  const inner = [
    ['Code', code],
    ['Message', message],
  ] as const;
  const body =
    protocol === 'ec2'
      ? formatXml([
          'Response',
          [
            ['Errors', [['Error', inner]]],
            ['RequestID', id],
          ],
        ])
      : formatXml(
          [
            'ErrorResponse',
            [
              ['Error', [['Type', 'Sender'], ...inner]],
              ['RequestId', id],
            ],
          ],
          `https://${namespaceOf(name, version)}`,
        );
  return formatResponse(status, headersFor(act, XML), body);
}

const namespaceOf = (name: string, version: string): string =>
  `${name}.amazonaws.com/doc/${version}/`;
