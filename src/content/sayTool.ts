import type { PresignByTool } from '#engine/tool/acts.ts';
import { promised } from '#engine/never.ts';
import type { AnswerStep, CallStep, WorkStep } from '#engine/trace.ts';

import type { Said } from './ruleText.ts';
import type { Names } from './subjects/subject.ts';
import { clockTime, spokenLength } from './words.ts';

/** Asking a tool for a URL and getting one, in words; undefined for other acts. */
export function sayTool(step: CallStep | AnswerStep | WorkStep, names: Names): Said | undefined {
  const { act } = step;
  if (act.kind !== 'tool:presign') return undefined;
  return step.row === 'answer' ? saySigned(step, act, names) : sayAsked(act, names);
}

const sayAsked = ({ tool, asked, method }: PresignByTool, { who }: Names): Said => ({
  label: `${tool.name}: ${asked === undefined ? 'no lifetime asked' : spokenLength(asked)}`,
  title: `${who} asks a tool for a link`,
  caption: `${who} asks ${tool.name} for a ${method} link and ${asked === undefined ? 'names no lifetime' : `asks for ${spokenLength(asked)}`}.`,
  because: 'The tool runs on the signer’s own machine; AWS hears nothing of it.',
});

function saySigned(
  { world }: AnswerStep,
  { id, tool, asked }: PresignByTool,
  { who }: Names,
): Said {
  const { expires, date } = promised(world.presignedUrls[id], 'a link was signed');
  const isCut = expires < (asked ?? tool.lifetime ?? expires);
  return {
    label: `link with X-Amz-Expires=${expires}`,
    title: asked === undefined ? 'The tool chose the lifetime' : 'The link says what was asked for',
    caption: `${who} signs a link that is dated ${clockTime(date)} and asks for ${spokenLength(expires)}; no call leaves.`,
    because: becauseOf(isCut, asked, tool.name),
  };
}

function becauseOf(isCut: boolean, asked: PresignByTool['asked'], tool: string): string {
  if (isCut) return 'The session ends sooner, and this tool writes what is left of it.';
  return asked === undefined
    ? `The number is the default of ${tool}, for users and roles alike.`
    : 'The number is the one asked for, for users and roles alike.';
}
