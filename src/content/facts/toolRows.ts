import { writtenLifetime } from '#engine/tool/signingTool.ts';
import type { SigningTool } from '#engine/tool/signingTool.ts';
import { hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';

import { SIGNING_TOOLS } from '../signingTools.ts';
import { TOOL_IDS } from '../toolIds.ts';
import type { ToolId } from '../toolIds.ts';
import { spokenLength } from '../words.ts';
import { TRIED } from './choices.ts';
import type { Tried } from './choices.ts';
import { TOOL_FACTS } from './tools.ts';

/** What each tool writes by itself, tried with each kind of credentials. */

/** What the credentials have left; a user's key has no end. */
const LEFT: Readonly<Record<Tried, Seconds | undefined>> = {
  user: undefined,
  role: hours(1),
  ending: minutes(10),
  root: hours(1),
};

export const TRIED_NAMES: Readonly<Record<Tried, string>> = {
  user: 'a user’s key',
  role: 'a role’s session',
  ending: 'a session with 10 min left',
  root: 'a token root asked for',
};

export interface ToolRow {
  readonly id: ToolId;
  /** X-Amz-Expires by who signs, where nobody asks for a lifetime; absent where the tool demands one. */
  readonly numbers: Readonly<Record<Tried, Seconds | undefined>>;
}

/** The number a tool writes by itself. */
export function numberOf(id: ToolId, tried: Tried): Seconds | undefined {
  const tool: SigningTool = SIGNING_TOOLS[id];
  const written = writtenLifetime(tool, undefined, LEFT[tried]);
  return written.kind === 'written' ? written.expires : undefined;
}

/** Every tool with its numbers. */
export const toolRows = (): readonly ToolRow[] =>
  TOOL_IDS.map((id) => ({
    id,
    numbers: {
      user: numberOf(id, 'user'),
      role: numberOf(id, 'role'),
      ending: numberOf(id, 'ending'),
      root: numberOf(id, 'root'),
    },
  }));

/** Which of the two knobs moves the number that stands now, in sentences. */
export function whatMoved(id: ToolId, tried: Tried): readonly string[] {
  const now = numberOf(id, tried);
  const others = TRIED.filter((other) => numberOf(id, other) !== now);
  const tools = TOOL_IDS.filter((other) => numberOf(other, tried) !== now).length;
  return [
    numberSentence(id, tried, now),
    credentialSentence(id, now, others),
    `Changing the tool moves it for ${tools} of the ${TOOL_IDS.length - 1} others.`,
  ];
}

function numberSentence(id: ToolId, tried: Tried, now: Seconds | undefined): string {
  const tries = `With ${TRIED_NAMES[tried]}, ${SIGNING_TOOLS[id].name}`;
  if (now === undefined) return `${tries} demands a lifetime: it has no default.`;
  const length = `which is ${spokenLength(now)}`;
  return TOOL_FACTS[id].makes === 'form'
    ? `${tries} lets the form’s policy end after ${now} seconds, ${length}.`
    : `${tries} writes X-Amz-Expires=${now}, ${length}.`;
}

function credentialSentence(
  id: ToolId,
  now: Seconds | undefined,
  others: readonly Tried[],
): string {
  if (others.length === 0) {
    return now === undefined
      ? 'Changing the credentials gives it none either.'
      : 'Changing the credentials does not move it.';
  }
  return numberOf(id, 'ending') === now
    ? 'It is what the session has left; this tool writes that where it is less than its default.'
    : 'Who signs does not move it, but this tool writes less where a session has less left.';
}
