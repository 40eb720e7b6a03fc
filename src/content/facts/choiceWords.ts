import type { FactsChoices, FactsView } from './choices.ts';

/** The page of facts in words: its parts and what can be turned there. */

export const VIEW_NAMES: Readonly<Record<FactsView, string>> = {
  beliefs: 'Corrected beliefs',
  lives: 'Longest life by signer',
  tools: 'Default by tool',
  limits: 'Limits on one page',
  rules: 'Every rule',
  glossary: 'Glossary',
};

type Options<Name extends keyof FactsChoices> = Readonly<Record<FactsChoices[Name], string>>;

export const ASKED_OPTIONS: Options<'asked'> = {
  default: 'left out: the call’s default',
  '600': '10 minutes',
  '900': '15 minutes',
  '3600': '1 hour',
  '7200': '2 hours',
  '14400': '4 hours',
  '43200': '12 hours',
  '129600': '36 hours',
};

export const MAXIMUM_OPTIONS: Options<'maximum'> = {
  '3600': '1 hour',
  '7200': '2 hours',
  '14400': '4 hours',
  '28800': '8 hours',
  '43200': '12 hours',
};

export const AGE_OPTIONS: Options<'age'> = {
  '0': 'none: they are fresh',
  '300': '5 minutes',
  '1800': '30 minutes',
  '3300': '55 minutes',
  '10800': '3 hours',
  '21000': '5 hours and 50 minutes',
  '39600': '11 hours',
};

export const EXPIRES_OPTIONS: Options<'expires'> = {
  '900': '15 minutes',
  '3600': '1 hour',
  '21600': '6 hours',
  '43200': '12 hours',
  '86400': '1 day',
  '259200': '3 days',
  '604800': '7 days',
  '691200': '8 days',
};

export const ORDER_OPTIONS: Options<'order'> = {
  longest: 'longest life first',
  shortest: 'shortest life first',
  listed: 'as AWS’s pages list them',
};
