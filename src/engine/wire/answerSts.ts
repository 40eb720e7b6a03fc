import type { AwsError } from '../errors.ts';
import { stsError } from '../errors.ts';
import { isAccessKeyId } from '../ids.ts';
import type { AccessKeyId } from '../ids.ts';
import { readForm } from '../sts/form.ts';
import { PARAMETERS } from '../sts/parameters.ts';
import { answerCall } from '../sts/play.ts';
import { claimOf, headerOf, receivedFrom } from '../sts/received.ts';
import type { Claim } from '../sts/received.ts';
import { payloadHash } from '../sts/request.ts';
import type { StsAct } from '../sts/acts.ts';
import { parseQuery } from '../sigv4/query.ts';
import type { World } from '../world.ts';
import type { HttpAnswer, HttpCall } from './http.ts';
import { STS_VERSION, stsErrorResponse } from './stsQuery.ts';

/** STS as a server: an HTTP request comes in, an HTTP response goes out, and the world is another. */

export interface Served {
  readonly answer: HttpAnswer;
  readonly world: World;
}

/** Answers a request to STS; signatures are verified with the secrets of the world (STS API reference). */
export function answerSts(world: World, call: HttpCall): Served {
  // Two requests that are equal to the letter are still two calls.
  const label = `${Object.keys(world.accessKeys).length} ${payloadHash(`${call.query} ${call.body} ${headerOf(call, 'authorization') ?? ''}`)}`;
  const act = actOf(world, call, label);
  if ('code' in act) return { answer: stsErrorResponse(act, label), world };
  if (!('credentials' in act)) return answerCall(world, act);
  const received = receivedFrom(world, call);
  // Without a date there is nothing to verify, and what cannot be verified is not answered.
  return received
    ? answerCall(world, act, received)
    : { answer: stsErrorResponse(UNDATED, label), world };
}

/** The form's fields: a POST carries them in its body, a GET in its query. */
function formOf({ method, body, query }: HttpCall): ReadonlyMap<string, string> {
  const fields = parseQuery(method === 'POST' ? body : query);
  return new Map(fields.map(({ name, value }) => [name, value]));
}

function actOf(world: World, call: HttpCall, id: string): StsAct | AwsError {
  const form = formOf(call);
  const action = form.get('Action') ?? '';
  const version = form.get('Version') ?? '';
  const kind = `sts:${action}`;
  if (!isKind(kind) || version !== STS_VERSION) {
    const message = `Could not find operation ${action} for version ${version === '' ? 'NO_VERSION_SPECIFIED' : version}`;
    return stsError('InvalidAction', message, 'modelled');
  }
  const called = {
    id,
    kind,
    at: world.now,
    by: 'client',
    to: 'sts',
    ...endpointOf(call),
    ...readForm(kind, form),
  };
  if (UNSIGNED.includes(kind)) return asAct(called);
  const claim = claimOf(call);
  if (!claim) return unauthenticated(call);
  const refused = scopeError(claim, call);
  if (refused) return refused;
  const { accessKeyId } = claim.scope;
  return asAct({ ...called, credentials: { keyId: keyIdIn(accessKeyId) } });
}

const UNSIGNED: readonly StsAct['kind'][] = [
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
];

const isKind = (kind: string): kind is StsAct['kind'] => Object.hasOwn(PARAMETERS, kind);

// What a form lacks or holds amiss is for the rule on parameters to say; the act only carries it there.
const asAct = (fields: object): StsAct => fields as StsAct;

/** An id of another form belongs to no key: STS knows it as little as one that was never issued. */
const keyIdIn = (text: string): AccessKeyId => (isAccessKeyId(text) ? text : 'AKIA');

/** Where a request was sent: `sts.amazonaws.com`, or the endpoint of a Region. */
function endpointOf({ host }: HttpCall): Pick<StsAct, 'endpoint' | 'region'> {
  const [, region] = /^sts\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host) ?? [];
  return region === undefined
    ? { endpoint: 'global', region: 'us-east-1' }
    : { endpoint: 'regional', region };
}

function unauthenticated(call: HttpCall): AwsError {
  const header = headerOf(call, 'authorization');
  return header === undefined
    ? stsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 'modelled')
    : stsError(
        'IncompleteSignature',
        `Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters. Authorization=${header}`,
        'modelled',
      );
}

/** A signature for another service, Region or day is none for this call. */
function scopeError({ scope, date = '' }: Claim, call: HttpCall): AwsError | undefined {
  const { region } = endpointOf(call);
  if (scope.service !== 'sts') {
    return mismatch("Credential should be scoped to correct service: 'sts'.");
  }
  if (scope.region !== region) return mismatch('Credential should be scoped to a valid region.');
  return date.slice(0, 8) === scope.day
    ? undefined
    : mismatch(
        'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
      );
}

const UNDATED = stsError(
  'IncompleteSignature',
  "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  'modelled',
);

const mismatch = (message: string): AwsError =>
  stsError('SignatureDoesNotMatch', message, 'modelled');
