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
import type { PasteProblem, Place } from '#platform/x509/paste.ts';
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
  /** What of the files that were opened last was not read, and why. */
  readonly unread: readonly UnreadPart[];
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

export interface UnreadPart {
  readonly file: string;
  readonly problem: PasteProblem;
}

const EMPTY: Omit<CertificatesTable, 'at'> = {
  text: '',
  unread: [],
  isListed: true,
  mappings: DEFAULT_TEXTS,
};

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

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes files of PEM or DER: what was read is laid out as PEM, what was not is told with its file, and keys are refused. */
export function openFiles(files: readonly OpenedFile[], now: Instant): void {
  const opened = files.map(({ name, bytes }) => ({ name, paste: readPaste(bytes) }));
  const read = opened.flatMap(({ paste }) =>
    paste.kind === 'read' ? [...paste.certificates, ...paste.lists] : [],
  );
  const unread = opened.flatMap(({ name, paste }) =>
    paste.kind === 'read' ? paste.problems.map((problem) => ({ file: name, problem })) : [],
  );
  if (read.length + unread.length > 0) layOut(`${ownText()}${read.map(pemOf).join('')}`, now);
  const key = opened.flatMap(({ paste }) => (paste.kind === 'private-key' ? [paste.place] : []))[0];
  useCertificatesTable.setState({ unread, ...(key && { refused: key }) });
}

/** What somebody brought before, to be followed by more; an example gives way. */
function ownText(): string {
  const { text, example } = useCertificatesTable.getState();
  return example === undefined && text.trim() !== '' ? `${text.trimEnd()}\n` : '';
}

export const chooseLeaf = (leaf: Fingerprint): void => useCertificatesTable.setState({ leaf });
export const chooseAnchor = (anchor: Fingerprint): void =>
  useCertificatesTable.setState({ anchor });
export const chooseMoment = (moment: Instant): void =>
  useCertificatesTable.setState({ at: moment });
export const countLists = (isListed: boolean): void => useCertificatesTable.setState({ isListed });
export const mapAttributes = (mappings: MappingTexts): void =>
  useCertificatesTable.setState({ mappings });
