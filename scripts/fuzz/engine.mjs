import { join } from 'node:path';
import { buildForNode, load } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';

const entries = {
  context: 'src/engine/policy/context.ts',
  decide: 'src/engine/policy/decide.ts',
  parse: 'src/engine/policy/parse.ts',
};

const folder = join(root, '.cache/fuzz/engine');

/** @param {keyof typeof entries} name @returns {unknown} */
const built = (name) => load(join(folder, `${name}.cjs`));

/** Builds the policy engine for Node and loads it, with the types of its sources. */
export const loadEngine = async () => {
  await buildForNode(entries, folder);
  return {
    .../** @type {typeof import('../../src/engine/policy/context.ts')} */ (built('context')),
    .../** @type {typeof import('../../src/engine/policy/decide.ts')} */ (built('decide')),
    .../** @type {typeof import('../../src/engine/policy/parse.ts')} */ (built('parse')),
  };
};

/** @typedef {Awaited<ReturnType<typeof loadEngine>>} Engine */
