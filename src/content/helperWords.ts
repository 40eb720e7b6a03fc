import { helperAsksMore, helperPrints, helperRefuses } from '#engine/rolesanywhere/helper.ts';
import type { Refresh } from '#engine/rolesanywhere/helper.ts';
import type { CreateSession } from '#engine/rolesanywhere/acts.ts';
import type { Outcome } from '#engine/trace.ts';
import type { Instant } from '#engine/time.ts';
import type { TemporaryKey } from '#engine/world.ts';

import type { SourceId } from './sources.ts';
import { dayAndTime, timeBeside } from './words.ts';

/** What is said of the credential helper, beside the call it would make. */

export const HELPER_SOURCES: readonly SourceId[] = [
  'rolesanywhere.credential-helper',
  'rolesanywhere.helper',
];

/** Where the helper would not make quite this call; undefined where it would. */
export function helperDiffers(act: CreateSession): string | undefined {
  if (helperRefuses(act)) {
    return 'The helper compares the Regions of the trust anchor and the profile, and stops. This call was made without it.';
  }
  return helperAsksMore(act)
    ? 'This call asks for no length, so the profile decides. The helper always asks: for 3600 seconds, unless --session-duration says otherwise.'
    : undefined;
}

/** What the helper ends with, and how that is introduced; undefined while the answer is still to come. */
export function helperEnds(
  act: CreateSession,
  outcome: Outcome | undefined,
  key: TemporaryKey | undefined,
): { readonly says: string; readonly text: string } | undefined {
  if (helperRefuses(act)) {
    return {
      says: 'It sends nothing and prints no credentials. It ends with this error:',
      text: "trust anchor and profile regions don't match",
    };
  }
  if (outcome?.kind === 'refused') {
    return {
      says: 'It prints no credentials. It ends with an error that carries AWS’s own words:',
      text: `${outcome.error.code}: ${outcome.error.message}`,
    };
  }
  return key && { says: 'It prints this for the SDK that started it:', text: helperPrints(key) };
}

export const REFRESH =
  'The helper keeps nothing. An SDK holds the credentials in memory, and runs the helper again when their end is near. The AWS CLI runs it for every command.';

export const MODES: readonly {
  readonly name: string;
  readonly does: string;
}[] = [
  {
    name: 'credential-process',
    does: 'prints credentials once, for the SDK that started it. They stand in no file.',
  },
  {
    name: 'update',
    does: 'writes them into ~/.aws/credentials, and asks again five minutes before they end. With --once it asks no more.',
  },
  {
    name: 'serve',
    does: 'hands them out on 127.0.0.1:9911, as the metadata service of EC2 does. Every program on the machine that reaches it gets them.',
  },
];

/** One session of those that follow each other, in words. */
export function refreshSays({ from, until }: Refresh, index: number, first: Instant): string {
  if (until === undefined) return `asked again ${timeBeside(from, first)}: refused`;
  const lives = `until ${timeBeside(until, first)}`;
  return index === 0
    ? `opened ${timeBeside(from, first)}, ${lives}`
    : `asked again ${timeBeside(from, first)}, ${lives}`;
}

/** Why this goes on, or does not. */
export function chainSays(rows: readonly Refresh[], certificateEnds: Instant): string {
  return rows.some(({ until }) => until === undefined)
    ? `The certificate ends ${dayAndTime(certificateEnds)}. After that it opens no new session, but the last one runs to its own end.`
    : `This goes on until the certificate ends, ${dayAndTime(certificateEnds)}.`;
}
