import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act, OpenUrl, Presign, UrlEdit } from '../act.ts';
import type { WorldChange } from '../change/worldChange.ts';
import { roleArn } from '../arn.ts';
import { s3HostId, s3RequestId } from '../ids.ts';
import type { Check } from '../judge.ts';
import type { EvidenceOf, RuleId } from '../rules.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  BUCKET,
  inOneOrganization,
  KEY,
  OBJECT,
  PARTNER_KEY,
  PARTNER_USER,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  sessionOf,
  START,
  temporaryKey,
  USER,
  USER_KEY,
  withBucket,
  withKey,
  withRole,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, days, hours, minutes, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Step, Trace } from '../trace.ts';
import { findBucket } from '../world.ts';
import type { AccessKey, World } from '../world.ts';
import { OPEN_URL_RULES } from './rules.ts';

interface Use {
  readonly world: World;
  readonly sign: Presign;
  /** What administrators change between signing and use. */
  readonly changes: readonly WorldChange[];
  readonly open: OpenUrl;
}

/** A use that is granted: a URL for a day, signed by a user who may read the object, opened an hour later. */
const VALID: Use = {
  world: WORLD,
  sign: {
    id: 'sign',
    kind: 'presign',
    at: START,
    by: 'build-server',
    credentials: { keyId: USER_KEY.id },
    method: 'GET',
    bucket: BUCKET,
    key: KEY,
    region: REGION,
    expires: days(1),
  },
  changes: [],
  open: {
    id: 'open-url',
    kind: 'open-url',
    at: after(START, hours(1)),
    by: 'holder',
    to: 's3',
    url: 'sign',
    method: 'GET',
    headers: [],
    edits: [],
  },
};

type Change = (use: Use) => Use;

const valid: Change = (use) => use;
const both =
  (...changes: Change[]): Change =>
  (use) =>
    changes.reduce((changed, change) => change(changed), use);

const signing =
  (fields: Partial<Presign>): Change =>
  (use) => ({ ...use, sign: { ...use.sign, ...fields } });
const sending =
  (fields: Partial<OpenUrl>): Change =>
  (use) => ({ ...use, open: { ...use.open, ...fields } });
const inWorld =
  (edit: (world: World) => World): Change =>
  (use) => ({ ...use, world: edit(use.world) });
const meanwhile =
  (...changes: WorldChange[]): Change =>
  (use) => ({ ...use, changes: [...use.changes, ...changes] });

const method = (name: OpenUrl['method']): Change =>
  both(signing({ method: name }), sending({ method: name }));
const asks = (count: number): Change => signing({ expires: seconds(count) });
const usedAt = (count: number): Change => sending({ at: after(START, seconds(count)) });
const sends = (...headers: [string, string][]): Change => sending({ headers });
const edited = (...edits: UrlEdit[]): Change => sending({ edits });
const set = (name: string, value: string): Change => edited({ kind: 'set-parameter', name, value });
const drop = (name: string): Change => edited({ kind: 'drop-parameter', name });
const path = (to: string): Change => edited({ kind: 'set-path', path: to });
const scope = (text: string): Change => set('X-Amz-Credential', text.replaceAll('/', '%2F'));
const clockRuns = (count: number): Change =>
  inWorld((world) => ({ ...world, clockSkew: { 'build-server': seconds(count) } }));
const signedWith = (key: AccessKey): Change =>
  both(
    inWorld((world) => withKey(world, key)),
    signing({ credentials: { keyId: key.id } }),
  );
const bySession: Change = signedWith(SESSION_KEY);
const byPartner: Change = signedWith(PARTNER_KEY);
const userMay = (...statements: Parameters<typeof policyOf>[2][]): Change =>
  inWorld((world) =>
    withUser(world, USER, { policies: [policyOf('UserPolicy', 'identity', ...statements)] }),
  );
const bucketSays = (...statements: Parameters<typeof policyOf>[2][]): Change =>
  inWorld((world) =>
    withBucket(world, { policy: policyOf('ReportsPolicy', 'bucket', ...statements) }),
  );
const empty: Change = inWorld((world) => withBucket(world, { objects: {} }));

const play = (change: Change): Trace => {
  const { world, sign, changes, open } = change(VALID);
  const script: Act[] = [
    sign,
    ...changes.map((what, index): Act => ({
      id: `change-${index}`,
      kind: 'change',
      at: sign.at,
      by: 'administrator',
      change: what,
    })),
    open,
  ];
  return simulate(world, script);
};

const answerOf = (trace: Trace): Extract<Step, { row: 'answer' }> => {
  const last = trace.steps.at(-1);
  if (last?.row !== 'answer') throw new Error('The use of a URL ends with an answer');
  return last;
};
const textOf = (step: Step | undefined, kind: string): string =>
  step?.artifacts.find((artifact) => artifact.kind === kind)?.text ?? '';
const urlOf = (change: Change): string => textOf(play(change).steps[0], 'url');
const parameterOf = (change: Change, name: string): string =>
  new URL(urlOf(change)).searchParams.get(name) ?? '';
const stepsOf = (trace: Trace) => trace.steps.filter(({ act }) => act.id === 'open-url');
const checksOf = (trace: Trace): readonly Check[] =>
  stepsOf(trace).flatMap((step) => (step.row === 'check' ? [step.check] : []));
const evidenceOf = <Id extends RuleId>(trace: Trace, rule: Id): EvidenceOf<Id> => {
  const check = checksOf(trace).find((one) => one.rule === rule);
  if (!check) throw new Error(`${rule} was not reached`);
  // The check was found by its rule, and evidence goes with the rule.
  return check.evidence as EvidenceOf<Id>;
};

