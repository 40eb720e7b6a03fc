import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, installFolder } from '../../lib/install.mjs';
import { root, tool as runTool } from '../../lib/run.mjs';
import { everyObject } from './everyObject.mjs';
import { ask, CREDENTIALS, installed, REGION, TOOLS } from './programs.mjs';
import { FORM_ROWS, ROWS } from './rows.mjs';

/** @typedef {import('./programs.mjs').ToolName} ToolName */
/** @typedef {{ readonly file: string, readonly version: string }} Installed */

const FILE = 'src/engine/dissect/tools.vectors.ts';

/** @param {unknown} value */
const typescript = (value) => JSON.stringify(value, undefined, 2);

/**
 * @param {readonly object[]} urls
 * @param {readonly object[]} forms
 */
const written = (urls, forms) => `import type { ToolForm, ToolUrl } from './toolUrl.ts';

/**
 * Presigned URLs and upload forms as tools made them here, told nothing but the command, the Region and the credentials.
 * Recorded by scripts/conformance/tools.mjs with every clock stopped at noon, but rclone's, which cannot be.
 */

export const TOOL_CREDENTIALS = ${typescript(CREDENTIALS)} as const;

export const TOOL_URLS: readonly ToolUrl[] = ${typescript(urls)};

export const TOOL_FORMS: readonly ToolForm[] = ${typescript(forms)};
`;

/**
 * What is recorded of a row beside what the tool said.
 * @param {{ readonly id: string, readonly tool: ToolName, readonly command: string, readonly signer: 'user' | 'session' }} row
 * @param {Installed} found
 */
const about = ({ id, tool, command, signer }, { version }) => ({
  id,
  tool: tool.replace(/ \d$| of \d+$/, ''),
  version,
  from: TOOLS[tool].from,
  command,
  signer,
});

/** Asks every tool for every row and writes the answers down; a tool that is not here is an error, as its rows would be lost. */
export const record = async () => {
  if (!(await install('all'))) process.exit(1);
  if (!(await installFolder(join(root, 'scripts/fuzz')))) process.exit(1);
  /** @type {Map<ToolName, Installed>} */
  const programs = new Map();
  for (const name of /** @type {ToolName[]} */ (Object.keys(TOOLS))) {
    const found = await installed(name);
    if (found) programs.set(name, found);
    else console.error(`${name} is not installed here (${TOOLS[name].from}).`);
  }
  if (programs.size < Object.keys(TOOLS).length) process.exit(1);
  const folder = mkdtempSync(join(tmpdir(), 'shortlived-tools-'));
  const proxy = await everyObject(folder);
  const env = { HTTPS_PROXY: proxy.url, RCLONE_NO_CHECK_CERTIFICATE: 'true' };
  /** @param {Parameters<typeof about>[0] & { readonly region?: string | undefined }} row */
  const answer = async (row) => {
    const found = programs.get(row.tool);
    if (!found) throw new Error(`${row.tool} was found a moment ago`);
    const { tool, command, signer, region = REGION } = row;
    const form = 'isDefault' in row ? undefined : TOOLS[tool].form;
    const said = await ask({
      tool,
      file: found.file,
      command: form ? form(command) : command,
      signer,
      region,
      home: join(folder, 'home'),
      env: tool === 'rclone' ? env : {},
    });
    console.log(`${row.id}\n  ${said}`);
    return { about: about(row, found), region, said };
  };
  try {
    const urls = [];
    for (const row of ROWS) {
      const { region, about: told, said } = await answer(row);
      const { method = 'GET', service = 's3', isDefault, headers = [] } = row;
      urls.push({ ...told, region, method, service, isDefault, headers, url: said });
    }
    const forms = [];
    for (const row of FORM_ROWS) {
      const { region, about: told, said } = await answer(row);
      forms.push({ ...told, region, .../** @type {object} */ (JSON.parse(said)) });
    }
    writeFileSync(join(root, FILE), written(urls, forms));
    await runTool('oxfmt/bin/oxfmt', [FILE]);
  } finally {
    proxy.close();
    rmSync(folder, { recursive: true });
  }
};
