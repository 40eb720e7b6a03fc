import { rolesAnywhereError } from '../errors.ts';
import { actField } from '../credentials.ts';
import type { Constraints } from '../evidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { after, amzDate, parseAmzDate, seconds } from '../time.ts';
import type { CreateSession } from './acts.ts';
import { denied, leafOf } from './context.ts';
import type { SessionContext } from './context.ts';
import { findCertificate } from './find.ts';
import { CLOCK_TOLERANCE, DURATION_BOUNDS, LONGEST_CHAIN, isDuration } from './limits.ts';
import {
  algorithmOf,
  canonicalOf,
  headersOf,
  parseAuthorization,
  textToSign,
} from './signature.ts';
import type { Authorization } from './signature.ts';
import { standIn } from './standIn.ts';

/** The first checks of a CreateSession: its form, then its signature and date (roles-anywhere.md 3.1, 3.2 and 5.3). */

// Both from the API model (roles-anywhere.md 1.1, 1.3 and 3.1).
const ARNS = {
  trustAnchorArn: /^arn:aws(?:-[^:]+)?:rolesanywhere(?::.*){2}:trust-anchor/,
  profileArn: /^arn:aws(?:-[^:]+)?:rolesanywhere(?::.*){2}:profile/,
  roleArn: /^arn:aws(?:-[^:]+)?:iam(?::.*){2}:role/,
} as const;

type Row = Constraints['parameters'][number];

const rowsOf = ({ world, act }: SessionContext): readonly Row[] => [
  ...Object.entries(ARNS).map(([name, pattern]): Row => {
    // The table's names are those of three fields of the act.
    const value = act[name as keyof typeof ARNS];
    return {
      name,
      value,
      constraint: 'Member must be the ARN of such a resource',
      met: value.length <= 1011 && pattern.test(value),
    };
  }),
  {
    name: 'X-Amz-X509',
    value: findCertificate(world, act.certificate) ? 'a certificate' : 'no certificate',
    constraint: 'Member must be a certificate in base64',
    met: findCertificate(world, act.certificate) !== undefined,
  },
  {
    name: 'X-Amz-X509-Chain',
    value: `${act.chain.length}`,
    constraint: `Member must have ${LONGEST_CHAIN} certificates or less`,
    met: act.chain.length <= LONGEST_CHAIN,
  },
  ...act.chain
    .filter((id) => !findCertificate(world, id))
    .map(() => ({
      name: 'X-Amz-X509-Chain',
      value: 'something else',
      constraint: 'Member must be certificates in base64',
      met: false,
    })),
  ...durationRows(act),
  ...nameRows(act),
];

const durationRows = ({ durationSeconds }: CreateSession): readonly Row[] =>
  durationSeconds === undefined
    ? []
    : [
        {
          name: 'durationSeconds',
          value: `${durationSeconds}`,
          constraint: `Member must have value between ${DURATION_BOUNDS.min} and ${DURATION_BOUNDS.max}`,
          met: isDuration(durationSeconds),
        },
      ];

const nameRows = ({ roleSessionName }: CreateSession): readonly Row[] =>
  roleSessionName === undefined
    ? []
    : [
        {
          name: 'roleSessionName',
          value: roleSessionName,
          constraint: 'Member must satisfy regular expression pattern: [\\w+=,.@-]{2,64}',
          met: /^[\w+=,.@-]{2,64}$/.test(roleSessionName),
        },
      ];

/** The wording of these errors was seen nowhere (roles-anywhere.md 5.1). */
export const requestValid: Rule<SessionContext, 'rolesanywhere.request-valid'> = {
  id: 'rolesanywhere.request-valid',
  test: (context) => {
    const parameters = rowsOf(context);
    const broken = parameters.find(({ met }) => !met);
    const fields = ['trustAnchorArn', 'profileArn', 'roleArn', 'certificate', 'chain'];
    return finding(
      {
        kind: 'constraints',
        parameters,
        paths: [...fields, 'durationSeconds', 'roleSessionName'].map((field) =>
          actField(context.act, field),
        ),
      },
      broken &&
        rolesAnywhereError(
          'ValidationException',
          `1 validation error detected: Value '${broken.value}' at '${broken.name}' failed to satisfy constraint: ${broken.constraint}`,
          'modelled',
        ),
    );
  },
};

