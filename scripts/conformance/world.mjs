import {
  BUCKET,
  KEY,
  LEAVER,
  now,
  OTHER_BUCKET,
  OWNER,
  REGION,
  STRANGER,
  VERSIONED_BUCKET,
} from './cases/place.mjs';

/** What our engine knows: two users and a role who may do anything with objects, three buckets, one object. */

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./cases/place.mjs').Signer} Signer */
/** @typedef {import('../../src/engine/world.ts').AccessKey} AccessKey */
/** @typedef {import('../../src/engine/world.ts').Bucket} Bucket */
/** @typedef {import('../../src/engine/world.ts').World} World */
/** @typedef {import('../../src/engine/policy/document.ts').Policy} Policy */

/** Temporary credentials that the service has issued. @typedef {{ readonly signer: Signer, readonly expiresAt: World['now'] }} Session */

const ACCOUNT = '111122223333';
const PARTNER = '444455556666';
const USER = /** @type {const} */ (`arn:aws:iam::${ACCOUNT}:user/owner`);
const STRANGE_USER = /** @type {const} */ (`arn:aws:iam::${PARTNER}:user/stranger`);
const ROLE = /** @type {const} */ (`arn:aws:iam::${ACCOUNT}:role/Reader`);

export const BODY = 'The summary of the third quarter.';

export const ALL_OBJECTS = {
  Version: /** @type {const} */ ('2012-10-17'),
  Statement: [
    { Effect: /** @type {const} */ ('Allow'), Action: ['s3:*'], Resource: ['arn:aws:s3:::*'] },
  ],
};

/** @type {Policy} */
const POLICY = { id: 'objects', name: 'Objects', type: 'identity', document: ALL_OBJECTS };

const HELD = { policies: [POLICY], tags: {} };
const OWNING = /** @type {const} */ ({ kind: 'user', arn: USER, userId: 'AIDAOWNER' });
const STRANGE = /** @type {const} */ ({ kind: 'user', arn: STRANGE_USER, userId: 'AIDASTRANGER' });

/** @param {Signer} key @param {AccessKey['owner']} owner */
const longTerm = ({ accessKeyId, secretAccessKey }, owner) =>
  /** @type {AccessKey} */ ({
    kind: 'long-term',
    id: accessKeyId,
    secretAccessKey,
    owner,
    status: 'Active',
  });

/** Its key id is what radosgw made up: it begins with no letters of AWS's. @param {Session} session */
const temporary = ({ signer, expiresAt }) =>
  /** @type {AccessKey} */ ({
    kind: 'temporary',
    id: signer.accessKeyId,
    secretAccessKey: signer.secretAccessKey,
    sessionToken: signer.sessionToken,
    owner: {
      kind: 'role-session',
      role: ROLE,
      roleId: 'AROAREADER',
      sessionName: 'nightly',
      via: 'AssumeRole',
      sessionPolicies: [],
      tags: {},
      transitiveTagKeys: [],
    },
    issuedAt: now(),
    expiresAt,
    issuedBy: 'assume-role',
  });

/** With lists of access control, as every bucket of radosgw has them. @param {string} name @param {Bucket['objects']} objects @returns {Bucket} */
const bucket = (name, objects) => ({ name, region: REGION, objects, hasAcls: true });

/** The versions that the service keeps, the oldest first. @typedef {{ readonly id: string, readonly body: string }} Version */

/** @param {readonly Version[]} versions @returns {Bucket} */
const keepingBucket = (versions) => {
  const [current, ...earlier] = versions
    .map(({ id, body }) => ({ contentType: 'application/pdf', body, versionId: id }))
    .toReversed();
  return {
    ...bucket(VERSIONED_BUCKET, current ? { [KEY]: current } : {}),
    isVersioned: true,
    earlier: { [KEY]: earlier },
  };
};

/** @param {Engine} engine @param {readonly Session[]} sessions @param {readonly Version[]} versions @returns {World} */
export const worldOf = ({ emptyAccount }, sessions, versions) => {
  const keys = [
    longTerm(OWNER, OWNING),
    longTerm(LEAVER, OWNING),
    longTerm(STRANGER, STRANGE),
    ...sessions.map(temporary),
  ];
  const stored = { [KEY]: { contentType: 'application/pdf', body: BODY } };
  return {
    now: now(),
    clockSkew: {},
    accounts: {
      [ACCOUNT]: {
        ...emptyAccount(ACCOUNT, 'reports', REGION),
        users: { [USER]: { ...OWNING, ...HELD } },
        roles: {
          [ROLE]: {
            arn: ROLE,
            roleId: 'AROAREADER',
            trustPolicy: { ...POLICY, type: 'trust', document: { Statement: [] } },
            maxSessionDuration: /** @type {import('../../src/engine/time.ts').Seconds} */ (3600),
            ...HELD,
          },
        },
        buckets: {
          [BUCKET]: bucket(BUCKET, stored),
          [OTHER_BUCKET]: bucket(OTHER_BUCKET, {}),
          [VERSIONED_BUCKET]: keepingBucket(versions),
        },
      },
      [PARTNER]: {
        ...emptyAccount(PARTNER, 'partner', REGION),
        users: { [STRANGE_USER]: { ...STRANGE, ...HELD } },
      },
    },
    accessKeys: Object.fromEntries(keys.map((key) => [key.id, key])),
    presignedUrls: {},
  };
};
