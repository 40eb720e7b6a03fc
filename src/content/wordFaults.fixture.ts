import type { Step } from '#engine/trace.ts';

import { narrate } from './narrate.ts';
import type { Telling } from './narrate.ts';

/** Test support, no part of the app: what is wrong with words on screen. */

/** What is wrong with a sentence. */
export function sentenceFaults(sentence: string): readonly string[] {
  return [
    ...(/[.?]”?$/.test(sentence) ? [] : ['no full stop']),
    ...(/\.\.|\.”\.$/.test(sentence) ? ['two full stops'] : []),
    // AWS's own messages keep the spaces they have, and .NET its dot.
    ...(/ {2}| [.,;:](?!NET\b)|\s$|^\s|\n/.test(sentence.replace(/“[^”]*”/g, '“”'))
      ? ['spaces']
      : []),
    // AWS's own names keep their small letters.
    ...(/^(?:[A-Z0-9“]|(?:s3|sts|aws|x-amz)[:-]|durationSeconds|roleArn|roleSessionName|terminal)/.test(
      sentence,
    )
      ? []
      : ['a small letter at the start']),
    // What a tool throws is quoted as it is.
    ...(/undefined|NaN|null|\[object/.test(sentence.replace(/“[^”]*”/g, '“”'))
      ? ['a value that is none']
      : []),
    ...(/'|"/.test(sentence.replace(/“[^”]*”/g, '')) ? ['straight quotes'] : []),
  ];
}

/** Whether more follows after a sentence; what AWS says stands in quotes, however many sentences it has. */
const isSeveral = (text: string): boolean =>
  /[.!?]”? /.test(text.replaceAll(/“[^”]*”/g, (quote) => (/[.!?]”$/.test(quote) ? '“….”' : '“…”')));

const LONGEST_LABEL = 64;

/** What is wrong with a few words: on the diagram, over the inspector. */
export const labelFaults = (label: string): readonly string[] => [
  ...(label.length <= LONGEST_LABEL ? [] : [`${label.length} characters`]),
  ...(/[.]$/.test(label) ? ['a full stop'] : []),
  ...(/ {2}|\s$|^\s|\n/.test(label) || label === '' ? ['spaces'] : []),
  ...(/undefined|NaN|null|\[object/.test(label) ? ['a value that is none'] : []),
];

/** Everything a step says, with what is wrong with it: `because: no full stop: …`. */
export function stepFaults(telling: Telling, step: Step): readonly string[] {
  const { label, title, caption, because, announcement } = narrate(step, telling);
  const named = (what: string, text: string, faults: readonly string[]) =>
    faults.map((fault) => `${step.id} ${what}: ${fault}: ${text}`);
  return [
    ...named('label', label, labelFaults(label)),
    ...named('title', title, [
      ...labelFaults(title),
      ...(/^[A-Z]/.test(title) ? [] : ['a small letter at the start']),
    ]),
    ...named('caption', caption, sentenceFaults(caption)),
    ...named('because', because, sentenceFaults(because)),
    ...named('announcement', announcement, [
      ...sentenceFaults(announcement),
      ...(isSeveral(announcement) ? ['several sentences'] : []),
    ]),
  ];
}
