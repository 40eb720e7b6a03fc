import { countedLength } from '../policy/limits.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Policy } from '../policy/document.ts';
import type { World } from '../world.ts';
import { managedPolicy } from './managedPolicies.ts';

/** What limits a role session beside the role's own policies, as whoever opens it passes it. */
export interface Limiting {
  /** The id the inline policy gets. */
  readonly id: string;
  readonly text?: string;
  readonly arns: readonly string[];
}

/** The policies a session is limited by: the inline one first, then the managed ones; what cannot be read is left out. */
export function limitingPolicies(world: World, { id, text, arns }: Limiting): readonly Policy[] {
  const parsed = text === undefined ? undefined : parsePolicy(text, 'session');
  const inline: readonly Policy[] =
    parsed && 'document' in parsed
      ? [{ id, name: 'session policy', type: 'session', document: parsed.document }]
      : [];
  const managed = arns.flatMap((arn) => managedPolicy(world, arn) ?? []);
  return [...inline, ...managed.map((policy): Policy => ({ ...policy, type: 'session' }))];
}

/**
 * The share of the space for policies and tags a session takes, in per cent. AWS does not publish how it packs; this line
 * goes through the few sizes that were seen (sts.md 6), so it is approximate.
 */
export function packedShare({ text = '', arns }: Omit<Limiting, 'id'>, tags: number): number {
  const characters = countedLength(text, 'session') + arns.join('').length;
  return Math.ceil(4 + characters * 0.085 + tags * 4);
}
