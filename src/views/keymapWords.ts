import type { Command } from './keymap.ts';

/** The keyboard in words: for the help and the search, which come when somebody asks for them. */

/** What each command does. */
export const COMMAND_WORDS: Readonly<Record<Command, string>> = {
  next: 'Next step',
  back: 'Step back',
  'next-phase': 'To the end of this part',
  'previous-phase': 'To the start of this part',
  first: 'First step',
  last: 'Last step',
  play: 'Play or pause',
  slower: 'Play slower',
  faster: 'Play faster',
  'clock-back': 'Clock back five minutes',
  'clock-forward': 'Clock forward five minutes',
  'clock-previous-event': 'Clock to the event before',
  'clock-next-event': 'Clock to the next event',
  restart: 'Back to the start, all changes kept',
  'go-to': 'Go to a step',
  'next-failure': 'Next check that fails, or the end',
  read: 'Read the whole run as text',
  compare: 'Keep this run to compare, or end the comparison',
  search: 'Search everything',
  present: 'Full screen for the projector',
  presenter: 'Open the presenter’s window',
  blank: 'Blank the screen while presenting',
  theme: 'Next theme',
  help: 'This help',
  close: 'Close what is open; leave presenting',
};

/** Other words by which somebody looks for a command. */
export const COMMAND_ALSO: Readonly<Record<Command, string>> = {
  next: 'forward',
  back: 'previous undo',
  'next-phase': 'skip',
  'previous-phase': '',
  first: 'beginning start',
  last: 'end',
  play: 'autoplay',
  slower: 'speed',
  faster: 'speed',
  'clock-back': 'time earlier',
  'clock-forward': 'time later',
  'clock-previous-event': 'time',
  'clock-next-event': 'time',
  restart: 'again',
  'go-to': 'jump',
  'next-failure': 'failing failed refused error',
  read: 'transcript screen reader copy print',
  compare: 'fork difference side by side',
  search: 'find',
  present: 'fullscreen slides audience',
  presenter: 'speaker notes timer second window clicker',
  blank: 'black',
  theme: 'dark light mode colours contrast',
  help: 'keyboard shortcuts keys settings',
  close: 'exit',
};

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ' ': 'Space',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
  _: '-',
  '+': '=',
};

/** A key as people read it: `Shift →`. */
export const keyName = (key: string): string =>
  key
    .replace(/^(Shift|Ctrl)\+(.+)$/, '$1 $2')
    .split(/(?<=^(?:Shift|Ctrl)) /)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
