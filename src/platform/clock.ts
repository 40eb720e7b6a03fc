import { at } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

/** The real clock, for what happened to the learner; the simulation has a clock of its own. */
export const wallClock = (): string => new Date().toISOString();

/** The real moment, in whole seconds: for what was signed outside the simulation. */
export const wallMoment = (): Instant => at(`${wallClock().slice(0, 19)}Z`);

/** A moment of the simulation as libraries want it that know only `Date`. */
export const dateOf = (moment: Instant): Date => new Date(moment);
