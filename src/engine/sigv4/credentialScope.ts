/** Whose key signs, and the day, region and service the signature is good for. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly terminal: string;
}

/** The last part of every scope (sig-v4-header-based-auth). */
export const TERMINAL = 'aws4_request';

/** Reads `AKID/yyyymmdd/region/service/aws4_request`; undefined unless it has exactly five parts (sigv4-query-string-auth, X-Amz-Credential). */
export function parseCredential(text: string): CredentialScope | undefined {
  const [accessKeyId, day, region, service, terminal, ...rest] = text.split('/');
  if (accessKeyId === undefined || day === undefined || region === undefined) return undefined;
  if (service === undefined || terminal === undefined || rest.length > 0) return undefined;
  return { accessKeyId, day, region, service, terminal };
}

/** Writes the scope as the string to sign has it, without the key id (sig-v4-header-based-auth). */
export const formatScope = (scope: Omit<CredentialScope, 'accessKeyId'>): string =>
  `${scope.day}/${scope.region}/${scope.service}/${scope.terminal}`;

/** Writes the scope with its key id, the value of X-Amz-Credential (sigv4-query-string-auth). */
export const formatCredential = (scope: CredentialScope): string =>
  `${scope.accessKeyId}/${formatScope(scope)}`;
