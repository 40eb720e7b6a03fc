import { factsFor } from '#content/checkFacts.ts';
import { ruleName, sayFailed } from '#content/narrate.ts';
import { answering, stopping } from '#content/questions/claim.ts';
import type { Claim } from '#content/questions/claim.ts';
import type { Matter } from '#content/misconception.ts';
import type { Service } from '#engine/errors.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';
import { REASONS } from '#engine/wire/http.ts';

import { brief, madeBy, refusedBy, said } from './case.ts';
import type { Case, Key, Manner, Refutation } from './case.ts';
import type { Ending } from './survey.ts';

/** Predictions of what checks a request passes, and of the answer. */

/** Who answers, inside a sentence. */
const service = ({ scenario, act }: Case): string => {
  const to = 'to' in act ? act.to : '';
  return scenario.parties.find(({ id }) => id === to)?.spoken ?? to;
};

const matters = ({ act }: Case): readonly Matter[] => {
  if (act.kind === 'open-url' || act.kind === 'send-form') return ['link', 'request'];
  return act.kind === 'sts:AssumeRole' ? ['assume-role', 'request'] : ['request'];
};

/** What shows that nothing stops a request: the check its story is about, or the last one. */
function passing(about: Case): { readonly why: string; readonly step: Key['step'] } {
  const { trace, act, scenario, answer } = about;
  const made = trace.steps.filter((step) => step.act.id === act.id && step.row === 'check');
  const shown =
    made.find(({ id }) => id === scenario.decides) ??
    made.findLast((step) => step.row === 'check' && step.check.evidence.kind === 'policy') ??
    made.at(-1);
  if (shown?.row !== 'check') {
    return {
      why: 'Nothing is checked that could stop it.',
      step: answer?.id ?? `${act.id}.answer`,
    };
  }
  const { because, caption } = said(about, shown.check);
  const reason = brief(because);
  return {
    why: `Every check passes. ${reason === '' ? brief(caption) : reason}`.trim(),
    step: shown.id,
  };
}

function keyWith(about: Case, claim: Claim): Key | undefined {
  const { act, answer, scenario } = about;
  if (!answer) return undefined;
  const refused = refusedBy(about);
  if (!refused) {
    const { why, step } = passing(about);
    const shown = madeAt(about, step) ?? scenario.about;
    return { claim, step, why, source: factsFor(shown, act).source };
  }
  const { caption, because } = said(about, refused.check);
  return {
    claim,
    step: refused.step,
    why: brief(`${caption} ${because}`),
    source: factsFor(refused.check.rule, act).source,
  };
}

const madeAt = ({ trace }: Case, id: Key['step']): RuleId | undefined => {
  const step = trace.steps.find((one) => one.id === id);
  return step?.row === 'check' ? step.check.rule : undefined;
};

/** Why a request that is refused is not granted: the rule, in its own words. */
function notGranted(about: Case): Refutation {
  const refused = refusedBy(about);
  if (!refused) return { why: '' };
  const { rule } = refused.check;
  const statement = brief(factsFor(rule, about.act).statement);
  const why = statement || `${sayFailed(rule, about.scenario)} Then nothing is granted.`;
  return { why, step: refused.step };
}

const isRule = (text: string): text is RuleId => Object.hasOwn(RULES, text);

/** The rule that a claim says refuses. */
function stopper(claim: Claim): RuleId | undefined {
  const rule = claim.slice(claim.indexOf('-') + 1);
  return isRule(rule) ? rule : undefined;
}

/** Why a check is not the one that refuses. */
function notStopped(rule: RuleId, about: Case): Refutation {
  const made = madeBy(about, rule);
  if (!made) {
    return {
      why: brief(`Nothing of this kind is checked here. ${factsFor(rule, about.act).statement}`),
    };
  }
  const { because } = said(about, made.check);
  // Two checks fail, and the engine had to choose which comes first.
  if (made.check.result === 'fail') {
    return { why: `This check would fail too. ${brief(because)} Another one comes first here.` };
  }
  const how = made.step === undefined ? 'This check would pass.' : 'This check passes.';
  return { why: brief(`${how} ${because}`), ...(made.step !== undefined && { step: made.step }) };
}

const rulesIn = ({ trace, act, endings }: Case): ReadonlySet<RuleId> =>
  new Set([
    ...trace.steps.flatMap((step) => {
      if (step.act.id !== act.id) return [];
      if (step.row === 'check') return [step.check.rule];
      return step.row === 'not-reached' ? step.rules : [];
    }),
    ...endings.flatMap(({ rule }) => rule ?? []),
  ]);

