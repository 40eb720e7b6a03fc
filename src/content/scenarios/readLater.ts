import type { Act, ActId, PartyId } from '#engine/act.ts';
import type { Instant } from '#engine/time.ts';

interface Reading {
  readonly by: PartyId;
  /** The act that issued the session. */
  readonly session: ActId;
  readonly at: Instant;
  readonly region: string;
  readonly object: string;
}

/** The end of a story in which somebody gets a session: time passes, and then it is used to read an object. */
export const readLater = ({ by, session, at, region, object }: Reading): readonly Act[] => [
  { id: 'wait', at, kind: 'wait', needs: [session] },
  {
    id: 'read',
    at,
    kind: 'call',
    by,
    to: 's3',
    region,
    credentials: { issuedBy: session },
    action: 's3:GetObject',
    resources: [object],
  },
];