/** The elements of an S3 error in their order, as a client reads them. */
function elementsOf(response: string): readonly (readonly [string, string])[] {
  const body = response.split('\n\n').slice(1).join('\n\n');
  const root = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error>\n(.*)\n<\/Error>$/s.exec(
    body,
  )?.[1];
  if (root === undefined && body !== '') throw new Error(`No error of S3: ${body}`);
  const plain = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  return [...(root ?? '').matchAll(/<([\w-]+)>([^<]*)<\/\1>/g)].map(
    ([, name = '', text = '']) => [name, plain(text)] as const,
  );
}

type Details = readonly (readonly [name: string, value: string])[];

interface Refusal {
  readonly change: Change;
  readonly rule: RuleId;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly wording: 'documented' | 'observed' | 'modelled';
  /** The elements S3 adds behind the message. */
  readonly details?: Details;
}

const refusal =
  (rule: RuleId, status: number, code: string) =>
  (
    change: Change,
    message: string,
    wording: Refusal['wording'],
    details: Details = [],
  ): Refusal => ({
    change,
    rule,
    status,
    code,
    message,
    wording,
    details,
  });

/** AuthorizationQueryParametersError by a rule. */
const malformed = (rule: RuleId) => refusal(rule, 400, 'AuthorizationQueryParametersError');
const twice = refusal('s3.one-mechanism', 400, 'InvalidArgument');
const unscoped = malformed('s3.credential-scope');
const undated = malformed('s3.date-well-formed');
const unbounded = malformed('s3.expires-in-range');
const early = refusal('s3.not-in-the-future', 403, 'AccessDenied');
const late = refusal('s3.url-alive', 403, 'AccessDenied');
const unknownKey = refusal('s3.key-known', 403, 'InvalidAccessKeyId');
const wrongToken = refusal('s3.token-accepted', 400, 'InvalidToken');
const deadToken = refusal('s3.token-alive', 400, 'ExpiredToken');
const unsigned = refusal('s3.headers-signed', 403, 'AccessDenied');
const noBucket = refusal('s3.bucket-found', 404, 'NoSuchBucket');
const denied = refusal('s3.signer-allowed', 403, 'AccessDenied');
const noObject = refusal('s3.object-found', 404, 'NoSuchKey');
const hidden = refusal('s3.object-found', 403, 'AccessDenied');

const SIX =
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';
const WEEK =
  'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds';
