// Lines that must pass, so that no guard can succeed by refusing everything.

/** @typedef {[folder: string, line: string]} Legal */

/** @type {readonly Legal[]} */
export const legal = [
  ['src/engine', "import { sha256 } from '@noble/hashes/sha2.js'; export const y = sha256;"],
  ['src/engine', "import { addSeconds } from 'date-fns'; export const y = addSeconds;"],
  ['src/engine', "import { addSeconds } from 'date-fns/addSeconds'; export const y = addSeconds;"],
  ['src/engine/sts', "import type { X } from '../probe.ts'; export type Y = X;"],
  ['src/engine/time.ts', 'export const x = (at: number) => new Date(at).toISOString();'],
  ['src/content', "import { x } from '#engine/sts/a.ts'; export const y = x;"],
  ['src/content', "import * as v from 'valibot'; export const y = v.string();"],
  ['src/content/scenarios', "import { x } from '../probe.ts'; export const y = x;"],
  ['src/content/scenarios', `export const x = [\n${'  1,\n'.repeat(301)}];`],
  ['src/study', "import { x } from '#content/a.ts'; export const y = x;"],
  ['src/platform', "import { x } from '#engine/a.ts'; export const y = x;"],
  ['src/platform/x509', "import { x } from '@peculiar/x509'; export const y = x;"],
  ['src/platform/x509', "import { x } from '@noble/curves/nist.js'; export const y = x;"],
  ['src/platform', "export const x = () => localStorage.getItem('a');"],
  ['src/platform/clock.ts', 'export const now = () => Date.now();'],
  ['src/stores', "import { create } from 'zustand'; export const y = create;"],
  ['src/stores', "import { persist } from 'zustand/middleware'; export const y = persist;"],
  ['src/stores', "import { x } from '#platform/a.ts'; export const y = x;"],
  ['src/views', "import styles from './Probe.module.css'; export const y = styles;"],
  [
    'src/views/quiz',
    "import '../tokens.css'; import { x } from '../ui/Button.tsx'; export const y = x;",
  ],
  ['src/views', "import { EditorView } from '@codemirror/view'; export const y = EditorView;"],
  [
    'src/views',
    "import { useState } from 'react'; import { Clock } from 'lucide-react'; export const y = [useState, Clock];",
  ],
  [
    'src/views',
    "import { x } from '#study/a.ts'; import { format } from 'date-fns'; export const y = [x, format];",
  ],
  [
    'src/pages',
    "import { x } from '#stores/a.ts'; import { y } from '#views/a.tsx'; export const z = [x, y];",
  ],
  [
    'src/pages',
    "import { lazy } from 'react'; export const X = lazy(() => import('./Quiz.tsx').then((m) => ({ default: m.Quiz })));",
  ],
  [
    'src/engine/a.test.ts',
    "import { readFileSync } from 'node:fs'; import fc from 'fast-check'; import { expect, test } from 'vitest'; test('it is dated', () => { expect([new Date(0), fc, readFileSync]).toHaveLength(3); });",
  ],
  [
    'src/study/a.test.ts',
    "import { parse } from 'gift-pegjs'; import { SaxesParser } from 'saxes'; import { expect, test } from 'vitest'; test('it parses', () => { expect([parse, SaxesParser]).toHaveLength(2); });",
  ],
  [
    'src/views/A.test.tsx',
    "import { renderToStaticMarkup } from 'react-dom/server'; import { expect, test } from 'vitest'; test('it renders', () => { expect(renderToStaticMarkup(<p />)).toBe('<p></p>'); });",
  ],
];
