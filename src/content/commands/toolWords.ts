import type { CommandTool } from './command.ts';

/** The tools by name. */
export const TOOL_WORDS: Readonly<Record<CommandTool, string>> = {
  cli: 'AWS CLI',
  boto3: 'boto3',
  curl: 'curl',
  openssl: 'openssl',
};

/** Said beside every command that carries a key or what it signed. */
export const SECRETS_NOTE = 'The keys are the lab’s own. None of them ever worked at AWS.';

export const COPIED = 'Copied.';
export const COPY_REFUSED = 'The browser did not allow it: copy by hand.';

/** Whether a command carries a key, or what a key signed. */
export const carriesKey = (text: string): boolean => /AWS_SECRET_ACCESS_KEY|X-Amz-/i.test(text);
