import { recordedForms, recordedUrls } from '#content/facts/recorded.ts';
import type { FactsChoices } from '#content/facts/choices.ts';
import { TOOL_FACTS } from '#content/facts/tools.ts';
import { Recorded } from '#views/facts/Recorded.tsx';

/** What the chosen tool made when it was run here. */
export function FactsRecorded({ choices }: { readonly choices: FactsChoices }) {
  const { tool, tried } = choices;
  return (
    <Recorded
      key={`${tool} ${tried}`}
      title={TOOL_FACTS[tool].title}
      urls={recordedUrls(tool, tried)}
      forms={recordedForms(tool, tried)}
    />
  );
}
