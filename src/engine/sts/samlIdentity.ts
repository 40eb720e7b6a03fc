import { sha1 } from '@noble/hashes/legacy.js';
import { findKnownAccount } from '../policy/holders.ts';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { accountOf, nameOf } from '../arn.ts';
import { base64Bytes } from '../sigv4/base64.ts';
import type { World } from '../world.ts';
import type { AssumeRoleWithSaml, SamlAssertion } from './acts.ts';
import type { Identity } from './identityProvider.ts';
import { parseSamlResponse, shortFormat } from './samlResponse.ts';

/** The audiences a response for AWS may name (IAM User Guide, SAML assertions). */
export const SAML_AUDIENCES = [
  'urn:amazon:webservices',
  'https://signin.aws.amazon.com/saml',
] as const;

/** The identity in a SAML response; undefined where it cannot be read. */
export function samlIdentity(world: World, act: AssumeRoleWithSaml): Identity | undefined {
  const assertion = parseSamlResponse(act.sAMLAssertion);
  if (!assertion) return undefined;
  const { issuer, subject, signedBy, audience, issuedAt, notOnOrAfter } = assertion;
  const lastingKeys = lastingKeysOf(assertion, act.principalArn);
  const found = findKnownAccount(world, accountOf(act.principalArn))?.samlProviders.find(
    ({ arn }) => arn === act.principalArn,
  );
  return {
    issuer,
    ...(found && {
      provider: {
        name: found.arn,
        issuer: found.issuer,
        signingKeys: found.signingKeys,
        audiences: SAML_AUDIENCES,
      },
    }),
    ...(signedBy !== undefined && { signedBy }),
    isSupported: true,
    isRejected: assertion.isSuccess === false,
    audiences: [audience],
    issuedAt,
    expiresAt: notOnOrAfter,
    principal: { kind: 'saml-identity', provider: act.principalArn, subject: subject ?? '' },
    keys: {
      'saml:aud': assertion.recipient,
      'saml:iss': issuer,
      'saml:doc': `${accountOf(act.principalArn)}/${nameOf(act.principalArn)}`,
      ...lastingKeys,
    },
    lastingKeys,
  };
}

function lastingKeysOf(assertion: SamlAssertion, provider: string): Record<string, string> {
  return {
    'saml:namequalifier': nameQualifier(assertion.issuer, provider),
    'saml:sub': assertion.subject ?? '',
    'saml:sub_type': shortFormat(assertion.subjectType),
  };
}

/** The base64 of the SHA-1 of issuer, account and provider name (AssumeRoleWithSAML, NameQualifier). */
export const nameQualifier = (issuer: string, provider: string): string =>
  base64Bytes(sha1(utf8ToBytes(`${issuer}${accountOf(provider)}/${nameOf(provider)}`)));
