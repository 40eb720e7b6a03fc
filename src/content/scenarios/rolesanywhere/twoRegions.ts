import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, role, world } from '../build.ts';
import {
  anchor,
  anywhere,
  called,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
  serviceTrust,
} from './bricks.ts';

const IRELAND = { ...PLACE, region: 'eu-west-1' } as const;
const PARTNER_ACCOUNT = '444455556666';
const BUCKET = 'harbour-photos';
const START = at('2026-01-15T12:00:00Z');
const ROLE = roleArn(PLACE.account, 'PhotoWriter');
const ELSEWHERE = roleArn(PARTNER_ACCOUNT, 'PhotoWriter');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');

const writer = (owner: typeof PLACE.account | typeof PARTNER_ACCOUNT) =>
  role(owner, 'PhotoWriter', {
    trustPolicy: serviceTrust('PhotoWriter'),
    policies: [
      policy(
        'PhotoWriterPolicy',
        'identity',
        document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
  });

function worldOf(pki: Pki): World {
  const harbour = account(PLACE.account, 'harbour', PLACE.region, {
    roles: [writer(PLACE.account)],
    buckets: [{ name: BUCKET, region: 'us-east-1', objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'photos', [ROLE, ELSEWHERE]), profile(IRELAND, 'photos', [ROLE, ELSEWHERE])],
    ),
  });
  const partner = account(PARTNER_ACCOUNT, 'partner', PLACE.region, {
    roles: [writer(PARTNER_ACCOUNT)],
  });
  return world(START, [harbour, partner], [], { x509: pki.material });
}

/** Anchor and profile are of one Region and one account; the session they give is good everywhere. */
export const twoRegions = defineScenario({
  id: 'two-regions',
  lab: 'rolesanywhere',
  title: 'Anchor in Frankfurt, profile in Ireland',
  tag: 'Region and account',
  summary:
    'The trust anchor is in eu-central-1, and somebody made the profile in eu-west-1. No endpoint knows both. Sessions themselves know no such border: the bucket is in us-east-1.',
  subjects: ['rolesanywhere', 'api'],
  parties: [{ id: 'server', name: 'harbour server', spoken: 'the harbour server' }, SERVICE, S3],
  knobs: {
    profile: {
      kind: 'choice',
      label: 'The request names the profile in',
      hint: 'AWS’s helper would send nothing: “trust anchor and profile regions don’t match”.',
      options: { west: 'eu-west-1 (Ireland)', central: 'eu-central-1 (Frankfurt)' },
      initial: 'west',
    },
    sent: {
      kind: 'choice',
      label: 'It is sent to',
      hint: 'A client of your own may send it anywhere; the helper takes the anchor’s Region.',
      options: { central: 'eu-central-1, where the anchor is', west: 'eu-west-1' },
      initial: 'central',
    },
    role: {
      kind: 'choice',
      label: 'The role is',
      hint: 'The profile lists both. A role of another account is reached by assuming it from the session.',
      options: { own: 'of the same account', other: 'of the account 444455556666' },
      initial: 'own',
    },
    writes: {
      kind: 'moment',
      label: 'Photos are written at',
      hint: 'UTC, to a bucket in us-east-1. The session was opened at 12:00, for an hour.',
      min: START,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:10:00Z'),
    },
  },
  clock: 'writes',
  clockSays: 'the server writes its photos at that moment',
  lives: { 'create-session': 'server’s session' },
  working: { profile: 'central' },
  variations: [
    { label: 'Name the profile in Frankfurt', knobs: { profile: 'central' } },
    { label: 'Send it to Ireland instead', knobs: { sent: 'west' } },
    { label: 'Ask for a role of another account', knobs: { profile: 'central', role: 'other' } },
    { label: 'Write an hour too late', knobs: { profile: 'central', writes: '20260115T130100Z' } },
  ],
  decides: 'create-session.profile-found',
  about: 'rolesanywhere.profile-found',
  setup: ({ profile: where, sent, role: whose, writes }, _, pki) => {
    const certificates = pki();
    return {
      world: worldOf(certificates),
      script: [
        opened({
          at: START,
          region: sent === 'west' ? IRELAND.region : PLACE.region,
          certificate: certificates.certificate('batch'),
          chain: [certificates.certificate('issuing')],
          trustAnchorArn: ANCHOR,
          profileArn: resourceArn('profile', where === 'west' ? IRELAND : PLACE, 'photos'),
          roleArn: whose === 'own' ? ROLE : ELSEWHERE,
        }),
        { id: 'wait', at: writes, kind: 'wait', needs: ['create-session'] },
        called({
          id: 'write',
          at: writes,
          region: 'us-east-1',
          action: 's3:PutObject',
          resources: [`arn:aws:s3:::${BUCKET}/pier-2.jpg`],
        }),
      ],
    };
  },
});
