/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the page may do: run its own files, talk to its own origin, and nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Puts the policy first in the head of the built page, so that it holds on any static host. */
const strictPolicy: Plugin = {
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  },
};

const taken = new Map<string, string>();

/** A class name of two letters and digits, or more where two would be the same: names are a tenth of the styles. */
const shortName = (name: string, file: string): string => {
  const owner = `${basename(file)} ${name}`;
  const digest = createHash('sha256')
    .update(owner)
    .digest('base64url')
    .replace(/^[^a-zA-Z]+|[-_]/g, '');
  for (let length = 2; ; length += 1) {
    const short = digest.slice(0, length);
    if ((taken.get(short) ?? owner) !== owner) continue;
    taken.set(short, owner);
    return short;
  }
};

/** The services of AWS, each with its words: a scenario loads those it plays. */
const serviceModules: Readonly<Record<string, RegExp>> = {
  sts: /\/src\/(?:engine\/(?:sts\/|wire\/(?:stsQuery|answerSts))|content\/(?:sts\w*Rules|saySts|subjects\/sts)\.)/,
  s3: /\/src\/(?:engine\/(?:s3\/|wire\/s3Rest)|content\/(?:s3\w*Rules|sayS3|subjects\/s3)\.)/,
  api: /\/src\/(?:engine\/(?:api|signin)\/|content\/(?:(?:api|signin)Rules|sayConsole|subjects\/(?:api|signin))\.)/,
  changes: /\/src\/(?:engine\/change\/|content\/(?:sayChange|subjects\/changes)\.)/,
};

/** Loaded when they are asked for: the parser of policies and what only one page has. */
const laterEngine =
  /policy\/(?:accessCase|textRange|formatText|parse|json|shape|problem|wording|limits|places|warnings|principalKinds|sharedProviders|\w+Rules)\./;
const laterContent =
  /questions?[/.]|workbench|calls\/|misconceptions|sources|\w+Facts|subjects\/all|scenarios\/(?!catalogue)/;

/** What every lab shows, beside its scenario and its services. */
const isLabModule = (id: string): boolean => {
  const [, layer = '', path = ''] = /\/src\/(\w+)\/(.+)$/.exec(id) ?? [];
  if (Object.values(serviceModules).some((modules) => modules.test(id))) return false;
  if (layer === 'engine') return !laterEngine.test(path);
  if (layer === 'content') return !laterContent.test(path);
  return layer === 'views'
    ? /^(?:diagram|timeline|transport|scenarios|knobs)\/|^inspector\/(?!UrlParts|Provenance|SourceLink)/.test(
        path,
      )
    : layer === 'pages' &&
        /^(?:LabPage|Bench|Lab(?:Foot|Aside)|StepAnnouncer|labActions|use\w+)\./.test(path);
};

/** How policies decide: what the labs and the policy workbench share. */
const decideModules =
  /\/src\/engine\/(?:world\.|policy\/(?!accessCase|textRange|formatText|parse|json|shape|problem|wording|limits|places|warnings|sharedProviders|(?:action|condition|element|principal|resource)Rules))/;

/** What every page needs. */
const shellModules =
  /\/src\/(?:stores\/(?!attempts|workbench)|platform\/(?:settings|storage|address|packing|clipboard)|views\/(?:ui\/(?!Layer)|keymap|layers\/Notices)|pages\/(?:route|theme|Announcer|labs|useCommands)\.)|node_modules\/zustand\//;

export default defineConfig({
  base: './',
  css: { modules: { generateScopedName: shortName } },
  plugins: [react(), strictPolicy],
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the lazy pages share goes into one chunk: many small ones compress worse.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 3 },
            { name: 'shell', test: shellModules, priority: 2 },
            { name: 'decide', test: decideModules, priority: 1 },
            ...Object.entries(serviceModules).map(([name, test]) => ({ name, test, priority: 1 })),
            { name: 'lab', test: isLabModule, priority: 0 },
          ],
        },
      },
    },
  },
  preview: {
    host: '127.0.0.1',
    strictPort: false,
    headers: { 'Content-Security-Policy': policy },
  },
  test: {
    // A zone with a half-hour offset and summer time: local-time bugs show.
    env: { TZ: 'America/St_Johns' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['src/{engine,content,study}/**/*.test.ts'],
          exclude: ['**/*.oracle.test.ts'],
          setupFiles: ['src/engine/sealed.setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Beside the real SDKs, which read clocks: nothing is sealed.
          name: 'oracle',
          environment: 'node',
          include: ['src/engine/**/*.oracle.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src/{platform,stores,views,pages}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          environment: 'node',
          include: ['scripts/**/*.test.mjs'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
