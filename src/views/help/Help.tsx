import { useEffect, useRef } from 'react';

import { KEYMAP } from '../keymap.ts';
import type { ShortcutSetting } from '../keymap.ts';
import { COMMAND_WORDS, keyName } from '../keymapWords.ts';
import { Button } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import { Layer } from '../ui/Layer.tsx';
import { ForgetAll } from './ForgetAll.tsx';
import styles from './Help.module.css';

type GateSetting = 'later' | 'on' | 'off';

interface HelpProps {
  readonly shortcuts: ShortcutSetting;
  readonly motion: 'system' | 'reduced';
  readonly terms: 'explained' | 'plain';
  /** Whether outcomes wait for a prediction. */
  readonly gate: GateSetting;
  readonly onGate: (setting: GateSetting) => void;
  readonly onShortcuts: (setting: ShortcutSetting) => void;
  readonly onMotion: (motion: 'system' | 'reduced') => void;
  readonly onTerms: (terms: 'explained' | 'plain') => void;
  /** Whether the browser did not let everything be forgotten. */
  readonly isRefused: boolean;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

const SETTINGS = {
  all: 'all',
  arrows: 'arrows and page keys only',
  off: 'off',
} as const satisfies Record<ShortcutSetting, string>;

const GATES = {
  later: 'after the first run of a lab',
  on: 'always',
  off: 'never',
} as const satisfies Record<GateSetting, string>;

/** Every key, read from the table the handler reads, and the switches for keys, motion and explained words. */
export function Help(props: HelpProps) {
  const { shortcuts, motion, terms, gate, onGate } = props;
  const { onShortcuts, onMotion, onTerms, onClose } = props;
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <Layer title="Keyboard and settings" onClose={onClose}>
      <table className={styles.keys}>
        <tbody>
          {KEYMAP.map(({ keys, command }) => (
            <tr key={command}>
              <td>
                {[...new Set(keys.map(keyName))].map((key) => (
                  <Key key={key}>{key}</Key>
                ))}
              </td>
              <th scope="row">{COMMAND_WORDS[command]}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.settings}>
        <label>
          Shortcuts{' '}
          <select value={shortcuts} onChange={(event) => onShortcuts(pick(event.target.value))}>
            {Object.entries(SETTINGS).map(([value, says]) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
        </label>
        <label>
          Predict first{' '}
          <select value={gate} onChange={(event) => onGate(pickGate(event.target.value))}>
            {Object.entries(GATES).map(([value, says]) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={motion === 'reduced'}
            onChange={(event) => onMotion(event.target.checked ? 'reduced' : 'system')}
          />{' '}
          Less motion
        </label>
        <label>
          <input
            type="checkbox"
            checked={terms === 'explained'}
            onChange={(event) => onTerms(event.target.checked ? 'explained' : 'plain')}
          />{' '}
          Explain words where they stand
        </label>
        <ForgetAll {...props} />
        <Button kind="strong" onClick={onClose} ref={done}>
          Close
        </Button>
      </div>
    </Layer>
  );
}

const pick = (value: string): ShortcutSetting =>
  value === 'arrows' || value === 'off' ? value : 'all';

const pickGate = (value: string): GateSetting =>
  value === 'on' || value === 'off' ? value : 'later';
