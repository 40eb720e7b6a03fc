import { CONSOLE_BOUNDS, SIGNERS, longestOf, urlLife } from '#engine/s3/urlLife.ts';
import type { SessionLife, Signer, UrlLife, UrlLifeInputs } from '#engine/s3/urlLife.ts';
import { seconds } from '#engine/time.ts';
import { unreachable } from '#engine/never.ts';

import { spokenLength } from '../words.ts';
import type { FactsChoices } from './choices.ts';
import type { Written } from './tools.ts';

/** Who can sign a URL and what that makes of its life; the lengths are the engine's. */

export interface SignerFacts extends Written {
  readonly title: string;
  /** What caps the URL, in a sentence. */
  readonly cap: string;
  /** Which of the inputs it looks at. */
  readonly reads: readonly ('asked' | 'maximum' | 'age')[];
}

const documented = 'documented';

export const SIGNER_FACTS: Readonly<Record<Signer, SignerFacts>> = {
  user: {
    title: 'IAM user’s access key',
    cap: 'The key has no end of its own, so SigV4’s seven days are the limit.',
    reads: [],
    source: 's3.presigned',
    basis: documented,
  },
  console: {
    title: 'S3 console, whoever is signed in',
    cap: 'The console offers 1 minute to 12 hours, and no longer than its own session lives.',
    reads: [],
    source: 's3.presigned',
    basis: documented,
  },
  'session-token': {
    title: 'GetSessionToken, called by an IAM user',
    cap: 'The token lives 15 minutes to 36 hours, 12 hours by default.',
    reads: ['asked', 'age'],
    source: 'iam.temporary-request',
    basis: documented,
  },
  'federation-token': {
    title: 'GetFederationToken, called by an IAM user',
    cap: 'The token lives 15 minutes to 36 hours, 12 hours by default.',
    reads: ['asked', 'age'],
    source: 'iam.temporary-request',
    basis: documented,
  },
  'root-token': {
    title: 'Either of the two, called by root',
    cap: 'Root’s tokens live an hour at most; STS cuts a longer wish without an error.',
    reads: ['asked', 'age'],
    source: 'iam.temporary-request',
    basis: documented,
  },
  role: {
    title: 'AssumeRole, with SAML or web identity too',
    cap: 'The session lives 15 minutes up to the role’s maximum, 1 hour by default.',
    reads: ['asked', 'maximum', 'age'],
    source: 'iam.temporary-request',
    basis: documented,
  },
  chained: {
    title: 'A role assumed from another session',
    cap: 'Role chaining allows 1 hour; STS refuses more.',
    reads: ['asked', 'age'],
    source: 'iam.role-terms',
    basis: documented,
  },
  'roles-anywhere': {
    title: 'IAM Roles Anywhere session',
    cap: 'The shorter of the profile’s and the request’s duration; more than the role’s maximum is refused.',
    reads: ['asked', 'maximum', 'age'],
    source: 'rolesanywhere.create-session',
    basis: documented,
  },
  instance: {
    title: 'EC2 instance profile',
    cap: 'About 6 hours from the moment the credentials were issued, whatever the role’s maximum.',
    reads: ['age'],
    source: 's3.presigned',
    basis: documented,
  },
  task: {
    title: 'ECS task role',
    cap: 'The credentials are replaced every 1 to 6 hours, so the rest of them counts.',
    reads: ['age'],
    source: 's3.presigned',
    basis: documented,
  },
  function: {
    title: 'Lambda execution role',
    cap: 'Whatever is left of the function’s own credentials; AWS names no number.',
    reads: [],
    source: 'repost.expiry',
    basis: documented,
  },
};

const lengthOf = (text: string) => seconds(Number(text));

/** What the engine reads of the choices. */
export const inputsOf = ({ asked, maximum, age, expires }: FactsChoices): UrlLifeInputs => ({
  ...(asked !== 'default' && { asked: lengthOf(asked) }),
  roleMaximum: lengthOf(maximum),
  age: lengthOf(age),
  expires: lengthOf(expires),
});

export interface SignerRow {
  readonly signer: Signer;
  readonly life: UrlLife;
  /** When the URL dies, in a few words. */
  readonly dies: string;
  /** What decides it, in a sentence. */
  readonly because: string;
}

/** Every signer with what becomes of its URL, in the order that was chosen. */
export function signerRows(choices: FactsChoices): readonly SignerRow[] {
  const inputs = inputsOf(choices);
  const rows = SIGNERS.map((signer): SignerRow => {
    const life = urlLife(signer, inputs);
    return {
      signer,
      life,
      dies: diesAfter(signer, life),
      because: becauseOf(signer, life, inputs),
    };
  });
  if (choices.order === 'listed') return rows;
  const sign = choices.order === 'longest' ? -1 : 1;
  return rows.toSorted((a, b) => sign * (longestOf(a.life) - longestOf(b.life)));
}

/** When a URL dies, counted from its signing. */
function diesAfter(signer: Signer, life: UrlLife): string {
  switch (life.kind) {
    case 'refused-session':
      return 'no session, no URL';
    case 'refused-url':
      return 'never served';
    case 'over':
      return 'dead when signed';
    case 'unknown':
      return `unknown: within ${spokenLength(life.most)}`;
    case 'lives':
      if (life.least === life.most) {
        const isAbout = signer === 'instance' && life.endedBy === 'session';
        return `after ${isAbout ? 'about ' : ''}${spokenLength(life.most)}`;
      }
      return life.least === 0
        ? `within ${spokenLength(life.most)}`
        : `after ${spokenLength(life.least)} to ${spokenLength(life.most)}`;
    default:
      return unreachable(life);
  }
}

function becauseOf(signer: Signer, life: UrlLife, { age, expires }: UrlLifeInputs): string {
  const wanted = spokenLength(expires);
  switch (life.kind) {
    case 'refused-session':
      return refusal(life.session);
    case 'refused-url':
      return life.by === 'console'
        ? `The console offers ${spokenLength(CONSOLE_BOUNDS.max)} at most, and ${wanted} are wanted.`
        : `S3 refuses an X-Amz-Expires of more than ${spokenLength(life.limit)}, at every use.`;
    case 'over':
      return `The credentials lived ${spokenLength(life.session)} and were ${spokenLength(age)} old at signing; signing does not notice.`;
    case 'unknown':
      return 'It ends with the function’s credentials, and AWS does not say how long those live.';
    case 'lives':
      if (life.endedBy === 'url') return ownDate(signer, wanted);
      return life.endedBy === 'either'
        ? `The credentials may end before the ${wanted} that the URL asks for.`
        : `The credentials end first; X-Amz-Expires still says ${wanted}.`;
    default:
      return unreachable(life);
  }
}

function ownDate(signer: Signer, wanted: string): string {
  switch (signer) {
    case 'user':
      return `X-Amz-Expires says ${wanted}, and the key has no end of its own.`;
    case 'console':
      return `The console was told ${wanted}; the session behind it may still end before.`;
    default:
      return `X-Amz-Expires says ${wanted}, and the credentials live at least as long.`;
  }
}

function refusal({ by, limit }: Extract<SessionLife, { kind: 'refused' }>): string {
  const most = spokenLength(limit);
  switch (by) {
    case 'least':
      return `The call refuses a duration of less than ${most}.`;
    case 'most':
      return `The call refuses a duration of more than ${most}.`;
    case 'role':
      return `The role allows ${most}, and the call fails instead of giving less.`;
    case 'chain':
      return `Role chaining allows ${most}, and the call fails instead of giving less.`;
    default:
      return unreachable(by);
  }
}
