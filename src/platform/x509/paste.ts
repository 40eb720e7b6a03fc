import type { Certificate, CertificateList } from '#engine/x509/certificate.ts';
import { readFirst } from '#engine/x509/der.ts';
import type { DerNode, Reading } from '#engine/x509/der.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { readList } from '#engine/x509/readList.ts';

/** What a learner pastes or drops: certificates and lists in PEM or DER. Nothing of it is kept. */

/** The most that is read at once, in bytes. */
export const PASTE_LIMIT = 1_048_576;
/** The most certificates and lists of one paste. */
export const BLOCK_LIMIT = 64;

/** Where something stands: the line of a PEM text from 1 on, or the byte of a DER file from 0 on. */
export type Place =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'byte'; readonly byte: number };

/** Why a part of a paste was not read. */
export interface PasteProblem {
  readonly kind:
    | 'empty'
    | 'too-large'
    | 'too-many'
    | 'no-end'
    | 'not-base64'
    | 'not-der'
    | 'request'
    | 'container'
    | 'other-kind'
    | 'unknown';
  readonly place: Place;
  /** The label of the block, or what the bytes say. */
  readonly detail: string;
}

export type Paste =
  /** There was a private key: nothing was read, and nothing may be kept. */
  | { readonly kind: 'private-key'; readonly place: Place }
  | {
      readonly kind: 'read';
      readonly certificates: readonly Certificate[];
      readonly lists: readonly CertificateList[];
      readonly problems: readonly PasteProblem[];
    };

interface Block {
  readonly label: string;
  readonly line: number;
  readonly body: string;
  readonly isClosed: boolean;
}

/** Before a line: blanks, and what a mail puts before the lines that it quotes. */
const BEFORE = /^[\s>]+/;
const BEGIN = /^-----BEGIN ([A-Z0-9 ]{1,40})-----\s*$/;
const END = /^-----END ([A-Z0-9 ]{1,40})-----\s*$/;

