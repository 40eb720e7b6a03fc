import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, isoDate, parseAmzDate, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import { parseCredential } from '../sigv4/credentialScope.ts';
import { findBucket } from '../world.ts';
import { FUTURE_TOLERANCE, LONGEST_URL } from './limits.ts';
import { parameterOf, scopeOf, signedAt, SIX_PARAMETERS } from './received.ts';
import type { S3Context } from './received.ts';

/** S3's checks of the request itself: its parameters and its times (presigned-urls.md 5.1, steps 1 to 6). */

const malformed = (
  message: string,
  wording: 'observed' | 'modelled',
  details: readonly (readonly [string, string])[] = [],
) => s3Error('AuthorizationQueryParametersError', message, wording, details);

/** The moment the URL ends by its own date. */
export const endsAt = (context: S3Context): Instant =>
  after(signedAt(context), seconds(Number(parameterOf(context, 'X-Amz-Expires'))));

export const oneMechanism: Rule<S3Context, 's3.one-mechanism'> = {
  id: 's3.one-mechanism',
  test: ({ received }) => {
    const header = received.headers.find(([name]) => name.toLowerCase() === 'authorization');
    const evidence = {
      kind: 'absence',
      found: header ? ['Authorization'] : [],
      paths: ['header:Authorization'],
    } as const;
    if (!header) return finding(evidence);
    const message =
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified';
    return finding(
      evidence,
      s3Error('InvalidArgument', message, 'observed', [
        ['ArgumentName', 'Authorization'],
        ['ArgumentValue', header[1]],
      ]),
    );
  },
};

export const sixParameters: Rule<S3Context, 's3.six-parameters'> = {
  id: 's3.six-parameters',
  test: ({ received }) => {
    const missing = SIX_PARAMETERS.filter((name) => !received.parameters.has(name));
    const message =
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';
    return finding(
      {
        kind: 'presence',
        wanted: SIX_PARAMETERS,
        missing,
        paths: SIX_PARAMETERS.map((name) => `url:${name}` as const),
      },
      missing.length > 0 ? malformed(message, 'observed') : undefined,
    );
  },
};

const NO_SCOPE = { accessKeyId: '', day: '', region: '', service: '', terminal: '' };

/** What the credential has to be, each with the error of its own that S3 sends. */
function scopeConstraints(context: S3Context, expected: string) {
  const text = parameterOf(context, 'X-Amz-Credential');
  const scope = parseCredential(text);
  const { terminal, service, day, region } = scope ?? NO_SCOPE;
  const algorithm = parameterOf(context, 'X-Amz-Algorithm');
  const parsing = 'Error parsing the X-Amz-Credential parameter;';
  const shape =
    'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';
  return [
    {
      shown: {
        name: 'X-Amz-Algorithm',
        value: algorithm,
        constraint: 'is AWS4-HMAC-SHA256',
        met: algorithm === 'AWS4-HMAC-SHA256',
      },
      error: malformed(
        'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
        'modelled',
      ),
    },
    {
      shown: {
        name: 'X-Amz-Credential',
        value: text,
        constraint: 'has five parts',
        met: scope !== undefined,
      },
      error: malformed(`${parsing} ${shape}`, 'observed'),
    },
    {
      shown: {
        name: 'terminal',
        value: terminal,
        constraint: 'is aws4_request',
        met: terminal === 'aws4_request',
      },
      error: malformed(
        `${parsing} incorrect terminal "${terminal}". This endpoint uses "aws4_request".`,
        'modelled',
      ),
    },
    {
      shown: { name: 'service', value: service, constraint: 'is s3', met: service === 's3' },
      error: malformed(
        `${parsing} incorrect service "${service}". This endpoint belongs to "s3".`,
        'modelled',
      ),
    },
    {
      shown: {
        name: 'scope date',
        value: day,
        constraint: 'has the form 20260115',
        met: /^\d{8}$/.test(day),
      },
      error: malformed(
        `${parsing} incorrect date format "${day}". This date in the credential must be in the format "yyyyMMdd".`,
        'modelled',
      ),
    },
    {
      shown: {
        name: 'Region',
        value: region,
        constraint: `is ${expected}`,
        met: region === expected,
      },
      error: malformed(
        `${parsing} the region '${region}' is wrong; expecting '${expected}'`,
        'observed',
        [['Region', expected]],
      ),
    },
  ];
}

