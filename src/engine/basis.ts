/** How sure we are of something AWS does: its pages say so, somebody saw it, or we had to choose. */
export const BASES = ['documented', 'observed', 'modelled'] as const;
export type Basis = (typeof BASES)[number];
