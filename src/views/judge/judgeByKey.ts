import type { RuleId } from '#engine/rules.ts';
import { CHECK_VERDICTS } from '#study/judge/said.ts';
import type { CheckVerdict } from '#study/judge/said.ts';

import { keepsKey } from '../keymap.ts';
import { verdictId } from './CheckRow.tsx';
import { ANSWER_ID } from './OpenChecks.tsx';

/** Judging by keyboard: 1, 2 and 3 say how the current check ends, Enter goes on to the next. */

export interface JudgingByKey {
  readonly rules: readonly RuleId[];
  readonly current: RuleId | undefined;
  readonly onVerdict: (rule: RuleId, verdict: CheckVerdict) => void;
  readonly onCurrent: (rule: RuleId) => void;
}

const focus = (id: string): void => document.getElementById(id)?.focus();

/** The control of a check that the keyboard comes to: what was said, else the first. */
function focusCheck(rule: RuleId): void {
  const all = CHECK_VERDICTS.map((verdict) => document.getElementById(verdictId(rule, verdict)));
  const said = all.find((one) => one instanceof HTMLInputElement && one.checked);
  (said ?? all[0])?.focus();
}

/** Whether Enter is pressed on a verdict: it stands in its label, and means nothing to it. */
const isOnVerdict = (target: EventTarget | null, key: string): boolean =>
  key === 'Enter' && target instanceof HTMLInputElement && target.type === 'radio';

/** Goes on to the next check or, after the last one, to the answer. */
function goOn({ rules, onCurrent }: JudgingByKey, current: RuleId): void {
  const next = rules[rules.indexOf(current) + 1];
  if (next === undefined) {
    focus(ANSWER_ID);
    return;
  }
  onCurrent(next);
  focusCheck(next);
}

/** Whether a key press is meant for the checks, and not for the browser or what has the focus. */
const isOurs = (press: KeyboardEvent): boolean =>
  !(press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey) &&
  (isOnVerdict(press.target, press.key) || !keepsKey(press.target, press.key));

/** Does what a key means to a request that is being judged; a key that means nothing is left to the browser. */
export function judgeByKey(press: KeyboardEvent, judging: JudgingByKey): void {
  const { current, onVerdict } = judging;
  const { key } = press;
  if (current === undefined || !isOurs(press)) return;
  const verdict = /^[1-3]$/.test(key) ? CHECK_VERDICTS[Number(key) - 1] : undefined;
  if (verdict) {
    press.preventDefault();
    onVerdict(current, verdict);
    focus(verdictId(current, verdict));
  } else if (key === 'Enter' && !press.repeat) {
    press.preventDefault();
    goOn(judging, current);
  }
}
