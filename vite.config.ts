/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
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

/** Lets the page ask for what its link needs before the rest has come: the smallest script, and the only one that waits for nobody. */
const lookAhead: Plugin = {
  name: 'look-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const found = Object.values(bundle ?? {}).find(
        (file) => file.type === 'chunk' && file.name === 'ahead',
      );
      if (!found) throw new Error('Broken promise: there is a chunk for what looks ahead');
      const attrs = { type: 'module', async: true, crossorigin: true, src: `./${found.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head' }];
    },
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

const scenarios = new URL('src/content/scenarios/', import.meta.url);
const stories = new Set(
  readdirSync(scenarios, { recursive: true, encoding: 'utf8' }).map((name) =>
    basename(name, '.ts'),
  ),
);

/** What the page of a lab brings by itself: named with each of seventy stories, it would weigh on every visit. */
const brought = /\.css$|\/(?:ahead|core|lab|react|rolldown-runtime|shell)-[\w-]{8}\.js$/;

/** What runs before the rest has come. */
const aheadModules =
  /\/src\/(?:pages\/(?:ahead|loaders)|content\/scenarios\/stories|views\/ui\/kept)\.|vite\/preload-helper/;

/** What every page that knows AWS needs: time, names, the world. */
const coreModules =
  /\/src\/(?:engine\/(?:arn|basis|credentials|cursor|ids|lifetimes|never|principal|remembered|time|trace|world|sigv4\/(?:base64|utf8|stringToSign)|rolesanywhere\/(?:limits|resources)|s3\/limits|policy\/fullAccess|sts\/(?:limits|mfaCode))|content\/(?:knob|words))\.|node_modules\/(?:@noble\/hashes\/(?!legacy|hmac)|date-fns)\//;

/** What every lab shows before anything is played: its views, and stories with their knobs. */
const labModules =
  /\/src\/(?:content\/(?:knobValue|narrate|scenario|scenarios\/build|subjects\/load|lifeName|certificateLives)\.|views\/(?:diagram\/|timeline\/|transport\/|scenarios\/|knobs\/|inspector\/Inspector)|pages\/(?:LabPage|Bench|changedWords|Lab(?:Foot|Aside|Overlay)|StepAnnouncer|labActions|resting|nearestStep|use(?:Ahead|KnobActions|Playback|Run|Terms))\.)/;

/** What plays and tells a run, whatever it is about. */
const playModules =
  /\/src\/(?:engine\/(?:\w+\.|sigv4\/|wire\/(?!answer)|cloudtrail\/)|content\/(?:conditionWords|policyEdits|policyReason|ready)\.)/;

/** Numbers that the rules check and the cheat sheet prints: it needs no rule for that. */
const limitModules = /\/src\/engine\/(?:sts\/parameters|(?:rolesanywhere|signin)\/limits)\./;

/** How requests are signed, which the labs and the dissection share. */
const signModules = /\/src\/engine\/(?:sigv4\/|s3\/host\.)/;

/** How JSON is read with the place of every value, and shown there: policies of IAM and of browser uploads, questions. */
const jsonModules = /\/src\/engine\/policy\/(?:json|pointer|textRange)\./;

/** The services of AWS, each with its words: a run loads those it plays. */
const serviceModules: Readonly<Record<string, RegExp>> = {
  sts: /\/src\/(?:engine\/sts\/(?!received\.)|content\/(?:sts\w*Rules|saySts|subjects\/sts)\.)/,
  s3: /\/src\/(?:engine\/s3\/(?!request\.|headerClaim\.|urlLife\.|host\.)|content\/(?:s3\w*Rules|sayS3|subjects\/s3)\.)/,
  api: /\/src\/(?:engine\/(?:api|signin)\/|content\/(?:(?:api|signin)Rules|sayConsole|subjects\/(?:api|signin))\.)/,
  session: /\/src\/engine\/session\//,
  rolesanywhere:
    /\/src\/(?:engine\/rolesanywhere\/|content\/(?:rolesAnywhere\w*Rules|sayRolesAnywhere|subjects\/rolesanywhere)\.)/,
  changes: /\/src\/(?:engine\/change\/|content\/(?:sayChange|subjects\/changes)\.)/,
};

/** What certificates say, and the lab's own: the lab of Roles Anywhere and the page of chains on trial. */
const x509Modules =
  /\/src\/(?:engine\/(?:x509\/|rolesanywhere\/(?:identity|resources)\.)|content\/pki\/)/;

/** How policies decide: what the labs and the policy workbench share. */
const decideModules =
  /\/src\/engine\/(?:errors\.|sts\/(?:callers|builtIn)\.|api\/(?:closedTo|closedError|faults|shutOut|services)\.|policy\/(?!accessCase|textRange|formatText|parse|json|shape|problem|wording|limits|places|warnings|sharedProviders|(?:action|condition|element|principal|resource)Rules))/;

/** How policies are read, which an STS call with a session policy needs and the editor too. */
const parserModules =
  /\/src\/engine\/policy\/(?:parse|json|shape|problem|wording|places|warnings|sharedProviders|(?:action|condition|element|principal|resource)Rules)\./;

/** What asks and keeps: every view of the quiz needs it. */
const quizModules =
  /\/src\/(?:stores\/(?:own|attempts)|platform\/(?:ownLog|progressLog|progressSchema)|study\/(?:shuffle|selected|progress|schedule)|content\/(?:own\/asked|questions\/(?:topics|entries|wording))|views\/quiz\/sayGrade)\./;

/** What every page needs. */
const shellModules =
  /\/src\/(?:stores\/(?!addProgress|judging|attempts|opened|room|lessons|own|classroom|exam|workbench|dissect|certificates|microscope|mechanisms|facts)|content\/(?:(?:calls|facts)\/choices|toolIds)\.|platform\/(?:settings|storage|address|packing|clipboard)|views\/(?:ui\/(?!Layer|AskTwice)|(?:tokens|base)\.css|keymap\.|layers\/Notices)|pages\/(?:App|Crash|followAddress|route|callsRoute|factsRoute|theme|Announcer|labs|use(?:Awake|Commands|Keys))\.)|node_modules\/zustand\//;

export default defineConfig({
  base: './',
  css: { modules: { generateScopedName: shortName } },
  plugins: [react(), lookAhead, strictPolicy],
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needed) =>
        file.includes('/story-')
          ? needed.filter((one) => one !== file && !brought.test(one))
          : needed,
    },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) =>
          stories.has(name) ? 'assets/story-[hash].js' : 'assets/[name]-[hash].js',
        // What the lazy pages share goes into one chunk: many small ones compress worse.
        codeSplitting: {
          groups: [
            { name: 'ahead', test: aheadModules, priority: 8 },
            {
              name: 'react',
              test: /rolldown\/runtime|node_modules\/(?:react|react-dom|scheduler)\//,
              priority: 7,
            },
            { name: 'shell', test: shellModules, priority: 6 },
            { name: 'core', test: coreModules, priority: 5 },
            { name: 'lab', test: labModules, priority: 4 },
            { name: 'limits', test: limitModules, priority: 4 },
            { name: 'catalogue', test: /\/src\/content\/scenarios\/catalogue\./, priority: 5 },
            { name: 'quiz', test: quizModules, priority: 3 },
            { name: 'json', test: jsonModules, priority: 4 },
            { name: 'decide', test: decideModules, priority: 3 },
            { name: 'parser', test: parserModules, priority: 2 },
            { name: 'sign', test: signModules, priority: 2 },
            { name: 'x509', test: x509Modules, priority: 2 },
            { name: 'play', test: playModules, priority: 1 },
            ...Object.entries(serviceModules).map(([name, test]) => ({ name, test, priority: 0 })),
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
    // By default one core is left alone: of two, half of the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['src/{engine,content,study}/**/*.test.ts'],
          exclude: ['**/*.oracle.test.ts'],
          setupFiles: ['src/engine/sealed.setup.ts'],
          // What is pure leaves nothing behind: its files share what they load, which takes a third of the time away.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Beside the real SDKs, which read clocks, and openssl: nothing is sealed.
          name: 'oracle',
          environment: 'node',
          include: ['src/{engine,content,platform,pages}/**/*.oracle.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          environment: 'happy-dom',
          include: ['src/views/**/*.test.{ts,tsx}'],
          setupFiles: ['src/views/settled.setup.ts'],
          // Views keep nothing either: what a page remembers lies in stores.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src/{platform,stores,pages}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.oracle.test.ts'],
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
