import { TERMINAL } from '../sigv4/credentialScope.ts';
import type { Part } from './part.ts';
import { remark, remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';
import { readSigner } from './signerReading.ts';
import type { ScopeReading, SignerReading } from './signerReading.ts';

interface Credential {
  readonly signer: SignerReading;
  readonly remarks: readonly Remark[];
}

/** Percent signs that are escaped themselves: encoded once more than AWS decodes. */
export const DOUBLE_ENCODED = /%25[\da-f]{2}/i;

/** `AKID/day/region/service/aws4_request`; SigV4A leaves the Region out (reference_sigv-create-signed-request). */
function readScope(
  pieces: readonly string[],
  regionSet: string | undefined,
  isV4A: boolean,
): ScopeReading | undefined {
  const [, day, ...rest] = pieces;
  const [region, service, terminal] = isV4A ? ['', ...rest] : rest;
  if (day === undefined || service === undefined || terminal === undefined) return undefined;
  if (pieces.length !== (isV4A ? 4 : 5)) return undefined;
  return {
    day,
    ...(!isV4A && region !== undefined && { region }),
    ...(regionSet !== undefined && { regionSet }),
    service,
    terminal,
  };
}

/** Reads a credential as URLs and POST forms carry it (sigv4-query-string-auth, X-Amz-Credential). */
export function readCredential(
  part: Part,
  how: {
    readonly isV4A: boolean;
    readonly hasToken: boolean;
    readonly regionSet?: string | undefined;
  },
): Credential {
  const isDouble = /%2f/i.test(part.value);
  const text = isDouble ? part.value.replace(/%2f/gi, '/') : part.value;
  const pieces = text.split('/');
  const scope = readScope(pieces, how.regionSet, how.isV4A);
  const signer = readSigner(pieces[0] ?? '', how.hasToken, scope);
  return {
    signer,
    remarks: [
      ...remarkIf(isDouble, 'double-encoded', part, { name: part.name }),
      ...(scope
        ? scopeRemarks(scope, part)
        : [
            remark('credential-malformed', part, {
              count: String(pieces.length),
              wanted: how.isV4A ? '4' : '5',
            }),
          ]),
      ...keyRemarks(signer, part),
    ],
  };
}

const scopeRemarks = ({ day, terminal }: ScopeReading, part: Part): readonly Remark[] => [
  ...remarkIf(terminal !== TERMINAL, 'wrong-terminal', part, { terminal }),
  ...remarkIf(!/^\d{8}$/.test(day), 'bad-scope-date', part, { day }),
];

/** What the key id and the presence of a token say of each other. */
export function keyRemarks(
  { keyId, kind, hasToken }: SignerReading,
  part: Part,
): readonly Remark[] {
  return [
    ...remarkIf(kind === 'user' || kind === 'role', 'no-access-key', part, { keyId, kind }),
    ...remarkIf(kind === 'temporary' && !hasToken, 'token-missing', part, { keyId }),
    ...remarkIf(kind === 'long-term' && hasToken, 'token-unneeded', part, { keyId }),
  ];
}
