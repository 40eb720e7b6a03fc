import { act, cloneElement } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { narrate } from '#content/narrate.ts';
import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import type { StepId } from '#engine/trace.ts';

import { Help } from '../help/Help.tsx';
import { KEYMAP } from '../keymap.ts';
import type { ShortcutSetting } from '../keymap.ts';
import { COMMAND_WORDS } from '../keymapWords.ts';
import { QR_LIMIT } from '../qr/QrCode.tsx';
import { GoTo } from './GoTo.tsx';
import { Notices } from './Notices.tsx';
import { ReadRun } from './ReadRun.tsx';
import { Share } from './Share.tsx';

const sevenDays = readyNow(written);

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);
const { trace } = sevenDays.play({});

const onClose = vi.fn<() => void>();
const show = (node: React.ReactNode): void => act(() => root.render(node));
const button = (name: string | RegExp): HTMLButtonElement | undefined =>
  [...host.querySelectorAll('button')].find((one) =>
    typeof name === 'string'
      ? [one.textContent, one.getAttribute('aria-label')].includes(name)
      : name.test(one.textContent),
  );

beforeEach(() => {
  show(null);
  onClose.mockClear();
});

/** What every layer has in common: it is an open dialog with a name, closed by Escape and by its button. */
function layerTitle(): string | null | undefined {
  const dialog = host.querySelector('dialog[open]');
  const cancel = new Event('cancel', { cancelable: true });
  act(() => void dialog?.dispatchEvent(cancel));
  act(() => button('Close')?.click());
  const isClosed = cancel.defaultPrevented && onClose.mock.calls.length === 2;
  const title = host.querySelector(
    `[id="${dialog?.getAttribute('aria-labelledby')}"]`,
  )?.textContent;
  return isClosed ? title : 'it does not close';
}

describe('the whole run as a text', () => {
  const onCopy = vi.fn<(text: string) => Promise<boolean>>();
  const onPrint = vi.fn<() => void>();
  const read = (
    <ReadRun
      scenario={sevenDays}
      changed={['“Who signs”: IAM user']}
      cursor={12}
      {...{ trace, onCopy, onPrint, onClose }}
    />
  );

  test('it is a dialog with a name, closed by Escape and by its button', () => {
    show(read);
    expect(layerTitle()).toBe('The whole run');
  });

  test('it has each step once, and marks the one that the run stands at', () => {
    show(read);
    expect(host.querySelectorAll('li')).toHaveLength(trace.steps.length);
    expect(host.querySelector('[aria-current=step]')?.textContent).toMatch(/^The clock moves/);
    expect([...host.querySelectorAll('ol')].map(({ start }) => start)).toEqual([1, 10, 11, 12, 13]);
    expect(host.textContent).toContain('Changed: “Who signs”: IAM user.');
  });

  test('it copies all of it, says whether it could, and prints', async () => {
    show(read);
    onCopy.mockResolvedValue(false);
    await act(async () => {
      button('Copy the text')?.click();
      await Promise.resolve();
    });
    const [text = ''] = onCopy.mock.lastCall ?? [];
    expect(text).toContain('\n25. REFUSED ExpiredToken: ');
    expect(host.querySelector('[role=status]')?.textContent).toContain('copy it by hand');
    act(() => button('Print')?.click());
    expect(onPrint).toHaveBeenCalledTimes(1);
  });
});

