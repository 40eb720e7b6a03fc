import type { StepId } from '#engine/trace.ts';

import type { Shown } from '../facts/correction.ts';
import type { LabId } from '../scenario.ts';
import type { CommandTool } from './command.ts';
import recorded from './recorded.json' with { type: 'json' };

/** Where each command stands beside a step: found by a test that plays every story, so that search plays none. */

/** What the test writes down, by the beginning of the command: its tool, the step, and what else it is found by. */
export type RecordedCommands = Readonly<
  Record<string, { readonly tool: string; readonly at: string; readonly also: string }>
>;

export interface CommandPlace extends Omit<Shown, 'knobs'> {
  /** `aws sts assume-role`. */
  readonly name: string;
  readonly tool: CommandTool;
  readonly also: string;
}

const RECORDED: RecordedCommands = recorded;

/** Every command that some story shows, with the first step that does. */
export const COMMAND_PLACES: readonly CommandPlace[] = Object.entries(RECORDED).map(
  ([name, { tool, at, also }]) => {
    const [lab = '', scenario = '', step = ''] = at.split('/');
    // The test wrote them from a story and its trace.
    return {
      name,
      also,
      scenario,
      lab: lab as LabId,
      step: step as StepId,
      tool: tool as CommandTool,
    };
  },
);
