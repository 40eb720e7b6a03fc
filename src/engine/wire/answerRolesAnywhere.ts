import { rolesAnywhereError } from '../errors.ts';
import type { CreateSession } from '../rolesanywhere/acts.ts';
import { answerSession } from '../rolesanywhere/createSession.ts';
import { refusal } from '../rolesanywhere/json.ts';
import { headersOf, parseAuthorization, textToSign } from '../rolesanywhere/signature.ts';
import { base64ToBytes } from '../sigv4/base64.ts';
import { parseQuery } from '../sigv4/query.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { seconds } from '../time.ts';
import type { World } from '../world.ts';
import type { Certificate, VerifiedText, X509Material } from '../x509/certificate.ts';
import { readCertificate } from '../x509/readCertificate.ts';
import type { HttpAnswer, HttpCall } from './http.ts';

/** Roles Anywhere as a server: an HTTP request comes in, an HTTP response goes out, and the world is another. */

export interface Served {
  readonly answer: HttpAnswer;
  readonly world: World;
}

/** What a request says that somebody with cryptography must verify. */
export interface Claimed {
  readonly leaf: Certificate;
  readonly sent: readonly Certificate[];
  readonly text: string;
  /** Lower-case hex. */
  readonly signature: string;
}

const certificatesIn = (header: string | undefined): readonly (Certificate | undefined)[] =>
  (header === undefined || header === '' ? [] : header.split(',')).map((one) => {
    const bytes = base64ToBytes(one.trim());
    const read = bytes && readCertificate(bytes);
    return read && 'value' in read ? read.value : undefined;
  });

/** The certificates of a request as they came; undefined where one cannot be read. */
function certificatesOf(call: HttpCall) {
  const headers = headersOf(call);
  const [leaf] = certificatesIn(headers.get('x-amz-x509'));
  return { leaf, chain: certificatesIn(headers.get('x-amz-x509-chain')) };
}

/** The certificates of a request, its string to sign and its signature; undefined where a part is missing or broken. */
export function claimedIn(call: HttpCall): Claimed | undefined {
  const authorization = parseAuthorization(headersOf(call).get('authorization') ?? '');
  const { leaf, chain } = certificatesOf(call);
  if (!authorization || !leaf) return undefined;
  return {
    leaf,
    sent: chain.flatMap((one) => one ?? []),
    text: textToSign(call, authorization),
    signature: authorization.signature,
  };
}

/** What was verified of a request: signatures among its certificates and those of the world, and its own. */
export type Verified = Pick<X509Material, 'verified'> & { readonly own: VerifiedText['result'] };

/**
 * Answers a request for a session (User Guide, CreateSession). Whoever has cryptography verifies what `claimedIn` finds
 * and passes the results; what is not among them does not count.
 */
export function answerRolesAnywhere(
  world: World,
  call: HttpCall,
  { verified, own }: Verified,
): Served {
  const id = `${Object.keys(world.accessKeys).length} ${sha256Hex(`${call.query} ${call.body} ${headersOf(call).get('authorization') ?? ''}`)}`;
  const [, region] = HOST.exec(call.host) ?? [];
  if (region === undefined || call.method !== 'POST' || call.path !== '/sessions') {
    // A bare GET is answered with 404 (User Guide, IPv6); in which words was not found.
    const error = rolesAnywhereError('ResourceNotFoundException', 'Not Found', 'modelled');
    return { answer: refusal(error, id), world };
  }
  const fields = fieldsOf(call);
  if (!fields) {
    const error = rolesAnywhereError('ValidationException', 'The body is no JSON', 'modelled');
    return { answer: refusal(error, id), world };
  }
  const { leaf, chain } = certificatesOf(call);
  const act: CreateSession = {
    kind: 'rolesanywhere:CreateSession',
    id,
    at: world.now,
    by: 'client',
    to: 'rolesanywhere',
    region,
    certificate: leaf?.id ?? '',
    chain: chain.map((one) => one?.id ?? ''),
    ...fields,
  };
  const known = withClaimed(world, call, { verified, own });
  const { answer, world: after } = answerSession({ world: known, act, call, arrived: true });
  return { answer, world: after };
}

const HOST = /^rolesanywhere(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com|api\.aws)$/;

/** The world with what came with the request, and what was verified of it. */
function withClaimed(world: World, call: HttpCall, { verified, own }: Verified): World {
  const before = world.x509 ?? { certificates: [], lists: [], verified: [], texts: [] };
  const { leaf, chain } = certificatesOf(call);
  const certificates = [...before.certificates, leaf, ...chain].flatMap((one) => one ?? []);
  const claimed = claimedIn(call);
  const facts = claimed
    ? [
        {
          certificate: claimed.leaf.id,
          text: sha256Hex(claimed.text),
          signature: claimed.signature,
          result: own,
        },
      ]
    : [];
  return {
    ...world,
    x509: {
      ...before,
      certificates: [...new Map(certificates.map((one) => [one.id, one])).values()],
      verified: [...verified, ...before.verified],
      texts: [...facts, ...before.texts],
    },
  };
}

/** The parameters: each ARN stands in the query or in the body, the rest in the body; undefined where that is no JSON object. */
function fieldsOf({ query, body }: HttpCall) {
  const json = body.trim() === '' ? {} : parsed(body);
  if (!json) return undefined;
  const parameters = parseQuery(query);
  const text = (name: string): string => {
    const found = parameters.find((one) => one.name === name)?.value ?? json[name];
    return typeof found === 'string' ? found : '';
  };
  const { durationSeconds, roleSessionName } = json;
  return {
    trustAnchorArn: text('trustAnchorArn'),
    profileArn: text('profileArn'),
    roleArn: text('roleArn'),
    ...(durationSeconds !== undefined && { durationSeconds: seconds(Number(durationSeconds)) }),
    ...(typeof roleSessionName === 'string' && { roleSessionName }),
  };
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    // Anything but an object has none of the members.
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
