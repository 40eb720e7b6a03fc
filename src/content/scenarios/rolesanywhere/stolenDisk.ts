import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import type { OneOrMany, Statement } from '#engine/policy/document.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, user, userKey, world } from '../build.ts';
import {
  ACTIONS,
  ADMIN,
  anchor,
  anywhere,
  called,
  changed,
  crl,
  fromAnchor,
  ofSubject,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

/** One job, prepared in four ways. What the server keeps on its disk is what a thief of the disk has. */

const BUCKET = 'nightly-results';
const START = at('2026-01-15T12:00:00Z');
const STOLEN = after(START, minutes(3));
const NOTICED = after(START, minutes(30));
const ROLE = roleArn(PLACE.account, 'ResultWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'batch');
const SAML_PROVIDER = `arn:aws:iam::${PLACE.account}:saml-provider/SimCorp`;
const SAML_ISSUER = 'https://login.sim.example';
const RECIPIENT = 'https://signin.aws.amazon.com/saml';
const OIDC_HOST = 'tokens.sim.example';
const OIDC_PROVIDER = `arn:aws:iam::${PLACE.account}:oidc-provider/${OIDC_HOST}`;
const SUBJECT = 'batch-07';
const ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/';

const WRITE = policy(
  'WriteResults',
  'identity',
  document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)),
);
const USER = user(PLACE.account, SUBJECT, { policies: [WRITE] });
const KEY = userKey(USER);

type Way = 'key' | 'certificate' | 'saml' | 'oidc';
type Door = Exclude<Way, 'key'>;
type Cure = 'nothing' | 'door' | 'both';

/** Whom the role trusts, and which condition names this one server. */
const TRUSTED: Readonly<
  Record<Door, Pick<Statement, 'Principal' | 'Condition'> & { readonly Action: OneOrMany }>
> = {
  certificate: {
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: ACTIONS,
    Condition: { ...fromAnchor(ANCHOR), ...ofSubject('CN', SUBJECT) },
  },
  saml: {
    Principal: { Federated: SAML_PROVIDER },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'saml:aud': RECIPIENT, 'saml:sub': SUBJECT } },
  },
  oidc: {
    Principal: { Federated: OIDC_PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${OIDC_HOST}:sub`]: SUBJECT } },
  },
};

const trustOf = (door: Door, effect: Statement['Effect'] = 'Allow') =>
  policy('ResultWriterTrust', 'trust', document({ Effect: effect, ...TRUSTED[door] }));

/** What must stand in the account so that the server can come in this way. */
const trustedBy = (way: Way, pki: Pki) => {
  switch (way) {
    case 'key':
      return { users: [USER] };
    case 'certificate':
      return anywhere(
        [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
        [profile(PLACE, 'batch', [ROLE], { durationSeconds: hours(12) })],
      );
    case 'saml':
      return {
        samlProviders: [
          { arn: SAML_PROVIDER, issuer: SAML_ISSUER, signingKeys: ['certificate of SimCorp'] },
        ],
      };
    case 'oidc':
      return {
        oidcProviders: [
          {
            arn: OIDC_PROVIDER,
            issuer: `https://${OIDC_HOST}`,
            signingKeys: ['key of SimCorp'],
            audiences: ['sts.amazonaws.com'],
          },
        ],
      };
  }
};

function worldOf(way: Way, pki: Pki): World {
  const writer = (door: Door) =>
    role(PLACE.account, 'ResultWriter', {
      trustPolicy: trustOf(door),
      policies: [WRITE],
      maxSessionDuration: hours(12),
    });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: way === 'key' ? [] : [writer(way)],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...trustedBy(way, pki),
  });
  return world(START, [plant], way === 'key' ? [KEY] : [], { x509: pki.material });
}

interface Asking {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
}

