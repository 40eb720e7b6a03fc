import { exported, script, word } from './shell.ts';

/** Signature Version 4 by a shell and openssl alone. */

interface ToSign {
  readonly secretAccessKey: string;
  /** Whole, with the hash of the canonical request in its last line where there is one. */
  readonly stringToSign: string;
  readonly canonicalRequest?: string;
  /** The scope, where the string to sign does not name it. */
  readonly scope?: string;
  /** A line before everything is printed. */
  readonly before?: string;
  /** What is printed, as a word of the shell. */
  readonly prints: string;
}

const HMAC =
  'hmac() { printf %s "$2" | openssl dgst -sha256 -r -mac HMAC -macopt "$1" | cut -d \' \' -f 1; }';
const HASH = `HASH=$(printf %s "$REQUEST" | openssl dgst -sha256 -r | cut -d ' ' -f 1)`;

/** A script that derives the signing key, signs and prints; it starts from the secret access key. */
export function signingScript({
  secretAccessKey,
  stringToSign,
  canonicalRequest,
  ...rest
}: ToSign): string {
  const lines = stringToSign.split('\n');
  const scope = rest.scope ?? lines[2] ?? '';
  const [day = '', region = '', service = ''] = scope.split('/');
  const signed =
    canonicalRequest === undefined
      ? [`TO_SIGN=${word(stringToSign)}`]
      : [
          `REQUEST=${word(canonicalRequest)}`,
          HASH,
          `TO_SIGN=${word(`${lines.slice(0, -1).join('\n')}\n`)}$HASH`,
        ];
  return script(
    exported('AWS_SECRET_ACCESS_KEY', secretAccessKey),
    ...signed,
    HMAC,
    `DATE_KEY=$(hmac "key:AWS4$AWS_SECRET_ACCESS_KEY" ${word(day)})`,
    `REGION_KEY=$(hmac "hexkey:$DATE_KEY" ${word(region)})`,
    `SERVICE_KEY=$(hmac "hexkey:$REGION_KEY" ${word(service)})`,
    'SIGNING_KEY=$(hmac "hexkey:$SERVICE_KEY" aws4_request)',
    'SIGNATURE=$(hmac "hexkey:$SIGNING_KEY" "$TO_SIGN")',
    rest.before ?? '',
    String.raw`printf '%s\n' ${rest.prints}`,
  );
}
