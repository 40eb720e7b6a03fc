import { LIMITS } from '#engine/policy/limits.ts';
import { PACKED_MAXIMUM } from '#engine/sts/limits.ts';
import { TAG_LIMITS, boundsIn, boundsOf } from '#engine/sts/parameters.ts';

import { anywhereStep, stsStep } from '../facts/correction.ts';
import type { Limit } from './limit.ts';

const documented = 'documented';
const model = { rule: 'sts.parameters-valid' } as const;

const TAGGED = stsStep('session-tags', 'assume-entry.parameters-valid');

/** How much a call to STS may carry. */
export const STS_SIZES: readonly Limit[] = [
  {
    id: 'session-name',
    name: 'RoleSessionName',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRole', 'RoleSessionName'),
      shown: stsStep('twelve-hours-asked', 'assume-role.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'federated-name',
    name: 'Name of a federated user',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:GetFederationToken', 'Name'),
      shown: stsStep('federation-token', 'get-token.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'external-id',
    name: 'ExternalId',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRole', 'ExternalId'),
      shown: stsStep('confused-deputy', 'for-anna.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'source-identity',
    name: 'SourceIdentity',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRole', 'SourceIdentity'),
      shown: stsStep('source-identity', 'assume-support.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'session-tags',
    name: 'Session tags',
    unit: 'pieces',
    bounds: { max: boundsOf('sts:AssumeRole', 'Tags').max ?? 0, shown: TAGGED },
    ...model,
  },
  {
    id: 'tag-key',
    name: 'Key of a session tag',
    unit: 'characters',
    bounds: { ...boundsIn(TAG_LIMITS.key), shown: TAGGED },
    ...model,
  },
  {
    id: 'tag-value',
    name: 'Value of a session tag',
    unit: 'characters',
    bounds: { ...boundsIn(TAG_LIMITS.value), shown: TAGGED },
    ...model,
  },
  {
    id: 'transitive-keys',
    name: 'TransitiveTagKeys',
    unit: 'pieces',
    bounds: {
      max: boundsOf('sts:AssumeRole', 'TransitiveTagKeys').max ?? 0,
      shown: stsStep('session-tags', 'assume-entry.parameters-valid', { transitive: 'on' }),
    },
    ...model,
  },
  {
    id: 'session-policies',
    name: 'Managed policies of a session (PolicyArns)',
    unit: 'pieces',
    bounds: {
      max: boundsOf('sts:AssumeRole', 'PolicyArns').max ?? 0,
      shown: stsStep('cognito-guest', 'assume-role.parameters-valid'),
    },
    ...model,
    source: 'sts.assume-role',
  },
  {
    id: 'session-policy',
    name: 'Session policies, inline and managed together',
    unit: 'characters',
    bounds: {
      max: LIMITS.session.characters,
      shown: anywhereStep('other-profile', 'create-session.session-fits', { limits: 'long' }),
      by: 'rolesanywhere.session-fits',
    },
    source: 'sts.assume-role',
    basis: documented,
  },
  {
    id: 'packed-size',
    name: 'Packed size of policies and tags',
    unit: 'per cent',
    bounds: {
      max: PACKED_MAXIMUM,
      shown: stsStep('session-policy', 'assume-role.packed-size', { passed: 'long' }),
    },
    note: 'how AWS packs is not published',
    rule: 'sts.packed-size',
    source: 'sts.assume-role',
  },
  {
    id: 'contexts',
    name: 'ProvidedContexts',
    unit: 'pieces',
    bounds: {
      max: boundsOf('sts:AssumeRole', 'ProvidedContexts').max ?? 0,
      shown: stsStep('context-provided', 'assume-role.parameters-valid', { brings: 'six' }),
    },
    ...model,
  },
  {
    id: 'mfa-code',
    name: 'MFA code (TokenCode)',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRole', 'TokenCode'),
      shown: stsStep('mfa-after-assume', 'assume-role.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'saml-assertion',
    name: 'SAMLAssertion',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRoleWithSAML', 'SAMLAssertion'),
      shown: stsStep('saml-corporate', 'assume-role.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'identity-token',
    name: 'WebIdentityToken',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRoleWithWebIdentity', 'WebIdentityToken'),
      shown: stsStep('github-wildcard', 'deploy.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'audiences',
    name: 'Audiences of a JWT from STS',
    unit: 'pieces',
    bounds: {
      ...boundsOf('sts:GetWebIdentityToken', 'Audience'),
      shown: stsStep('outbound-token', 'get-token.parameters-valid'),
    },
    ...model,
  },
  {
    id: 'encoded-message',
    name: 'EncodedMessage',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:DecodeAuthorizationMessage', 'EncodedMessage'),
      shown: stsStep('decode-message', 'decode.parameters-valid'),
    },
    ...model,
  },
];
