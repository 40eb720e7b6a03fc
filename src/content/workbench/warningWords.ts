import type { WarningKind } from '#engine/policy/warnings.ts';

/** What AWS saves in silence and a reader should know. */
export const WARNING_WORDS: Record<WarningKind, string> = {
  'null-passed-over': 'A null is passed over as if it were not there.',
  'everyone-may-assume': 'Every AWS account may assume the role through this statement.',
  'deleted-principal': 'This id stands for a user or role that was deleted; it matches nobody.',
  'sid-characters': 'A Sid should hold letters and digits only.',
  'empty-condition': 'This condition compares nothing.',
  'literal-wildcard':
    'With this operator * and ? are plain characters; use StringLike for wildcards.',
  'literal-variable': 'Without Version 2012-10-17 a variable is plain text.',
  'missing-key-passes':
    'ForAllValues lets a request without this key through; add a Null condition to require it.',
  'never-compares': 'This operator can never match this value.',
  'needs-set-operator': 'This key can have several values; use ForAllValues or ForAnyValue.',
};
