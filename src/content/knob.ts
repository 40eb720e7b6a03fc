import type { PolicyDocument, PolicyType } from '#engine/policy/document.ts';
import type { parsePolicy } from '#engine/policy/parse.ts';
import { promised } from '#engine/never.ts';
import { amzDate, parseAmzDate, seconds } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';
import type { VerifiedText } from '#engine/x509/certificate.ts';

import type { Pki } from './pki/pki.ts';
import { dayAndTime, shortLength } from './words.ts';

/** What a learner can change. A link and a form carry texts; typed values exist only inside a scenario's setup. */

interface Described {
  readonly label: string;
  /** One sentence for the learner who hesitates. */
  readonly hint: string;
  /** The knob matters only while another one has one of these values. */
  readonly when?: { readonly knob: string; readonly is: readonly string[] };
}

export interface ToggleKnob extends Described {
  readonly kind: 'toggle';
  readonly initial: boolean;
}

export interface ChoiceKnob<Option extends string = string> extends Described {
  readonly kind: 'choice';
  readonly options: Readonly<Record<Option, string>>;
  readonly initial: NoInfer<Option>;
}

export interface DurationKnob extends Described {
  readonly kind: 'duration';
  readonly min: Seconds;
  readonly max: Seconds;
  readonly initial: Seconds;
  /** Where the slider stops, in ascending order; a number typed in may lie between. */
  readonly stops: readonly Seconds[];
}

export interface MomentKnob extends Described {
  readonly kind: 'moment';
  readonly min: Instant;
  readonly max: Instant;
  readonly initial: Instant;
}

export interface PolicyKnob extends Described {
  readonly kind: 'policy';
  readonly policyType: PolicyType;
  readonly initial: PolicyDocument;
}

export type Knob = ToggleKnob | ChoiceKnob | DurationKnob | MomentKnob | PolicyKnob;
export type Knobs = Readonly<Record<string, Knob>>;

/** What links and forms hold: text by knob name, only for knobs that differ from their start. */
export type RawKnobs = Readonly<Record<string, string>>;

/** The typed value of a knob. */
export type ValueOf<K extends Knob> = K extends ToggleKnob
  ? boolean
  : K extends ChoiceKnob<infer Option>
    ? Option
    : K extends DurationKnob
      ? Seconds
      : K extends MomentKnob
        ? Instant
        : K extends PolicyKnob
          ? PolicyDocument
          : never;

export type ValuesOf<K extends Knobs> = { readonly [Name in keyof K]: ValueOf<K[Name]> };

/** What playing needs beside the texts and is there only when it is needed. */
export interface Materials {
  /** Reads policies. */
  readonly parsePolicy?: typeof parsePolicy;
  /** Signatures that were really made and verified. */
  readonly signatures?: readonly VerifiedText[];
  /** Other certificates than the recorded ones: of the same names, with new keys. */
  readonly pki?: Pki;
}

const EDIT = 'edit-';

/** Whether a text is the edit of a policy that has no knob of its own; no scenario may call a knob so. */
export const isEdit = (name: string): boolean => name.startsWith(EDIT);

/** The name under which a policy's edit stands; undefined where a link cannot hold the policy's id. */
export const editName = (policy: string): string | undefined =>
  /^[a-zA-Z0-9-]{1,59}$/.test(policy) ? `${EDIT}${policy}` : undefined;

/** What a text is about: its knob's label, or the policy that it edits. */
export const labelOf = (knobs: Knobs, name: string): string =>
  isEdit(name) ? name.slice(EDIT.length) : (knobs[name]?.label ?? name);

/** Whether a text is a policy: a knob's or an edit. */
const isPolicyText = (knobs: Knobs, name: string): boolean =>
  isEdit(name) || (Object.hasOwn(knobs, name) && knobs[name]?.kind === 'policy');

/** Whether these texts can only be read with the parser of policies. */
export const needsParser = (knobs: Knobs, raw: RawKnobs): boolean =>
  Object.keys(raw).some((name) => isPolicyText(knobs, name));

/** The texts that can be read without the parser of policies. */
export const withoutPolicies = (knobs: Knobs, raw: RawKnobs): RawKnobs =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !isPolicyText(knobs, name)));

/** A value read from text; `notice` says in words what was put right. */
interface Read<Value = boolean | string | Seconds | Instant | PolicyDocument> {
  readonly value: Value;
  readonly notice?: string;
}

/** The text a knob starts with. */
export function initialText(knob: Knob): string {
  switch (knob.kind) {
    case 'toggle':
      return knob.initial ? 'on' : 'off';
    case 'choice':
      return knob.initial;
    case 'duration':
      return `${knob.initial}`;
    case 'moment':
      return amzDate(knob.initial);
    case 'policy':
      return JSON.stringify(knob.initial, undefined, 2);
  }
}