const PARSING = 'Error parsing the X-Amz-Credential parameter;';
const UNKNOWN_KEY = 'The AWS Access Key Id you provided does not exist in our records.';
const BAD_TOKEN = 'The provided token is malformed or otherwise invalid.';
const NOT_SIGNED = 'There were headers present in the request which were not signed';
const FOREIGN_KEY = 'AKIAIOSFODNN7EXAMPLE';
const NAME = USER_KEY.id;
const lacks = (who: string, action: string, resource: string): string =>
  `User: ${who} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;
const forbids = (who: string, action: string, policy: string): string =>
  `User: ${who} is not authorized to perform: ${action} on resource: "${OBJECT}" with an explicit deny in ${policy}`;
const READER = 'arn:aws:sts::111122223333:assumed-role/ReportReader/nightly-build';
const denyOldUrls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: `arn:aws:s3:::${BUCKET}/*`,
  Condition: { NumericGreaterThan: { 's3:signatureAge': '600000' } },
} as const;

// presigned-urls.md 5.3, in its order; the rows about SigV2, POST and the Authorization header have no place here.
const OF_THE_REQUEST: Readonly<Record<string, Refusal>> = {
  'the URL expired a second ago': late(usedAt(86_401), 'Request has expired', 'observed', [
    ['X-Amz-Expires', '86400'],
    ['Expires', '2026-01-16T12:00:00Z'],
    ['ServerTime', '2026-01-16T12:00:01Z'],
  ]),
  'a slow clock made the URL older than it is': late(
    both(clockRuns(-1200), asks(900), usedAt(0)),
    'Request has expired',
    'observed',
    [
      ['X-Amz-Expires', '900'],
      ['Expires', '2026-01-15T11:55:00Z'],
      ['ServerTime', '2026-01-15T12:00:00Z'],
    ],
  ),
  'the URL and its session have both expired: the URL speaks first': late(
    both(bySession, asks(1800), usedAt(7200)),
    'Request has expired',
    'observed',
    [
      ['X-Amz-Expires', '1800'],
      ['Expires', '2026-01-15T12:30:00Z'],
      ['ServerTime', '2026-01-15T14:00:00Z'],
    ],
  ),
  'the URL is dated 15 minutes and a second ahead': early(
    both(clockRuns(901), usedAt(0)),
    'Request is not yet valid',
    'observed',
    [
      ['X-Amz-Date', '1768479301000'],
      ['Expires', '2026-01-16T12:15:01Z'],
      ['ServerTime', '2026-01-15T12:00:00Z'],
    ],
  ),
  ...Object.fromEntries(
    [
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-SignedHeaders',
      'X-Amz-Signature',
    ].map((name) => [
      `the URL lacks ${name}`,
      malformed('s3.six-parameters')(drop(name), SIX, 'observed'),
    ]),
  ),
  'a parameter is written in small letters': malformed('s3.six-parameters')(
    edited(
      { kind: 'drop-parameter', name: 'X-Amz-Expires' },
      { kind: 'set-parameter', name: 'x-amz-expires', value: '86400' },
    ),
    SIX,
    'observed',
  ),
  'the URL asks for seven days and a second': unbounded(asks(604_801), WEEK, 'observed'),
  'the URL asks for more seconds than a number holds': unbounded(
    set('X-Amz-Expires', '9'.repeat(400)),
    WEEK,
    'observed',
  ),
  'the lifetime is a word': unbounded(
    set('X-Amz-Expires', 'week'),
    'X-Amz-Expires should be a number',
    'observed',
  ),
  'the lifetime is empty': unbounded(
    set('X-Amz-Expires', ''),
    'X-Amz-Expires should be a number',
    'observed',
  ),
  'the lifetime has a fraction': unbounded(
    set('X-Amz-Expires', '1.5'),
    'X-Amz-Expires should be a number',
    'observed',
  ),
  'the lifetime is negative': unbounded(asks(-1), 'X-Amz-Expires must be non-negative', 'modelled'),
  'the slashes of the credential are encoded twice': unscoped(
    set('X-Amz-Credential', `${NAME}%252F20260115%252F${REGION}%252Fs3%252Faws4_request`),
    `${PARSING} the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
    'observed',
  ),
  'the credential is the key id alone': unscoped(
    scope(NAME),
    `${PARSING} the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
    'observed',
  ),
  'the URL was signed for another Region': unscoped(
    signing({ region: 'us-east-1' }),
    `${PARSING} the region 'us-east-1' is wrong; expecting 'eu-central-1'`,
    'observed',
    [['Region', 'eu-central-1']],
  ),
  'the credential names another service': unscoped(
    scope(`${NAME}/20260115/${REGION}/sns/aws4_request`),
    `${PARSING} incorrect service "sns". This endpoint belongs to "s3".`,
    'modelled',
  ),
  'the credential ends in another word': unscoped(
    scope(`${NAME}/20260115/${REGION}/s3/aws5_request`),
    `${PARSING} incorrect terminal "aws5_request". This endpoint uses "aws4_request".`,
    'modelled',
  ),
  'the date in the credential is not written as one': unscoped(
    scope(`${NAME}/2026-01-15/${REGION}/s3/aws4_request`),
    `${PARSING} incorrect date format "2026-01-15". This date in the credential must be in the format "yyyyMMdd".`,
    'modelled',
  ),
  'the date in the credential is another day': undated(
    scope(`${NAME}/20260114/${REGION}/s3/aws4_request`),
    'Invalid credential date "20260114". This date is not the same as X-Amz-Date: "20260115".',
    'modelled',
  ),
  'the signing date is not written as one': undated(
    set('X-Amz-Date', '2026-01-15T12:00:00Z'),
    "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
    'modelled',
  ),
  'the algorithm is another': unscoped(
    set('X-Amz-Algorithm', 'AWS4-HMAC-SHA1'),
    'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
    'modelled',
  ),
  'the request is also signed in a header': twice(
    sends(['authorization', 'AWS4-HMAC-SHA256 Credential=…']),
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    'observed',
    [
      ['ArgumentName', 'Authorization'],
      ['ArgumentValue', 'AWS4-HMAC-SHA256 Credential=…'],
    ],
  ),
};

// 5.4; the signature has a table of its own below.
const OF_THE_SIGNER: Readonly<Record<string, Refusal>> = {
  'an x-amz- header came that nobody signed': unsigned(
    sends(['X-Amz-Meta-B', '1'], ['x-amz-meta-a', '2']),
    NOT_SIGNED,
    'observed',
    [['HeadersNotSigned', 'x-amz-meta-a, x-amz-meta-b']],
  ),
  'a user agent came as an x-amz- header': unsigned(
    sends(['x-amz-user-agent', 'test']),
    NOT_SIGNED,
    'observed',
    [['HeadersNotSigned', 'x-amz-user-agent']],
  ),
  'Host was not signed': unsigned(set('X-Amz-SignedHeaders', 'range'), NOT_SIGNED, 'observed', [
    ['HeadersNotSigned', 'host'],
  ]),
  'If-Range came unsigned beside a signed Range': unsigned(
    both(
      signing({ headers: { Range: 'bytes=0-4' } }),
      sends(['Range', 'bytes=0-4'], ['If-Range', '"etag"']),
    ),
    NOT_SIGNED,
    'observed',
    [['HeadersNotSigned', 'if-range']],
  ),
  'nobody knows the key': unknownKey(
    scope(`${FOREIGN_KEY}/20260115/${REGION}/s3/aws4_request`),
    UNKNOWN_KEY,
    'observed',
    [['AWSAccessKeyId', FOREIGN_KEY]],
  ),
  'the key was deleted': unknownKey(
    meanwhile({ kind: 'delete-key', keyId: NAME }),
    UNKNOWN_KEY,
    'observed',
    [['AWSAccessKeyId', NAME]],
  ),
  'the key was deactivated': unknownKey(
    meanwhile({ kind: 'deactivate-key', keyId: NAME }),
    UNKNOWN_KEY,
    'modelled',
    [['AWSAccessKeyId', NAME]],
  ),
  'a temporary key came without its token': unknownKey(
    both(bySession, drop('X-Amz-Security-Token')),
    UNKNOWN_KEY,
    'observed',
    [['AWSAccessKeyId', SESSION_KEY.id]],
  ),
  'the token is another': wrongToken(
    both(bySession, set('X-Amz-Security-Token', 'IQoJother')),
    BAD_TOKEN,
    'observed',
    [['Token-0', 'IQoJother']],
  ),
  'the token is empty': wrongToken(
    both(bySession, set('X-Amz-Security-Token', '')),
    BAD_TOKEN,
    'observed',
    [['Token-0', '']],
  ),
  'the plus signs of the token were not encoded': wrongToken(
    both(
      signedWith({ ...SESSION_KEY, sessionToken: 'IQoJ+EXAMPLE+' }),
      set('X-Amz-Security-Token', 'IQoJ+EXAMPLE+'),
    ),
    BAD_TOKEN,
    'observed',
    [['Token-0', 'IQoJ EXAMPLE ']],
  ),
  'a long-term key came with a token': wrongToken(
    set('X-Amz-Security-Token', 'IQoJ'),
    BAD_TOKEN,
    'modelled',
    [['Token-0', 'IQoJ']],
  ),
  'the session that signed has ended': deadToken(
    both(bySession, usedAt(3601)),
    'The provided token has expired.',
    'observed',
    [['Token-0', SESSION_KEY.sessionToken]],
  ),
};

// 5.5, and what policies do (4.1, 4.2, 4.4).
const AFTERWARDS: Readonly<Record<string, Refusal>> = {
  'no policy lets the signer read': denied(
    userMay(says('Allow', 's3:PutObject')),
    lacks(USER, 's3:GetObject', OBJECT),
    'documented',
  ),
  'the signer may read but not write': denied(
    both(method('PUT'), userMay(says('Allow', 's3:GetObject'))),
    lacks(USER, 's3:PutObject', OBJECT),
    'documented',
  ),
  'the permission was taken away after signing': denied(
    meanwhile({ kind: 'replace-policies', principal: USER, policies: [] }),
    lacks(USER, 's3:GetObject', OBJECT),
    'documented',
  ),
  'the permission of the role was taken away after signing': denied(
    both(bySession, meanwhile({ kind: 'replace-policies', principal: ROLE, policies: [] })),
    lacks(READER, 's3:GetObject', OBJECT),
    'documented',
  ),
  'the signer’s own policy denies it': denied(
    userMay(says('Allow', 's3:*'), says('Deny', 's3:GetObject', OBJECT)),
    forbids(USER, 's3:GetObject', 'an identity-based policy'),
    'documented',
  ),
  'the bucket policy denies presigned URLs older than ten minutes': denied(
    both(bucketSays(denyOldUrls), usedAt(601)),
    forbids(USER, 's3:GetObject', 'a resource-based policy'),
    'documented',
  ),
  'the bucket policy came to deny presigned requests after signing': denied(
    meanwhile({
      kind: 'put-bucket-policy',
      bucket: BUCKET,
      policy: policyOf('NoLinks', 'bucket', {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: {
          StringEquals: {
            's3:authType': 'REST-QUERY-STRING',
            's3:signatureversion': 'AWS4-HMAC-SHA256',
          },
        },
      }),
    }),
    forbids(USER, 's3:GetObject', 'a resource-based policy'),
    'documented',
  ),
  'the sessions of the role were revoked after this one was issued': denied(
    both(
      bySession,
      inWorld((world) => ({ ...world, now: after(START, seconds(1)) })),
      meanwhile({ kind: 'revoke-sessions', role: ROLE }),
    ),
    forbids(READER, 's3:GetObject', 'an identity-based policy'),
    'documented',
  ),
  'a session policy leaves the action out': denied(
    signedWith(
      temporaryKey(
        'narrow',
        sessionOf(ROLE, {
          sessionPolicies: [policyOf('Narrow', 'session', says('Allow', 's3:PutObject'))],
        }),
      ),
    ),
    `User: ${READER} is not authorized to perform: s3:GetObject on resource: "${OBJECT}" because no session policy allows the s3:GetObject action`,
    'documented',
  ),
  'the signer is of another account, and the bucket does not let it in': denied(
    byPartner,
    'Access Denied',
    'observed',
  ),
  'the signer is of another account and has no permission there': denied(
    both(
      byPartner,
      bucketSays({
        Effect: 'Allow',
        Principal: { AWS: PARTNER_USER },
        Action: 's3:GetObject',
        Resource: OBJECT,
      }),
      inWorld((world) => withUser(world, PARTNER_USER, { policies: [] })),
    ),
    'Access Denied',
    'observed',
  ),
  'the signer is of another account of the same organization: the answer says why': denied(
    both(
      byPartner,
      inWorld(inOneOrganization),
      bucketSays({
        Effect: 'Allow',
        Principal: { AWS: PARTNER_USER },
        Action: 's3:GetObject',
        Resource: OBJECT,
      }),
      inWorld((world) => withUser(world, PARTNER_USER, { policies: [] })),
    ),
    lacks(PARTNER_USER, 's3:GetObject', OBJECT),
    'documented',
  ),
  'the key of the object is full of XML': denied(
    both(signing({ key: `a&b<c>"d'$&.pdf` }), userMay()),
    lacks(USER, 's3:GetObject', `arn:aws:s3:::${BUCKET}/a&b<c>"d'$&.pdf`),
    'documented',
  ),
  'the object is missing, and the signer may list the bucket': noObject(
    both(empty, userMay(says('Allow', ['s3:GetObject', 's3:ListBucket']))),
    'The specified key does not exist.',
    'observed',
    [['Key', KEY]],
  ),
  'the object was deleted after signing': noObject(
    both(
      meanwhile({ kind: 'delete-object', bucket: BUCKET, key: KEY }),
      userMay(says('Allow', 's3:*')),
    ),
    'The specified key does not exist.',
    'observed',
    [['Key', KEY]],
  ),
  'the object is missing, and the signer may not list the bucket': hidden(
    empty,
    lacks(USER, 's3:ListBucket', `arn:aws:s3:::${BUCKET}`),
    'documented',
  ),
  'the object is missing, and the signer is of another account': hidden(
    both(
      empty,
      byPartner,
      bucketSays({
        Effect: 'Allow',
        Principal: { AWS: PARTNER_USER },
        Action: 's3:GetObject',
        Resource: OBJECT,
      }),
    ),
    'Access Denied',
    'observed',
  ),
  'the object has a name of JavaScript’s own': noObject(
    both(signing({ key: 'constructor' }), userMay(says('Allow', 's3:*'))),
    'The specified key does not exist.',
    'observed',
    [['Key', 'constructor']],
  ),
  'there is no such bucket': noBucket(
    signing({ bucket: 'no-such-bucket' }),
    'The specified bucket does not exist',
    'observed',
    [['BucketName', 'no-such-bucket']],
  ),
  'there is no such bucket, with dots in its name': noBucket(
    signing({ bucket: 'no.such.bucket' }),
    'The specified bucket does not exist',
    'observed',
    [['BucketName', 'no.such.bucket']],
  ),
};

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
const mismatch = refusal('s3.signature-matches', 403, 'SignatureDoesNotMatch');
const hexBytes = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** A change after signing, what it changes in the canonical request, and the key S3 then looks at. */
const CHANGED: Readonly<
  Record<string, readonly [change: Change, differs: readonly string[], keyId?: string]>
