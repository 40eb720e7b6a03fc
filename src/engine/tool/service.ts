import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { signUrl } from '../s3/presign.ts';
import type { Service } from '../service.ts';
import type { World } from '../world.ts';
import type { PresignByTool } from './acts.ts';
import { lifetimeFor, TOOL_RULES } from './rules.ts';

/** Tools that presign URLs, on the signer's own machine. */
export const TOOL_SERVICE: Service = { plays: { 'tool:presign': playPresignByTool } };

function playPresignByTool(world: World, act: PresignByTool): Played {
  const context = { world, act };
  const judgement = judge(TOOL_RULES, context);
  const parts = { act, before: world, judgement, request: [] };
  if (judgement.refusal) {
    const { code, message } = judgement.refusal.error;
    const thrown = { kind: 'response', text: `${code}: ${message}` } as const;
    return playedCall({ ...parts, after: world, response: [thrown], status: 0 });
  }
  const written = lifetimeFor(context);
  const { expires } = promised(
    written.kind === 'written' ? written : undefined,
    'tool.lifetime-taken passed',
  );
  const signed = signUrl(world, { ...act, expires });
  return playedCall({ ...parts, after: signed.world, response: signed.artifacts, status: 0 });
}
