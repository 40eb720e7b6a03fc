import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../lib/run.mjs';

/** What is measured, each as a file of its own: Node 20 cannot read TypeScript, so all of it is built first. */
const entries = {
  decide: 'src/engine/policy/decide.ts',
  packing: 'src/platform/packing.ts',
  presign: 'src/engine/sigv4/presign.ts',
  route: 'src/pages/route.ts',
  sevenDays: 'src/content/scenarios/sevenDays.ts',
  signer: 'src/engine/sigv4/signer.ts',
  verify: 'src/engine/sigv4/verify.ts',
};

const folder = join(root, '.cache/bench/engine');

/** Loads built code and peers, which no import can name before they are there. */
const load = createRequire(import.meta.url);

/** Builds the engine for Node, with everything it needs inside. */
export const buildEngine = async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: entries,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  });
};

/** @param {keyof typeof entries} name @returns {unknown} */
const built = (name) => load(join(folder, `${name}.cjs`));

/** The built engine, with the types of its sources. */
export const loadEngine = () => ({
  .../** @type {typeof import('../../src/engine/policy/decide.ts')} */ (built('decide')),
  .../** @type {typeof import('../../src/platform/packing.ts')} */ (built('packing')),
  .../** @type {typeof import('../../src/engine/sigv4/presign.ts')} */ (built('presign')),
  .../** @type {typeof import('../../src/pages/route.ts')} */ (built('route')),
  .../** @type {typeof import('../../src/content/scenarios/sevenDays.ts')} */ (built('sevenDays')),
  .../** @type {typeof import('../../src/engine/sigv4/signer.ts')} */ (built('signer')),
  .../** @type {typeof import('../../src/engine/sigv4/verify.ts')} */ (built('verify')),
});

/** @typedef {ReturnType<typeof loadEngine>} Engine */
