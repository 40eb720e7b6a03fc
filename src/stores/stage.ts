import { create } from 'zustand';

import type { CallsView, Choices, Sort } from '#content/calls/choices.ts';
import type { FactsChoices, FactsView } from '#content/facts/choices.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { Clues, MechanismsView } from '#content/mechanisms/clues.ts';
import type { TrialLook } from '#content/trial/look.ts';
import type { StepId } from '#engine/trace.ts';
import type { Opened } from '#platform/opened.ts';
import type { ExamPart } from '#study/examPart.ts';
import type { Selection } from '#study/selection.ts';
import type { ExportId } from '#study/teach/exports.ts';

/** Everything visible, in one place that can be written down: reload, share and present are the same state. */

/** How fast a run plays by itself: seconds a step. */
export const SPEEDS = [4, 2, 1] as const;
export type Speed = (typeof SPEEDS)[number];

/** How a run is shown: to study, to a room, inside another page, or on paper with or without what happens. */
export const MODES = ['study', 'present', 'embed', 'storyboard', 'worksheet'] as const;
export type Mode = (typeof MODES)[number];

/** A run that is kept to compare with. */
export interface Kept {
  readonly knobs: RawKnobs;
  /** Whether every change keeps the run before it. */
  readonly isEach: boolean;
  /** Which of the two is looked at closely. */
  readonly closer?: ComparedRun;
}

/** Two runs that are compared: the one that was kept, and the new one. */
export const COMPARED_RUNS = ['kept', 'new'] as const;
export type ComparedRun = (typeof COMPARED_RUNS)[number];

/** Where the app stands: the part of the stage that a link holds. */
export type Place =
  | { readonly page: 'start' }
  | QuizPlace
  | { readonly page: 'policies' }
  | { readonly page: 'dissect' }
  | { readonly page: 'certificates' }
  | MicroscopePlace
  | CallsPlace
  | MechanismsPlace
  | FactsPlace
  | BePlace
  | LessonPlace
  | { readonly page: 'missing'; readonly asked: string }
  | {
      readonly page: 'lab';
      readonly lab: string;
      readonly scenario: string;
      readonly step?: StepId;
      readonly knobs: RawKnobs;
      readonly mode: Mode;
      readonly was?: Kept;
      readonly tab?: string;
      /** What of a certificate on trial one looks at. */
      readonly trial?: TrialLook;
      /** Whether outcomes wait for a prediction, where a link says so. */
      readonly gate?: 'on' | 'off';
    };

/** A place in the quiz: a question of a selection, alone or in class, or how far one has come. */
export interface QuizPlace {
  readonly page: 'quiz';
  readonly view?: QuizView;
  readonly question?: string;
  readonly selection?: Selection;
  /** Where in an exam, as long as the view is that. */
  readonly exam?: ExamPart;
  /** What instructors take questions out as. */
  readonly as?: ExportId;
  /** A prediction, by the path of its name and the setting it is made from. */
  readonly prediction?: { readonly path: string; readonly knobs: RawKnobs };
  /** What predictions are wanted of, in the words of a link; left out: everything. */
  readonly scope?: string;
}

export const QUIZ_VIEWS = ['progress', 'exam', 'class', 'teach', 'predict'] as const;
export type QuizView = (typeof QUIZ_VIEWS)[number];

/** A place on the page of the microscope: a request of its own, or one of a run of the lab. */
export interface MicroscopePlace {
  readonly page: 'microscope';
  readonly preset?: string;
  /** What happened to it on its way, as long as that is all. */
  readonly tamper?: string;
  readonly run?: RunPlace;
}

/** A step of a run. */
export type RunPlace = Pick<LabPlace, 'lab' | 'scenario' | 'knobs'> & { readonly step: StepId };

/** A place on the page where one is AWS: a request to be judged, or the list of them. */
export interface BePlace {
  readonly page: 'be';
  /** Left out: the act that its story is about. */
  readonly run?: Pick<LabPlace, 'lab' | 'scenario' | 'knobs'> & { readonly act?: string };
  /** Which requests are listed: each turn shows others. */
  readonly turn?: number;
}

/** Lessons to choose from, or one of them; with a stop, the way to its state. */
export interface LessonPlace {
  readonly page: 'lesson';
  readonly id?: string;
  /** Counted from one, as people do. */
  readonly stop?: number;
}

/** Where a lesson that is being given stands. */
export interface LessonAt {
  readonly id: string;
  readonly stop: number;
}

/** A place on the page of facts. */
export interface FactsPlace {
  readonly page: 'facts';
  readonly view: FactsView;
  readonly choices: FactsChoices;
  /** What is looked for among the limits. */
  readonly find?: string;
}

/** A place on the page "Which call?". */
export interface CallsPlace {
  readonly page: 'calls';
  readonly view: CallsView;
  readonly choices: Choices;
  readonly sort: Sort;
  /** Whether the comparison shows only what fits the choices. */
  readonly isFitting: boolean;
  /** The row behind the scenes that is being stepped through. */
  readonly run?: string;
  readonly step?: StepId;
  readonly tab?: string;
}

/** A place on the page "Which mechanism?". */
export interface MechanismsPlace {
  readonly page: 'mechanisms';
  readonly view: MechanismsView;
  readonly clues: Clues;
}

export type LabPlace = Extract<Place, { page: 'lab' }>;

export type Overlay = 'help' | 'search' | 'go-to' | 'read' | 'share' | 'presenter';

