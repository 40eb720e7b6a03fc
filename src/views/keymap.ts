/** The keyboard: one table that the handler and the help overlay both read. */

export const COMMANDS = [
  'next',
  'back',
  'next-phase',
  'previous-phase',
  'first',
  'last',
  'play',
  'slower',
  'faster',
  'clock-back',
  'clock-forward',
  'clock-previous-event',
  'clock-next-event',
  'restart',
  'go-to',
  'next-failure',
  'read',
  'compare',
  'search',
  'present',
  'presenter',
  'blank',
  'theme',
  'help',
  'close',
] as const;
export type Command = (typeof COMMANDS)[number];

interface Binding {
  readonly keys: readonly string[];
  readonly command: Command;
  /** Still there when letters alone are switched off. */
  readonly isArrow?: boolean;
}

/** Keys as the browser names them; `Shift+` before the name where it must be held, `Ctrl+` for Ctrl or, on a Mac, Cmd. */
export const KEYMAP: readonly Binding[] = [
  { keys: ['ArrowRight', ' ', 'PageDown'], command: 'next', isArrow: true },
  { keys: ['ArrowLeft', 'Shift+ ', 'PageUp'], command: 'back', isArrow: true },
  { keys: ['Shift+ArrowRight'], command: 'next-phase', isArrow: true },
  { keys: ['Shift+ArrowLeft'], command: 'previous-phase', isArrow: true },
  { keys: ['Home'], command: 'first', isArrow: true },
  { keys: ['End'], command: 'last', isArrow: true },
  { keys: ['p'], command: 'play' },
  { keys: ['['], command: 'slower' },
  { keys: [']'], command: 'faster' },
  { keys: ['-'], command: 'clock-back' },
  { keys: ['='], command: 'clock-forward' },
  { keys: ['Shift+_', 'Shift+-'], command: 'clock-previous-event' },
  { keys: ['Shift++', 'Shift+='], command: 'clock-next-event' },
  { keys: ['r'], command: 'restart' },
  { keys: ['g'], command: 'go-to' },
  { keys: ['n'], command: 'next-failure' },
  { keys: ['t'], command: 'read' },
  { keys: ['c'], command: 'compare' },
  { keys: ['Ctrl+k'], command: 'search', isArrow: true },
  { keys: ['f'], command: 'present' },
  { keys: ['s'], command: 'presenter' },
  { keys: ['b', '.'], command: 'blank' },
  { keys: ['d'], command: 'theme' },
  { keys: ['?', 'Shift+?'], command: 'help' },
  { keys: ['Escape'], command: 'close', isArrow: true },
];

export type ShortcutSetting = 'all' | 'arrows' | 'off';

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Whether Ctrl or Cmd is held, and nothing else. */
const isChord = ({ ctrlKey, metaKey, altKey, shiftKey }: Press): boolean =>
  ctrlKey !== metaKey && !altKey && !shiftKey;

/** The keys of a press, as the table names them. */
const nameOf = (press: Press): string => {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (isChord(press)) return `Ctrl+${key}`;
  return press.shiftKey ? `Shift+${key}` : key;
};

/** The command a key press means; undefined for keys that are not ours, and for every chord but the one for search. */
export function commandOf(press: Press, setting: ShortcutSetting): Command | undefined {
  const isHeld = press.ctrlKey || press.altKey || press.metaKey;
  if (setting === 'off' || (isHeld && !isChord(press))) return undefined;
  const name = nameOf(press);
  const binding = KEYMAP.find(({ keys }) => keys.includes(name));
  return binding && (setting === 'all' || binding.isArrow === true) ? binding.command : undefined;
}

/** Whether the focused element needs a chord for itself: on a Mac, Ctrl K deletes to the end of a line. */
export const keepsChord = (target: EventTarget | null, press: Press): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (press.ctrlKey &&
    target instanceof Element &&
    target.closest('textarea, [contenteditable]') !== null);

/** Whether the focused element needs a key for itself, so that the page must leave it alone. */
export function keepsKey(target: EventTarget | null, key: string): boolean {
  // A layer has all keys to itself, also while nothing in it has the focus.
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof Element)) return false;
  // Page keys mean one step everywhere: clickers send them, also after somebody dragged a slider.
  if (/^Page(?:Down|Up)$/.test(key)) return target.closest('textarea') !== null;
  if (
    target.closest(
      'textarea, select, [contenteditable], input:not([type=radio], [type=range], [type=checkbox])',
    )
  ) {
    return true;
  }
  const arrows = /^(?:Arrow.+|Home|End)$/.test(key);
  if (
    target.closest('input, [role=slider], [role=tab], [role=radiogroup]') &&
    (arrows || key === ' ')
  ) {
    return true;
  }
  return (
    (key === ' ' || key === 'Enter') && target.closest('button, a[href], summary, label') !== null
  );
}
