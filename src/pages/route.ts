import type { RawKnobs } from '#content/knob.ts';
import type { StepId } from '#engine/trace.ts';
import { THEMES } from '#platform/settings.ts';
import type { Theme } from '#platform/settings.ts';
import { PACKED } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import type { LabPlace, MicroscopePlace, Place, QuizPlace, Stage } from '#stores/stage.ts';

import { addBe, bePath, readBe } from './beRoute.ts';
import { addCalls, callsPath, readCalls } from './callsRoute.ts';
import { lessonOf, lessonPath, readLesson, windowOf } from './lessonRoute.ts';
import { firstIn } from './labs.ts';
import { readPredict, SCOPE } from './predictRoute.ts';
import { addQuiz, quizPath, readQuiz } from './quizRoute.ts';
import { addMechanisms, mechanismsPath, readMechanisms } from './mechanismsRoute.ts';
import { addShown, readShown } from './shownRoute.ts';
import { addFacts, factsPath, readFacts } from './factsRoute.ts';

/**
 * Links: `#/lab/<lab>/<scenario>/<step>?v=1&…`. Reading is total; what cannot be used is named in a notice. Whether a
 * scenario, step or knob exists is not asked here: that needs the lab, which is loaded after its link was read.
 */

export interface Route extends Pick<Stage, 'presenter' | 'lesson'> {
  readonly place: Place;
  readonly theme?: Theme;
}

export interface ReadRoute extends Route {
  readonly notices: readonly string[];
}

const VERSION = '1';
const LONGEST = 16_384;

/** Names of parameters that are no knobs; no scenario may call a knob so. */
export const RESERVED = [
  'v',
  'mode',
  'theme',
  'tab',
  'trial',
  'gate',
  'was',
  'closer',
  SCOPE,
] as const;

/** Begins the names of the knobs of the run that is compared with. */
const WAS = 'was.';

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const KNOB = /^[a-z0-9][a-zA-Z0-9-]{0,63}$/;
const STEP = /^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/;
const PLAIN = /^[\w:.-]{0,40}$/;

const DAMAGED = 'A part of the link is damaged; it was left out.';

/** What a place may stand in: the presenter’s window of a pair, and a lesson at one of its stops. */
const AROUND =
  /^(?:\/presenter\/([a-z0-9]{8})(?![^/]))?(?:\/lesson\/([a-z0-9-]{1,64})\/([1-9]\d?)(?=\/.))?([^]*)$/;

/** Whether a hash can only be read with packing loaded. */
export const isPacked = (hash: string): boolean => hash.includes(`=${PACKED}`);

/** Reads a hash; never fails. */
export function parseRoute(hash: string, packing?: Packing): ReadRoute {
  if (hash.length > LONGEST) {
    return {
      place: { page: 'missing', asked: `${hash.slice(0, 60)}…` },
      notices: ['The link is too long to be one of ours.'],
    };
  }
  const text = hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const [, presenter, lesson, stop, path = ''] =
    AROUND.exec(mark < 0 ? text : text.slice(0, mark)) ?? [];
  const parameters = new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1));
  const notices: string[] = [];
  const place = readPlace(path, parameters, packing, notices);
  const asked = parameters.get('theme');
  const theme = THEMES.find((name) => name === asked);
  if (asked !== null && !theme) notices.push('The link asks for a theme that does not exist.');
  return {
    place,
    ...(theme && { theme }),
    ...(presenter !== undefined && { presenter }),
    ...(lesson !== undefined && { lesson: { id: lesson, stop: Number(stop) } }),
    notices: [...new Set(notices)],
  };
}

/** Pages whose path says all. */
const BARE: ReadonlyMap<string, Place> = new Map([
  ['', { page: 'start' }],
  ['policies', { page: 'policies' }],
  ['dissect', { page: 'dissect' }],
  ['certificates', { page: 'certificates' }],
]);

