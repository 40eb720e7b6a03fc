import { afterEach, describe, expect, test } from 'vitest';

import { COMMANDS, KEYMAP, commandOf, keepsKey } from './keymap.ts';
import { COMMAND_WORDS, keyName } from './keymapWords.ts';

const BARE = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

/** A key press as the table names it: `Shift+ArrowRight`. */
const pressOf = (name: string) => ({
  ...BARE,
  shiftKey: name.startsWith('Shift+'),
  ctrlKey: name.startsWith('Ctrl+'),
  key: name.replace(/^(?:Shift|Ctrl)\+/, ''),
});

const KEYS = KEYMAP.flatMap(({ keys }) => keys);

describe('the table of keys', () => {
  test('it reaches every command', () => {
    expect(KEYMAP.map(({ command }) => command).toSorted()).toEqual([...COMMANDS].toSorted());
  });

  test('it gives no key to two commands', () => {
    expect(KEYS.toSorted()).toEqual([...new Set(KEYS)].toSorted());
  });

  test('it leaves function keys and chords to the browser, but for the one that searches', () => {
    expect(
      KEYS.filter((key) =>
        /^(?:F\d+|Tab|Enter|Dead|Backspace|Delete)$|Ctrl|Control|Alt|Meta|Cmd/.test(key),
      ),
    ).toEqual(['Ctrl+k']);
  });

  test('it says what each key does, each in words of its own', () => {
    const said = Object.values(COMMAND_WORDS);
    expect(said.every((says) => /^[A-Z]/.test(says))).toBe(true);
    expect(new Set(said).size).toBe(said.length);
  });

  test.each([
    ['ArrowRight', '→'],
    ['Shift+ArrowLeft', 'Shift ←'],
    [' ', 'Space'],
    ['Shift+ ', 'Shift Space'],
    ['PageDown', 'Page Down'],
    ['p', 'P'],
    ['[', '['],
    ['Shift+_', 'Shift -'],
    ['Shift++', 'Shift ='],
    ['?', '?'],
    ['Ctrl+k', 'Ctrl K'],
    ['Escape', 'Esc'],
  ])('it writes %j as people read it: %s', (key, name) => {
    expect(keyName(key)).toBe(name);
  });
});

describe('a key press', () => {
  test.each(KEYMAP.flatMap(({ keys, command }) => keys.map((key) => ({ key, command }))))(
    'it is a command: $key means $command',
    ({ key, command }) => {
      expect(commandOf(pressOf(key), 'all')).toBe(command);
    },
  );

  test('it means the same with caps lock on', () => {
    for (const key of KEYS.filter((name) => /^[a-z]$/.test(name))) {
      expect(commandOf({ ...BARE, key: key.toUpperCase() }, 'all')).toBe(
        commandOf({ ...BARE, key }, 'all'),
      );
    }
  });

  test.each(['ctrlKey', 'altKey', 'metaKey'] as const)(
    'it is the browser’s with %s held',
    (held) => {
      for (const key of KEYS.filter((name) => name !== 'Ctrl+k')) {
        expect(commandOf({ ...pressOf(key), [held]: true }, 'all')).toBeUndefined();
      }
    },
  );

  test('it searches by Ctrl or by Cmd with K, and by no more than one of them', () => {
    const press = (...held: readonly string[]) =>
      commandOf(
        { ...BARE, key: 'k', ...Object.fromEntries(held.map((key) => [key, true])) },
        'all',
      );
    expect(press('ctrlKey')).toBe('search');
    expect(press('metaKey')).toBe('search');
    expect(press()).toBeUndefined();
    for (const other of ['shiftKey', 'altKey', 'metaKey']) {
      expect(press('ctrlKey', other)).toBeUndefined();
    }
  });

  test.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'Tab',
    'Enter',
    'a',
    'x',
    '1',
    'Unidentified',
    'Process',
    'AudioVolumeUp',
    '',
    '__proto__',
    'constructor',
  ])('it is none of ours: %j', (key) => {
    expect(commandOf({ ...BARE, key }, 'all')).toBeUndefined();
    expect(commandOf({ ...BARE, shiftKey: true, key }, 'all')).toBeUndefined();
  });

  test('it needs Shift where the table says so, and none where it does not', () => {
    expect(commandOf({ ...BARE, shiftKey: true, key: 'P' }, 'all')).toBeUndefined();
    expect(commandOf({ ...BARE, shiftKey: true, key: 'ArrowRight' }, 'all')).toBe('next-phase');
    expect(commandOf({ ...BARE, shiftKey: true, key: 'Home' }, 'all')).toBeUndefined();
  });

  test('it is only an arrow, a page key or Escape when letters are switched off', () => {
    const left = KEYS.filter((key) => commandOf(pressOf(key), 'arrows') !== undefined);
    expect(left).toEqual([
      'ArrowRight',
      ' ',
      'PageDown',
      'ArrowLeft',
      'Shift+ ',
      'PageUp',
      'Shift+ArrowRight',
      'Shift+ArrowLeft',
      'Home',
      'End',
      'Ctrl+k',
      'Escape',
    ]);
    for (const key of left) {
      expect(commandOf(pressOf(key), 'arrows')).toBe(commandOf(pressOf(key), 'all'));
    }
  });

  test('it is never ours when shortcuts are off', () => {
    for (const key of KEYS) expect(commandOf(pressOf(key), 'off')).toBeUndefined();
  });
});

