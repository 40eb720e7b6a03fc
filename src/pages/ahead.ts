import { loadAhead } from './loaders.ts';

/** Runs before everything else. What does not come now is asked for again, and missed, where it is needed. */
export const ahead = loadAhead(location.hash).catch(() => {});