/** A place on a page beside the labs; undefined where the path names none. */
const readBeside = (
  segments: readonly string[],
  parameters: URLSearchParams,
  packing: Packing | undefined,
  notices: string[],
): Place | undefined =>
  BARE.get(segments.join('/')) ??
  readCalls(segments, parameters, notices) ??
  readMechanisms(segments, parameters, notices) ??
  readMicroscope(segments, parameters, packing, notices) ??
  readFacts(segments, parameters, notices) ??
  readBe(segments, parameters, () => readLab(parameters, packing, notices).knobs) ??
  readLesson(segments) ??
  (segments[0] === 'quiz' && segments[1] === 'predict'
    ? readPredict(segments.slice(2), parameters, () => readLab(parameters, packing, notices).knobs)
    : readQuiz(segments, parameters, notices));

function readPlace(
  path: string,
  parameters: URLSearchParams,
  packing: Packing | undefined,
  notices: string[],
): Place {
  const segments = path.split('/').filter((segment) => segment !== '');
  const [page, first, second] = segments;
  const beside = readBeside(segments, parameters, packing, notices);
  if (beside) return beside;
  const names = segments.slice(1, 3);
  const isLab = page === 'lab' && segments.length <= 4 && names.every((name) => NAME.test(name));
  const scenario = second ?? firstIn(first);
  if (!isLab || !first || !scenario) return { page: 'missing', asked: path };
  return {
    ...readLab(parameters, packing, notices),
    lab: first,
    scenario,
    ...readStep(segments[3], notices),
  };
}

function readStep(step: string | undefined, notices: string[]): { readonly step?: StepId } {
  if (step === undefined) return {};
  // The form is checked right here.
  if (STEP.test(step)) return { step: step as StepId };
  notices.push('The link names a step that cannot exist; the run is at its start.');
  return {};
}

/** `#/microscope/<preset>?tamper=…`, or `#/microscope/<lab>/<scenario>/<step>` with the knobs of that run. */
function readMicroscope(
  [page, ...names]: readonly string[],
  parameters: URLSearchParams,
  packing: Packing | undefined,
  notices: string[],
): MicroscopePlace | undefined {
  const [first, scenario, step] = names;
  if (page !== 'microscope' || names.length > 3) return undefined;
  if (!names.slice(0, 2).every((name) => NAME.test(name))) return undefined;
  if (first !== undefined && scenario !== undefined) {
    const found = readStep(step, notices).step;
    const { knobs } = readLab(parameters, packing, notices);
    return found && { page: 'microscope', run: { lab: first, scenario, step: found, knobs } };
  }
  const tamper = parameters.get('tamper');
  if (tamper !== null && !NAME.test(tamper)) notices.push(DAMAGED);
  return {
    page: 'microscope',
    ...(first !== undefined && { preset: first }),
    ...(tamper !== null && NAME.test(tamper) && { tamper }),
  };
}

/** The texts of the knobs, and of those of the run that is compared with. */
function readKnobs(
  parameters: URLSearchParams,
  packing: Packing | undefined,
  notices: string[],
): { readonly knobs: RawKnobs; readonly kept: RawKnobs } {
  const knobs: Record<string, string> = {};
  const kept: Record<string, string> = {};
  for (const [name, text] of parameters) {
    if (RESERVED.some((reserved) => reserved === name)) continue;
    const value = text.startsWith(PACKED) ? packing?.unpack(text) : text;
    const isKept = name.startsWith(WAS);
    const knob = isKept ? name.slice(WAS.length) : name;
    if (!KNOB.test(knob) || value === undefined) notices.push(DAMAGED);
    else (isKept ? kept : knobs)[knob] = value;
  }
  return { knobs, kept };
}

function readLab(
  parameters: URLSearchParams,
  packing: Packing | undefined,
  notices: string[],
): Omit<LabPlace, 'lab' | 'scenario' | 'step'> {
  const version = parameters.get('v');
  if (version !== null && version !== VERSION) {
    notices.push('The link was made by another version; it was read as well as possible.');
  }
  const { knobs, kept } = readKnobs(parameters, packing, notices);
  return {
    page: 'lab',
    knobs,
    ...readShown(parameters, kept, notices),
  };
}

