import { join } from 'node:path';
import { buildForNode, load } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';

const entries = {
  answerS3: 'src/engine/wire/answerS3.ts',
  host: 'src/engine/s3/host.ts',
  playForm: 'src/engine/s3/playForm.ts',
  postForm: 'src/engine/s3/postForm.ts',
  presign: 'src/engine/sigv4/presign.ts',
  presignedUrl: 'src/engine/sigv4/presignedUrl.ts',
  signHeaders: 'src/engine/sigv4/signHeaders.ts',
  stringToSign: 'src/engine/sigv4/stringToSign.ts',
  time: 'src/engine/time.ts',
  world: 'src/engine/world.ts',
};

const folder = join(root, '.cache/conformance/engine');

/** @param {keyof typeof entries} name @returns {unknown} */
const built = (name) => load(join(folder, `${name}.cjs`));

/** Builds for Node what is compared here and loads it, with the types of its sources. */
export const loadEngine = async () => {
  await buildForNode(entries, folder);
  return {
    .../** @type {typeof import('../../src/engine/wire/answerS3.ts')} */ (built('answerS3')),
    .../** @type {typeof import('../../src/engine/s3/host.ts')} */ (built('host')),
    .../** @type {typeof import('../../src/engine/s3/playForm.ts')} */ (built('playForm')),
    .../** @type {typeof import('../../src/engine/s3/postForm.ts')} */ (built('postForm')),
    .../** @type {typeof import('../../src/engine/sigv4/presign.ts')} */ (built('presign')),
    .../** @type {typeof import('../../src/engine/sigv4/presignedUrl.ts')} */ (
      built('presignedUrl')
    ),
    .../** @type {typeof import('../../src/engine/sigv4/signHeaders.ts')} */ (built('signHeaders')),
    .../** @type {typeof import('../../src/engine/sigv4/stringToSign.ts')} */ (
      built('stringToSign')
    ),
    .../** @type {typeof import('../../src/engine/time.ts')} */ (built('time')),
    .../** @type {typeof import('../../src/engine/world.ts')} */ (built('world')),
  };
};

/** @typedef {Awaited<ReturnType<typeof loadEngine>>} Engine */
