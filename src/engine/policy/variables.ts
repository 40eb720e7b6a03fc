import type { Context } from './context.ts';
import { PatternWriter } from './pattern.ts';
import type { Pattern } from './pattern.ts';

/** Policy variables: `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}` (IAM User Guide, variables). */

/** A policy's text made ready to compare; `unresolved` names a variable that has no value, and then nothing matches. */
export type Expanded = { readonly pattern: Pattern } | { readonly unresolved: string };

/** How to read a text: with `*` and `?` as wildcards or as themselves, with variables or without. */
export interface Reading {
  readonly wildcards: boolean;
  /** Where variables get their values; undefined in Version 2008-10-17, where they are literal text. */
  readonly variables: Context | undefined;
}

interface Variable {
  readonly key: string;
  readonly fallback?: string;
  readonly end: number;
}

const ESCAPES: ReadonlySet<string> = new Set(['*', '?', '$']);

/** Reads a policy's text as a pattern, its variables replaced by literal text (IAM User Guide, variables). */
export function expand(text: string, { wildcards, variables }: Reading): Expanded {
  if (!/[*?$]/.test(text)) return { pattern: [{ text, holes: [] }] };
  const writer = new PatternWriter();
  // Behind it no variable can close, so none is looked for.
  const lastBrace = variables ? text.lastIndexOf('}') : -1;
  for (let at = 0; at < text.length;) {
    const variable = at < lastBrace ? variableAt(text, at) : undefined;
    const character = text.charAt(at);
    if (variable && variables) {
      const value = valueOf(variable, variables);
      if (value === undefined) return { unresolved: variable.key };
      writer.literal(value);
    } else if (wildcards) writer.pattern(character);
    else writer.literal(character);
    at = variable?.end ?? at + 1;
  }
  return { pattern: writer.end() };
}

/** The variable that begins here; undefined where the text only looks like one. */
export function variableAt(text: string, at: number): Variable | undefined {
  const close = text.startsWith('${', at) ? text.indexOf('}', at) : -1;
  if (close < 0) return undefined;
  const inside = text.slice(at + 2, close);
  const quote = inside.indexOf("'");
  return quote < 0
    ? { key: inside.trim(), end: close + 1 }
    : withDefault(text, at + 2, at + 2 + quote);
}

/** A variable whose default begins with this quote; the default may itself hold a brace. */
function withDefault(text: string, start: number, quote: number): Variable | undefined {
  const unquote = text.indexOf("'", quote + 1);
  const end = unquote < 0 ? -1 : text.indexOf('}', unquote);
  const head = text.slice(start, quote).trimEnd();
  if (end < 0 || !head.endsWith(',') || text.slice(unquote + 1, end).trim() !== '') {
    return undefined;
  }
  return { key: head.slice(0, -1).trim(), fallback: text.slice(quote + 1, unquote), end: end + 1 };
}

function valueOf({ key, fallback }: Variable, context: Context): string | undefined {
  if (ESCAPES.has(key)) return key;
  const value = context.get(key.toLowerCase());
  // Only keys with a single value can be variables.
  return typeof value === 'string' ? value : fallback;
}

/** What is wrong with the variables of a text, in words that say what to write; undefined for nothing (IAM Access Analyzer, policy checks). */
export function variableFault(text: string): string | undefined {
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at)) {
    const variable = variableAt(text, at);
    if (!variable) return "Close the variable as in ${aws:username} or ${aws:username, 'default'}.";
    if (variable.key === '') return 'Name a condition key inside ${ }.';
    // Tag keys, which follow a slash, may hold spaces.
    if (/^[^/]*\s/.test(variable.key)) return 'Write the condition key inside ${ } without spaces.';
    at = variable.end;
  }
  return undefined;
}