/** Reads a knob's text; never fails: what cannot be read becomes the start, what is too far the nearest limit. */
export function readKnob(knob: Knob, text: string, materials: Materials): Read {
  switch (knob.kind) {
    case 'toggle':
      if (text === 'on' || text === 'off') return { value: text === 'on' };
      return {
        value: knob.initial,
        notice: `“${knob.label}” can only be on or off; it is back at its start.`,
      };
    case 'choice':
      if (Object.hasOwn(knob.options, text)) return { value: text };
      return {
        value: knob.initial,
        notice: `“${knob.label}” has no such option; it is back at its start.`,
      };
    case 'duration':
      return readDuration(knob, text);
    case 'moment':
      return readMoment(knob, text);
    case 'policy':
      return { value: knob.initial, ...readPolicy(knob.label, knob.policyType, text, materials) };
  }
}

function readDuration(knob: DurationKnob, text: string): Read<Seconds> {
  if (!/^\d{1,9}$/.test(text)) {
    return {
      value: knob.initial,
      notice: `“${knob.label}” is not a whole number of seconds; it is back at its start.`,
    };
  }
  const asked = Number(text);
  const value = seconds(Math.min(knob.max, Math.max(knob.min, asked)));
  return value === asked
    ? { value }
    : {
        value,
        notice: `“${knob.label}” goes from ${shortLength(knob.min)} to ${shortLength(knob.max)}; it stands at the nearest of them.`,
      };
}

function readMoment(knob: MomentKnob, text: string): Read<Instant> {
  const asked = parseAmzDate(text);
  if (asked === undefined) {
    return {
      value: knob.initial,
      notice: `“${knob.label}” is not a date of the form 20260115T130500Z; it is back at its start.`,
    };
  }
  const value = asked < knob.min ? knob.min : asked > knob.max ? knob.max : asked;
  return value === asked
    ? { value }
    : {
        value,
        notice: `“${knob.label}” goes from ${dayAndTime(knob.min)} to ${dayAndTime(knob.max)}; it stands at the nearest of them.`,
      };
}

/** A policy read from text, or in words why the one it started with stays. */
export function readPolicy(
  label: string,
  type: PolicyType,
  text: string,
  { parsePolicy: parse }: Materials,
): { readonly value: PolicyDocument } | { readonly notice: string } {
  const parsed = promised(parse, 'the parser is loaded before a policy is read')(text, type);
  if ('document' in parsed) return { value: parsed.document };
  const [first] = parsed.problems;
  const place = first
    ? ` Line ${first.line}, column ${first.column}: ${first.fix.replace(/\.?$/, '.')}`
    : '';
  return {
    notice: `“${label}” cannot be read, so the run uses the policy it started with.${place}`,
  };
}

/** What to say of a name that is no knob. */
export const NO_SUCH_KNOB = 'The link sets something this scenario does not have; it was left out.';

/** Whether a name is neither a knob of a scenario nor that of an edit. */
export const isUnknown = (knobs: Knobs, name: string): boolean =>
  !Object.hasOwn(knobs, name) && !isEdit(name);

/** All values of a scenario's knobs from text, with what had to be put right. Names that are no knob are named too. */
export function readKnobs(
  knobs: Knobs,
  raw: RawKnobs,
  materials: Materials,
): {
  readonly values: Readonly<Record<string, Read['value']>>;
  readonly notices: readonly string[];
} {
  const notices: string[] = [];
  const values = Object.fromEntries(
    Object.entries(knobs).map(([name, knob]) => {
      const text = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (text === undefined) return [name, knob.initial];
      const read = readKnob(knob, text, materials);
      if (read.notice !== undefined) notices.push(read.notice);
      return [name, read.value];
    }),
  );
  if (Object.keys(raw).some((name) => isUnknown(knobs, name))) notices.push(NO_SUCH_KNOB);
  return { values, notices };
}

/** The text a knob stands at: the one asked for where it can be used, else what it was put right to. What was typed as a policy stays. */
export function standingText(knob: Knob, asked: string | undefined): string {
  if (asked === undefined) return initialText(knob);
  if (knob.kind === 'duration') return `${readDuration(knob, asked).value}`;
  if (knob.kind === 'moment') return amzDate(readMoment(knob, asked).value);
  return knob.kind === 'policy' || readKnob(knob, asked, {}).notice === undefined
    ? asked
    : initialText(knob);
}

/** Only the edits, and the knobs a scenario has and that differ from their start: what a link needs to hold. */
export const changedKnobs = (knobs: Knobs, raw: RawKnobs): RawKnobs =>
  Object.fromEntries(
    Object.entries(raw).filter(
      ([name, text]) =>
        isEdit(name) ||
        (Object.hasOwn(knobs, name) && knobs[name] && text !== initialText(knobs[name])),
    ),
  );

/** Whether a knob matters with these texts: what cannot be read counts as the start, as it does in the run. */
export function isRelevant(knobs: Knobs, knob: Knob, raw: RawKnobs): boolean {
  if (!knob.when) return true;
  const other = knobs[knob.when.knob];
  const asked = Object.hasOwn(raw, knob.when.knob) ? raw[knob.when.knob] : undefined;
  return other !== undefined && knob.when.is.includes(standingText(other, asked));
}