/** The call that opens a session with what lies on the disk. */
function askedFor(way: Way, asking: Asking, pki: Pki): Act {
  const toSts = { ...asking, to: 'sts', region: PLACE.region } as const;
  const durationSeconds = asking.by === 'thief' ? hours(12) : hours(1);
  switch (way) {
    case 'key':
      return {
        ...toSts,
        kind: 'sts:GetSessionToken',
        credentials: { keyId: KEY.id },
        durationSeconds: hours(36),
      };
    case 'certificate':
      return opened({
        ...asking,
        certificate: pki.certificate('batch'),
        chain: [pki.certificate('issuing')],
        trustAnchorArn: ANCHOR,
        profileArn: PROFILE,
        roleArn: ROLE,
        durationSeconds,
      });
    case 'saml':
      return {
        ...toSts,
        kind: 'sts:AssumeRoleWithSAML',
        roleArn: ROLE,
        principalArn: SAML_PROVIDER,
        durationSeconds,
        sAMLAssertion: {
          id: '_9e41b7c2',
          issuer: SAML_ISSUER,
          audience: 'urn:amazon:webservices',
          recipient: RECIPIENT,
          subject: SUBJECT,
          subjectType: 'persistent',
          issuedAt: START,
          notOnOrAfter: after(START, minutes(5)),
          signedBy: 'certificate of SimCorp',
          attributes: {
            [`${ATTRIBUTES}Role`]: [`${ROLE},${SAML_PROVIDER}`],
            [`${ATTRIBUTES}RoleSessionName`]: [SUBJECT],
          },
        },
      };
    case 'oidc':
      return {
        ...toSts,
        kind: 'sts:AssumeRoleWithWebIdentity',
        roleArn: ROLE,
        roleSessionName: SUBJECT,
        durationSeconds,
        webIdentityToken: {
          issuer: `https://${OIDC_HOST}`,
          subject: SUBJECT,
          audience: 'sts.amazonaws.com',
          issuedAt: START,
          expiresAt: after(START, hours(1)),
          algorithm: 'RS256',
          signedBy: 'key of SimCorp',
          claims: {},
        },
      };
  }
}

/** What stops whoever comes with the stolen thing. */
function doorActs(way: Way, pki: Pki): readonly Act[] {
  const act = { id: 'door', at: NOTICED, kind: 'change', by: 'admin' } as const;
  switch (way) {
    case 'key':
      return [{ ...act, change: { kind: 'deactivate-key', keyId: KEY.id } }];
    case 'certificate': {
      const list = { trustAnchorArn: ANCHOR, list: pki.list('issuing-list-next') };
      return [changed('door', NOTICED, { kind: 'put-crl', crl: crl(PLACE, 'plant-7', list) })];
    }
    case 'saml':
    case 'oidc':
      return [
        { ...act, change: { kind: 'put-trust-policy', role: ROLE, policy: trustOf(way, 'Deny') } },
      ];
  }
}

const DENY_ALL = policy(
  'DenyAll',
  'identity',
  document({ Effect: 'Deny', Action: '*', Resource: '*' }),
);

/** What stops the sessions that live: GetSessionToken’s are the user’s own, the others are the role’s. */
const roomAct = (way: Way): Act => ({
  id: 'room',
  at: NOTICED,
  kind: 'change',
  by: 'admin',
  change:
    way === 'key'
      ? { kind: 'put-policy', principal: USER.arn, policy: DENY_ALL }
      : { kind: 'revoke-sessions', role: ROLE },
});

const cureActs = (way: Way, cure: Cure, pki: Pki): readonly Act[] =>
  cure === 'nothing' ? [] : [...doorActs(way, pki), ...(cure === 'both' ? [roomAct(way)] : [])];

const ON_DISK: Readonly<Record<Way, string>> = {
  key: 'its access key',
  certificate: 'its private key and certificate',
  saml: 'its SAML response',
  oidc: 'its token',
};