/** Which check refuses, if any does. */
export const STOPS: Manner = {
  always: stopping(undefined),
  stem: (about) => `What does ${service(about)} decide?`,
  // A tool grants nothing and refuses nothing: it signs or throws.
  key: (about) =>
    about.act.kind.startsWith('tool:')
      ? undefined
      : keyWith(about, stopping(refusedBy(about)?.check.rule)),
  matters,
  fitted: (claim, about) => {
    const rule = stopper(claim);
    return rule === undefined || rulesIn(about).has(rule) ? claim : undefined;
  },
  others: (about) => [
    [stopping(undefined)],
    about.endings.map(({ rule }) => stopping(rule)),
    [...rulesIn(about)].map(stopping),
  ],
  text: (claim, { scenario }) => {
    const rule = stopper(claim);
    return rule === undefined
      ? 'It grants the request'
      : `It refuses at the check “${ruleName(rule, scenario)}”`;
  },
  refutation: (claim, about) => {
    const rule = stopper(claim);
    return rule === undefined ? notGranted(about) : notStopped(rule, about);
  },
  rank: () => undefined,
};

const codeOf = (claim: Claim): string | undefined => claim.split('-')[2];

const statusOf = (claim: Claim): number => Number(claim.split('-')[1]);

const answerOf = ({ status, code }: Ending): Claim => answering(status, code);

/** The status with which the act is granted, here or elsewhere. */
const grantedStatus = ({ endings, answer }: Case): number =>
  (answer?.outcome.kind === 'granted' ? answer.status : undefined) ??
  endings.find(({ code }) => code === undefined)?.status ??
  200;

/** Two names of one code: the protocols of AWS differ in its ending. */
const isSameCode = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && a.replace(/Exception$/, '') === b?.replace(/Exception$/, '');

/** Why an answer is not the one: the check that would give it passes, or there is none. */
function notAnswered(claim: Claim, about: Case): Refutation {
  const { scenario, endings } = about;
  const code = codeOf(claim);
  if (code === undefined) return notGranted(about);
  const rules = endings.flatMap((ending) =>
    answerOf(ending) === claim ? (ending.rule ?? []) : [],
  );
  const [made] = rules.flatMap((rule) => {
    const found = madeBy(about, rule);
    return found?.check.result === 'pass' ? [found] : [];
  });
  if (!made) return { why: `Nothing that is answered with ${code} is wrong here.` };
  const name = ruleName(made.check.rule, scenario);
  const how = made.step === undefined ? 'Here it would pass.' : 'Here it passes.';
  return {
    why: brief(
      `${code} is the answer where the check “${name}” fails. ${how} ${said(about, made.check).because}`,
    ),
    ...(made.step !== undefined && { step: made.step }),
  };
}

/** What Roles Anywhere answers beside its one word for almost everything. */
const SELDOM: readonly Claim[] = [
  answering(400, 'ValidationException'),
  answering(404, 'ResourceNotFoundException'),
];

/** What the service answers. */
export const ANSWERS: Manner = {
  stem: (about) => `What does ${service(about)} answer?`,
  key: (about) => {
    const { answer, act } = about;
    // An answer to HEAD has no body, a tool answers nobody, and the console’s door names no code.
    if (!answer || (act.kind === 'open-url' && act.method === 'HEAD')) return undefined;
    if (act.kind.startsWith('tool:') || act.kind.startsWith('signin:')) return undefined;
    const code = answer.outcome.kind === 'refused' ? answer.outcome.error.code : undefined;
    return keyWith(about, answering(answer.status, code));
  },
  matters,
  fitted: (claim, about, key) => {
    const code = codeOf(claim);
    if (isSameCode(code, codeOf(key))) return undefined;
    return code === undefined ? answering(grantedStatus(about)) : claim;
  },
  others: (about) => [
    [answering(grantedStatus(about))],
    about.endings.map(answerOf),
    about.act.kind.startsWith('rolesanywhere:') ? SELDOM : [],
  ],
  text: (claim) => `${statusOf(claim)} ${codeOf(claim) ?? REASONS[statusOf(claim)] ?? ''}`.trim(),
  refutation: notAnswered,
  rank: (claim) => statusOf(claim),
};

/** What services answer most often where they refuse; those of other services have too many dialects. */
const COMMON: Readonly<Partial<Record<Service, readonly Claim[]>>> = {
  s3: [
    answering(403, 'AccessDenied'),
    answering(400, 'ExpiredToken'),
    answering(403, 'InvalidAccessKeyId'),
    answering(403, 'SignatureDoesNotMatch'),
  ],
  sts: [
    answering(403, 'AccessDenied'),
    answering(403, 'ExpiredToken'),
    answering(403, 'InvalidClientTokenId'),
    answering(400, 'ValidationError'),
  ],
  rolesanywhere: [answering(403, 'AccessDeniedException'), ...SELDOM],
};

/** The error, where it is known which check fails. */
export const ERROR: Manner = {
  ...ANSWERS,
  known: (about) => {
    const refused = refusedBy(about);
    return refused && sayFailed(refused.check.rule, about.scenario);
  },
  key: (about) => (refusedBy(about) ? ANSWERS.key(about) : undefined),
  fitted: (claim, about, key) =>
    codeOf(claim) === undefined ? undefined : ANSWERS.fitted(claim, about, key),
  others: ({ endings, answer }) => [
    endings.map(answerOf),
    answer?.outcome.kind === 'refused' ? (COMMON[answer.outcome.error.service] ?? []) : [],
  ],
};
