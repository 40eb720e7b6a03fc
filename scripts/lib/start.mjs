import { install } from './install.mjs';
import { leaveWithParent } from './parent.mjs';
import { tool } from './run.mjs';

/** Installs what is missing, builds the app and serves it. */
export const start = async () => {
  leaveWithParent();
  if (!(await install('run'))) process.exit(1);
  if ((await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'])) !== 0) process.exit(1);
  const { serve } = await import('./serve.mjs');
  await serve(Number(process.env['PORT'] ?? 4173));
};
