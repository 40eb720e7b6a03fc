/** The whole address of a hash on this page. */
export const addressOf = (hash: string): string => `${location.href.split('#')[0]}${hash}`;
