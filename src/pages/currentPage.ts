import { currentHash } from '#platform/address.ts';

/** The page without its parameters, which may hold what a learner typed. */
export const currentPage = (): string => currentHash().split('?')[0] ?? '';
