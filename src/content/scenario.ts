import type { Act, PartyId } from '#engine/act.ts';
import { promised } from '#engine/never.ts';
import type { RuleId } from '#engine/rules.ts';
import type { StepId, Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { readKnobs, standingText } from './knob.ts';
import type { Knobs, Materials, RawKnobs, ValuesOf } from './knob.ts';
import type { Pki } from './pki/pki.ts';
import type { RunPolicy } from './policyEdits.ts';
import type { SourceId } from './sources.ts';
import type { SubjectId } from './subjects/ids.ts';
import type { Subject } from './subjects/subject.ts';

/** A story with things to change. Its defaults play the story of its title. */

export const LAB_IDS = ['presigned', 'sts', 'rolesanywhere'] as const;
export type LabId = (typeof LAB_IDS)[number];

/** A lane of the diagram. */
export interface Party {
  readonly id: PartyId;
  readonly name: string;
  /** The name inside a sentence: `the build server`. */
  readonly spoken: string;
  /** Acts, but has no lane: what it does is a band across all of them. */
  readonly isOffstage?: boolean;
}

/** Another set of knobs worth a look, said in a few words. */
export interface Variation {
  readonly label: string;
  readonly knobs: RawKnobs;
}

/** A knob that protects somebody, the text at which it no longer does, and what is open then. */
export interface Safeguard<Name extends string = string> {
  readonly knob: Name;
  readonly off: string;
  /** One sentence: “The role trusts the vendor without an external id.” */
  readonly says: string;
}

/** What a story teaches, and where it is written. */
interface Lesson {
  readonly text: string;
  readonly source: SourceId;
}

interface Story<K extends Knobs> {
  readonly id: string;
  readonly lab: LabId;
  readonly title: string;
  /** What it is a case of: shown beside the title. */
  readonly tag: string;
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly knobs: K;
  /** The moment knob that the timeline's clock turns. */
  readonly clock: keyof K & string;
  /** What happens at the clock's moment: "the link is used". */
  readonly clockSays: string;
  /** Names for the timeline: by the act that issued a session or signed a URL. */
  readonly lives: Readonly<Record<string, string>>;
  /** Whether it is said at each step which of its lives ends first. */
  readonly namesWeakest?: true;
  /** The nearest knobs with which it succeeds. */
  readonly working: RawKnobs;
  readonly variations: readonly Variation[];
  /** What can be switched off here; a banner says so while it is. */
  readonly safeguards?: readonly Safeguard<keyof K & string>[];
  /** Who must not get in: a run that ends with a grant to this party is an attack that went through. */
  readonly attacker?: PartyId;
  /** The step that decides the story, for pictures and links. */
  readonly decides: StepId;
  /** The rule the story is about. */
  readonly about: RuleId;
  /** What to take home, in one or two sentences, where the rule alone does not say it. */
  readonly lesson?: Lesson;
  /** The question that a run leads to where the story’s own rule, or none, refused it. */
  readonly question?: string;
}

/** What one setting of the knobs gives. */
export interface Run {
  readonly trace: Trace;
  /** What had to be put right in the knobs' texts, in words. */
  readonly notices: readonly string[];
  readonly policies: readonly RunPolicy[];
}

/** A scenario as it is written: the subjects it is played by and told with are named, and loaded when it is played. */
export interface WrittenScenario extends Story<Knobs> {
  readonly subjects: readonly SubjectId[];
  /** World and script for some texts of the knobs. */
  readonly setting: (
    raw: RawKnobs,
    materials: Materials,
    run: Player,
    pki?: Pki,
  ) => Setting & Pick<Run, 'notices'> & { readonly values: ReturnType<typeof readKnobs>['values'] };
}

/** A scenario as the app uses it: texts in, a trace out. */
export interface Scenario extends Story<Knobs> {
  readonly subjects: readonly Subject[];
  readonly play: (raw: RawKnobs, materials?: Materials) => Run;
}

export interface Setting {
  readonly world: World;
  readonly script: readonly Act[];
}

/** What the safeguards that are off leave open, in sentences. */
export const openings = (
  { safeguards = [], knobs }: Pick<Scenario, 'safeguards' | 'knobs'>,
  raw: RawKnobs,
): readonly string[] =>
  safeguards.flatMap(({ knob, off, says }) => {
    const declared = knobs[knob];
    return declared && standingText(declared, raw[knob]) === off ? [says] : [];
  });

/** Plays a script: for a setup that must know what its beginning gives. */
export type Player = (world: World, script: readonly Act[]) => Trace;

/** World and script for the values of the knobs; `pki` gives the certificates of the lab, where a subject brings them. */
type Setup<K extends Knobs> = (values: ValuesOf<K>, run: Player, pki: () => Pki) => Setting;

/** Joins a story to its setup. */
export function defineScenario<const K extends Knobs>(
  story: Story<K> & Pick<WrittenScenario, 'subjects'> & { readonly setup: Setup<K> },
): WrittenScenario & { readonly knobs: K } {
  const { setup, ...rest } = story;
  return {
    ...rest,
    setting: (raw, materials, run, pki) => {
      const { values, notices } = readKnobs(story.knobs, raw, materials);
      // readKnobs reads each knob by its own kind, so its values have the types the knobs declare.
      const certificates = () => promised(pki, `a subject of ${story.id} brings certificates`);
      return { ...setup(values as ValuesOf<K>, run, certificates), values, notices };
    },
  };
}