// Seen for tampered requests and for a clock that was half an hour off, with no word of the time (roles-anywhere.md 5.1).
const INVALID = denied('Invalid signature', 'observed');

/** What a header names that must be signed: the certificates (User Guide, authentication). */
const MUST_SIGN = ['x-amz-x509', 'x-amz-x509-chain'];

/** What of a signature does not fit the certificate and the request, in words; empty where all does. */
function faultsOf(
  context: SessionContext,
  authorization: Authorization,
  text: string,
): readonly string[] {
  const { act, call } = context;
  const headers = headersOf(call);
  const leaf = leafOf(context);
  const { algorithm, serial, scope, signedHeaders } = authorization;
  const day = headers.get('x-amz-date')?.slice(0, 8) ?? '';
  const unsigned = MUST_SIGN.filter((name) => headers.has(name) && !signedHeaders.includes(name));
  return [
    ...(algorithm === algorithmOf(leaf.publicKey) ? [] : ['the algorithm']),
    ...(serial === leaf.serialNumber.decimal ? [] : ['the serial number']),
    ...(scope === `${day}/${act.region}/rolesanywhere/aws4_request` ? [] : ['the scope']),
    ...unsigned.map((name) => `${name}, which was not signed`),
    ...(isMade(context, authorization, text) ? [] : ['the private key or what was signed']),
  ];
}

/** Whether the private key of the certificate made the signature: by what was verified, or, for a call made here that nobody has signed yet, by its stand-in. */
function isMade(
  { world, act, arrived }: SessionContext,
  { signature }: Authorization,
  text: string,
): boolean {
  const texts = world.x509?.texts ?? [];
  const hash = texts.length > 0 ? sha256Hex(text) : '';
  const known = texts.find(
    (one) =>
      one.certificate === act.certificate && one.text === hash && one.signature === signature,
  );
  if (known) return known.result === 'valid';
  return !arrived && signature === standIn(act.certificate, text);
}

export const signatureMatches: Rule<SessionContext, 'rolesanywhere.signature-matches'> = {
  id: 'rolesanywhere.signature-matches',
  test: (context) => {
    const { call } = context;
    const authorization = parseAuthorization(headersOf(call).get('authorization') ?? '');
    const text = authorization ? textToSign(call, authorization) : '';
    const differs = authorization
      ? faultsOf(context, authorization, text)
      : ['the Authorization header'];
    return finding(
      {
        kind: 'verification',
        provided: authorization?.signature ?? '',
        canonicalRequest: canonicalOf(call, authorization?.signedHeaders ?? []),
        stringToSign: text,
        differs,
        paths: ['header:Authorization', actField(context.act, 'certificate')],
      },
      differs.length === 0 ? undefined : INVALID,
    );
  },
};

export const signatureCurrent: Rule<SessionContext, 'rolesanywhere.signature-current'> = {
  id: 'rolesanywhere.signature-current',
  test: ({ world, call }) => {
    const sent = headersOf(call).get('x-amz-date') ?? '';
    const at = parseAmzDate(sent) ?? parseAmzDate('19700101T000000Z') ?? world.now;
    const from = after(world.now, seconds(-CLOCK_TOLERANCE));
    const until = after(world.now, CLOCK_TOLERANCE);
    return finding(
      { kind: 'window', at, from, until, paths: ['header:X-Amz-Date', 'clock'] },
      amzDate(at) === sent && at >= from && at <= until ? undefined : INVALID,
    );
  },
};
