import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as cases from './names.mjs';
import { everyText } from './rewrite.mjs';

/** The part of the peer's interface that is used here: it is not installed when types are checked. */

/** @typedef {import('../../src/engine/policy/document.ts').PolicyDocument} PolicyDocument */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {{ name: string, policy: PolicyDocument }} Named */
/** @typedef {{ orgIdentifier: string, policies: Named[] }} Level */
/**
 * @typedef {object} Simulation
 * @property {{ principal: string | { type: 'Anonymous' }, action: string, resource: { resource: string, accountId: string }, contextVariables: Record<string, string | string[]> }} request
 * @property {PolicyDocument} [sessionPolicy]
 * @property {Named[]} identityPolicies
 * @property {Level[]} serviceControlPolicies
 * @property {Level[]} resourceControlPolicies
 * @property {PolicyDocument} [resourcePolicy]
 * @property {Named[]} [permissionBoundaryPolicies]
 */
/** @typedef {{ resultType: string, overallResult: keyof typeof VERDICTS, errors?: object, result?: { ignoredContextKeys: string[] } }} Result */
/** @typedef {{ runSimulation: (simulation: Simulation, options: object) => Promise<Result> }} Peer */

export const folder = fileURLToPath(new URL('.', import.meta.url));

/** Loads the peer, once it is installed. @returns {Peer} */
export const loadPeer = () =>
  /** @type {Peer} */ (createRequire(import.meta.url)('@cloud-copilot/iam-simulate'));

const VERDICTS = /** @type {const} */ ({
  Allowed: 'allow',
  ExplicitlyDenied: 'explicit-deny',
  ImplicitlyDenied: 'implicit-deny',
});

/** @typedef {(typeof VERDICTS)[keyof typeof VERDICTS]} Verdict */

/** @type {Readonly<Record<import('./cases.mjs').Kind, Simulation['request']['principal']>>} */
const PRINCIPALS = {
  root: `arn:aws:iam::${cases.HOME}:root`,
  user: cases.USER,
  'user-session': cases.USER,
  'role-session': cases.SESSION,
  'federated-user': cases.FEDERATED,
  'saml-identity': cases.SAML,
  'web-identity': cases.OIDC,
  service: cases.SERVICE,
  anonymous: { type: 'Anonymous' },
};

/** The root user starts from Allow; the peer has no word for that. @type {PolicyDocument} */
const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
/** Without a session policy a federated user has nothing (GetFederationToken); the peer has no word for that either. @type {PolicyDocument} */
const NOTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' }],
};

/** @param {readonly PolicyDocument[]} [documents] @returns {Named[]} */
const named = (documents = []) =>
  documents.map((policy, index) => ({ name: `policy-${index}`, policy }));

/** @param {import('./cases.mjs').Levels} control @returns {Level[]} */
const levels = ({ root, unit, account }) => [
  { orgIdentifier: 'r-root', policies: named(root) },
  { orgIdentifier: 'ou-work', policies: named(unit) },
  { orgIdentifier: 'account', policies: named(account) },
];

/** The caller's own policies, as the peer wants to be told. @param {Case} simulated */
const ofCaller = ({ kind, identity, boundary, session }) => {
  if (kind === 'root') return { identityPolicies: named([ALL]) };
  if (!/^(?:user|role|federated)/.test(kind)) return { identityPolicies: [] };
  const limits = {
    'role-session': session,
    'federated-user': session ?? NOTHING,
  };
  const limit = limits[/** @type {keyof typeof limits} */ (kind)];
  return {
    identityPolicies: named(identity),
    ...(boundary && { permissionBoundaryPolicies: named([boundary]) }),
    ...(limit && { sessionPolicy: limit }),
  };
};

/** The organization's policies that bind the caller and the resource. @param {Case} simulated */
const ofOrganization = ({ kind, owner, home, away, serviceControl, resourceControl }) => {
  const isInAccount = kind === 'root' || /^(?:user|role|federated)/.test(kind);
  const place = owner === cases.HOME ? home : away;
  return {
    serviceControlPolicies:
      isInAccount && home === 'member' && serviceControl ? levels(serviceControl) : [],
    resourceControlPolicies: place === 'member' && resourceControl ? levels(resourceControl) : [],
  };
};

/**
 * The policy on the resource. The peer takes a federated user's own name for that of the user who asked for the session,
 * so that user goes by it here.
 * @param {PolicyDocument} document
 * @param {Case} simulated
 */
const resourcePolicyOf = (document, { kind }) =>
  kind === 'federated-user'
    ? everyText(document, (text) =>
        text === cases.USER ? `arn:aws:iam::${cases.HOME}:user/bob` : text,
      )
    : document;

/**
 * A case in the peer's terms, with every condition key of the request.
 * @param {Case} simulated
 * @param {Iterable<readonly [string, string | readonly string[]]>} keys
 * @returns {Simulation}
 */
const simulationOf = (simulated, keys) => ({
  request: {
    principal: PRINCIPALS[simulated.kind],
    action: simulated.action,
    resource: { resource: simulated.resource, accountId: simulated.owner },
    contextVariables: Object.fromEntries(
      [...keys].map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
    ),
  },
  ...ofCaller(simulated),
  ...ofOrganization(simulated),
  ...(simulated.resourcePolicy && {
    resourcePolicy: resourcePolicyOf(simulated.resourcePolicy, simulated),
  }),
});

/**
 * What the peer says to a case.
 * @param {Peer} peer
 * @param {Case} simulated
 * @param {Iterable<readonly [string, string | readonly string[]]>} keys
 * @returns {Promise<Verdict>}
 */
export const verdictOf = async ({ runSimulation }, simulated, keys) => {
  const result = await runSimulation(simulationOf(simulated, keys), {});
  if (result.resultType !== 'single') throw new Error(JSON.stringify(result.errors));
  return VERDICTS[result.overallResult];
};