> = {
  'the method is PUT': [sending({ method: 'PUT' }), ['method']],
  'the method is HEAD': [sending({ method: 'HEAD' }), ['method']],
  'the path names another object': [path('/salaries.pdf'), ['path']],
  'the path has a slash more': [path(`//${KEY}`), ['path']],
  'the lifetime is a second shorter': [set('X-Amz-Expires', '86399'), ['X-Amz-Expires']],
  'the lifetime is longer': [set('X-Amz-Expires', '604800'), ['X-Amz-Expires']],
  'the signing date is a second later': [set('X-Amz-Date', '20260115T120001Z'), ['X-Amz-Date']],
  'a parameter was added': [set('x-id', 'GetObject'), ['x-id']],
  'the content type asked for was added': [
    set('response-content-type', 'text%2Fplain'),
    ['response-content-type'],
  ],
  'a signed header is missing': [
    signing({ headers: { 'x-amz-meta-a': '1' } }),
    ['header x-amz-meta-a'],
  ],
  'the hash of the body was signed, and is not sent': [
    signing({ headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }),
    ['header x-amz-content-sha256'],
  ],
  'a signed header has another value': [
    both(
      signing({ headers: { 'Content-Type': 'text/plain' } }),
      sends(['Content-Type', 'text/html']),
    ),
    ['header content-type'],
  ],
  'the list of signed headers is longer': [
    both(set('X-Amz-SignedHeaders', 'host%3Brange'), sends(['Range', 'bytes=0-4'])),
    ['X-Amz-SignedHeaders', 'header range', 'signed headers'],
  ],
  'the key id is another user’s': [
    scope(`${PARTNER_KEY.id}/20260115/${REGION}/s3/aws4_request`),
    ['X-Amz-Credential'],
    PARTNER_KEY.id,
  ],
  'the signature itself was changed': [set('X-Amz-Signature', '0'.repeat(64)), []],
  'the signature is in capitals': [
    both(valid, (use) =>
      set('X-Amz-Signature', parameterOf(valid, 'X-Amz-Signature').toUpperCase())(use),
    ),
    [],
  ],
  'the host was changed to the old global one': [
    edited({ kind: 'set-host', host: `${BUCKET}.s3.amazonaws.com` }),
    ['header host'],
  ],
  'method, path and lifetime were all changed': [
    both(
      sending({ method: 'DELETE' }),
      edited(
        { kind: 'set-path', path: '/other' },
        { kind: 'set-parameter', name: 'X-Amz-Expires', value: '60' },
      ),
      usedAt(0),
    ),
    ['method', 'path', 'X-Amz-Expires'],
  ],
};

