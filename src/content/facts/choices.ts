import { BASES } from '#engine/basis.ts';

import { TOOL_IDS } from '../toolIds.ts';

/** What a learner turns on the page of facts; the first of each is where the page starts. */

export const FACTS_VIEWS = ['beliefs', 'lives', 'tools', 'limits', 'rules', 'glossary'] as const;
export type FactsView = (typeof FACTS_VIEWS)[number];

/** The credentials a tool is tried with. */
export const TRIED = ['user', 'role', 'ending', 'root'] as const;
export type Tried = (typeof TRIED)[number];

export const FACTS_CHOICES = {
  asked: ['3600', 'default', '900', '7200', '14400', '43200', '129600', '600'],
  maximum: ['43200', '3600', '7200', '14400', '28800'],
  age: ['0', '300', '1800', '3300', '10800', '21000', '39600'],
  expires: ['604800', '900', '3600', '21600', '43200', '86400', '259200', '691200'],
  order: ['longest', 'shortest', 'listed'],
  tool: TOOL_IDS,
  tried: TRIED,
  service: ['all', 'sts', 's3', 'rolesanywhere', 'api', 'signin', 'tool'],
  basis: ['all', ...BASES],
} as const;

export type FactsChoices = {
  readonly [Name in keyof typeof FACTS_CHOICES]: (typeof FACTS_CHOICES)[Name][number];
};

export const FIRST_FACTS: FactsChoices = {
  asked: '3600',
  maximum: '43200',
  age: '0',
  expires: '604800',
  order: 'longest',
  tool: 'js',
  tried: 'user',
  service: 'all',
  basis: 'all',
};
