import { FUTURE_TOLERANCE } from '../s3/limits.ts';
import { after, at, isoDate, parseIsoDate, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import type { TextRange } from './part.ts';
import { remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';

/** When something begins and dies by its own date, and where that is written. */
export interface Life {
  /** Unknown where only the end is written, as in SigV2. */
  readonly from: Instant | undefined;
  readonly until: Instant;
  readonly at: TextRange;
  /** Where its beginning is written, if apart from its end. */
  readonly fromAt?: TextRange;
}

const EPOCH = at('1970-01-01T00:00:00Z');
const LAST = at('9999-12-31T23:59:59Z');

/** A number of seconds after a moment; undefined beyond what a date can say. */
export function momentAfter(start: Instant, count: number): Instant | undefined {
  const moment = after(start, seconds(count));
  return moment >= EPOCH && moment <= LAST ? moment : undefined;
}

/** The moment that a Unix time of digits names (RESTAuthentication, Expires). */
export const unixTime = (text: string): Instant | undefined =>
  /^\d+$/.test(text) ? momentAfter(EPOCH, Number(text)) : undefined;

/** Reads an expiration with or without a fraction of a second (sigv4-HTTPPOSTConstructPolicy). */
export const parseExpiration = (text: string): Instant | undefined =>
  parseIsoDate(text.replace(/\.\d+Z$/, 'Z'));

/** What a moment says of a life: over, or not begun; the last second still counts, which is modelled. */
export function lifeRemarks(
  { from, until, at: where, fromAt = where }: Life,
  now: Instant,
): readonly Remark[] {
  return [
    ...remarkIf(now > until, 'expired', where, { until: isoDate(until) }),
    ...remarkIf(
      from !== undefined && now < after(from, seconds(-FUTURE_TOLERANCE)),
      'not-yet-valid',
      fromAt,
      from === undefined ? {} : { from: isoDate(from) },
    ),
  ];
}