/** What S3 says of a form's credential is no more than the complaint itself (seen of a wrong Region). */
function asFormError({ received }: S3Context, error: AwsError | undefined): AwsError | undefined {
  if (!error || received.signedIn !== 'form') return error;
  const message = error.message.replace(/^Error parsing the X-Amz-Credential parameter; /, '');
  const details = [['ArgumentName', 'X-Amz-Credential'], ...error.details] as const;
  return s3Error('InvalidArgument', message, error.wording, details);
}

export const credentialScope: Rule<S3Context, 's3.credential-scope'> = {
  id: 's3.credential-scope',
  test: (context) => {
    const { world, received } = context;
    const region =
      findBucket(world, received.bucket)?.bucket.region ?? received.region ?? 'us-east-1';
    const constraints = scopeConstraints(context, region);
    return finding(
      {
        kind: 'constraints',
        parameters: constraints.map(({ shown }) => shown),
        paths: ['url:X-Amz-Algorithm', 'url:X-Amz-Credential', `bucket:${received.bucket}/region`],
      },
      asFormError(context, constraints.find(({ shown }) => !shown.met)?.error),
    );
  },
};

export const dateWellFormed: Rule<S3Context, 's3.date-well-formed'> = {
  id: 's3.date-well-formed',
  test: (context) => {
    const date = parameterOf(context, 'X-Amz-Date');
    const { day } = scopeOf(context);
    const isDate = parseAmzDate(date) !== undefined;
    const isSameDay = date.slice(0, 8) === day;
    const evidence = {
      kind: 'constraints',
      parameters: [
        {
          name: 'X-Amz-Date',
          value: date,
          constraint: 'has the form 20260115T120000Z',
          met: isDate,
        },
        { name: 'scope date', value: day, constraint: `is the day of X-Amz-Date`, met: isSameDay },
      ],
      paths: ['url:X-Amz-Date', 'url:X-Amz-Credential'],
    } as const;
    if (!isDate) {
      return finding(
        evidence,
        malformed(
          "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
          'modelled',
        ),
      );
    }
    const message = `Invalid credential date "${day}". This date is not the same as X-Amz-Date: "${date.slice(0, 8)}".`;
    return finding(evidence, isSameDay ? undefined : malformed(message, 'modelled'));
  },
};

export const expiresInRange: Rule<S3Context, 's3.expires-in-range'> = {
  id: 's3.expires-in-range',
  test: (context) => {
    const value = parameterOf(context, 'X-Amz-Expires');
    const evidence = {
      kind: 'range',
      what: 'X-Amz-Expires',
      value,
      min: seconds(0),
      max: LONGEST_URL,
      paths: ['url:X-Amz-Expires'],
    } as const;
    if (!/^-?\d+$/.test(value)) {
      return finding(evidence, malformed('X-Amz-Expires should be a number', 'observed'));
    }
    if (value.startsWith('-')) {
      return finding(evidence, malformed('X-Amz-Expires must be non-negative', 'modelled'));
    }
    // S3's own words say "less than", yet exactly seven days is the documented maximum.
    const message =
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds';
    return finding(
      evidence,
      Number(value) > LONGEST_URL ? malformed(message, 'observed') : undefined,
    );
  },
};

export const notInTheFuture: Rule<S3Context, 's3.not-in-the-future'> = {
  id: 's3.not-in-the-future',
  test: (context) => {
    const { now } = context.world;
    const date = signedAt(context);
    const from = after(date, seconds(-FUTURE_TOLERANCE));
    return finding(
      { kind: 'window', at: now, from, paths: ['url:X-Amz-Date', 'clock'] },
      now < from
        ? s3Error('AccessDenied', 'Request is not yet valid', 'observed', [
            ['X-Amz-Date', `${date}`],
            ['Expires', isoDate(endsAt(context))],
            ['ServerTime', isoDate(now)],
          ])
        : undefined,
    );
  },
};

export const urlAlive: Rule<S3Context, 's3.url-alive'> = {
  id: 's3.url-alive',
  test: (context) => {
    const { now } = context.world;
    const from = signedAt(context);
    const until = endsAt(context);
    return finding(
      {
        kind: 'window',
        at: now,
        from,
        until,
        paths: ['url:X-Amz-Date', 'url:X-Amz-Expires', 'clock'],
      },
      now > until
        ? s3Error('AccessDenied', 'Request has expired', 'observed', [
            ['X-Amz-Expires', parameterOf(context, 'X-Amz-Expires')],
            ['Expires', isoDate(until)],
            ['ServerTime', isoDate(now)],
          ])
        : undefined,
    );
  },
};
