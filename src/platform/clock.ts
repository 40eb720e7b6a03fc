import { at } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

/** The real clock, for what happened to the learner; the simulation has a clock of its own. */
export const wallClock = (): string => new Date().toISOString();

/** The real moment, in whole seconds: for what was signed outside the simulation. */
export const wallMoment = (): Instant => at(`${wallClock().slice(0, 19)}Z`);

/** A moment of the simulation as libraries want it that know only `Date`. */
export const dateOf = (moment: Instant): Date => new Date(moment);

/** The clock on the wall in milliseconds: for what goes on while the page is closed. */
export const wallTicks = (): number => Date.now();

/** Milliseconds that pass while the page lives, whatever becomes of the clock on the wall. */
export const ticking = (): number => performance.now();

const SAID = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** A moment of the learner's own time in words: `22 November 2026 at 18:30`, where they are. */
export const sayWhen = (moment: string): string => SAID.format(new Date(moment));
