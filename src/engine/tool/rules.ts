import { credentialsOf } from '../credentials.ts';
import { toolError } from '../errors.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule, RuleAbout } from '../rules.ts';
import { secondsBetween } from '../time.ts';
import type { Seconds } from '../time.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import type { PresignByTool } from './acts.ts';
import { writtenLifetime } from './signingTool.ts';
import type { WrittenLifetime } from './signingTool.ts';

/** What tools check before they sign: only the lifetime, never the credentials (presigned-urls.md 3). */

export interface ToolContext {
  readonly world: World;
  readonly act: PresignByTool;
}

/** How long the credentials live on, by the signer's clock; undefined for those without an end. */
function sessionLeft({ world, act }: ToolContext): Seconds | undefined {
  const key = credentialsOf(world, act.credentials);
  return key?.kind === 'temporary'
    ? secondsBetween(clockOf(world, act.by), key.expiresAt)
    : undefined;
}

/** What the tool of an act writes into X-Amz-Expires. */
export const lifetimeFor = (context: ToolContext): WrittenLifetime =>
  writtenLifetime(context.act.tool, context.act.asked, sessionLeft(context));

const lifetimeGiven: Rule<ToolContext, 'tool.lifetime-given'> = {
  id: 'tool.lifetime-given',
  test: ({ act: { id, tool, asked } }) => {
    const isMissing = writtenLifetime(tool, asked).kind === 'missing';
    const { code = 'InvalidOperationException', message = '' } = tool.throws?.missing ?? {};
    return finding(
      {
        kind: 'presence',
        wanted: [asked === undefined ? `default of ${tool.name}` : 'lifetime'],
        missing: isMissing ? [`default of ${tool.name}`] : [],
        paths: [`act:${id}/asked`, `act:${id}/tool`],
      },
      isMissing ? toolError(code, message) : undefined,
    );
  },
};

const lifetimeTaken: Rule<ToolContext, 'tool.lifetime-taken'> = {
  id: 'tool.lifetime-taken',
  test: (context) => {
    const { id, tool, asked } = context.act;
    const written = lifetimeFor(context);
    const path = `act:${id}/tool` as const;
    const { code = 'ArgumentException', message = '' } = tool.throws?.tooLong ?? {};
    return finding(
      {
        kind: 'limit',
        asked: asked ?? promised(tool.lifetime, 'tool.lifetime-given passed'),
        limits: tool.most === undefined ? [] : [{ name: tool.name, value: tool.most, path }],
        paths: [`act:${id}/asked`, path],
      },
      written.kind === 'too-long' ? toolError(code, message) : undefined,
    );
  },
};

export const TOOL_RULES: readonly RuleAbout<ToolContext>[] = [lifetimeGiven, lifetimeTaken];
