import type { AccessCase } from '#engine/policy/accessCase.ts';

import { isGlobalKey } from './knownKeys.ts';

/** What a learner should know of what was typed: AWS would not refuse it, but it may not be what was meant. */

// EC2 itself asks for resources that are yet to be made as instance/* (service authorization reference, EC2).
const YET_TO_BE_MADE = /^arn:[^:]*:ec2:[^:]*:[^:]*:[a-z-]+\/\*$/;

/** A note on the resource of a request; undefined where there is nothing to say. */
export function resourceNote(resource: string): string | undefined {
  const arn = resource.trim();
  if (arn === '*' || YET_TO_BE_MADE.test(arn) || !/[*?]/.test(arn)) return undefined;
  return 'A request names one resource: * and ? are plain characters here, wildcards only in policies.';
}

// Keys that AWS fills in from the caller and from the resource (IAM User Guide, global condition keys).
const OF_CALLER: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principaltype',
  'aws:userid',
  'aws:username',
]);
const OF_RESOURCE: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
]);

/** Why a key that was typed is not read: it follows from the request; undefined where it is read. */
export function unreadKey(
  typed: string,
  { kind, name }: AccessCase['caller'],
): 'caller' | 'organization' | 'resource' | undefined {
  const key = typed.trim().toLowerCase();
  if (/^aws:(?:principal|resource)org/.test(key)) return 'organization';
  if (OF_RESOURCE.has(key)) return 'resource';
  const isSubject =
    (kind === 'web-identity' && key === `${name.toLowerCase()}:sub`) ||
    (kind === 'saml-identity' && (key === 'saml:sub' || key === 'saml:doc'));
  const isProvider = key === 'aws:federatedprovider' && kind.endsWith('-identity');
  return OF_CALLER.has(key) || isSubject || isProvider ? 'caller' : undefined;
}

const UNREAD = {
  caller: 'Not read: it follows from who asks.',
  organization:
    'Not read: it follows from the account and its organization, which is there as soon as there is an SCP or an RCP.',
  resource: 'Not read: it follows from the resource.',
} as const;

/** A note on a condition key; undefined where there is nothing to say. */
export function keyNote(typed: string, caller: AccessCase['caller']): string | undefined {
  const unread = unreadKey(typed, caller);
  if (unread) return UNREAD[unread];
  const key = typed.trim();
  return /^aws:/i.test(key) && !isGlobalKey(key)
    ? `${key} is no global condition key this page knows. Check how it is spelt.`
    : undefined;
}
