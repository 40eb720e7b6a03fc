import { readJson } from './json.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

const OPENS = /^[{[]$/;
const CLOSES = /^[}\]]$/;

/** A JSON text indented as the console does, every name, text and number as it was written; undefined for other text. */
export function formatText(text: string): string | undefined {
  if ('fault' in readJson(text)) return undefined;
  let depth = 0;
  let before = '';
  let written = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (CLOSES.test(token)) depth -= 1;
    const isEmpty = CLOSES.test(token) && OPENS.test(before);
    const isNewLine = CLOSES.test(token) || OPENS.test(before) || before === ',';
    if (isNewLine && !isEmpty) written += `\n${'  '.repeat(depth)}`;
    written += token === ':' ? ': ' : token;
    if (OPENS.test(token)) depth += 1;
    before = token;
  }
  return written;
}
