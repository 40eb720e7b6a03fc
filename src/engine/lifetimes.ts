import { LONGEST_URL } from './s3/limits.ts';
import { after, earliest } from './time.ts';
import type { Instant } from './time.ts';
import type { PresignedUrl, World } from './world.ts';

/** How long the things in a world live: the bars of the timeline. */
export type Lifetime =
  | {
      readonly kind: 'session';
      readonly id: string;
      readonly from: Instant;
      readonly until: Instant;
    }
  | {
      readonly kind: 'url';
      readonly id: string;
      /** Its X-Amz-Date; its end, where a signer's clock ran so far ahead that it ends before that. */
      readonly from: Instant;
      /** What X-Amz-Expires asks for. */
      readonly asked: Instant;
      /** When it ends in truth: the earlier of what was asked and the end of the credentials (using-presigned-url). */
      readonly until: Instant;
      /**
       * What ends it early: the key id of a session, a `change`, or the seven-day `limit` that it breaks; absent where
       * the URL's own date does.
       */
      readonly endedBy?: string;
    };

type Signed = Pick<PresignedUrl, 'date' | 'expires' | 'signedWith' | 'ended'>;

/** The lifetimes in a world: sessions in the order they were issued, then URLs and forms in the order they were signed. */
export function lifetimesOf(world: World): readonly Lifetime[] {
  const sessions = Object.values(world.accessKeys).flatMap((key): readonly Lifetime[] =>
    key.kind === 'temporary'
      ? [{ kind: 'session', id: key.id, from: key.issuedAt, until: key.expiresAt }]
      : [],
  );
  const signed: readonly (readonly [string, Signed])[] = [
    ...Object.entries(world.presignedUrls),
    ...Object.entries(world.forms ?? {}),
  ];
  const urls = signed.map(([id, url]): Lifetime => {
    const asked = after(url.date, url.expires);
    const key = world.accessKeys[url.signedWith];
    const ends = [
      { at: asked },
      ...(key?.kind === 'temporary' ? [{ at: key.expiresAt, endedBy: key.id }] : []),
      ...(url.ended === undefined ? [] : [{ at: url.ended, endedBy: 'change' }]),
      ...(url.expires > LONGEST_URL ? [{ at: url.date, endedBy: 'limit' }] : []),
    ];
    const { at: until, ...because } = ends.reduce((first, end) =>
      end.at < first.at ? end : first,
    );
    return { kind: 'url', id, from: earliest(url.date, until), asked, until, ...because };
  });
  return [...sessions, ...urls];
}