export interface Stage {
  readonly place: Place;
  /** A theme the link asks for; it wins over the setting while it is there. */
  readonly linkTheme?: string;
  /** What had to be put right in a link, in words. */
  readonly notices: readonly string[];
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly overlay?: Overlay;
  readonly isBlank: boolean;
  /** The pair of windows that this one is the presenter's of. */
  readonly presenter?: string;
  /** The lesson that is being given. */
  readonly lesson?: LessonAt;
  /** The question in class that a presented run belongs to: where one goes when the run is left. */
  readonly from?: QuizPlace;
  /** What was predicted or shown of a run already. */
  readonly opened?: Opened;
  /** How many steps were asked for before the run was there. */
  readonly ahead?: number;
}

export const useStage = create<Stage>(() => ({
  place: { page: 'start' },
  notices: [],
  isPlaying: false,
  speed: 2,
  isBlank: false,
}));

const inLab = (change: (place: LabPlace) => LabPlace): void =>
  useStage.setState(({ place }) => (place.page === 'lab' ? { place: change(place) } : {}));

/** Shows another place. */
export const goTo = (place: Place, notices: readonly string[] = []): void =>
  useStage.setState(
    ({ overlay: _, from: __, lesson, ...stage }) => ({
      ...stage,
      // Who looks at lessons has left the one that was given.
      ...(lesson && place.page !== 'lesson' && { lesson }),
      place,
      notices,
      isPlaying: false,
    }),
    true,
  );

/** Puts the learner in the place of the service that decides a run. */
export const judge = ({ lab, id }: { lab: string; id: string }, knobs: RawKnobs): void =>
  goTo({ page: 'be', run: { lab, scenario: id, knobs } });

/** Presents the run that a question in class is about. */
export function presentFrom(from: QuizPlace, run: Omit<LabPlace, 'page' | 'mode'>): void {
  goTo({ page: 'lab', ...run, mode: 'present', gate: 'off' });
  useStage.setState({ from });
}

/** Leaves the presentation: for the class or the lesson that it belongs to, or for studying alone. */
export function leavePresenting(): void {
  const { from, lesson } = useStage.getState();
  useStage.setState({ isBlank: false });
  if (from) goTo(from);
  else if (lesson) goTo({ page: 'lesson', id: lesson.id });
  else setMode('study');
}

/** The question that a class is asked at a place; undefined elsewhere. */
export const askedInClass = (place: Place): string | undefined =>
  place.page === 'quiz' && place.view === 'class' ? place.question : undefined;

/** Whether a place is shown to a room: large, without the header. */
export const isPresented = (place: Place): boolean =>
  (place.page === 'lab' && place.mode === 'present') || askedInClass(place) !== undefined;

/** Whether a place has the window for itself: it is shown to a room, inside another page or on paper. */
export const isAlone = (place: Place): boolean =>
  isPresented(place) || (place.page === 'lab' && place.mode !== 'study');

/** Moves to a step; undefined is the start. What one looked at belongs to the step that was left. */
export const moveTo = (step: StepId | undefined): void =>
  inLab(({ step: before, trial, ...place }) => ({
    ...place,
    ...(step !== undefined && { step }),
    ...(step === before && trial && { trial }),
  }));

/** Sets all knobs at once: a variation, or none. */
export const setKnobs = (knobs: RawKnobs): void => inLab((place) => ({ ...place, knobs }));

/** Opens one of the inspector's tabs. */
export const openTab = (tab: string): void => inLab((place) => ({ ...place, tab }));

/** Looks at a certificate on trial. */
export const lookAt = (trial: TrialLook): void => inLab((place) => ({ ...place, trial }));

/** Keeps a run to compare with; undefined ends the comparison. */
export const keepRun = (was: Kept | undefined): void =>
  inLab(({ was: _, ...place }) => ({ ...place, ...(was && { was }) }));

/** Shows the run in another way. */
export const setMode = (mode: Mode): void => inLab((place) => ({ ...place, mode }));

/** Has the link say whether outcomes wait: then a reload, and another window, agree. */
export const setGate = (gate: 'on' | 'off'): void => inLab((place) => ({ ...place, gate }));

/** Remembers a move of the cursor until the run is there; more of them add up. */
export const askAhead = (by: number): void =>
  useStage.setState(({ ahead = 0 }) => ({ ahead: Math.max(0, ahead + by) }));

/** The steps that were asked for ahead, once. */
export function takeAhead(): number | undefined {
  const { ahead } = useStage.getState();
  useStage.setState(({ ahead: _, ...stage }) => stage, true);
  return ahead;
}

export const setPlaying = (isPlaying: boolean): void => useStage.setState({ isPlaying });
export const setSpeed = (speed: Speed): void => useStage.setState({ speed });
export const toggleBlank = (): void => useStage.setState(({ isBlank }) => ({ isBlank: !isBlank }));
/** Says one more thing about the link. */
export const addNotice = (notice: string): void =>
  useStage.setState(({ notices }) => ({ notices: [...new Set([...notices, notice])] }));

export const dismissNotices = (): void => useStage.setState({ notices: [] });

/** Opens a layer over the page, or closes the one that is open. */
export const setOverlay = (overlay: Overlay | undefined): void =>
  useStage.setState(
    ({ overlay: _, ...stage }) => ({ ...stage, ...(overlay !== undefined && { overlay }) }),
    true,
  );