const OF_THE_SIGNATURE: Readonly<Record<string, Refusal>> = Object.fromEntries(
  Object.entries(CHANGED).map(([name, [change, , keyId = NAME]]) => {
    const { canonicalRequest, stringToSign, provided } = evidenceOf(
      play(change),
      's3.signature-matches',
    );
    return [
      name,
      mismatch(change, MISMATCH, 'observed', [
        ['AWSAccessKeyId', keyId],
        ['StringToSign', stringToSign],
        ['SignatureProvided', provided],
        ['StringToSignBytes', hexBytes(stringToSign)],
        ['CanonicalRequest', canonicalRequest],
        ['CanonicalRequestBytes', hexBytes(canonicalRequest)],
      ]),
    ];
  }),
);

const REFUSALS = Object.entries({
  ...OF_THE_REQUEST,
  ...OF_THE_SIGNER,
  ...AFTERWARDS,
  ...OF_THE_SIGNATURE,
});

const GRANTS: Readonly<Record<string, Change>> = {
  'by a user’s key, an hour after signing': valid,
  'for exactly seven days': asks(604_800),
  'in the very second it ends': usedAt(86_400),
  'for no time at all, in that very second': both(asks(0), usedAt(0)),
  'seven days later, to the second': both(asks(604_800), usedAt(604_800)),
  'again, as often as one likes': usedAt(7200),
  'dated exactly 15 minutes ahead': both(clockRuns(900), usedAt(0)),
  'dated 20 minutes ahead, once five of them have passed': both(clockRuns(1200), usedAt(300)),
  'older than 15 minutes: that limit is for signed headers': both(clockRuns(-1800), usedAt(3600)),
  'by a session, in its last second': both(bySession, usedAt(3600)),
  'by a session, for longer than it will live': both(bySession, asks(604_800), usedAt(60)),
  'with a header that needs no signature': sends(
    ['Range', 'bytes=0-4'],
    ['Content-Type', 'text/plain'],
  ),
  'with an unsigned hash of the body': sends(['x-amz-content-sha256', 'UNSIGNED-PAYLOAD']),
  'with the hash of the body that was signed': both(
    signing({ headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }),
    sends(['x-amz-content-sha256', 'UNSIGNED-PAYLOAD']),
  ),
  'with the headers that were signed': both(
    signing({ headers: { 'X-Amz-Meta-A': 'one  two' } }),
    sends(['x-amz-meta-a', 'one two']),
  ),
  'from a bucket with dots in its name': both(
    inWorld((world) => ({
      ...world,
      accounts: Object.fromEntries(
        Object.entries(world.accounts).map(([id, account]) => [
          id,
          id === ACCOUNT
            ? {
                ...account,
                buckets: {
                  'my.reports': {
                    name: 'my.reports',
                    region: REGION,
                    objects: { [KEY]: { contentType: 'a/b', body: 'x' } },
                  },
                },
              }
            : account,
        ]),
      ),
    })),
    signing({ bucket: 'my.reports' }),
    userMay(says('Allow', 's3:GetObject')),
  ),
  'for a key with slashes, spaces and letters of all kinds': both(
    signing({ key: 'a b/ü+%20/日本.pdf' }),
    inWorld((world) =>
      withBucket(world, { objects: { 'a b/ü+%20/日本.pdf': { contentType: 'a/b', body: 'x' } } }),
    ),
  ),
  'by the bucket policy alone, inside the account': both(
    userMay(),
    bucketSays({
      Effect: 'Allow',
      Principal: { AWS: USER },
      Action: 's3:GetObject',
      Resource: OBJECT,
    }),
  ),
  'across accounts, where both sides allow it': both(
    byPartner,
    bucketSays({
      Effect: 'Allow',
      Principal: { AWS: PARTNER_USER },
      Action: 's3:GetObject',
      Resource: OBJECT,
    }),
  ),
  'at ten minutes, where the bucket policy denies older ones': both(
    bucketSays(denyOldUrls),
    usedAt(600),
  ),
  'by a session issued in the second its role’s sessions were revoked': both(
    bySession,
    meanwhile({ kind: 'revoke-sessions', role: ROLE }),
  ),
  'by a user, whatever role’s sessions were revoked': meanwhile({
    kind: 'revoke-sessions',
    role: ROLE,
  }),
  'by a session, after the key of the user who opened it was deleted': both(
    bySession,
    meanwhile({ kind: 'delete-key', keyId: NAME }),
  ),
  'by a session, after the key of the user who opened it was deactivated': both(
    bySession,
    meanwhile({ kind: 'deactivate-key', keyId: NAME }),
  ),
  'by a session issued after its role’s sessions were revoked': both(
    signedWith({
      ...SESSION_KEY,
      issuedAt: after(START, seconds(60)),
      expiresAt: after(START, hours(2)),
    }),
    inWorld((world) => ({ ...world, now: after(START, seconds(30)) })),
    meanwhile({ kind: 'revoke-sessions', role: ROLE }),
  ),
};

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
};