/** Writes a place as a hash; a text that does not fit a link is left out. */
export function formatRoute({ place, theme, ...around }: Route, packing?: Packing): string {
  const parameters = new URLSearchParams();
  if (place.page === 'lab') addLab(parameters, place, packing);
  if (place.page === 'microscope') addMicroscope(parameters, place, packing);
  if (place.page === 'calls') addCalls(parameters, place);
  if (place.page === 'mechanisms') addMechanisms(parameters, place);
  if (place.page === 'quiz') addQuestions(parameters, place, packing);
  if (place.page === 'facts') addFacts(parameters, place);
  if (place.page === 'be') {
    if (place.run) addKnobs(parameters, place.run.knobs, packing);
    addBe(parameters, place);
  }
  if (theme) parameters.set('theme', theme);
  const query = parameters.size > 0 ? `?${parameters}` : '';
  const path = pathOf(place);
  return `#/${windowOf(around)}${path === '' ? '' : lessonOf(around)}${path}${query}`;
}

function pathOf(place: Place): string {
  switch (place.page) {
    case 'start':
      return '';
    case 'calls':
      return callsPath(place);
    case 'mechanisms':
      return mechanismsPath(place);
    case 'microscope':
      return microscopePath(place);
    case 'facts':
      return factsPath(place);
    case 'be':
      return bePath(place);
    case 'lesson':
      return lessonPath(place);
    case 'quiz':
      return quizPath(place);
    case 'lab':
      return pathThrough('lab', place.lab, place.scenario, place.step);
    case 'missing':
      return place.asked.replace(/^\/+/, '');
    default:
      return place.page;
  }
}

/** Names with slashes between; those that are not there are left out. */
const pathThrough = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined).join('/');

const microscopePath = ({ preset, run }: MicroscopePlace): string =>
  [
    'microscope',
    ...(run ? [run.lab, run.scenario, run.step] : preset === undefined ? [] : [preset]),
  ].join('/');

/** Whether a knob's text has to be packed to stand in a link. */
const mustPack = (text: string): boolean => !PLAIN.test(text) || text.startsWith(PACKED);

/** Whether a place can only be written with packing loaded. */
export const needsPacking = (place: Place): boolean =>
  knobsIn(place)
    .flatMap((knobs) => Object.values(knobs ?? {}))
    .some(mustPack);

function knobsIn(place: Place): readonly (RawKnobs | undefined)[] {
  if (place.page === 'lab') return [place.knobs, place.was?.knobs];
  if (place.page === 'quiz') return [place.prediction?.knobs];
  return 'run' in place && typeof place.run === 'object' ? [place.run.knobs] : [];
}

function addMicroscope(
  parameters: URLSearchParams,
  { run, tamper }: MicroscopePlace,
  packing: Packing | undefined,
): void {
  if (run) addKnobs(parameters, run.knobs, packing);
  else if (tamper !== undefined) parameters.set('tamper', tamper);
}

function addQuestions(
  parameters: URLSearchParams,
  place: QuizPlace,
  packing: Packing | undefined,
): void {
  if (place.prediction) addKnobs(parameters, place.prediction.knobs, packing);
  if (place.scope !== undefined) parameters.set(SCOPE, place.scope);
  addQuiz(parameters, place);
}

function addKnobs(
  parameters: URLSearchParams,
  knobs: RawKnobs,
  packing: Packing | undefined,
  before = '',
): void {
  parameters.set('v', VERSION);
  for (const [name, text] of Object.entries(knobs)) {
    const value = mustPack(text) ? packing?.pack(text) : text;
    if (value !== undefined) parameters.set(before + name, value);
  }
}

function addLab(parameters: URLSearchParams, place: LabPlace, packing: Packing | undefined): void {
  addKnobs(parameters, place.knobs, packing);
  const { was } = place;
  if (was) {
    parameters.set('was', was.isEach ? 'each' : 'kept');
    addKnobs(parameters, was.knobs, packing, WAS);
  }
  addShown(parameters, place);
}

/** The knobs whose texts are too large for a link. */
export const leftOut = (knobs: RawKnobs, packing: Packing): readonly string[] =>
  Object.entries(knobs).flatMap(([name, text]) =>
    mustPack(text) && packing.pack(text) === undefined ? [name] : [],
  );
