import { askedDuration, DURATION_BOUNDS, CHAINED_MAXIMUM } from '#engine/sts/limits.ts';
import { after, hours, minutes, secondsBetween } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, ending, giving, lasting, stopping } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import {
  endWorld,
  linkIn,
  momentOf,
  roleMaximum,
  sessionCallIn,
  signerKind,
} from '../questions/runFacts.ts';
import type { Link } from '../questions/runFacts.ts';

/** Wrong ideas of how long links, and the sessions that AssumeRole gives, live. */

/** Claims about the link of a run, if it has one. */
const ofLink = (trace: Trace, claims: (link: Link) => readonly Claim[]): readonly Claim[] => {
  const link = linkIn(trace);
  return link ? claims(link) : [];
};

/** A link works so long, so it ends then. */
const lastingFrom = (link: Link, length: Seconds): readonly Claim[] => [
  lasting(length),
  ending(after(link.from, length)),
];

/** When the last AssumeRole of a run was called. */
function calledAt(trace: Trace): Instant | undefined {
  const call = sessionCallIn(trace);
  return call && momentOf(trace, call.id);
}

/** STS gives a session of that length, so it ends then. */
function givingFrom(trace: Trace, length: Seconds): readonly Claim[] {
  const at = calledAt(trace);
  return at === undefined ? [] : [giving(length), ending(after(at, length))];
}

/** The longest session that GetSessionToken and GetFederationToken give an IAM user. */
const LONGEST_USER_SESSION = hours(36);

/** The longest link that the S3 console makes. */
const LONGEST_CONSOLE_LINK = hours(12);

export const LINK_LIVES = {
  'link-keeps-its-own-time': {
    belief: 'A link works for as long as it asks for.',
    truth:
      'A link also needs the credentials that signed it. It ends with them where they end first.',
    trap: 'E1',
    about: ['link'],
    expects: (trace) =>
      ofLink(trace, ({ from, asked }) => [
        lasting(secondsBetween(from, asked)),
        ending(asked),
        ...when(endWorld(trace).now <= asked, answering(200), stopping(undefined)),
      ]),
  },
  'role-links-get-fifteen-minutes': {
    belief: 'A link that a role signs works for fifteen minutes.',
    truth:
      'Fifteen minutes is what some tools write when nobody names a lifetime. It has nothing to do with roles.',
    trap: 'E2',
    about: ['link'],
    expects: (trace) =>
      ofLink(trace, (link) =>
        when(signerKind(trace) === 'temporary', ...lastingFrom(link, minutes(15))),
      ),
  },
  'user-links-get-an-hour': {
    belief: 'A link that an IAM user signs works for one hour.',
    truth:
      'One hour is what some tools write when nobody names a lifetime. It has nothing to do with users.',
    trap: 'E2',
    about: ['link'],
    expects: (trace) =>
      ofLink(trace, (link) =>
        when(signerKind(trace) === 'long-term', ...lastingFrom(link, hours(1))),
      ),
  },
  'signing-restarts-the-session': {
    belief: 'A session has its whole time from the moment it signs.',
    truth: 'The end of a session is fixed when it is issued, and signing does not move it.',
    trap: 'E1',
    about: ['link'],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return call ? ofLink(trace, (link) => lastingFrom(link, askedDuration(call))) : [];
    },
  },
  'console-limit-counts': {
    belief: 'Twelve hours are the most a link can have.',
    truth: 'Twelve hours is the most that the S3 console offers. Other tools sign for seven days.',
    trap: 'E8',
    about: ['link'],
    expects: (trace) => ofLink(trace, (link) => lastingFrom(link, LONGEST_CONSOLE_LINK)),
  },
  'user-session-limit-counts': {
    belief: 'What a user signs lives as long as the user’s longest session, 36 hours.',
    truth: 'The 36 hours are for sessions of a user. A link of the user’s key has none behind it.',
    trap: 'B5',
    about: ['link'],
    expects: (trace) =>
      ofLink(trace, (link) =>
        when(signerKind(trace) === 'long-term', ...lastingFrom(link, LONGEST_USER_SESSION)),
      ),
  },
  'role-maximum-counts': {
    belief: 'A session lasts as long as its role allows.',
    truth: 'The role’s maximum is only the most that a call may ask for.',
    trap: 'B2',
    about: ['link', 'assume-role'],
    expects: (trace) => {
      const most = roleMaximum(trace);
      return most === undefined ? [] : [lasting(most), ...givingFrom(trace, most)];
    },
  },
  'role-sessions-last-an-hour': {
    belief: 'A session of a role lasts one hour.',
    truth: 'One hour is what STS gives where nobody asks for a length.',
    trap: 'B2',
    about: ['link', 'assume-role'],
    expects: (trace) => {
      const at = calledAt(trace);
      return [
        ...when(signerKind(trace) === 'temporary', lasting(hours(1))),
        ...(at === undefined ? [] : [ending(after(at, hours(1)))]),
      ];
    },
  },
  'chained-sessions-get-the-least': {
    belief: 'A chained session gets the shortest time there is.',
    truth: 'A chained session may last up to an hour, and it gets what it asks for.',
    trap: 'B3',
    about: ['assume-role'],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      return when(
        call !== undefined && 'issuedBy' in call.credentials,
        ...givingFrom(trace, DURATION_BOUNDS.min),
      );
    },
  },
  'sts-shortens': {
    belief: 'STS cuts a duration that is too long.',
    truth: 'STS does not cut. A call that asks for too much gets an error and no session.',
    trap: 'B1',
    about: ['assume-role'],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      const role = roleMaximum(trace);
      if (!call || role === undefined) return [];
      const isChained = 'issuedBy' in call.credentials;
      const asked = askedDuration(call);
      if (asked > role) {
        return [...givingFrom(trace, role), answering(200), stopping(undefined)];
      }
      return when(
        isChained && asked > CHAINED_MAXIMUM,
        ...givingFrom(trace, CHAINED_MAXIMUM),
        answering(200),
        stopping(undefined),
      );
    },
  },
  'asked-is-given': {
    belief: 'STS gives the duration that the call asks for.',
    truth: 'A call may ask for too much, and then it gets nothing.',
    trap: 'B1',
    about: ['assume-role'],
    expects: (trace) => {
      const call = sessionCallIn(trace);
      if (call) return givingFrom(trace, askedDuration(call));
      const act = trace.steps.at(-1)?.act;
      return act && 'durationSeconds' in act && act.durationSeconds !== undefined
        ? [giving(act.durationSeconds)]
        : [];
    },
  },
} as const satisfies Record<string, Misconception>;
