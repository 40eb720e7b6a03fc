import { CERTIFICATE_TERMS } from './certificateTerms.ts';
import { POLICY_TERMS } from './policyTerms.ts';
import { SESSION_TERMS } from './sessionTerms.ts';
import { SIGNING_TERMS } from './signingTerms.ts';
import type { Term } from './term.ts';

/** Every term that is explained, in the order of the alphabet. */
export const GLOSSARY: readonly Term[] = [
  ...SESSION_TERMS,
  ...POLICY_TERMS,
  ...SIGNING_TERMS,
  ...CERTIFICATE_TERMS,
].toSorted((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), 'en'));
