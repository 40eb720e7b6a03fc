import type { Basis } from '#engine/basis.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';

import type { FactsChoices } from '../facts/choices.ts';
import { RULE_FACTS } from '../ruleFacts.ts';
import type { RuleFacts } from '../ruleText.ts';
import { SCENARIO_WORDS } from '../search/scenarioWords.ts';
import { SOURCES } from '../sources.ts';
import { nameOf, stepsOf, wordingsOf } from './ruleSteps.ts';

/** Every rule of the engine as the page of rules lists it. */

export type RuleService = Exclude<FactsChoices['service'], 'all'>;

export const SERVICE_NAMES: Readonly<Record<RuleService, string>> = {
  sts: 'AWS STS',
  s3: 'Amazon S3',
  rolesanywhere: 'IAM Roles Anywhere',
  api: 'Any call to a service',
  signin: 'Sign-in to the console',
  tool: 'Tools that presign',
};

export interface ListedRule extends RuleFacts {
  readonly id: RuleId;
  readonly service: RuleService;
  readonly name: string;
  /** Of the wordings of its errors. */
  readonly wordings: readonly Basis[];
}

// RULES has just the keys that its type says, and each begins with its service.
const IDS = Object.keys(RULES) as RuleId[];
const serviceOf = (id: RuleId) => id.split('.')[0] as RuleService;

/** All rules, in the order in which they are checked. */
export const LISTED_RULES: readonly ListedRule[] = IDS.map((id) => ({
  id,
  service: serviceOf(id),
  name: nameOf(id),
  wordings: wordingsOf(id),
  ...RULE_FACTS[id],
}));

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What is said of the stories in which a rule refuses as they start. */
const storiesOf = (id: RuleId): readonly string[] =>
  stepsOf(id, 'fail').flatMap(({ lab, scenario, knobs }) =>
    Object.keys(knobs).length === 0 ? (SCENARIO_WORDS[`${lab}/${scenario}`] ?? []) : [],
  );

/** Everything that is said of a rule. */
const saidOf = ({ id, name, service, question, statement, source }: ListedRule): string =>
  wordsOf(
    [
      id,
      name,
      SERVICE_NAMES[service],
      question,
      statement,
      SOURCES[source].title,
      ...storiesOf(id),
    ].join(' '),
  ).join(' ');

/** How a rule may be as sure as asked: its verdict, its place or a wording. */
const hasBasis = ({ basis, wordings }: ListedRule, asked: FactsChoices['basis']): boolean =>
  asked === 'all' || [basis.verdict, basis.order, ...wordings].includes(asked);

/** The rules of a service, of a basis, of which every word that is looked for is said; a rule’s own id finds it alone. */
export function findRules(
  { service, basis }: Pick<FactsChoices, 'service' | 'basis'>,
  find: string,
): readonly ListedRule[] {
  const words = wordsOf(find);
  const own = LISTED_RULES.filter(({ id }) => id === find.trim());
  return (own.length > 0 ? own : LISTED_RULES).filter(
    (rule) =>
      (service === 'all' || rule.service === service) &&
      hasBasis(rule, basis) &&
      words.every((word) => saidOf(rule).includes(word)),
  );
}
