import type { PolicyDocument } from './document.ts';

/** A policy as the console shows it: JSON indented by two spaces. */
export const formatPolicy = (document: PolicyDocument): string =>
  JSON.stringify(document, undefined, 2);
