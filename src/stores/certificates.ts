import { create } from 'zustand';

import { labCertificate, labList } from '#content/pki/lab.ts';
import { EXAMPLE_MOMENT, TRIAL_EXAMPLES } from '#content/trial/examples.ts';
import type { TrialExample } from '#content/trial/examples.ts';
import { DEFAULT_TEXTS } from '#content/trial/session.ts';
import type { MappingTexts } from '#content/trial/session.ts';
import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { Fingerprint } from '#engine/x509/certificate.ts';
import { readPaste } from '#platform/x509/paste.ts';
import type { Place } from '#platform/x509/paste.ts';
import { pemOf } from '#platform/x509/pem.ts';

/**
 * What lies on the table of "Bring your own chain". It is kept in memory only: what somebody pastes here enters no link,
 * no history, no storage and no report. A text with a private key does not even get here.
 */
export interface CertificatesTable {
  readonly text: string;
  /** The example it is; absent as soon as somebody wrote, pasted or issued something. */
  readonly example?: string;
  /** Where the private key stood in a text that was refused. */
  readonly refused?: Place;
  /** The certificate that signs, and the trust anchor, where somebody chose. */
  readonly leaf?: Fingerprint;
  /** `none` where none of them is to be. */
  readonly anchor?: Fingerprint;
  /** The moment of the trial. */
  readonly at: Instant;
  /** Whether the revocation lists are imported and enabled. */
  readonly isListed: boolean;
  readonly mappings: MappingTexts;
}

const EMPTY: Omit<CertificatesTable, 'at'> = { text: '', isListed: true, mappings: DEFAULT_TEXTS };

const shown = ({ id, certificates, lists = [] }: TrialExample) => ({
  text: [...certificates.map(labCertificate), ...lists.map(labList)].map(pemOf).join(''),
  at: at(EXAMPLE_MOMENT),
  example: id,
});

export const useCertificatesTable = create<CertificatesTable>(() => ({
  ...EMPTY,
  ...shown(promised(TRIAL_EXAMPLES[0], 'there is an example')),
}));

/** Lays an example out, judged at the moment of the stories. */
export const showTrialExample = (example: TrialExample): void =>
  useCertificatesTable.setState(
    ({ mappings }) => ({ ...EMPTY, mappings, ...shown(example) }),
    true,
  );

/** Lays a chain out, judged at a moment; what was chosen of the one before is forgotten. */
export const layOut = (text: string, moment: Instant): void =>
  useCertificatesTable.setState(({ mappings }) => ({ ...EMPTY, mappings, text, at: moment }), true);

/** Takes what somebody wrote or pasted, to be judged now; a private key is refused, and the text before it stays. */
export function pasteChain(text: string, now: Instant): void {
  const paste = readPaste(text);
  if (paste.kind === 'private-key') {
    useCertificatesTable.setState({ refused: paste.place });
    return;
  }
  const { example, at: chosen } = useCertificatesTable.getState();
  // Whoever goes on writing goes on at the moment that was chosen.
  layOut(text, example === undefined ? chosen : now);
}

/** Takes a file of PEM or DER; what was read of it is laid out as PEM, and what was not says why. */
export function dropFile(bytes: Uint8Array, now: Instant): void {
  const paste = readPaste(bytes);
  if (paste.kind === 'private-key') {
    useCertificatesTable.setState({ refused: paste.place });
    return;
  }
  const read = [...paste.certificates, ...paste.lists];
  const { text, example } = useCertificatesTable.getState();
  const before = example === undefined && text.trim() !== '' ? `${text.trimEnd()}\n` : '';
  if (read.length > 0) layOut(`${before}${read.map(pemOf).join('')}`, now);
  else layOut(new TextDecoder().decode(bytes.subarray(0, LONGEST_REST)), now);
}

/** Enough of a file that is none of ours to see what it is. */
const LONGEST_REST = 2000;

export const chooseLeaf = (leaf: Fingerprint): void => useCertificatesTable.setState({ leaf });
export const chooseAnchor = (anchor: Fingerprint): void =>
  useCertificatesTable.setState({ anchor });
export const chooseMoment = (moment: Instant): void =>
  useCertificatesTable.setState({ at: moment });
export const countLists = (isListed: boolean): void => useCertificatesTable.setState({ isListed });
export const mapAttributes = (mappings: MappingTexts): void =>
  useCertificatesTable.setState({ mappings });
