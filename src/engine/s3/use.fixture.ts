import type { OpenUrl, Presign } from '../act.ts';
import { simulate } from '../everything.fixture.ts';
import { BUCKET, KEY, REGION, START, USER_KEY, withBucket, WORLD } from '../testWorld.fixture.ts';
import { after, hours, minutes } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import type { Trace } from '../trace.ts';
import type { Bucket, World } from '../world.ts';

/** Test support, no part of the app: a URL that is signed and used, with what differs from one that works. */

export interface Use {
  readonly world?: World;
  readonly bucket?: Partial<Bucket>;
  readonly sign?: Partial<Presign>;
  readonly open?: Partial<OpenUrl>;
}

/** Signs a URL as a user who may read, write and delete, and uses it ten minutes later by the method it was signed for. */
export function played({ world = WORLD, bucket = {}, sign = {}, open = {} }: Use): Trace {
  const method = sign.method ?? 'GET';
  return simulate(withBucket(world, bucket), [
    {
      id: 'sign',
      kind: 'presign',
      at: START,
      by: 'build-server',
      credentials: { keyId: USER_KEY.id },
      method,
      bucket: BUCKET,
      key: KEY,
      region: REGION,
      expires: hours(1),
      ...sign,
    },
    {
      id: 'open-url',
      kind: 'open-url',
      at: after(START, minutes(10)),
      by: 'holder',
      to: 's3',
      url: 'sign',
      method,
      headers: [],
      edits: [],
      ...open,
    },
  ]);
}

/** How a use ends: `granted`, or the rule that refused with status, code and message. */
export function endOf(trace: Trace): string {
  const outcome = outcomeOf(trace);
  if (outcome.kind === 'granted') return 'granted';
  const { status, code, message } = outcome.error;
  return `${outcome.rule}: ${status} ${code} ${message}`;
}

/** The HTTP answer, as text. */
export const responseOf = (trace: Trace): string =>
  trace.steps.at(-1)?.artifacts.find(({ kind }) => kind === 'response')?.text ?? '';
