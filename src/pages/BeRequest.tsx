import { use, useState } from 'react';

import { RULE_CODES } from '#content/judge/ruleCodes.ts';
import { factsFor } from '#content/checkFacts.ts';
import { narrate, ruleName } from '#content/narrate.ts';
import { premiseOf } from '#content/premises.ts';
import type { RuleId } from '#engine/rules.ts';
import type { StepId } from '#engine/trace.ts';
import { wallClock } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import { record, useAttempts } from '#stores/attempts.ts';
import { setDraft, useJudging } from '#stores/judging.ts';
import { useSettings } from '#stores/settings.ts';
import type { BePlace } from '#stores/stage.ts';
import { gradeJudgement } from '#study/judge/gradeJudgement.ts';
import { judged, judgementOf } from '#study/judge/keptJudgement.ts';
import { pickOf } from '#study/judge/picks.ts';
import { NOTHING_SAID, saidOf, withPick, withRest, withVerdict } from '#study/judge/said.ts';
import type { SaidJudgement } from '#study/judge/said.ts';
import { Desk } from '#views/judge/Desk.tsx';
import { GradedChecks } from '#views/judge/GradedChecks.tsx';
import { judgeByKey } from '#views/judge/judgeByKey.ts';
import type { JudgingByKey } from '#views/judge/judgeByKey.ts';
import { JudgeFrame } from '#views/judge/JudgeFrame.tsx';
import { capital } from '#views/judge/sayJudge.ts';
import { OpenChecks } from '#views/judge/OpenChecks.tsx';
import { Notices } from '#views/layers/Notices.tsx';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { loadRequest } from './beRun.ts';
import type { Laid } from './beRun.ts';
import { formatRoute } from './route.ts';
import { useFocusOnChange } from './useFocusOnChange.ts';
import { useKeys } from './useKeys.ts';

const packing = loadPacking();
const LIST = formatRoute({ place: { page: 'be' } });

const asked = new Map<string, Promise<Laid | undefined>>();

/** The request of a place, laid out once. */
function laidOut(run: NonNullable<BePlace['run']>): Promise<Laid | undefined> {
  const key = JSON.stringify(run);
  const found = asked.get(key) ?? loadRequest(run);
  asked.set(key, found);
  return found;
}

/** One request of a run, to be judged or judged already. */
export function BeRequest({ run }: { readonly run: NonNullable<BePlace['run']> }) {
  const laid = use(laidOut(run));
  return laid ? <Judge key={laid.id} laid={laid} /> : <NothingToJudge />;
}

const NothingToJudge = () => (
  <Message title="Nothing to judge here">
    <p>
      The link may have lost a part, or nobody checks anything in this run, or its settings rest on
      something that AWS does not document.
    </p>
    <p>
      <ButtonLink kind="strong" href={LIST}>
        See the requests
      </ButtonLink>
    </p>
  </Message>
);

function Judge({ laid }: { readonly laid: Laid }) {
  const { id, scenario, hearing, piles, notices, act, trace } = laid;
  const draft = useJudging(({ drafts }) => drafts[id]);
  const { attempts } = useAttempts();
  const attempt = attempts.findLast(({ questionId }) => questionId === id);
  const said = draft ?? (attempt ? judgementOf(attempt.answer) : NOTHING_SAID);
  const isIn = draft === undefined && attempt !== undefined;
  const heading = useFocusOnChange(`${isIn}`);
  const party = scenario.parties.find((one) => one.id === hearing.by);
  return (
    <JudgeFrame
      who={party?.name ?? hearing.by}
      premise={premiseOf(scenario) ?? ''}
      caption={narrate(hearing.call, scenario).caption}
      listHref={LIST}
    >
      <Notices label="About this request" notices={notices} />
      <Desk now={hearing.call.world.now} piles={piles} />
      {isIn ? (
        <Graded {...{ laid, said, heading }} onAgain={() => setDraft(id, NOTHING_SAID)} />
      ) : (
        <Open
          {...{ laid, said }}
          onHandIn={() => {
            void record(judged(id, { trace, act }, { said, at: wallClock() }));
            setDraft(id, undefined);
          }}
        />
      )}
    </JudgeFrame>
  );
}

function Graded({
  laid: { scenario, knobs, trace, act, hearing },
  said,
  heading,
  onAgain,
}: {
  readonly laid: Laid;
  readonly said: SaidJudgement;
  readonly heading: React.Ref<HTMLHeadingElement>;
  readonly onAgain: () => void;
}) {
  const loaded = use(packing);
  const { lab, id } = scenario;
  return (
    <GradedChecks
      graded={gradeJudgement(trace, act, said)}
      act={hearing.call.act}
      telling={scenario}
      stepHref={(step: StepId) =>
        formatRoute(
          { place: { page: 'lab', lab, scenario: id, knobs, step, mode: 'study' } },
          loaded,
        )
      }
      listHref={LIST}
      {...{ heading, onAgain }}
    />
  );
}

/** Lets the whole page judge by key, where the learner wants single keys at all. */
function useJudgeKeys(judging: JudgingByKey): void {
  const isOn = useSettings(({ shortcuts }) => shortcuts === 'all');
  useKeys((event) => judgeByKey(event, judging), { isOn });
}

function Open({
  laid: { id, scenario, hearing },
  said,
  onHandIn,
}: {
  readonly laid: Laid;
  readonly said: SaidJudgement;
  readonly onHandIn: () => void;
}) {
  const rules = hearing.checks.map(({ rule }) => rule);
  const [chosen, setChosen] = useState<RuleId>();
  const current = chosen ?? rules.find((rule) => !saidOf(said, rule)) ?? rules[0];
  const say = (next: SaidJudgement): void => setDraft(id, next);
  const checks = hearing.checks.map((heard) => ({
    rule: heard.rule,
    name: capital(ruleName(heard.rule, scenario)),
    question: factsFor(heard.rule, hearing.call.act).question,
    pick: pickOf(heard, hearing.checks),
  }));
  const codes = [...new Set<string>(rules.flatMap((rule) => RULE_CODES[rule]))].toSorted();
  const judging: JudgingByKey = {
    rules,
    current,
    onCurrent: setChosen,
    onVerdict: (rule, verdict) => {
      setChosen(rule);
      say(withVerdict(said, rule, verdict));
    },
  };
  useJudgeKeys(judging);
  return (
    <OpenChecks
      {...{ checks, codes, said, current, onHandIn }}
      onCurrent={setChosen}
      onVerdict={judging.onVerdict}
      onPick={(rule, option) => say(withPick(said, rule, option))}
      onRest={() => say(withRest(said, rules))}
      onAnswer={(answer) => say({ ...said, answer })}
    />
  );
}
