import type { CommandTool } from './command.ts';

/** The tools by name. */
export const TOOL_WORDS: Readonly<Record<CommandTool, string>> = {
  cli: 'AWS CLI',
  boto3: 'boto3',
  curl: 'curl',
  openssl: 'openssl',
};

/** Said beside every command. */
export const SECRETS_NOTE = 'The keys are the lab’s own. None of them ever worked at AWS.';

export const COPIED = 'Copied.';
export const COPY_REFUSED = 'The browser did not allow it: copy by hand.';
