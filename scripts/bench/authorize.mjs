import { createRequire } from 'node:module';
import { versionOf } from './peers.mjs';

/** @typedef {import('../../src/engine/policy/decide.ts').AccessRequest} AccessRequest */
/** @typedef {import('../../src/engine/world.ts').World} World */
/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {{ runSimulation: (simulation: object, options: object) => Promise<{ overallResult: string }> }} IamSimulate */

const load = createRequire(import.meta.url);

/** One authorization for everybody: a role's session reads an object of its own account. @param {AccessRequest['principal']} principal @returns {AccessRequest} */
const readBy = (principal) => ({
  principal,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::quarterly-reports/report.pdf',
  resourceAccount: '111122223333',
  context: {},
});

/**
 * The contenders that decide it, once they agree: ours, and the peer as its users call it, with every condition key worked
 * out for it beforehand.
 * @param {Engine} engine
 * @param {World} world
 * @param {AccessRequest['principal']} principal
 */
export const authorizers = async ({ decide, derivedKeys, principalArn }, world, principal) => {
  const request = readBy(principal);
  const role =
    world.accounts[request.resourceAccount]?.roles[
      principal.kind === 'role-session' ? principal.role : ''
    ];
  if (!role) throw new Error('The session belongs to a role');
  const { runSimulation } = /** @type {IamSimulate} */ (load('@cloud-copilot/iam-simulate'));
  const simulation = {
    request: {
      principal: principalArn(principal),
      action: request.action,
      resource: { resource: request.resource, accountId: request.resourceAccount },
      contextVariables: Object.fromEntries(derivedKeys(request, world)),
    },
    identityPolicies: role.policies.map(({ id, document }) => ({ name: id, policy: document })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
  const theirs = await runSimulation(simulation, {});
  const ours = decide(request, world);
  if (ours.verdict !== 'allow' || theirs.overallResult !== 'Allowed') {
    throw new Error(`They disagree: ${ours.verdict}, ${theirs.overallResult}`);
  }
  return /** @type {const} */ ([
    { name: 'decide', once: () => decide(request, world) },
    { name: versionOf('@cloud-copilot/iam-simulate'), once: () => runSimulation(simulation, {}) },
  ]);
};