/** The element of some markup that has the focus: the marked one, else the outermost. */
function element(markup: string): Element | null {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const [outer] = body.children;
  if (!outer) return null;
  document.body.append(outer);
  return outer.querySelector('[data-focus]') ?? outer;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
const PAGES = ['PageUp', 'PageDown'];
const LETTERS = ['p', '[', '-', 'g', '?', 'Escape'];
const EVERY = [...ARROWS, ...PAGES, ...LETTERS, ' ', 'Enter'];

afterEach(() => document.body.replaceChildren());

describe('a widget that has the focus', () => {
  test.each<[string, string, readonly string[]]>([
    ['the page itself', '<main></main>', []],
    ['a text area', '<textarea></textarea>', EVERY],
    ['a text field', '<input type="text">', [...ARROWS, ...LETTERS, ' ', 'Enter']],
    ['a field without a type', '<input>', [...ARROWS, ...LETTERS, ' ', 'Enter']],
    ['a date field', '<input type="datetime-local">', [...ARROWS, ...LETTERS, ' ', 'Enter']],
    ['a select', '<select></select>', [...ARROWS, ...LETTERS, ' ', 'Enter']],
    [
      'an option of a select',
      '<select><option data-focus></option></select>',
      [...ARROWS, ...LETTERS, ' ', 'Enter'],
    ],
    [
      'a text that can be edited',
      '<div contenteditable="true"><b data-focus></b></div>',
      [...ARROWS, ...LETTERS, ' ', 'Enter'],
    ],
    ['a range', '<input type="range">', [...ARROWS, ' ']],
    ['a radio button', '<input type="radio">', [...ARROWS, ' ']],
    ['a checkbox', '<input type="checkbox">', [...ARROWS, ' ']],
    ['our slider', '<div role="slider"></div>', [...ARROWS, ' ']],
    ['a tab', '<button role="tab"></button>', [...ARROWS, ' ', 'Enter']],
    ['a button', '<button></button>', [' ', 'Enter']],
    ['an icon in a button', '<button><svg data-focus></svg></button>', [' ', 'Enter']],
    ['a link', '<a href="#/"></a>', [' ', 'Enter']],
    ['an anchor that is no link', '<a></a>', []],
    ['a summary', '<details><summary data-focus></summary></details>', [' ', 'Enter']],
    ['a label', '<label></label>', [' ', 'Enter']],
    ['anything in an open dialog', '<dialog open><p data-focus></p></dialog>', EVERY],
    ['anything in a closed dialog', '<dialog><p data-focus></p></dialog>', []],
  ])('it keeps the keys it needs: %s', (_, markup, kept) => {
    const target = element(markup);
    expect(EVERY.filter((key) => keepsKey(target, key)).toSorted()).toEqual([...kept].toSorted());
  });

  test('it gives page keys to the run everywhere but in text and dialogs: clickers send them', () => {
    for (const markup of [
      '<input type="range">',
      '<select></select>',
      '<div role="slider"></div>',
      '<button></button>',
      '<input>',
    ]) {
      for (const key of PAGES) expect(keepsKey(element(markup), key)).toBe(false);
    }
  });

  test('it is none where the press has no element', () => {
    for (const target of [null, document, window, new EventTarget()]) {
      for (const key of EVERY) expect(keepsKey(target, key)).toBe(false);
    }
  });
});
