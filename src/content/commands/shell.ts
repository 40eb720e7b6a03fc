/** A POSIX shell, as far as commands are written for it. */

/** A text as one word; zsh would look for a program behind an equals sign at its start. */
export const word = (text: string): string =>
  /^(?!=)[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command with each of its parts on a line of its own. */
export const broken = (parts: readonly string[]): string => parts.join(' \\\n  ');

/** Sets a variable for the commands after it. */
export const exported = (name: string, value: string): string => `export ${name}=${word(value)}`;

/** Paragraphs of a script; empty ones are left out. */
export const script = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n');
