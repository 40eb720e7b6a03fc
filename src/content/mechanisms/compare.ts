import { spokenMoment, ended } from './compareCell.ts';
import type { CompareCell } from './compareCell.ts';
import { PROOFS } from './proofs.ts';
import { limitOf, openedBy, sessionOf, trailOf, trustOf } from './seenIn.ts';
import { wayRun } from './ways.ts';
import type { Way } from './ways.ts';

/** One job, four ways: the questions, and how each way answers them. What is an outcome is read from a run. */

export interface CompareRow {
  readonly id: string;
  readonly asks: string;
  readonly cell: (way: Way) => CompareCell;
}

export interface CompareGroup {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly rows: readonly CompareRow[];
}

const at = (way: Way, step: `${string}.${string}`): Pick<CompareCell, 'shows'> => ({
  shows: { knobs: wayRun(way, 'hour').knobs, step },
});

/** The check that asks whom the role trusts. */
const TRUSTED = {
  certificate: 'create-session.assume-role-allowed',
  saml: 'create-session.federation-allowed',
  oidc: 'create-session.federation-allowed',
} as const;

const first = (way: Way): string => (way === 'key' ? 'write' : 'create-session');

/** The thief with what lay on the disk: a session is opened first, but for the key. */
const AGAIN = ['open-again', 'write-again'];

const JOB: CompareGroup = {
  id: 'job',
  title: 'The job',
  says: 'At noon a server on premises writes one object to S3.',
  rows: [
    {
      id: 'upload',
      asks: 'Does the upload work?',
      cell: (way) => ended(wayRun(way, 'hour'), 'server', ['create-session', 'write']),
    },
    { id: 'proof', asks: 'What proves the caller?', cell: (way) => PROOFS[way].proof },
    {
      id: 'trusted',
      asks: 'Whom does AWS trust?',
      cell: (way) => ({
        ...trustOf(wayRun(way, 'hour')),
        ...(way !== 'key' && at(way, TRUSTED[way])),
      }),
    },
    {
      id: 'call',
      asks: 'Which call opens the door, and what signs it?',
      cell: (way) => ({ ...openedBy(wayRun(way, 'hour')), ...at(way, `${first(way)}.request`) }),
    },
    {
      id: 'back',
      asks: 'What comes back, and until when?',
      cell: (way) => {
        const session = sessionOf(wayRun(way, 'hour'), 'create-session');
        return session
          ? {
              says: `Credentials of a role, until ${spokenMoment(session.expiresAt)}.`,
              ...at(way, 'create-session.answer'),
            }
          : { says: 'Nothing. The key in the file is the credential, and it has no end.' };
      },
    },
    {
      id: 'trail',
      asks: 'Whom does CloudTrail name, where it logs uploads?',
      cell: (way) => ({ ...trailOf(wayRun(way, 'hour')), ...at(way, 'write.answer') }),
    },
    { id: 'next', asks: 'Where does the next proof come from?', cell: (way) => PROOFS[way].next },
  ],
};

type Saying = CompareCell & { readonly says: string };

/** What a run shows, and what is to be said beside it. */
const and = (shown: Saying, more: Saying | undefined): Saying =>
  more ? { ...more, says: `${shown.says} ${more.says}` } : shown;

/** How long the disk is worth something: by the run, and by what else may lie on it. */
function worthOf(way: Way): CompareCell {
  return and(limitOf(wayRun(way, 'hour')), PROOFS[way].also);
}

const THEFT: CompareGroup = {
  id: 'theft',
  title: 'A thief copies the disk at 12:03',
  says: 'Nobody notices. The thief comes back with what lay on the disk.',
  rows: [
    {
      id: 'disk',
      asks: 'What lies on the disk?',
      cell: (way) => ({ ...PROOFS[way].disk, ...at(way, 'copy.said') }),
    },
    {
      id: 'now',
      asks: 'At once, at 12:03',
      cell: (way) => {
        const run = wayRun(way, 'hour');
        const session = sessionOf(run, 'open-thief');
        const { twice } = PROOFS[way];
        return {
          ...ended(run, 'thief', ['open-thief']),
          ...(session &&
            and({ says: `A session until ${spokenMoment(session.expiresAt)}.` }, twice)),
        };
      },
    },
    {
      id: 'hour',
      asks: 'An hour later, at 13:10',
      cell: (way) => ended(wayRun(way, 'hour'), 'thief', AGAIN),
    },
    {
      id: 'month',
      asks: 'A month later, on 14 February',
      cell: (way) => ended(wayRun(way, 'month'), 'thief', AGAIN),
    },
    {
      id: 'june',
      asks: 'On 1 June, after the certificate has ended',
      cell: (way) => ended(wayRun(way, 'june'), 'thief', AGAIN),
    },
    {
      id: 'limit',
      asks: 'How long is the disk worth something?',
      cell: (way) => ({
        ...worthOf(way),
        shows: ended(wayRun(way, 'june'), 'thief', AGAIN).shows,
      }),
    },
  ],
};

const CURE: CompareGroup = {
  id: 'cure',
  title: 'The administrator acts at 12:30',
  says: 'First the door is shut. That alone leaves open what was opened before.',
  rows: [
    {
      id: 'door',
      asks: 'What shuts the door?',
      cell: (way) => ({
        ...PROOFS[way].door,
        shows: { knobs: wayRun(way, 'door').knobs, step: 'door.done' },
      }),
    },
    {
      id: 'again',
      asks: 'After that: what lay on the disk',
      cell: (way) => ended(wayRun(way, 'door'), 'thief', AGAIN),
    },
    {
      id: 'old',
      asks: 'After that: the session from 12:03',
      cell: (way) => ended(wayRun(way, 'old'), 'thief', ['write-old']),
    },
    {
      id: 'room',
      asks: 'What ends that session?',
      cell: (way) => ({
        ...PROOFS[way].room,
        shows: { knobs: wayRun(way, 'both').knobs, step: 'room.done' },
      }),
    },
    {
      id: 'both',
      asks: 'After both: the session from 12:03',
      cell: (way) => ended(wayRun(way, 'both'), 'thief', ['write-old']),
    },
  ],
};

export const COMPARISON: readonly CompareGroup[] = [JOB, THEFT, CURE];
