import * as cases from './names.mjs';

/** @typedef {import('../../src/engine/policy/decide.ts').AccessRequest} AccessRequest */
/** @typedef {import('../../src/engine/policy/document.ts').Policy} Policy */
/** @typedef {import('../../src/engine/policy/document.ts').PolicyDocument} PolicyDocument */
/** @typedef {import('../../src/engine/policy/document.ts').PolicyType} PolicyType */
/** @typedef {import('../../src/engine/principal.ts').Principal} Principal */
/** @typedef {import('../../src/engine/world.ts').Account} Account */
/** @typedef {import('../../src/engine/world.ts').OrganizationalUnit} OrganizationalUnit */
/** @typedef {import('../../src/engine/world.ts').World} World */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./cases.mjs').Levels} Levels */

/** A case in our engine's terms. */

/** @param {PolicyType} type @param {PolicyDocument} document @param {string} [id] @returns {Policy} */
const policy = (type, document, id = type) => ({ id, name: id, type, document });

/** @param {PolicyType} type @param {readonly PolicyDocument[]} [documents] */
const policies = (type, documents = []) =>
  documents.map((document, index) => policy(type, document, `${type}-${index}`));

/** @param {Case} simulated @returns {Principal} */
const principalOf = ({ kind, session }) => {
  const carried = {
    sessionPolicies: session ? [policy('session', session)] : [],
    tags: {},
    transitiveTagKeys: [],
  };
  const user = /** @type {const} */ ({ arn: cases.USER, userId: 'AIDAALICE' });
  switch (kind) {
    case 'root':
      return { kind, account: cases.HOME };
    case 'user':
      return { kind, ...user };
    case 'user-session':
      return { kind, ...user };
    case 'role-session':
      return {
        kind,
        role: cases.ROLE,
        roleId: 'AROAWORKER',
        sessionName: 'nightly',
        via: 'AssumeRole',
        ...carried,
      };
    case 'federated-user':
      return { kind, arn: cases.FEDERATED, user: cases.USER, ...carried };
    case 'saml-identity':
      return { kind, provider: cases.SAML, subject: 'carol' };
    case 'web-identity':
      return { kind, provider: cases.OIDC, subject: 'carol' };
    case 'service':
      return { kind, name: cases.SERVICE };
    case 'anonymous':
      return { kind };
  }
};

/** @param {string} id @param {Partial<Account>} [more] @returns {Account} */
const account = (id, more) => ({
  id,
  name: id,
  serviceControlPolicies: [],
  resourceControlPolicies: [],
  regions: {},
  globalEndpointTokenVersion: 1,
  users: {},
  roles: {},
  mfaDevices: [],
  samlProviders: [],
  oidcProviders: [],
  buckets: {},
  ...more,
});

/** @param {Case} simulated @returns {World['organization']} */
const organizationOf = ({ home, away, serviceControl, resourceControl }) => {
  if (home === 'outside' && away === 'outside') return undefined;
  /** @param {'root' | 'unit'} level @returns {Pick<OrganizationalUnit, 'serviceControlPolicies' | 'resourceControlPolicies'>} */
  const at = (level) => ({
    serviceControlPolicies: policies('service-control', serviceControl?.[level]),
    resourceControlPolicies: policies('resource-control', resourceControl?.[level]),
  });
  const accounts = [
    ...(home === 'outside' ? [] : [cases.HOME]),
    ...(away === 'outside' ? [] : [cases.AWAY]),
  ];
  const unit = { id: 'ou-work', name: 'Work', units: [], accounts, ...at('unit') };
  return {
    id: 'o-example',
    managementAccount:
      home === 'management' ? cases.HOME : away === 'management' ? cases.AWAY : cases.MANAGEMENT,
    root: { id: 'r-root', name: 'Root', units: [unit], accounts: [], ...at('root') },
  };
};

/** @param {Case} simulated @param {number} now @returns {World} */
export const worldOf = (simulated, now) => {
  const { identity, boundary, serviceControl, resourceControl } = simulated;
  const held = {
    policies: policies('identity', identity),
    ...(boundary && { boundary: policy('boundary', boundary) }),
    tags: { team: 'cat' },
  };
  const organization = organizationOf(simulated);
  const control = {
    serviceControlPolicies: policies('service-control', serviceControl?.account),
    resourceControlPolicies: policies('resource-control', resourceControl?.account),
  };
  const home = account(cases.HOME, {
    ...control,
    users: { [cases.USER]: { arn: cases.USER, userId: 'AIDAALICE', ...held } },
    roles: {
      [cases.ROLE]: {
        arn: cases.ROLE,
        roleId: 'AROAWORKER',
        trustPolicy: policy('trust', { Statement: [] }),
        maxSessionDuration: /** @type {import('../../src/engine/time.ts').Seconds} */ (3600),
        ...held,
      },
    },
  });
  return {
    now: /** @type {import('../../src/engine/time.ts').Instant} */ (now),
    clockSkew: {},
    ...(organization && { organization }),
    accounts: { [cases.HOME]: home, [cases.AWAY]: account(cases.AWAY, control) },
    accessKeys: {},
    presignedUrls: {},
  };
};

/** @param {Case} simulated @returns {AccessRequest} */
export const requestOf = (simulated) => {
  const { action, resource, owner, context, resourcePolicy } = simulated;
  const type = action.startsWith('sts:') ? 'trust' : 'bucket';
  return {
    principal: principalOf(simulated),
    action,
    resource,
    resourceAccount: owner,
    ...(resourcePolicy && { resourcePolicy: policy(type, resourcePolicy) }),
    context,
  };
};
