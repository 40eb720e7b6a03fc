import { act, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { factsFor } from '#content/checkFacts.ts';
import { ruleName, sayCheck } from '#content/narrate.ts';
import { pilesFor } from '#content/judge/papers/papers.ts';
import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import type { RuleId } from '#engine/rules.ts';
import { gradeJudgement, ownJudgement } from '#study/judge/gradeJudgement.ts';
import { actsToJudge, hearingOf } from '#study/judge/hearing.ts';
import { pickOf } from '#study/judge/picks.ts';
import { NOTHING_SAID, withPick, withRest, withVerdict } from '#study/judge/said.ts';
import type { SaidJudgement } from '#study/judge/said.ts';

import { Desk } from './Desk.tsx';
import { GradedChecks } from './GradedChecks.tsx';
import { judgeByKey } from './judgeByKey.ts';
import { OpenChecks } from './OpenChecks.tsx';

let root: Root;
let host: HTMLElement;

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // A layer that another file has left open would keep the keys.
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterAll(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

/** A request as the page lays it out. */
function laid(scenario: Scenario, name?: string) {
  const { trace } = scenario.play({});
  const id = name ?? actsToJudge(trace).at(-1);
  const hearing = id === undefined ? undefined : hearingOf(trace, id);
  if (id === undefined || !hearing) throw new Error('nothing is checked');
  const checks = hearing.checks.map((heard) => ({
    rule: heard.rule,
    name: ruleName(heard.rule, scenario),
    question: factsFor(heard.rule, hearing.call.act).question,
    pick: pickOf(heard, hearing.checks),
  }));
  const evidence = hearing.checks.flatMap(({ check }) => check?.evidence ?? []);
  return { id, trace, hearing, checks, piles: pilesFor(hearing.call, [], evidence) };
}

const seven = (): Scenario => {
  const found = findScenario('presigned', 'seven-days');
  if (!found) throw new Error('no scenario');
  return found;
};

let latest: SaidJudgement = NOTHING_SAID;
const note = (said: SaidJudgement): void => {
  latest = said;
};
const onHandIn = vi.fn<() => void>();

function Judging({ scenario }: { readonly scenario: Scenario }) {
  const { checks, hearing, piles } = laid(scenario);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [current, setCurrent] = useState(checks[0]?.rule);
  useEffect(() => note(said), [said]);
  const rules = checks.map(({ rule }) => rule);
  const onVerdict = (rule: RuleId, verdict: 'pass' | 'fail' | 'not-reached'): void =>
    setSaid(withVerdict(said, rule, verdict));
  return (
    <div
      role="presentation"
      onKeyDown={({ nativeEvent }) =>
        judgeByKey(nativeEvent, { rules, current, onVerdict, onCurrent: setCurrent })
      }
    >
      <Desk now={hearing.call.world.now} piles={piles} />
      <OpenChecks
        {...{ checks, said, current, onVerdict, onHandIn }}
        codes={['ExpiredToken', 'AccessDenied']}
        onCurrent={setCurrent}
        onPick={(rule, option) => setSaid(withPick(said, rule, option))}
        onRest={() => setSaid(withRest(said, rules))}
        onAnswer={(answer) => setSaid({ ...said, answer })}
      />
    </div>
  );
}

const button = (name: string): HTMLButtonElement | undefined =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name);

const press = (key: string): void =>
  act(() => {
    const target = document.activeElement ?? host;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
  });

// Every third story: how a request ends hangs on kinds of checks, and each of them is among these.
const SOME = SCENARIOS.filter((_, index) => index % 3 === 0);

describe('a request that waits', () => {
  test('nothing on screen tells how it ends: no word of what a check found, no message, no verdict', () => {
    const told = SOME.flatMap((scenario) => {
      const { hearing } = laid(scenario);
      act(() => root.render(<Judging key={scenario.id} scenario={scenario} />));
      const text = host.textContent ?? '';
      const { outcome } = hearing.answer;
      const message = outcome.kind === 'refused' ? outcome.error.message : undefined;
      const says = hearing.checks.flatMap(({ check }) => {
        if (!check) return [];
        const { because, caption, label } = sayCheck(check, scenario);
        const asked = factsFor(check.rule, hearing.call.act).question;
        // What is asked, too, tells nothing.
        return [because, caption, label].filter((one) => one.length > 20 && !asked.includes(one));
      });
      const found = [...says, ...(message === undefined ? [] : [message])];
      return [
        ...found.filter((one) => text.includes(one)),
        ...[...host.querySelectorAll('[data-worth], [data-result], [data-tone]')].map(
          ({ className }) => className,
        ),
        ...[...host.querySelectorAll('input')].filter(({ checked }) => checked).map(({ id }) => id),
      ].map((one) => `${scenario.id}: ${one}`);
    });
    expect(told).toEqual([]);
  });

  test('keys say how each check ends and go on; what is missing is named, and then it is handed in', () => {
    act(() => root.render(<Judging key="keys" scenario={seven()} />));
    const { checks } = laid(seven());
    host.querySelector('input')?.focus();
    for (const { rule } of checks) {
      press(rule === 's3.token-alive' ? '2' : '1');
      press('Enter');
    }
    expect(latest.checks.map(({ rule }) => rule)).toEqual(checks.map(({ rule }) => rule));
    expect(latest.checks.find(({ rule }) => rule === 's3.token-alive')?.verdict).toBe('fail');
    expect(document.activeElement?.id).toBe('judge.answer');
    expect(host.textContent).toMatch(/Still open: \d choices and the answer\./);
    act(() => button('Hand in')?.click());
    expect(onHandIn).not.toHaveBeenCalled();
  });

  test('the rest is not reached with one click', () => {
    act(() => root.render(<Judging key="rest" scenario={seven()} />));
    expect(button('All the others are not reached')).toBeUndefined();
    host.querySelector('input')?.focus();
    press('2');
    act(() => button('All the others are not reached')?.click());
    expect(latest.checks.slice(1).every(({ verdict }) => verdict === 'not-reached')).toBe(true);
  });
});

describe('a request that was judged', () => {
  const show = (said: SaidJudgement): string => {
    const scenario = seven();
    const { trace, hearing } = laid(scenario, 'open-url');
    act(() =>
      root.render(
        <GradedChecks
          graded={gradeJudgement(trace, 'open-url', said)}
          act={hearing.call.act}
          telling={scenario}
          heading={null}
          stepHref={(step) => `#${step}`}
          listHref="#/be"
          onAgain={() => {}}
        />,
      ),
    );
    return host.textContent ?? '';
  };
  const own = ownJudgement(seven().play({}).trace, 'open-url');

  test('the engine’s own is all right', () => {
    const text = show(own);
    expect(text).toContain('you decided as AWS does');
    expect(text).not.toContain('Missed');
  });

  test('a miss says what was said, what is so, why, and where to see it', () => {
    const text = show(withVerdict({ ...own, answer: 'AccessDenied' }, 's3.token-alive', 'pass'));
    expect(text).toContain('2 misses');
    expect(text).toContain('You said Pass, and it is Fail.');
    expect(text).toContain('You said AccessDenied, and it is ExpiredToken.');
    const missed = host.querySelectorAll('[data-worth="miss"]');
    expect(missed).toHaveLength(2);
    expect(missed[1]?.querySelector('a[href="#open-url.token-alive"]')).not.toBeNull();
  });
});
