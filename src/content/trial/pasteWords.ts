/** Why a part of a paste could not be read, for somebody who wants to mend it. */

type Problem =
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

export const PASTE_WORDS: Readonly<Record<Problem, (detail: string) => string>> = {
  empty: () => 'The box is empty. Paste a chain, or begin with an example.',
  'too-large': () => 'It is larger than one megabyte. No chain is: paste its certificates alone.',
  'too-many': (detail) => `Only the first ${detail} certificates and lists were read.`,
  'no-end': (detail) => `The block ${detail} has no END line. It was cut off while it was copied.`,
  'not-base64': () => 'There are characters that base64 does not have. Copy the block once more.',
  'not-der': (detail) => `It is no certificate and no list: ${detail}.`,
  request: () =>
    'This is a certificate request. Send it to a CA, and paste the certificate that comes back.',
  container: (detail) =>
    `This is a PKCS#7 container. Take it apart with: openssl pkcs7${detail === 'DER' ? ' -inform DER' : ''} -print_certs -in file.p7b`,
  'other-kind': (detail) => `A block “${detail}” is neither a certificate nor a revocation list.`,
  unknown: () => 'There is neither PEM nor DER in it. A certificate begins with BEGIN CERTIFICATE.',
};

interface Place {
  readonly kind: 'line' | 'byte';
  readonly line?: number;
  readonly byte?: number;
}

/** Where something stands, in words; nothing where it is the whole. */
export const placeWords = ({ kind, line = 0, byte = 0 }: Place): string =>
  kind === 'line' ? (line > 0 ? `Line ${line}` : '') : byte > 0 ? `Byte ${byte}` : '';
