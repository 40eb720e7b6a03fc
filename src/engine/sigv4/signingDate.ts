import { parseAmzDate } from '../time.ts';
import type { CanonicalHeaders } from './canonicalHeaders.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Rewrites `Fri, 24 May 2013 00:00:00 GMT` as `20130524T000000Z`; undefined for other texts and unreal dates (RFC 9110, section 5.6.7, IMF-fixdate). */
function fromHttpDate(text: string): string | undefined {
  const found = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, day, name = '', year, ...time] = found;
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  const date = `${year}${month}${day}T${time.join('')}Z`;
  return parseAmzDate(date) === undefined ? undefined : date;
}

/** The date that was signed, as X-Amz-Date has it: that header's text, else Date's in either form (sig-v4-header-based-auth, string to sign). */
export function signingDate(headers: CanonicalHeaders): string | undefined {
  const amzDate = headers.get('x-amz-date');
  if (amzDate !== undefined) return amzDate;
  const date = headers.get('date');
  if (date === undefined) return undefined;
  return parseAmzDate(date) === undefined ? fromHttpDate(date) : date;
}
