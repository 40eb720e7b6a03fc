import type { Examined } from '#engine/microscope/examine.ts';
import { BOX_IDS } from '#engine/microscope/derivation.ts';
import type { BoxId } from '#engine/microscope/derivation.ts';
import { isChanged } from '#engine/microscope/part.ts';
import type { Part } from '#engine/microscope/part.ts';

import { spokenList } from '../words.ts';

/** What a box is called, and how it is made out of the ones before. */
export interface BoxWords {
  readonly label: string;
  /** Inside a sentence: “the hash”. */
  readonly spoken: string;
  readonly made: string;
}

export const BOX_WORDS: Readonly<Record<BoxId, BoxWords>> = {
  'canonical-request': {
    label: 'Canonical request',
    spoken: 'the canonical request',
    made: 'One spelling for every request: method, path, query, headers, their names, payload hash.',
  },
  hash: {
    label: 'Its hash',
    spoken: 'its hash',
    made: 'SHA-256 of the canonical request.',
  },
  'string-to-sign': {
    label: 'String to sign',
    spoken: 'the string to sign',
    made: 'Algorithm, date, scope and that hash, a line each.',
  },
  'k-date': {
    label: 'Key of the day',
    spoken: 'the key of the day',
    made: 'HMAC of the day. Its key is “AWS4” with the secret behind it.',
  },
  'k-region': {
    label: 'Key of the Region',
    spoken: 'the key of the Region',
    made: 'HMAC of the Region, with the key of the day.',
  },
  'k-service': {
    label: 'Key of the service',
    spoken: 'the key of the service',
    made: 'HMAC of the service, with the key of the Region.',
  },
  'k-signing': {
    label: 'Signing key',
    spoken: 'the signing key',
    made: 'HMAC of “aws4_request”, with the key of the service.',
  },
  signature: {
    label: 'Signature, computed',
    spoken: 'the computed signature',
    made: 'HMAC of the string to sign, with the signing key.',
  },
  claim: {
    label: 'Signature, in the request',
    spoken: 'the signature in the request',
    made: 'The signer writes it there. The verifier compares it with its own.',
  },
};

const COUNTS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Which values differ between the lanes, in a sentence or two. */
export function differenceSentence({ verifier, differing }: Examined): string {
  if (!verifier) {
    return 'The request no longer says how it was signed, so the verifier computes nothing.';
  }
  const all = BOX_IDS.length;
  if (differing.length === 0) return 'Both lanes have the same value in all nine boxes.';
  const names = spokenList(differing.map((id) => BOX_WORDS[id].spoken));
  const verb = differing.length === 1 ? 'differs' : 'differ';
  const count = `${COUNTS[differing.length] ?? differing.length} of ${(COUNTS[all] ?? all).toString().toLowerCase()} boxes ${verb}`;
  return `${count}: ${names}.`;
}

/** A part by its name: “the host”, “X-Amz-Date”. */
export const partName = ({ kind, sent, arrived }: Part): string =>
  kind === 'parameter' || kind === 'header'
    ? (arrived ?? sent)?.name || 'a nameless part'
    : `the ${kind}`;

/** The parts that arrived other than they were sent, in a list; undefined where there are none. */
export function changedParts({ parts }: Examined): string | undefined {
  const names = [...new Set(parts.filter(isChanged).map(partName))];
  return names.length === 0 ? undefined : spokenList(names);
}
