/** The real clock, for what happened to the learner; the simulation has a clock of its own. */
export const wallClock = (): string => new Date().toISOString();