/** The same theft from four servers: what proves the caller decides how long a thief can be the caller. */
export const stolenDisk = defineScenario({
  id: 'stolen-disk',
  lab: 'rolesanywhere',
  title: 'One stolen disk, four ways to do the job',
  tag: 'which mechanism',
  summary:
    'A server writes its results to S3 at noon. Three minutes later a thief copies its disk. On it lies an access key, a private key with its certificate, a SAML response or a token. The thief opens a session at once, and comes back later.',
  subjects: ['rolesanywhere', 'sts', 'api', 'changes', 'outside'],
  parties: [
    { id: 'server', name: 'batch server', spoken: 'the batch server' },
    { id: 'thief', name: 'thief', spoken: 'the thief' },
    SERVICE,
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    S3,
    ADMIN,
  ],
  knobs: {
    way: {
      kind: 'choice',
      label: 'The server proves itself by',
      hint: 'Whatever lies on the disk is what the thief has.',
      options: {
        key: 'an access key in a file',
        certificate: 'a certificate, for Roles Anywhere',
        saml: 'a SAML response, good for 5 minutes',
        oidc: 'an OIDC token, good for an hour',
      },
      initial: 'certificate',
    },
    cure: {
      kind: 'choice',
      label: 'At 12:30 the administrator',
      hint: 'The door is the key, the revocation list or the trust policy.',
      options: {
        nothing: 'has not noticed',
        door: 'shuts the door for this server',
        both: 'shuts it, and ends what is open',
      },
      initial: 'nothing',
    },
    last: {
      kind: 'choice',
      label: 'The thief writes last with',
      hint: 'Both are tried. This one comes at the end.',
      options: {
        again: 'what lay on the disk',
        old: 'the session opened at 12:03',
      },
      initial: 'again',
    },
    tries: {
      kind: 'moment',
      label: 'The thief comes back at',
      hint: 'UTC. The certificate ends on 1 April.',
      min: at('2026-01-15T12:31:00Z'),
      max: at('2026-06-01T12:00:00Z'),
      initial: at('2026-01-15T13:10:00Z'),
    },
  },
  clock: 'tries',
  clockSays: 'the thief comes back at that moment',
  lives: {
    'create-session': 'server’s session',
    'open-thief': 'thief’s session',
    'open-again': 'thief’s new session',
  },
  working: {},
  variations: [
    { label: 'Leave an access key on the disk', knobs: { way: 'key' } },
    { label: 'Leave a SAML response on it', knobs: { way: 'saml' } },
    {
      label: 'Leave a token on it, and shut the door in time',
      knobs: { way: 'oidc', cure: 'door', tries: '20260115T123100Z' },
    },
    { label: 'Import the list with the certificate', knobs: { cure: 'door' } },
    {
      label: 'Import it, and look at the open session',
      knobs: { cure: 'door', last: 'old' },
    },
    { label: 'End what is open as well', knobs: { cure: 'both', last: 'old' } },
    { label: 'Deactivate the access key', knobs: { way: 'key', cure: 'door' } },
  ],
  attacker: 'thief',
  safeguards: [
    {
      knob: 'cure',
      off: 'nothing',
      says: 'Nobody has noticed the theft: nothing stops the thief.',
    },
    {
      knob: 'cure',
      off: 'door',
      says: 'The door is shut, but a session that was opened before lives on.',
    },
  ],
  decides: 'open-again.path-trusted',
  about: 'rolesanywhere.path-trusted',
  question: 'why-not-a-key-file',
  lesson: {
    text: 'With Roles Anywhere the AWS credentials end by themselves. The private key does not: whoever takes it has what its certificate gives, until the certificate ends or an imported list names it.',
    source: 'rolesanywhere.trust-model',
  },
  setup: ({ way, cure, last, tries }, _, pki) => {
    const certificates = pki();
    const asked = (asking: Asking): Act => askedFor(way, asking, certificates);
    const written = (id: string, by: string, when: Instant, issuedBy: string): Act =>
      called({
        id,
        by,
        at: when,
        credentials: way === 'key' && issuedBy !== 'open-thief' ? { keyId: KEY.id } : { issuedBy },
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/${id}.csv`],
      });
    const attempts: Readonly<Record<typeof last, readonly Act[]>> = {
      again: [
        // An access key needs no session.
        ...(way === 'key' ? [] : [asked({ id: 'open-again', by: 'thief', at: tries })]),
        written('write-again', 'thief', tries, 'open-again'),
      ],
      old: [written('write-old', 'thief', tries, 'open-thief')],
    };
    const script: readonly Act[] = [
      ...(way === 'key' ? [] : [asked({ id: 'create-session', by: 'server', at: START })]),
      written('write', 'server', START, 'create-session'),
      {
        id: 'copy',
        at: STOLEN,
        kind: 'tell',
        by: 'server',
        to: 'thief',
        what: `loses a copy of ${ON_DISK[way]}`,
      },
      asked({ id: 'open-thief', by: 'thief', at: STOLEN }),
      { id: 'notice', at: NOTICED, kind: 'wait' },
      ...cureActs(way, cure, certificates),
      { id: 'wait', at: tries, kind: 'wait' },
      ...attempts[last === 'again' ? 'old' : 'again'],
      ...attempts[last],
    ];
    return { world: worldOf(way, certificates), script };
  },
});
