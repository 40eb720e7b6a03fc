import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { MisconceptionId } from '#content/misconceptions.ts';

/** A wrong idea, as its holder would say it. */
export const Idea = ({ id }: { readonly id: MisconceptionId }) => MISCONCEPTIONS[id].belief;
