import { join } from 'node:path';
import { buildForNode, load } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';

/** What is measured, each as a file of its own: Node 20 cannot read TypeScript, so all of it is built first. */
const entries = {
  context: 'src/engine/policy/context.ts',
  decide: 'src/engine/policy/decide.ts',
  packing: 'src/platform/packing.ts',
  presign: 'src/engine/sigv4/presign.ts',
  principal: 'src/engine/principal.ts',
  route: 'src/pages/route.ts',
  scenarios: 'src/content/scenarios/all.ts',
  signer: 'src/engine/sigv4/signer.ts',
  verify: 'src/engine/sigv4/verify.ts',
};

const folder = join(root, '.cache/bench/engine');

/** Builds the engine for Node, with everything it needs inside. */
export const buildEngine = () => buildForNode(entries, folder);

/** @param {keyof typeof entries} name @returns {unknown} */
const built = (name) => load(join(folder, `${name}.cjs`));

/** The built engine, with the types of its sources. */
export const loadEngine = () => ({
  .../** @type {typeof import('../../src/engine/policy/context.ts')} */ (built('context')),
  .../** @type {typeof import('../../src/engine/policy/decide.ts')} */ (built('decide')),
  .../** @type {typeof import('../../src/platform/packing.ts')} */ (built('packing')),
  .../** @type {typeof import('../../src/engine/sigv4/presign.ts')} */ (built('presign')),
  .../** @type {typeof import('../../src/engine/principal.ts')} */ (built('principal')),
  .../** @type {typeof import('../../src/pages/route.ts')} */ (built('route')),
  .../** @type {typeof import('../../src/content/scenarios/all.ts')} */ (built('scenarios')),
  .../** @type {typeof import('../../src/engine/sigv4/signer.ts')} */ (built('signer')),
  .../** @type {typeof import('../../src/engine/sigv4/verify.ts')} */ (built('verify')),
});

/** @typedef {ReturnType<typeof loadEngine>} Engine */
