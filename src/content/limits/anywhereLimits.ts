import {
  CLOCK_TOLERANCE,
  DURATION_BOUNDS,
  LONGEST_CHAIN,
  LONGEST_IDENTITY,
  MOST,
  MOST_ARNS,
  MOST_TAGS,
  PROFILE_DURATION,
} from '#engine/rolesanywhere/limits.ts';
import { boundsOf } from '#engine/sts/parameters.ts';

import { anywhereStep } from '../facts/correction.ts';
import type { Limit } from './limit.ts';
import { PUBLISHED } from './published.ts';

const quota = { source: 'rolesanywhere.quotas', basis: 'documented' } as const;
const FITS = anywhereStep('key-file', 'create-session.session-fits');

/** The numbers of IAM Roles Anywhere. */
export const ANYWHERE_LIMITS: readonly Limit[] = [
  {
    id: 'anywhere-session',
    name: 'Session, by profile or request: the smaller counts',
    unit: 'seconds',
    bounds: {
      ...DURATION_BOUNDS,
      shown: anywhereStep('too-long-for-role', 'create-session.request-valid', {
        asked: 'thirteen',
      }),
    },
    standard: {
      max: PROFILE_DURATION,
      shown: anywhereStep('too-long-for-role', 'create-session.duration-within-role', {
        profile: '3600',
      }),
      by: 'rolesanywhere.duration-within-role',
    },
    note: 'more than the role’s maximum is an error',
    rule: 'rolesanywhere.request-valid',
    source: 'rolesanywhere.create-profile',
  },
  {
    id: 'chain',
    name: 'Certificates sent beside one’s own',
    unit: 'pieces',
    bounds: {
      max: LONGEST_CHAIN,
      shown: anywhereStep('missing-link', 'create-session.request-valid', { sent: 'six' }),
    },
    rule: 'rolesanywhere.request-valid',
    source: 'rolesanywhere.authentication',
  },
  {
    id: 'anywhere-clock',
    name: 'Clock of the caller, either way',
    unit: 'seconds',
    bounds: {
      max: CLOCK_TOLERANCE,
      shown: anywhereStep('gap-second', 'create-session.signature-current', { clock: 'near' }),
    },
    note: 'AWS gives no number for this service',
    rule: 'rolesanywhere.signature-current',
    basis: 'modelled',
  },
  {
    id: 'own-session-name',
    name: 'Session name of one’s own',
    unit: 'characters',
    bounds: {
      ...boundsOf('sts:AssumeRole', 'RoleSessionName'),
      shown: anywhereStep('own-name', 'create-session.request-valid', { named: 'own' }),
    },
    rule: 'rolesanywhere.request-valid',
  },
  {
    id: 'subject-identity',
    name: 'Source identity made from the subject',
    unit: 'characters',
    bounds: { max: LONGEST_IDENTITY, shown: FITS },
    rule: 'rolesanywhere.session-fits',
    source: 'sts.assume-role',
    basis: 'documented',
  },
  {
    id: 'certificate-tags',
    name: 'Session tags made from the certificate',
    unit: 'pieces',
    bounds: { max: MOST_TAGS, shown: FITS },
    rule: 'rolesanywhere.session-fits',
    source: 'sts.assume-role',
    basis: 'documented',
  },
  {
    id: 'mapping',
    name: 'Specifier of a mapping rule',
    unit: 'characters',
    bounds: { max: PUBLISHED.mappingSpecifier },
    source: 'rolesanywhere.model',
    basis: 'documented',
  },
  {
    id: 'profile-policies',
    name: 'Managed policies of a profile',
    unit: 'pieces',
    bounds: { max: MOST_ARNS, shown: FITS },
    note: `the API takes ${MOST.managedPolicies}, STS does not`,
    rule: 'rolesanywhere.session-fits',
    source: 'sts.assume-role',
    basis: 'documented',
  },
  {
    id: 'anchors',
    name: 'Trust anchors',
    unit: 'pieces',
    bounds: { max: MOST.trustAnchors },
    note: 'adjustable',
    ...quota,
  },
  {
    id: 'anchor-certificates',
    name: 'Certificates of a trust anchor',
    unit: 'pieces',
    bounds: { max: MOST.certificatesOfAnchor },
    ...quota,
  },
  {
    id: 'anchor-lists',
    name: 'Revocation lists (CRLs) of a trust anchor',
    unit: 'pieces',
    bounds: { max: MOST.crlsOfAnchor },
    ...quota,
  },
  {
    id: 'list-size',
    name: 'Imported revocation list',
    unit: 'bytes',
    bounds: { max: PUBLISHED.revocationList },
    source: 'rolesanywhere.import-crl',
    basis: 'documented',
  },
  {
    id: 'profiles',
    name: 'Profiles',
    unit: 'pieces',
    bounds: { max: MOST.profiles },
    note: 'adjustable',
    ...quota,
  },
  {
    id: 'profile-roles',
    name: 'Roles of a profile',
    unit: 'pieces',
    bounds: { max: MOST.rolesOfProfile },
    ...quota,
  },
  {
    id: 'create-session-rate',
    name: 'CreateSession',
    unit: 'a second',
    bounds: { max: PUBLISHED.createSessionRate },
    note: 'adjustable',
    ...quota,
  },
];
