import { actField, credentialsOf } from '../credentials.ts';
import type { AwsError } from '../errors.ts';
import type { Equality } from '../evidence.ts';
import { promised } from '../never.ts';
import { decide } from '../policy/decide.ts';
import type { AccessRequest, Decision } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import { principalAccount, principalArn } from '../principal.ts';
import { isEnabled, isOptIn } from '../regions.ts';
import { finding } from '../rules.ts';
import type { Rule, RuleAbout } from '../rules.ts';
import { authorizationMessage, encodeMessage } from '../sts/authorizationMessage.ts';
import type { AccessKey, Account, World } from '../world.ts';
import { accessRequest } from './accessRequest.ts';
import type { ApiCall } from './acts.ts';
import { closedError } from './closedError.ts';
import { closedTo } from './closedTo.ts';
import type { Closed } from './closedTo.ts';
import { deniedError, faultError } from './faults.ts';
import { operationOf } from './services.ts';

/** The checks of any call to any service. AWS publishes no order; this one is modelled. */

export interface ApiContext {
  readonly world: World;
  readonly act: ApiCall;
}

const protocolOf = ({ act }: ApiContext) => operationOf(act).service.protocol;

const knownKey = ({ world, act }: ApiContext): AccessKey =>
  promised(credentialsOf(world, act.credentials), 'api.key-known passed');

/** The account whose Regions count: the caller's own. */
function callerAccount(context: ApiContext): Account | undefined {
  const id = principalAccount(knownKey(context).owner);
  return id === undefined ? undefined : context.world.accounts[id];
}

const keyKnown: Rule<ApiContext, 'api.key-known'> = {
  id: 'api.key-known',
  test: (context) => {
    const { world, act } = context;
    const key = credentialsOf(world, act.credentials);
    const id = key?.id ?? ('keyId' in act.credentials ? act.credentials.keyId : '');
    const isKnown = key?.kind === 'temporary' || key?.status === 'Active';
    const evidence = {
      kind: 'presence',
      wanted: [id],
      missing: isKnown ? [] : [id],
      paths: [actField(act, 'credentials'), `credential:${id}/status`],
    } as const;
    // Seen for unknown and deleted keys; what an inactive one gets was not.
    const wording =
      key?.kind === 'long-term' && key.status === 'Inactive' ? 'modelled' : 'observed';
    return finding(
      evidence,
      isKnown ? undefined : faultError(protocolOf(context), 'unknown-key', wording),
    );
  },
};

/** Whether the call goes where an account must have opted in: in every other Region there is nothing to ask. */
function needsOptIn({ world, act }: ApiContext): boolean {
  const key = credentialsOf(world, act.credentials);
  const account = key && world.accounts[principalAccount(key.owner) ?? ''];
  const { isGlobal } = operationOf(act).service;
  return !isGlobal && (isOptIn(account, act.region) || !isEnabled(account, act.region));
}

const regionEnabled: Rule<ApiContext, 'api.region-enabled'> = {
  id: 'api.region-enabled',
  applies: needsOptIn,
  test: (context) => {
    const { act } = context;
    const { isGlobal } = operationOf(act).service;
    const isOn = isGlobal || isEnabled(callerAccount(context), act.region);
    return finding(
      {
        kind: 'presence',
        wanted: [act.region],
        missing: isOn ? [] : [act.region],
        paths: [actField(act, 'region')],
      },
      // A Region that is not enabled does not know the account's identities; which answer it gives is modelled.
      isOn ? undefined : faultError(protocolOf(context), 'unknown-key', 'modelled'),
    );
  },
};

const tokenFitsRegion: Rule<ApiContext, 'api.token-fits-region'> = {
  id: 'api.token-fits-region',
  applies: needsOptIn,
  test: (context) => {
    const { act } = context;
    const key = knownKey(context);
    const version = key.kind === 'temporary' ? (key.tokenVersion ?? 2) : 2;
    const { isGlobal } = operationOf(act).service;
    const isUnfit = version === 1 && !isGlobal && isOptIn(callerAccount(context), act.region);
    return finding(
      {
        kind: 'equality',
        what: key.kind === 'temporary' ? act.region : '',
        expected: isUnfit ? '2' : `${version}`,
        actual: `${version}`,
        paths: [`credential:${key.id}/tokenVersion`, actField(act, 'region')],
      },
      isUnfit ? faultError(protocolOf(context), 'unfit-token', 'observed') : undefined,
    );
  },
};

const tokenAlive: Rule<ApiContext, 'api.token-alive'> = {
  id: 'api.token-alive',
  test: (context) => {
    const { now } = context.world;
    const key = knownKey(context);
    const life = key.kind === 'temporary' ? { from: key.issuedAt, until: key.expiresAt } : {};
    const isExpired = key.kind === 'temporary' && now > key.expiresAt;
    return finding(
      { kind: 'window', at: now, ...life, paths: [`credential:${key.id}/expiresAt`, 'clock'] },
      isExpired ? faultError(protocolOf(context), 'expired', 'observed') : undefined,
    );
  },
};

// What a session would have to be to get through.
const OPEN_TO: Readonly<Record<Closed, string>> = {
  'no-mfa': 'a session with MFA',
  'federated-user': 'a role session',
  session: 'a long-term key',
};

const sessionKind: Rule<ApiContext, 'api.session-kind'> = {
  id: 'api.session-kind',
  // Other services are closed to no kind of session (IAM User Guide, comparing the AWS STS API operations).
  applies: ({ act }) => ['iam', 'sts'].includes(operationOf(act).service.name),
  test: (context) => {
    const { act } = context;
    const key = knownKey(context);
    const { service, operation } = operationOf(act);
    const closed = key.kind === 'temporary' ? closedTo(key, service.name, operation) : undefined;
    const actual = key.owner.kind;
    const evidence: Equality = {
      kind: 'equality',
      what: act.action,
      expected: closed ? OPEN_TO[closed] : actual,
      actual,
      paths: [`credential:${key.id}/owner`, actField(act, 'action')],
    };
    return finding(evidence, closed && closedError(closed, service.name, operation));
  },
};

const allowed: Rule<ApiContext, 'api.allowed'> = {
  id: 'api.allowed',
  test: (context) => {
    const { world, act } = context;
    const asked = (act.resources.length === 0 ? ['*'] : act.resources).map((resource) => {
      const request = accessRequest(context.world, knownKey(context), act, resource);
      return { request, decision: decide(request, world) };
    });
    const refused = asked.find(({ decision }) => decision.verdict !== 'allow');
    const { request, decision } = promised(refused ?? asked[0], 'a call has a resource or `*`');
    return finding(
      {
        kind: 'policy',
        principal: principalArn(request.principal) ?? '',
        action: request.action,
        resource: request.resource,
        decision,
        paths: [`credential:${knownKey(context).id}/owner`, actField(act, 'resources')],
      },
      refused && denial(context, request, decision),
    );
  },
};

function denial(context: ApiContext, request: AccessRequest, decision: Decision): AwsError {
  const { message, basis } = denialAnswer(decision, request, context.world);
  const isOrphan = decision.gates.some(({ because }) => because === 'identity-not-found');
  return deniedError(
    protocolOf(context),
    { message, encoded: encodeMessage(authorizationMessage(request, decision)) },
    // What a session gets whose user or role is gone is not published (sts.md 11, point 7).
    isOrphan ? 'modelled' : basis,
  );
}

/** The checks in the order they are made here. */
export const API_RULES: readonly RuleAbout<ApiContext>[] = [
  keyKnown,
  regionEnabled,
  tokenFitsRegion,
  tokenAlive,
  sessionKind,
  allowed,
];
