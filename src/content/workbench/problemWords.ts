import type { PolicyProblem } from '#engine/policy/parse.ts';

/** A problem in a sentence or two: where, what to write instead, and AWS's own words where they are known. */
export function sayProblem({ line, column, fix, message, wording }: PolicyProblem): string {
  const quoted = wording === 'modelled' ? '' : ` AWS says: “${message}”`;
  return `Line ${line}, column ${column}: ${fix}${quoted}`;
}
