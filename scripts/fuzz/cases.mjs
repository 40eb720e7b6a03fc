import fc from 'fast-check';
import { anyOf } from './conditions.mjs';
import { AWAY, HOME } from './names.mjs';
import { document, levels, maybe } from './policies.mjs';

/** @typedef {import('../../src/engine/policy/document.ts').PolicyDocument} PolicyDocument */

export const KINDS = /** @type {const} */ ([
  'root',
  'user',
  'user-session',
  'role-session',
  'federated-user',
  'saml-identity',
  'web-identity',
  'service',
  'anonymous',
]);

/** @typedef {(typeof KINDS)[number]} Kind */

/**
 * @typedef {object} Levels the policies of an organization's root, its one unit and the account, from the top
 * @property {readonly PolicyDocument[]} root
 * @property {readonly PolicyDocument[]} unit
 * @property {readonly PolicyDocument[]} account
 */

/**
 * @typedef {object} Case one request with all its policies; the caller belongs to HOME
 * @property {Kind} kind
 * @property {string} action
 * @property {string} resource
 * @property {string} owner the account of the resource
 * @property {Readonly<Record<string, string | readonly string[]>>} context
 * @property {readonly PolicyDocument[]} identity
 * @property {PolicyDocument | undefined} boundary
 * @property {PolicyDocument | undefined} session
 * @property {PolicyDocument | undefined} resourcePolicy
 * @property {'outside' | 'member' | 'management'} home the caller's account in the organization
 * @property {'outside' | 'member' | 'management'} away the other account in it
 * @property {Levels | undefined} serviceControl
 * @property {Levels | undefined} resourceControl
 */

/** @param {string} owner @returns {readonly (readonly [action: string, resource: string])[]} */
const REQUESTS = (owner) => [
  ['s3:GetObject', 'arn:aws:s3:::photos/cat.jpg'],
  ['s3:GetObject', 'arn:aws:s3:::photos/cat.jpg'],
  ['s3:GetObject', 'arn:aws:s3:::photos/alice/dog.jpg'],
  ['s3:ListBucket', 'arn:aws:s3:::photos'],
  ['sts:AssumeRole', `arn:aws:iam::${owner}:role/target`],
  ['sts:AssumeRole', `arn:aws:iam::${owner}:role/target`],
  ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${owner}:jobs`],
  ['iam:GetRole', `arn:aws:iam::${owner}:role/target`],
];

const context = fc.record(
  {
    'aws:SourceIp': anyOf('203.0.113.9', '198.51.100.200', '2001:db8::9'),
    'aws:UserAgent': anyOf('curl/8.1', 'Curl/8.1', 'cat'),
    'aws:SecureTransport': anyOf('true', 'false'),
    'aws:SourceArn': fc.constant('arn:aws:sns:eu-west-1:111122223333:topic'),
    'aws:CalledVia': fc.constant(['athena.amazonaws.com', 'glue.amazonaws.com']),
    'aws:TagKeys': anyOf([], ['project'], ['project', 'cat'], ['alice', 'Alice']),
    'aws:TokenIssueTime': anyOf('2026-01-15T11:59:59Z', '2025-12-31T23:59:59Z'),
  },
  { requiredKeys: [] },
);

const ASSUME = 4;

/** What identities of a provider can ask for: nothing but a role. @type {Readonly<Partial<Record<Kind, string>>>} */
const ASSUMING = {
  'saml-identity': 'sts:AssumeRoleWithSAML',
  'web-identity': 'sts:AssumeRoleWithWebIdentity',
};

/** What an account is beside the one that manages the organization. @param {Case['away']} place */
const other = (place) => (place === 'management' ? 'member' : place);

/** Any request with any policies. @type {fc.Arbitrary<Case>} */
export const anyCase = fc
  .record({
    kind: anyOf(...KINDS, 'user', 'role-session', 'role-session'),
    owner: anyOf(HOME, HOME, AWAY),
    request: fc.nat(7),
    external: maybe(anyOf('secret', 'other')),
    context,
    identity: fc.array(document('identity'), { maxLength: 2 }),
    boundary: maybe(document('identity')),
    session: maybe(document('identity')),
    bucket: maybe(document('bucket'), 3),
    trust: document('trust'),
    home: anyOf('outside', 'member', 'management'),
    away: anyOf('outside', 'member', 'management'),
    serviceControl: maybe(levels('service-control')),
    resourceControl: maybe(levels('resource-control')),
  })
  .map(({ request, bucket, trust, external, ...rest }) => {
    const assuming = ASSUMING[rest.kind];
    // A provider stands in the account of the role that trusts it.
    const owner = assuming ? HOME : rest.owner;
    const [asked = '', on = ''] = REQUESTS(owner)[assuming ? ASSUME : request] ?? [];
    const isTrust = asked === 'sts:AssumeRole';
    return {
      ...rest,
      owner,
      action: assuming ?? asked,
      resource: on,
      context: {
        ...rest.context,
        ...(isTrust && !assuming && external && { 'sts:ExternalId': external }),
      },
      resourcePolicy: isTrust ? trust : bucket,
      away: rest.home === 'management' ? other(rest.away) : rest.away,
    };
  });