describe('go to a step', () => {
  const onStep = vi.fn<(step: StepId) => void>();
  const current = trace.steps[4]?.id;
  const goTo = (at: StepId | undefined) => (
    <GoTo trace={trace} telling={sevenDays} current={at} onStep={onStep} onClose={onClose} />
  );

  test('it is a dialog with a name, closed by Escape and by its button', () => {
    show(goTo(current));
    expect(layerTitle()).toBe('Go to a step');
  });

  test('it lists every step by number and words, and begins at the current one', () => {
    show(goTo(current));
    const items = [...host.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(items).toEqual(
      trace.steps.map((step, index) => `${index + 1} ${narrate(step, sevenDays).label}`),
    );
    expect(document.activeElement?.textContent).toBe(items[4]);
    expect(
      [...host.querySelectorAll('[aria-current=step]')].map(({ textContent }) => textContent),
    ).toEqual([items[4]]);
  });

  test('it begins with the first step before anything has happened', () => {
    show(goTo(undefined));
    expect(document.activeElement?.textContent).toMatch(/^1 /);
    expect(host.querySelector('[aria-current]')).toBeNull();
  });

  test('it goes to the chosen step and closes', () => {
    show(goTo(current));
    act(() => button(/^7 /)?.click());
    expect(onStep.mock.calls).toEqual([[trace.steps[6]?.id]]);
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('sharing', () => {
  const onCopy = vi.fn<(link: string) => Promise<boolean>>();
  const share = (leftOut: readonly string[] = [], link = 'https://example.com/#/a') => (
    <Share onCopy={onCopy} onClose={onClose} {...{ link, leftOut }} />
  );
  const said = () => host.querySelector('dialog [role=status]')?.textContent;

  test('it is a dialog with a name, closed by Escape and by its button', () => {
    show(share());
    expect(layerTitle()).toBe('A link to exactly this');
  });

  test('it shows the link, whole and selected', () => {
    show(share());
    const field = host.querySelector('input');
    expect([field?.value, field?.readOnly, field?.getAttribute('aria-label')]).toEqual([
      'https://example.com/#/a',
      true,
      'Link',
    ]);
  });

  test.each([
    [true, 'Copied.'],
    [false, 'The browser did not allow copying; the link is selected, so copy it by hand.'],
  ])('it copies and says how that went: %s', async (isCopied, says) => {
    onCopy.mockResolvedValue(isCopied);
    show(share());
    expect(said()).toBe('');
    await act(async () => button('Copy the link')?.click());
    expect(onCopy).toHaveBeenLastCalledWith('https://example.com/#/a');
    expect(said()).toBe(says);
  });

  test('it says what the link cannot hold', () => {
    show(share(['“Policy” takes more than 8192 characters']));
    expect(host.textContent).toContain(
      '“Policy” takes more than 8192 characters, so the link leaves it out.',
    );
  });

  test('it shows the link to a phone, as long as a phone can read it', () => {
    const longest = `https://example.com/#/${'a'.repeat(QR_LIMIT)}`.slice(0, QR_LIMIT);
    const drawn = () => host.querySelector('[role=img]')?.querySelector('path')?.getAttribute('d');
    show(share());
    const short = drawn();
    show(share([], longest));
    expect([short?.length, drawn()?.length].every((length) => Number(length) > 2000)).toBe(true);
    expect(drawn()).not.toBe(short);
    show(share([], `${longest}a`));
    expect(drawn()).toBeUndefined();
    expect(host.textContent).toContain('The link is too long for a QR code.');
  });
});

describe('notices', () => {
  test('they are absent when there is nothing to say', () => {
    show(<Notices notices={[]} onDismiss={onClose} />);
    expect(host.childNodes).toHaveLength(0);
  });

  test('they say each thing in a line, and can be put away where that is offered', () => {
    show(<Notices notices={['One.', 'Two.']} onDismiss={onClose} />);
    expect(
      [...host.querySelectorAll('[aria-label="About this link"] li')].map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['One.', 'Two.']);
    act(() => button('Understood')?.click());
    expect(onClose).toHaveBeenCalledTimes(1);
    show(<Notices notices={['One.']} />);
    expect(host.querySelector('button')).toBeNull();
  });
});

describe('help', () => {
  const onShortcuts = vi.fn<(setting: ShortcutSetting) => void>();
  const onMotion = vi.fn<(motion: 'system' | 'reduced') => void>();
  const onTerms = vi.fn<(terms: 'explained' | 'plain') => void>();
  const onGate = vi.fn<(setting: 'later' | 'on' | 'off') => void>();
  const onForget = vi.fn<() => void>();
  const help = (
    <Help
      shortcuts="arrows"
      motion="system"
      terms="explained"
      isRefused={false}
      gate="later"
      {...{ onShortcuts, onMotion, onTerms, onGate, onForget, onClose }}
    />
  );

  test('it is a dialog with a name, closed by Escape and by its button', () => {
    show(help);
    expect(layerTitle()).toBe('Keyboard and settings');
  });

  test('it names every key of the table, each once in its row', () => {
    show(help);
    const rows = [...host.querySelectorAll('tr')];
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(
      KEYMAP.map(({ command }) => COMMAND_WORDS[command]),
    );
    for (const row of rows) {
      const keys = [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent);
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('it changes shortcuts and motion, and forgets everything', () => {
    show(help);
    const select = host.querySelector('select');
    expect(select?.value).toBe('arrows');
    act(() => {
      if (select) select.value = 'off';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onShortcuts.mock.calls).toEqual([['off']]);
    act(() => host.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
    expect(onMotion.mock.calls).toEqual([['reduced']]);
    act(() => [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].at(-1)?.click());
    expect(onTerms.mock.calls).toEqual([['plain']]);
  });

  test('it forgets everything only when asked twice, and says where the browser did not', () => {
    show(help);
    act(() => button(/^Forget everything/)?.click());
    expect(document.activeElement).toBe(button(/^Keep everything/));
    expect(host.textContent).toContain('your own questions');
    act(() => button(/^Keep everything/)?.click());
    expect(onForget).not.toHaveBeenCalled();
    act(() => button(/^Forget everything/)?.click());
    act(() => button(/^Forget it for ever/)?.click());
    expect(onForget).toHaveBeenCalledTimes(1);
    expect(host.textContent).not.toContain('did not let');
    show(cloneElement(help, { isRefused: true }));
    expect(host.querySelector('[role=status]')?.textContent).toContain('did not let');
  });
});
