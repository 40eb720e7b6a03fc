import { join } from 'node:path';
import { buildForNode, load } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';

const entries = {
  context: 'src/engine/policy/context.ts',
  decide: 'src/engine/policy/decide.ts',
  encode: 'src/engine/sigv4/encode.ts',
  host: 'src/engine/s3/host.ts',
  parse: 'src/engine/policy/parse.ts',
  postForm: 'src/engine/s3/postForm.ts',
  presign: 'src/engine/sigv4/presign.ts',
  presignedUrl: 'src/engine/sigv4/presignedUrl.ts',
  signPolicy: 'src/engine/sigv4/signPolicy.ts',
};

const folder = join(root, '.cache/fuzz/engine');

/** @param {keyof typeof entries} name @returns {unknown} */
const built = (name) => load(join(folder, `${name}.cjs`));

/** Builds for Node what has peers here and loads it, with the types of its sources. */
export const loadEngine = async () => {
  await buildForNode(entries, folder);
  return {
    .../** @type {typeof import('../../src/engine/policy/context.ts')} */ (built('context')),
    .../** @type {typeof import('../../src/engine/policy/decide.ts')} */ (built('decide')),
    .../** @type {typeof import('../../src/engine/sigv4/encode.ts')} */ (built('encode')),
    .../** @type {typeof import('../../src/engine/s3/host.ts')} */ (built('host')),
    .../** @type {typeof import('../../src/engine/policy/parse.ts')} */ (built('parse')),
    .../** @type {typeof import('../../src/engine/s3/postForm.ts')} */ (built('postForm')),
    .../** @type {typeof import('../../src/engine/sigv4/presign.ts')} */ (built('presign')),
    .../** @type {typeof import('../../src/engine/sigv4/presignedUrl.ts')} */ (
      built('presignedUrl')
    ),
    .../** @type {typeof import('../../src/engine/sigv4/signPolicy.ts')} */ (built('signPolicy')),
  };
};

/** @typedef {Awaited<ReturnType<typeof loadEngine>>} Engine */