describe('a presigned request is refused when', () => {
  test.each(REFUSALS)('%s', (_, { change, rule, status, code, message, wording, details }) => {
    const trace = play(change);
    expect(answerOf(trace).status).toBe(status);
    const { outcome } = answerOf(trace);
    if (outcome.kind === 'granted') throw new Error('It was granted');
    expect(outcome.rule).toBe(rule);
    expect(outcome.error).toEqual({ service: 's3', code, status, message, wording, details });
    expect(outcome.check).toBe(checksOf(trace).at(-1));
  });

  test.each(REFUSALS)(
    '%s, and the answer says so in XML',
    (_, { change, status, code, message, details = [] }) => {
      const response = textOf(answerOf(play(change)), 'response');
      const { method: verb } = change(VALID).open;
      const head = [
        `HTTP/1.1 ${status} ${REASONS[status]}`,
        `x-amz-request-id: ${s3RequestId('open-url')}`,
        `x-amz-id-2: ${s3HostId('open-url')}`,
      ];
      // HEAD answers carry no body, so nothing says what it would be.
      const isHead = verb === 'HEAD';
      expect(response.split('\n\n')[0]).toBe(
        [...head, ...(isHead ? [] : ['Content-Type: application/xml'])].join('\n'),
      );
      expect(elementsOf(response)).toEqual(
        isHead
          ? []
          : [
              ['Code', code],
              ['Message', message],
              ...details,
              ['RequestId', s3RequestId('open-url')],
              ['HostId', s3HostId('open-url')],
            ],
      );
    },
  );

  test.each(REFUSALS)('%s: nothing changes in the world', (_, { change }) => {
    const steps = stepsOf(play(change));
    for (const step of steps) expect(step.world).toBe(steps[0]?.world);
  });
});

/** The checks that are always made; the others are served.test.ts's. */
const order: readonly RuleId[] = OPEN_URL_RULES.filter(({ applies }) => !applies).map(
  ({ id }) => id,
);

test('every rule refuses something in the tables', () => {
  const refusing = new Set(REFUSALS.map(([, { rule }]) => rule));
  expect([...refusing].toSorted()).toEqual(order.toSorted());
});

