// Lines that must fail, each under the rule that is meant to catch it.

/** @typedef {import('./strangers.mjs').Forbidden} Forbidden */

const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';

/** What the pure layers must not reach for. @type {Forbidden[]} */
const pureGlobals = ['src/engine', 'src/content', 'src/study'].flatMap((layer) =>
  [
    'Date.UTC(2026)',
    'new Date(0)',
    'crypto.randomUUID()',
    "fetch('/')",
    'setTimeout(() => 1, 1)',
    'setInterval(() => 1, 1)',
    'performance.now()',
    "localStorage.getItem('a')",
    'window.name',
    'document.title',
    'globalThis.name',
  ].map((code) => /** @type {Forbidden} */ ([layer, `export const x = ${code};`, globals])),
);

/** @type {readonly Forbidden[]} */
export const badHabits = [
  ...pureGlobals,
  ['src/engine', 'export const x = Math.random();', properties],
  ['src/study', 'export const { random } = Math;', properties],
  ['src/stores', 'export const x = Math.random();', properties],
  ['src/views', 'export const x = Date.now();', properties],
  ['src/views', 'export const x = new Date();', globals],
  ['src/platform', 'export const x = new Date();', globals],
  ['src/pages', "export const x = localStorage.getItem('a');", globals],
  ['src/views', 'export const x = (a: Element) => { a.innerHTML = "b"; };', properties],
  [
    'src/views',
    'export const X = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
    'react(no-danger)',
  ],
  ['src/views', 'export const X = () => <img src="a.png" />;', 'jsx-a11y(alt-text)'],
  [
    'src/views',
    'import { useState } from "react"; export const X = ({ a }: { a: boolean }) => { if (a) useState(1); return null; };',
    'react(hooks)',
  ],
  [
    'src/engine',
    "export type X = import('#stores/a.ts').X;",
    'typescript(consistent-type-imports)',
  ],
  [
    'src/engine',
    'export const x = await import(`#stores/${"a"}.ts`);',
    'import(no-dynamic-require)',
  ],
  ['src/engine', "import { x } from './a'; export const y = x;", 'import(extensions)'],
  ['src/engine', 'export const x = (a: any) => String(a);', 'typescript(no-explicit-any)'],
  [
    'src/engine',
    'export const x = (a?: string) => a!.length;',
    'typescript(no-non-null-assertion)',
  ],
  ['src/engine', 'const x = 1; export default x;', 'import(no-default-export)'],
  ['src/engine', "export * from './a.ts';", 'oxc(no-barrel-file)'],
  ['src/engine', 'console.log(1);', 'eslint(no-console)'],
  ['src/engine', "export const x = eval('1');", 'eslint(no-eval)'],
  ['src/engine', "export const x = new Function('1');", 'eslint(no-new-func)'],
  ['src/engine', `export const x = [\n${'  1,\n'.repeat(301)}];`, 'eslint(max-lines)'],
  [
    'src/study/ring.ts',
    "import { b } from './ringB.ts'; export const a = () => b;",
    'import(no-cycle)',
  ],
  [
    'src/study/ringB.ts',
    "import { a } from './ring.ts'; export const b = () => a;",
    'import(no-cycle)',
  ],
  [
    'src/study',
    'export const x = () => { Promise.resolve(1); };',
    'typescript(no-floating-promises)',
  ],
  [
    'src/study/empty.test.ts',
    "import { test } from 'vitest'; test('it looks', () => {});",
    'vitest(expect-expect)',
  ],
  [
    'src/study/only.test.ts',
    "import { expect, test } from 'vitest'; test.only('it runs', () => { expect(1).toBe(1); });",
    'vitest(no-focused-tests)',
  ],
];
