import { narrate } from '#content/narrate.ts';
import { ending } from '#content/questions/claim.ts';
import type { Claim } from '#content/questions/claim.ts';
import { endWorld } from '#content/questions/runFacts.ts';
import type { SourceId } from '#content/sources.ts';
import { calendarDay, clockTime, spokenLength } from '#content/words.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import { after, isoDate, parseAmzDate, secondsBetween } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import { LONGEST_URL } from '#engine/s3/limits.ts';

import { brief, refusedBy, said } from './case.ts';
import type { Case, Key, Manner } from './case.ts';

/** Predictions of when a session or a link ends. */

/** What is claimed where nothing begins that could end. */
const NOTHING: Claim = 'ends-nothing';

type Link = Extract<Lifetime, { kind: 'url' }>;

const linkOf = ({ act, trace }: Case): Link | undefined =>
  lifetimesOf(endWorld(trace)).find(
    (life): life is Link => life.kind === 'url' && life.id === act.id,
  );

const moment = (at: Instant, year: string): string => {
  const own = isoDate(at).slice(0, 4);
  return `${calendarDay(at)} ${own === year ? '' : `${own} `}${clockTime(at)}`;
};

const yearIn = ({ trace }: Case): string => isoDate(trace.start.now).slice(0, 4);

/** The end of the session that the act gives, and why. */
function sessionKey(about: Case): Key | undefined {
  const { act, trace, answer } = about;
  if (!answer) return undefined;
  const refused = refusedBy(about);
  if (refused) {
    // Who is refused for something else than the length is asked which check it was.
    if (!/duration|rest|session-fits|token-within/.test(refused.check.rule)) return undefined;
    const { caption, because } = said(about, refused.check);
    return {
      claim: NOTHING,
      step: refused.step,
      why: brief(`${caption} ${because}`),
      source: sourceOf(act.kind),
    };
  }
  const key = Object.values(endWorld(trace).accessKeys).find(
    (one) => one.kind === 'temporary' && one.issuedBy === act.id,
  );
  if (key?.kind !== 'temporary') return undefined;
  const call = trace.steps.find((step) => step.act.id === act.id);
  const length = spokenLength(secondsBetween(key.issuedAt, key.expiresAt));
  return {
    claim: ending(key.expiresAt),
    step: answer.id,
    why: brief(
      `The session begins at ${clockTime(key.issuedAt)} and lasts ${length}. ${call ? narrate(call, about.scenario).because : ''}`,
    ),
    source: sourceOf(act.kind),
  };
}

const SOURCES_BY_CALL: Readonly<Record<string, SourceId>> = {
  'sts:AssumeRole': 'sts.assume-role',
  'sts:AssumeRoleWithSAML': 'sts.saml',
  'sts:AssumeRoleWithWebIdentity': 'sts.web-identity',
  'sts:AssumeRoot': 'sts.root',
  'sts:GetSessionToken': 'sts.get-session-token',
  'sts:GetFederationToken': 'sts.get-federation-token',
  'rolesanywhere:CreateSession': 'rolesanywhere.create-session',
};

const sourceOf = (kind: string): SourceId => SOURCES_BY_CALL[kind] ?? 'iam.temporary-request';

/** The end of the link that the act signs, and why. */
function linkKey(about: Case, link: Link): Key | undefined {
  const { act, trace } = about;
  if (link.endedBy === 'change') return undefined;
  const step = trace.steps.at(-1)?.id ?? `${act.id}.done`;
  if (link.endedBy === 'limit') {
    const why = 'It asks for more than seven days. Amazon S3 refuses such a link from the start.';
    return { claim: NOTHING, step, why, source: 's3.presigned' };
  }
  const year = yearIn(about);
  const own = moment(link.asked, year);
  const key = link.endedBy === undefined ? undefined : endWorld(trace).accessKeys[link.endedBy];
  return {
    claim: ending(link.until),
    step,
    why:
      key?.kind === 'temporary'
        ? `The credentials that signed it end at ${moment(key.expiresAt, year)}. Its own time would end at ${own}.`
        : `Its own time ends at ${own}, and the credentials that signed it do not end before.`,
    source: 's3.presigned',
  };
}

/** What a link beyond the limit might be thought to come to: its own time, or seven days of it. */
function beyondOf(about: Case): readonly Claim[] {
  const link = linkOf(about);
  if (link?.endedBy !== 'limit') return [];
  return [link.asked, after(link.from, LONGEST_URL)].map(ending);
}

export const ENDS: Manner = {
  stem: (about) =>
    linkOf(about) ? 'When does the link stop working by itself?' : 'When does the new session end?',
  key: (about) => {
    const link = linkOf(about);
    if (link) return linkKey(about, link);
    return SOURCES_BY_CALL[about.act.kind] === undefined ? undefined : sessionKey(about);
  },
  matters: (about) => {
    if (linkOf(about)) return ['link'];
    return about.act.kind === 'sts:AssumeRole' ? ['assume-role', 'session'] : ['session'];
  },
  fitted: (claim) => claim,
  others: (about) => [[...about.ends, ...beyondOf(about)]],
  text: (claim, about) => {
    const at = parseAmzDate(claim.slice('ends-'.length));
    if (at !== undefined) return moment(at, yearIn(about));
    return linkOf(about) ? 'It does not work at all' : 'No session begins: the call is refused';
  },
  refutation: (claim, about) => {
    const { scenario, trace } = about;
    const lives = lifetimesOf(endWorld(trace)).filter(({ until }) => ending(until) === claim);
    const keys = endWorld(trace).accessKeys;
    const [name] = lives.flatMap((life) => {
      const key = keys[life.id];
      const act = life.kind === 'url' ? life.id : key?.kind === 'temporary' ? key.issuedBy : '';
      return scenario.lives[act] ?? [];
    });
    return {
      why:
        name === undefined
          ? 'Something else of this story ends at that moment.'
          : `At that moment something else ends, which the timeline calls “${name}”.`,
    };
  },
  rank: (claim) => {
    const at = parseAmzDate(claim.slice('ends-'.length));
    return at === undefined ? Number.MAX_SAFE_INTEGER : at;
  },
};
