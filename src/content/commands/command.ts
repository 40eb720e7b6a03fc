/** Commands that say what an act does, for the tools a learner has at hand. */

export const COMMAND_TOOLS = ['cli', 'boto3', 'curl', 'openssl'] as const;
export type CommandTool = (typeof COMMAND_TOOLS)[number];

/** A text to be pasted: into a POSIX shell or, for boto3, into a Python file. */
export interface Command {
  readonly tool: CommandTool;
  readonly text: string;
}

/** The commands of an act, or why there is none; the notes say where they are not quite what the run did. */
export type Commands =
  | {
      readonly kind: 'commands';
      readonly commands: readonly [Command, ...Command[]];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'none'; readonly because: string };
