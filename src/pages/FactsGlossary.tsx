import { GLOSSARY } from '#content/glossary/glossary.ts';
import { findFacts } from '#stores/facts.ts';
import { Glossary } from '#views/facts/Glossary.tsx';

import { LONGEST_FIND } from './factsRoute.ts';

/** The words of the subject on a page. */
export function FactsGlossary({ find }: { readonly find: string }) {
  return (
    <Glossary
      terms={GLOSSARY}
      find={find}
      onFind={(text) => findFacts(text.slice(0, LONGEST_FIND))}
    />
  );
}