describe('a presigned request is granted', () => {
  test.each(Object.entries(GRANTS))('%s', (_, change) => {
    const trace = play(change);
    expect(answerOf(trace).outcome).toEqual({ kind: 'granted' });
    expect(checksOf(trace).map(({ result }) => result)).not.toContain('fail');
    expect(checksOf(trace).flatMap(({ rule }) => (order.includes(rule) ? [rule] : []))).toEqual(
      order,
    );
    expect(stepsOf(trace).some(({ row }) => row === 'not-reached')).toBe(false);
  });
});

describe('the checks of a presigned request', () => {
  /** The rows of a run in a line each: `check s3.key-known pass`. */
  const rowsOf = (trace: Trace): readonly string[] =>
    stepsOf(trace).flatMap((step) => {
      if (step.row === 'check') {
        const { rule, result } = step.check;
        return order.includes(rule) ? [`check ${rule} ${result}`] : [];
      }
      if (step.row !== 'not-reached') return [step.row];
      const rest = step.rules.filter((rule) => order.includes(rule));
      return rest.length > 0 ? [`not reached ${rest.join(' ')}`] : [];
    });

  /** The rows there must be: checks that pass, one that fails unless all is granted, the rest unreached in one row. */
  const rowsUntil = (deciding: RuleId | undefined): readonly string[] => {
    const place = deciding === undefined ? order.length : order.indexOf(deciding);
    const rest = order.slice(place + 1);
    return [
      'call',
      ...order.slice(0, place).map((id) => `check ${id} pass`),
      ...(deciding === undefined ? [] : [`check ${deciding} fail`]),
      ...(rest.length > 0 ? [`not reached ${rest.join(' ')}`] : []),
      'answer',
    ];
  };

  test.each(REFUSALS)('come in order when %s', (_, { change, rule }) => {
    expect(rowsOf(play(change))).toEqual(rowsUntil(rule));
  });

  test('come in order, and the earliest problem decides, when there are several', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(REFUSALS, { minLength: 2, maxLength: 4 }), (rows) => {
        const trace = play(both(...rows.map(([, { change }]) => change)));
        const { outcome } = answerOf(trace);
        expect(rowsOf(trace)).toEqual(
          rowsUntil(outcome.kind === 'granted' ? undefined : outcome.rule),
        );
      }),
    );
  });

  // presigned-urls.md 5.1: only these two places are more than a choice of ours.
  test('ask whether the URL has expired before they ask for the signature', () => {
    expect(order.indexOf('s3.url-alive')).toBeLessThan(order.indexOf('s3.signature-matches'));
  });

  test('ask for unsigned headers before they ask for the signature', () => {
    const trace = play(
      both(signing({ headers: { 'x-amz-meta-a': '1' } }), sends(['x-amz-meta-b', '2'])),
    );
    expect(answerOf(trace).outcome).toMatchObject({ rule: 's3.headers-signed' });
  });
});

describe('the evidence of the signature names what was changed', () => {
  test.each(Object.entries(CHANGED))('%s', (_, [change, differs]) => {
    expect(evidenceOf(play(change), 's3.signature-matches').differs).toEqual(differs);
  });

  test('nothing, when nothing was', () => {
    const evidence = evidenceOf(play(valid), 's3.signature-matches');
    expect(evidence.differs).toEqual([]);
    expect(evidence.provided).toBe(evidence.expected);
  });

  test('nothing, when the parameters only changed places', () => {
    const url = new URL(urlOf(valid));
    const pairs = url.search.slice(1).split('&');
    const turned: UrlEdit[] = pairs.flatMap((pair): UrlEdit[] => {
      const [name = '', value = ''] = pair.split('=');
      return [
        { kind: 'drop-parameter', name },
        { kind: 'set-parameter', name, value },
      ];
    });
    const trace = play(edited(...turned.slice(0, 4)));
    expect(textOf(stepsOf(trace)[0], 'url')).not.toBe(urlOf(valid));
    expect(answerOf(trace).outcome).toEqual({ kind: 'granted' });
  });

  test('with the texts S3 worked on beside the check', () => {
    const step = stepsOf(play(path('/other'))).find(
      ({ id }) => id === 'open-url.signature-matches',
    );
    expect(textOf(step, 'canonical-request').split('\n').slice(0, 2)).toEqual(['GET', '/other']);
    expect(textOf(step, 'string-to-sign').split('\n').slice(0, 3)).toEqual([
      'AWS4-HMAC-SHA256',
      '20260115T120000Z',
      '20260115/eu-central-1/s3/aws4_request',
    ]);
  });
});

describe('the evidence of time', () => {
  test('it is the URL’s own window, whoever signed', () => {
    expect(evidenceOf(play(both(bySession, usedAt(60))), 's3.url-alive')).toMatchObject({
      at: after(START, minutes(1)),
      from: START,
      until: after(START, days(1)),
    });
  });

  test('it is the session’s window, where a session signed', () => {
    expect(evidenceOf(play(bySession), 's3.token-alive')).toMatchObject({
      from: START,
      until: after(START, hours(1)),
    });
  });

  test('it has no end for a user’s key', () => {
    expect(evidenceOf(play(valid), 's3.token-alive')).toEqual({
      kind: 'window',
      at: after(START, hours(1)),
      paths: [`credential:${NAME}/expiresAt`, 'clock'],
    });
  });

  test('it decides like the rule in ten lines: min(date + expires, end of the session)', () => {
    const lengths = fc.integer({ min: 1, max: 604_800 });
    fc.assert(
      fc.property(
        lengths,
        lengths,
        fc.integer({ min: 0, max: 700_000 }),
        (session, expires, used) => {
          const key = { ...SESSION_KEY, expiresAt: after(START, seconds(session)) };
          const trace = play(both(signedWith(key), asks(expires), usedAt(used)));
          const dead: Instant = after(START, seconds(Math.min(session, expires)));
          expect(answerOf(trace).outcome.kind).toBe(
            after(START, seconds(used)) > dead ? 'refused' : 'granted',
          );
        },
      ),
    );
  });

  test('it counts s3:signatureAge from the date in the URL, in milliseconds', () => {
    const aged = (limit: string): Change =>
      bucketSays({
        ...denyOldUrls,
        Condition: { NumericGreaterThan: { 's3:signatureAge': limit } },
      });
    const slow = both(clockRuns(-300), usedAt(300));
    expect(answerOf(play(both(slow, aged('600000')))).outcome.kind).toBe('granted');
    expect(answerOf(play(both(slow, aged('599999')))).outcome.kind).toBe('refused');
  });
});