/** The lines of a text with their numbers. PEM inside JSON, as the AWS CLI prints it, has its own lines within one. */
function linesOf(text: string): readonly (readonly [line: number, whole: string])[] {
  const isEscaped = text.includes('\\n');
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((whole, index) =>
      (isEscaped ? whole.split(/\\r|\\n|"/) : [whole]).map((part) => [index + 1, part] as const),
    );
}

/** The PEM blocks of a text (RFC 7468); text around them is explanatory, as openssl writes it. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { label: string; line: number; body: string[] } | undefined;
  const finish = (isClosed: boolean) => {
    if (open) blocks.push({ ...open, body: open.body.join(''), isClosed });
    open = undefined;
  };
  for (const [line, whole] of linesOf(text)) {
    const said = whole.replace(BEFORE, '');
    const label = BEGIN.exec(said)?.[1];
    if (label !== undefined) {
      finish(false);
      open = { label, line, body: [] };
    } else if (END.test(said)) finish(true);
    else open?.body.push(said.trim());
  }
  finish(false);
  return blocks;
}

const CERTIFICATE_LABELS = ['CERTIFICATE', 'X509 CERTIFICATE'];
const LIST_LABELS = ['X509 CRL', 'CRL'];
/** PEM of any kind, PuTTY's files, and the private part of a JSON Web Key. */
const PRIVATE = /PRIVATE KEY|PuTTY-User-Key-File|"d"\s*:\s*"/;

/** The bytes of a base64 text without blanks; undefined where it is none. */
function bytesOf(base64: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

type Part = Certificate | CertificateList | PasteProblem;

/** Reads one certificate or list from DER that starts at `place`. */
function readPart(bytes: Uint8Array, place: Place): Part {
  const certificate = readCertificate(bytes);
  if ('value' in certificate) return certificate.value;
  const list = readList(bytes);
  if ('value' in list) return list.value;
  // Whichever got further is what was meant.
  const { at, problem } = list.fault.at > certificate.fault.at ? list.fault : certificate.fault;
  return place.kind === 'byte'
    ? { kind: 'not-der', place: { kind: 'byte', byte: place.byte + at }, detail: problem }
    : { kind: 'not-der', place, detail: `at byte ${at}: ${problem}` };
}

function readBlock({ label, line, body, isClosed }: Block): Part {
  const place = { kind: 'line', line } as const;
  if (label === 'PKCS7' || label === 'CMS') return { kind: 'container', place, detail: label };
  if (label.endsWith('CERTIFICATE REQUEST')) return { kind: 'request', place, detail: label };
  if (![...CERTIFICATE_LABELS, ...LIST_LABELS].includes(label)) {
    return { kind: 'other-kind', place, detail: label };
  }
  if (!isClosed) return { kind: 'no-end', place, detail: label };
  const bytes = bytesOf(body.replaceAll(/\s/g, ''));
  return bytes ? readPart(bytes, place) : { kind: 'not-base64', place, detail: label };
}

const INTEGER = 0x02;
const OCTET_STRING = 0x04;

/** Whether DER is a private key: PKCS#8, PKCS#1, SEC1, or a PKCS#12 container, which may hold one. */
function isPrivateKey({ bytes }: Reading, { tag, parts }: DerNode): boolean {
  const [version, next] = parts;
  if (tag !== 0x30 || version?.tag !== INTEGER || !next) return false;
  const number = bytes[version.content.start] ?? 0;
  // A version first, then: an algorithm and the key (PKCS#8), the modulus (PKCS#1), the key (SEC1), the safe (PKCS#12).
  const isSmall = version.content.end - version.content.start === 1;
  return (
    isSmall && ((number <= 1 && (next.tag === OCTET_STRING || parts.length >= 3)) || number === 3)
  );
}

/** Whether a DER is a key that is encrypted: an algorithm, then the key (PKCS#8). */
const isEncryptedKey = ({ tag, parts }: DerNode): boolean =>
  tag === 0x30 && parts.length === 2 && parts[0]?.tag === 0x30 && parts[1]?.tag === OCTET_STRING;

const OBJECT_IDENTIFIER = 0x06;
const ATTRIBUTES = 0xa0;

/** What DER is that is neither certificate nor list: a container names its content first, a request ends in its attributes. */
function otherKindOf({ parts }: DerNode): 'container' | 'request' | undefined {
  const [first] = parts;
  if (first?.tag === OBJECT_IDENTIFIER) return 'container';
  const isRequest =
    first?.parts.length === 4 &&
    first.parts[0]?.tag === INTEGER &&
    first.parts[3]?.tag === ATTRIBUTES;
  return isRequest ? 'request' : undefined;
}

/** Reads a file of DER elements, one after the other, up to the first that is none of ours. */
function readElements(bytes: Uint8Array): Paste {
  const found: Part[] = [];
  for (let start = 0; start < bytes.length && found.length <= BLOCK_LIMIT;) {
    const reading: Reading = { bytes };
    const node = readFirst(reading, { start, end: bytes.length });
    const place = { kind: 'byte', byte: start } as const;
    if (!reading.fault && (isPrivateKey(reading, node) || isEncryptedKey(node))) {
      return { kind: 'private-key', place };
    }
    const end = reading.fault ? bytes.length : node.range.end;
    const other = reading.fault ? undefined : otherKindOf(node);
    const part = other
      ? { kind: other, place, detail: 'DER' }
      : readPart(bytes.slice(start, end), place);
    found.push(part);
    // What comes behind it may begin anywhere.
    if (part.kind !== 'certificate' && part.kind !== 'list') break;
    start = end;
  }
  return sorted(found);
}

function sorted(found: readonly Part[]): Paste {
  const kept = found.slice(0, BLOCK_LIMIT);
  const last = found[BLOCK_LIMIT];
  const more: readonly PasteProblem[] = last
    ? [{ kind: 'too-many', place: { kind: 'line', line: 0 }, detail: `${BLOCK_LIMIT}` }]
    : [];
  return {
    kind: 'read',
    certificates: kept.filter((part) => part.kind === 'certificate'),
    lists: kept.filter((part) => part.kind === 'list'),
    problems: [
      ...kept.filter(
        (part): part is PasteProblem => part.kind !== 'certificate' && part.kind !== 'list',
      ),
      ...more,
    ],
  };
}

const refused = (kind: PasteProblem['kind'], detail = ''): Paste => ({
  kind: 'read',
  certificates: [],
  lists: [],
  problems: [{ kind, place: { kind: 'byte', byte: 0 }, detail }],
});

/** DER in base64 without PEM: one alone, or more with commas between them, as X-Amz-X509-Chain carries them. */
function headerBytes(text: string): Uint8Array | undefined {
  const values = text
    .replaceAll(/^\s*x-amz-x509(?:-chain)?\s*:/gim, ',')
    .replaceAll(/\s/g, '')
    .split(',')
    .filter((value) => value !== '');
  const parts = values.map(bytesOf);
  return parts.length > 0 && parts.every((part) => part !== undefined)
    ? Uint8Array.from(parts.flatMap((part) => [...part]))
    : undefined;
}

/** Reads a text: PEM blocks, or the base64 of DER without any. */
function readText(text: string): Paste {
  const blocks = blocksOf(text);
  const key = blocks.find(({ label }) => PRIVATE.test(label));
  if (key) return { kind: 'private-key', place: { kind: 'line', line: key.line } };
  if (PRIVATE.test(text)) return { kind: 'private-key', place: { kind: 'line', line: 1 } };
  if (blocks.length > 0) {
    const hidden = blocks.find(({ body }) => holdsKey(body));
    if (hidden) return { kind: 'private-key', place: { kind: 'line', line: hidden.line } };
    return sorted(blocks.slice(0, BLOCK_LIMIT + 1).map(readBlock));
  }
  const bytes = headerBytes(text);
  return bytes ? readElements(bytes) : refused('unknown');
}

/** Whether a block of whatever label holds a private key. */
function holdsKey(body: string): boolean {
  const bytes = bytesOf(body.replaceAll(/\s/g, ''));
  if (!bytes) return false;
  const reading: Reading = { bytes };
  const node = readFirst(reading, { start: 0, end: bytes.length });
  return !reading.fault && isPrivateKey(reading, node);
}

const SEQUENCE = 0x30;

/** Every DER holds control characters, the tags of INTEGER or OBJECT IDENTIFIER; no text does. */
const isText = (input: Uint8Array): boolean => input.every((byte) => byte >= 0x09);

/** The encoding of a file of text; undefined where it is DER. Windows writes UTF-16, with or without a mark. */
function encodingOf(input: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = input;
  if (first === SEQUENCE) return isText(input) ? 'utf-8' : undefined;
  if (first === 0xff || second === 0) return 'utf-16le';
  if (first === 0xfe || first === 0) return 'utf-16be';
  return isText(input) ? 'utf-8' : undefined;
}

/** Reads what was pasted or dropped; every fault is told with its place, and a private key stops everything. */
export function readPaste(input: string | Uint8Array): Paste {
  if (input.length === 0) return refused('empty');
  if (input.length > PASTE_LIMIT) return refused('too-large', `${input.length}`);
  if (typeof input === 'string') return input.trim() === '' ? refused('empty') : readText(input);
  const encoding = encodingOf(input);
  return encoding ? readText(new TextDecoder(encoding).decode(input)) : readElements(input);
}
