import { labelOf } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import { stepAt } from '#engine/cursor.ts';
import { copyText } from '#platform/clipboard.ts';
import { download } from '#platform/download.ts';
import { PACKED_LIMIT } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { standaloneSvg } from '#platform/standaloneSvg.ts';
import { setOverlay } from '#stores/stage.ts';
import type { LabPlace, Mode } from '#stores/stage.ts';
import { KEPT } from '#study/compare/alignSteps.ts';
import { runFile } from '#study/handout/runFile.ts';
import { Diagram } from '#views/diagram/Diagram.tsx';
import { HandOut } from '#views/handout/HandOut.tsx';
import { Share } from '#views/layers/Share.tsx';

import { addressOf } from './addressOf.ts';
import { formatRoute, leftOut } from './route.ts';
import type { Scene } from './useRun.ts';

const close = (): void => setOverlay(undefined);

const stay = (): void => {};

/** As much as a text can say within the quotes of HTML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

interface ShareRunProps {
  readonly scene: Scene;
  readonly place: LabPlace;
  readonly packing: Packing;
}

/** The link to a run, and what else can be handed out of it. */
export function ShareRun({ scene: { scenario, run, cursor }, place, packing }: ShareRunProps) {
  const hashOf = (mode: Mode) => formatRoute({ place: { ...place, mode } }, packing);
  const link = addressOf(hashOf('study'));
  const names = [place.knobs, place.was?.knobs ?? {}].flatMap((knobs) => leftOut(knobs, packing));
  const missing = [...new Set(names)].map(
    (name) => `“${labelOf(scenario.knobs, name)}” takes more than ${PACKED_LIMIT} characters`,
  );
  // Of two runs that are compared, the new one is handed out.
  const trace = {
    ...run.trace,
    steps: run.trace.steps.filter(({ id }) => !id.startsWith(KEPT)),
  };
  const step = stepAt(run.trace, cursor);
  const addToLesson = async (): Promise<number | undefined> => {
    const { addStop } = await import('#stores/lessons.ts');
    const title = (step ? narrate(step, scenario).title : scenario.title).slice(0, 120);
    return addStop({ title, link: hashOf('study'), minutes: 2, say: [] });
  };
  const name = `shortlived-${scenario.id}`;
  return (
    <Share link={link} leftOut={missing} onCopy={copyText} onLesson={addToLesson} onClose={close}>
      <HandOut
        links={{ storyboard: hashOf('storyboard'), worksheet: hashOf('worksheet') }}
        frame={`<iframe src="${escaped(addressOf(hashOf('embed')))}" title="${escaped(scenario.title)}" width="100%" height="640" loading="lazy"></iframe>`}
        onCopy={copyText}
        onRun={() =>
          download(`${name}.json`, runFile({ scenario, knobs: place.knobs, trace, link }))
        }
        onDiagram={(drawings) => {
          const paper = getComputedStyle(document.documentElement).backgroundColor;
          download(`${name}.svg`, standaloneSvg(drawings, scenario.title, paper), 'image/svg+xml');
        }}
      >
        <Diagram
          title={scenario.title}
          trace={trace}
          cursor={trace.steps.length}
          telling={scenario}
          onStep={stay}
        />
      </HandOut>
    </Share>
  );
}
