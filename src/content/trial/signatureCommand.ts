import { base64Bytes } from '#engine/sigv4/base64.ts';

interface Shown {
  readonly text: string;
  /** In hex, as the Authorization header carries it. */
  readonly signature: string;
  /** The certificate in base64, as X-Amz-X509 carries it. */
  readonly der: string;
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Verifies a signature of CreateSession in a shell, from nothing but what is sent. A test runs it. */
export const signatureCommand = ({ text, signature, der }: Shown): string =>
  `printf '%s' '${text}' > string-to-sign
echo ${base64Bytes(bytesOf(signature))} | openssl base64 -d -A > signature
echo ${der} | openssl base64 -d -A | openssl x509 -inform DER -noout -pubkey > public-key
openssl dgst -sha256 -verify public-key -signature signature string-to-sign
`;
