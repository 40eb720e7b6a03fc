import { stepAt, worldAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { CreateSession } from '#engine/rolesanywhere/acts.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { Certificate } from '#engine/x509/certificate.ts';

import { clockTime, timeBeside } from './words.ts';

/**
 * Which of certificate, session and URL decides at a moment, in words. Revocation lists have no part in it: what AWS does
 * when one is overdue is not published, and no living session asks for them.
 */

/** `at 12:30` on the same day, `1 Apr 00:00` on another. */
function whenOf(at: Instant, now: Instant): string {
  const text = timeBeside(at, now);
  return text === clockTime(at) ? `at ${text}` : text;
}

type Url = Extract<Lifetime, { kind: 'url' }>;

/** The certificate with which a session was asked for, where the run has come so far. */
function certificateShown(trace: Trace, cursor: Cursor): Certificate | undefined {
  const acts = trace.steps.slice(0, cursor).map(({ act }) => act);
  const asked = acts.find(
    (act): act is CreateSession => act.kind === 'rolesanywhere:CreateSession',
  );
  return stepAt(trace, cursor)?.world.x509?.certificates.find(
    ({ id }) => id === asked?.certificate,
  );
}

const WHY: Readonly<Record<string, string>> = {
  change: 'by the change that was made then',
  limit: 'because none lives longer than seven days',
};

const because = ({ endedBy }: Url): string =>
  endedBy === undefined ? 'by its own date' : (WHY[endedBy] ?? 'with its session');

function ofUrl(url: Url, session: Lifetime | undefined, now: Instant): string {
  const when = whenOf(url.until, now);
  if (now > url.until) return `The URL ended ${when}, ${because(url)}.`;
  return url.endedBy === session?.id && session !== undefined
    ? `The weakest link is the session: it ends ${when}, and the URL with it.`
    : `The weakest link is the URL: it ends ${when}, ${because(url)}.`;
}

function ofSession({ until }: Lifetime, now: Instant): string {
  const when = whenOf(until, now);
  return now > until
    ? `The session ended ${when}.`
    : `The session ends ${when}, and whatever it signs ends then at the latest.`;
}

function ofCertificate({ notAfter }: Certificate, now: Instant, isNeeded: boolean): string {
  const when = whenOf(notAfter, now);
  if (now > notAfter) {
    return `The certificate ended ${when}: it opens no new session${isNeeded ? '' : ', and nothing that lives asks for it'}.`;
  }
  return isNeeded
    ? `The weakest link is the certificate: it opens sessions until ${timeBeside(notAfter, now)}.`
    : `The certificate ends ${when}, but nothing that lives asks for it.`;
}

/** What ends first at the moment of a step, what has ended, and what hangs on it; empty before anything is shown. */
export function weakestAt(trace: Trace, cursor: Cursor): string {
  const world = worldAt(trace, cursor);
  const lives = lifetimesOf(world);
  const session = lives.find(({ kind }) => kind === 'session');
  const url = lives.find((life): life is Url => life.kind === 'url');
  const certificate = certificateShown(trace, cursor);
  return [
    url ? ofUrl(url, session, world.now) : session && ofSession(session, world.now),
    certificate && ofCertificate(certificate, world.now, session === undefined),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
