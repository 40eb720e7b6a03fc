import { markTerms } from '#content/glossary/markTerms.ts';
import type { Term } from '#content/glossary/term.ts';
import { Explained } from '#views/terms/Explained.tsx';
import type { ExplainedProps } from '#views/terms/Explained.tsx';

import { FACTS_START } from './factsRoute.ts';
import { formatRoute } from './route.ts';

const hrefOf = ({ name }: Term): string =>
  formatRoute({ place: { ...FACTS_START, view: 'glossary', find: name } });

/** The texts of a panel with the glossary at hand. */
export function LabTerms(props: Pick<ExplainedProps, 'texts' | 'children'>) {
  return <Explained mark={markTerms} glossaryHref={hrefOf} {...props} />;
}
