import type { Service } from '../service.ts';
import { playChange } from './playChange.ts';

/** What administrators change. */
export const CHANGE_SERVICE: Service = { plays: { change: playChange } };
