import {
  CHAINED_MAXIMUM,
  DEFAULT_DURATION,
  DURATION_BOUNDS,
  ROOT_MAXIMUM,
  USER_BOUNDS,
  USER_DEFAULT,
} from '../sts/limits.ts';
import { hours, minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import { LONGEST_URL } from './limits.ts';

/** How long a URL lives by who signs it: the shorter of its own time and what the credentials have left (using-presigned-url). */

export const SIGNERS = [
  'user',
  'console',
  'session-token',
  'federation-token',
  'root-token',
  'role',
  'chained',
  'roles-anywhere',
  'instance',
  'task',
  'function',
] as const;
export type Signer = (typeof SIGNERS)[number];

export interface UrlLifeInputs {
  /** DurationSeconds of the call that opened the session; left out: the call's default. */
  readonly asked?: Seconds;
  /** MaxSessionDuration of the role. */
  readonly roleMaximum: Seconds;
  /** How old the credentials are when the URL is signed. */
  readonly age: Seconds;
  /** X-Amz-Expires. */
  readonly expires: Seconds;
}

/** What the S3 console lets one choose (ShareObjectPreSignedURL). */
export const CONSOLE_BOUNDS = { min: minutes(1), max: hours(12) } as const;

/** How long an instance's credentials are good for: about that long (using-presigned-url). */
export const INSTANCE_LIFE = hours(6);

/** A container task's credentials are replaced after one to six hours (using-presigned-url). */
export const TASK_LIFE = { least: hours(1), most: hours(6) } as const;

/** A length of which only bounds are known; the same twice where it is known. */
interface Between {
  readonly least: Seconds;
  readonly most: Seconds;
}

/** The life of a session from its issue, or why there is none or nothing is known. */
export type SessionLife =
  | { readonly kind: 'endless' }
  | ({ readonly kind: 'session'; readonly isCut: boolean } & Between)
  | {
      readonly kind: 'refused';
      readonly limit: Seconds;
      readonly by: 'least' | 'most' | 'role' | 'chain';
    }
  | { readonly kind: 'unknown' };

export type UrlLife =
  | {
      readonly kind: 'refused-session';
      readonly session: Extract<SessionLife, { kind: 'refused' }>;
    }
  | { readonly kind: 'refused-url'; readonly by: 's3' | 'console'; readonly limit: Seconds }
  | { readonly kind: 'over'; readonly session: Seconds }
  | ({ readonly kind: 'lives'; readonly endedBy: 'url' | 'session' | 'either' } & Between)
  | { readonly kind: 'unknown'; readonly most: Seconds };

const lasting = (length: Seconds, isCut = false): SessionLife => ({
  kind: 'session',
  least: length,
  most: length,
  isCut,
});

const refused = (
  by: Extract<SessionLife, { kind: 'refused' }>['by'],
  limit: Seconds,
): SessionLife => ({ kind: 'refused', by, limit });

/** A session of a role: STS refuses what the role or the chain does not allow, it does not cut (AssumeRole). */
function roleLife({ asked, roleMaximum }: UrlLifeInputs, isChained: boolean): SessionLife {
  const length = asked ?? DEFAULT_DURATION;
  const { min, max } = DURATION_BOUNDS;
  if (length < min) return refused('least', min);
  if (length > max) return refused('most', max);
  if (isChained && length > CHAINED_MAXIMUM) return refused('chain', CHAINED_MAXIMUM);
  return length > roleMaximum ? refused('role', roleMaximum) : lasting(length);
}

/** A session of a user or of root: root's is cut without a word (GetSessionToken, GetFederationToken). */
function userLife(asked: Seconds | undefined, isRoot: boolean): SessionLife {
  const length = asked ?? (isRoot ? ROOT_MAXIMUM : USER_DEFAULT);
  const { min, max } = USER_BOUNDS;
  if (length < min) return refused('least', min);
  if (length > max) return refused('most', max);
  return isRoot && length > ROOT_MAXIMUM ? lasting(ROOT_MAXIMUM, true) : lasting(length);
}

const SESSION_LIVES: Readonly<Record<Signer, (inputs: UrlLifeInputs) => SessionLife>> = {
  user: () => ({ kind: 'endless' }),
  console: () => ({ kind: 'endless' }),
  'session-token': ({ asked }) => userLife(asked, false),
  'federation-token': ({ asked }) => userLife(asked, false),
  'root-token': ({ asked }) => userLife(asked, true),
  role: (inputs) => roleLife(inputs, false),
  'roles-anywhere': (inputs) => roleLife(inputs, false),
  chained: (inputs) => roleLife(inputs, true),
  instance: () => lasting(INSTANCE_LIFE),
  task: () => ({ kind: 'session', isCut: false, ...TASK_LIFE }),
  function: () => ({ kind: 'unknown' }),
};

/** How long a signer's credentials live from their issue. */
export const sessionLife = (signer: Signer, inputs: UrlLifeInputs): SessionLife =>
  SESSION_LIVES[signer](inputs);

/** How long a URL lives after it was signed, and what ends it. */
export function urlLife(signer: Signer, inputs: UrlLifeInputs): UrlLife {
  const { age, expires } = inputs;
  const session = sessionLife(signer, inputs);
  if (session.kind === 'refused') return { kind: 'refused-session', session };
  if (session.kind === 'session' && age >= session.most) {
    return { kind: 'over', session: session.most };
  }
  const by = signer === 'console' ? 'console' : 's3';
  const limit = by === 'console' ? CONSOLE_BOUNDS.max : LONGEST_URL;
  if (expires > limit) return { kind: 'refused-url', by, limit };
  if (session.kind === 'unknown') return { kind: 'unknown', most: expires };
  if (session.kind === 'endless') {
    return { kind: 'lives', endedBy: 'url', least: expires, most: expires };
  }
  const ends = (life: Seconds): Seconds => seconds(Math.min(expires, Math.max(0, life - age)));
  const least = ends(session.least);
  const most = ends(session.most);
  const endedBy = least >= expires ? 'url' : most >= expires && least < most ? 'either' : 'session';
  return { kind: 'lives', endedBy, least, most };
}

/** The longest a URL is known to live, for sorting: nothing where it does not live or nobody knows. */
export const longestOf = (life: UrlLife): Seconds =>
  life.kind === 'lives' ? life.most : seconds(0);
