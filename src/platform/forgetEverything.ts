import { clearOwn } from './ownLog.ts';
import { clearProgress } from './progressLog.ts';
import { forgetSmall } from './settings.ts';

/** Forgets everything this app keeps in the browser; tells whether the browser let it. */
export async function forgetEverything(): Promise<boolean> {
  forgetSmall();
  const done = await Promise.all([clearProgress(), clearOwn()]);
  return !done.includes(false);
}
