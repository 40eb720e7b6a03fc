import { createRequire } from 'node:module';
import { build } from 'vite';
import { root } from './run.mjs';

/** Loads built code, which no import can name before it is there. */
export const load = createRequire(import.meta.url);

/**
 * Builds modules of src for Node, each a file of its own with everything it needs inside: Node 20 cannot read TypeScript.
 * @param {Readonly<Record<string, string>>} entries files by the name they get
 * @param {string} folder where they go, as NAME.cjs
 */
export const buildForNode = async (entries, folder) => {
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
        input: { ...entries },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  });
};
