/** The time of an exam in words and figures. */

const MINUTE = 60;

/** Seconds as a clock shows them: `9:05`, `1:44:30`. */
export function clockFace(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / MINUTE)];
  return hours > 0
    ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** Seconds in words, in whole minutes: `26 minutes`. */
export function sayMinutes(seconds: number): string {
  const minutes = Math.round(seconds / MINUTE);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** What is worth hearing of the time: seldom, and true until the next such sentence. */
export function timeNotice(limit: number, left: number): string {
  const half = limit / 2;
  if (left <= 0) return 'The time is over.';
  if (left <= MINUTE && half > MINUTE) return 'The last minute has begun.';
  if (left <= 10 * MINUTE && half > 10 * MINUTE) return 'The last 10 minutes have begun.';
  return left <= half ? 'Half of the time is gone.' : '';
}