describe('what S3 serves', () => {
  const bucketAfter = (change: Change) =>
    findBucket(answerOf(play(change)).world, BUCKET)?.bucket.objects;

  test('it answers GET with the object', () => {
    const step = answerOf(play(valid));
    expect(step.status).toBe(200);
    expect(textOf(step, 'response')).toBe(`HTTP/1.1 200 OK
x-amz-request-id: ${s3RequestId('open-url')}
x-amz-id-2: ${s3HostId('open-url')}
Content-Type: application/pdf
Content-Length: 15

%PDF-1.7 report`);
  });

  test('it answers HEAD with the same headers and no body', () => {
    const step = answerOf(play(method('HEAD')));
    expect(step.status).toBe(200);
    expect(textOf(step, 'response')).toBe(`HTTP/1.1 200 OK
x-amz-request-id: ${s3RequestId('open-url')}
x-amz-id-2: ${s3HostId('open-url')}
Content-Type: application/pdf
Content-Length: 15`);
  });

  test('it counts the bytes of the body, and sends its last line feed', () => {
    const objects = { [KEY]: { contentType: 'text/plain', body: 'größer\n' } };
    const text = textOf(
      answerOf(play(inWorld((world) => withBucket(world, { objects })))),
      'response',
    );
    expect(text).toContain('Content-Length: 9\n\ngrößer\n');
    expect(text.endsWith('größer\n')).toBe(true);
  });

  test('it answers HEAD for a missing object with the status alone', () => {
    const step = answerOf(play(both(method('HEAD'), empty, userMay(says('Allow', 's3:*')))));
    expect(step.status).toBe(404);
    expect(textOf(step, 'response')).toBe(`HTTP/1.1 404 Not Found
x-amz-request-id: ${s3RequestId('open-url')}
x-amz-id-2: ${s3HostId('open-url')}`);
  });

  test('it overwrites an object by PUT, and writes one that was not there', () => {
    expect(answerOf(play(method('PUT'))).status).toBe(200);
    const changed = bucketAfter(method('PUT'));
    expect(Object.keys(changed ?? {})).toEqual([KEY]);
    expect(changed?.[KEY]?.body).not.toBe('%PDF-1.7 report');
    expect(
      Object.keys(bucketAfter(both(method('PUT'), signing({ key: 'new.pdf' }))) ?? {}),
    ).toEqual([KEY, 'new.pdf']);
  });

  test('it deletes by DELETE, answers 204, and does not mind when there is nothing', () => {
    expect(answerOf(play(method('DELETE'))).status).toBe(204);
    expect(bucketAfter(method('DELETE'))).toEqual({});
    expect(answerOf(play(both(method('DELETE'), empty))).status).toBe(204);
  });

  test('it changes nothing by GET', () => {
    const trace = play(valid);
    expect(answerOf(trace).world).toBe(stepsOf(trace)[0]?.world);
  });
});

describe('the request', () => {
  test('it is the URL as it was signed', () => {
    const url = urlOf(valid);
    const [first] = stepsOf(play(valid));
    expect(textOf(first, 'url')).toBe(url);
    expect(textOf(first, 'request')).toBe(
      `GET ${url.replace('https://quarterly-reports.s3.eu-central-1.amazonaws.com', '')} HTTP/1.1\nHost: quarterly-reports.s3.eu-central-1.amazonaws.com`,
    );
  });

  test('it shows the policies that were read beside the check of permission', () => {
    const shown = (change: Change) =>
      stepsOf(play(change))
        .find(({ id }) => id === 'open-url.signer-allowed')
        ?.artifacts.map(({ name }) => name);
    expect(shown(valid)).toEqual(['UserPolicy']);
    expect(shown(bySession)).toEqual(['ReaderPolicy']);
    expect(shown(both(bySession, bucketSays(denyOldUrls)))).toEqual([
      'ReportsPolicy',
      'ReaderPolicy',
    ]);
    expect(shown(meanwhile({ kind: 'revoke-sessions', role: ROLE }))).toEqual(['UserPolicy']);
  });

  test('it is refused alike where the role of the session is gone', () => {
    const gone = signedWith(temporaryKey('orphan', sessionOf(roleArn(ACCOUNT, 'Deleted'))));
    expect(answerOf(play(gone)).outcome).toMatchObject({ rule: 's3.signer-allowed' });
  });

  test('it is refused where the role was made anew under the same name', () => {
    const anew = both(
      bySession,
      inWorld((world) => withRole(world, ROLE, { roleId: 'AROAAAAAAAAAAAAAAAAAA' })),
    );
    expect(answerOf(play(anew)).outcome).toMatchObject({ rule: 's3.signer-allowed' });
  });
});
