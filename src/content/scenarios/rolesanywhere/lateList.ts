import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { resourceArn } from '#engine/rolesanywhere/resources.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { LabListName } from '../../pki/lab.ts';
import type { Pki } from '../../pki/pki.ts';
import { defineScenario } from '../../scenario.ts';
import { account, world } from '../build.ts';
import {
  ADMIN,
  anchor,
  anywhere,
  bucketRole,
  called,
  changed,
  crl,
  opened,
  PLACE,
  profile,
  S3,
  SERVICE,
} from './bricks.ts';

const BUCKET = 'recipe-vault';
const START = at('2026-01-15T12:00:00Z');
const EARLY = after(START, minutes(-10));
const LATE = after(START, minutes(30));
const ROLE = roleArn(PLACE.account, 'RecipeReader');
const ANCHOR = resourceArn('trust-anchor', PLACE, 'sim-corp-root');
const PROFILE = resourceArn('profile', PLACE, 'recipes');

type Listed = 'none' | 'older' | 'imported' | 'enabled' | 'stale';

const LISTS: Readonly<
  Record<Exclude<Listed, 'none'>, readonly [list: LabListName, enabled: boolean]>
> = {
  older: ['issuing-list-before', true],
  imported: ['issuing-list', false],
  enabled: ['issuing-list', true],
  stale: ['issuing-list-stale', true],
};

function worldOf(pki: Pki): World {
  const reader = bucketRole('RecipeReader', { action: 's3:GetObject', bucket: BUCKET });
  const plant = account(PLACE.account, 'plant', PLACE.region, {
    roles: [reader],
    buckets: [{ name: BUCKET, region: PLACE.region, objects: {} }],
    ...anywhere(
      [anchor(PLACE, 'sim-corp-root', [pki.certificate('root')])],
      [profile(PLACE, 'recipes', [ROLE])],
    ),
  });
  return world(EARLY, [plant], [], { x509: pki.material });
}

/** AWS asks no CA: a certificate is revoked when its list is imported and enabled, and for new sessions only. */
export const lateList = defineScenario({
  id: 'late-list',
  lab: 'rolesanywhere',
  title: 'Revoked on Monday, still reading on Thursday',
  tag: 'revocation',
  summary:
    'The key of batch-03 was stolen, and the CA revoked its certificate on Monday. Nobody told AWS until Thursday, half an hour after the thief had come in.',
  subjects: ['rolesanywhere', 'api', 'changes'],
  parties: [{ id: 'thief', name: 'thief', spoken: 'the thief' }, SERVICE, S3, ADMIN],
  knobs: {
    listed: {
      kind: 'choice',
      label: 'Revocation list in AWS',
      hint: 'AWS asks no OCSP responder and fetches no list. Somebody imports it, and enables it.',
      options: {
        none: 'none: the CA has one on its server',
        older: 'the one from 2 January',
        imported: 'this week’s, imported but not enabled',
        enabled: 'this week’s, enabled',
        stale: 'this week’s, past its nextUpdate',
      },
      initial: 'enabled',
    },
    when: {
      kind: 'choice',
      label: 'It is imported',
      hint: 'The thief comes at 12:00.',
      options: { early: 'at 11:50', late: 'at 12:30' },
      initial: 'late',
      when: { knob: 'listed', is: ['older', 'imported', 'enabled', 'stale'] },
    },
    stolen: {
      kind: 'choice',
      label: 'The thief has',
      hint: 'A certificate is no secret: it is sent with every request.',
      options: { both: 'the certificate and its key', public: 'the certificate alone' },
      initial: 'both',
    },
    last: {
      kind: 'choice',
      label: 'The thief does last',
      hint: 'The thief does both. This comes at the end.',
      options: { read: 'reads with the first session', renew: 'asks for another session' },
      initial: 'read',
    },
    reads: {
      kind: 'moment',
      label: 'The thief comes again at',
      hint: 'UTC. The first session lasts until 13:00.',
      min: LATE,
      max: after(START, hours(2)),
      initial: at('2026-01-15T12:45:00Z'),
    },
  },
  clock: 'reads',
  clockSays: 'the thief comes again at that moment',
  lives: { 'create-session': 'first session', renew: 'second session' },
  working: {},
  variations: [
    { label: 'Import the list in time', knobs: { when: 'early' } },
    { label: 'Forget to enable it', knobs: { listed: 'imported', last: 'renew' } },
    { label: 'Import an older list', knobs: { listed: 'older', last: 'renew' } },
    { label: 'Leave the list with the CA', knobs: { listed: 'none', last: 'renew' } },
    { label: 'Steal no more than the certificate', knobs: { stolen: 'public' } },
    { label: 'Wait for the session to end', knobs: { reads: '20260115T130100Z' } },
  ],
  attacker: 'thief',
  safeguards: [
    {
      knob: 'listed',
      off: 'none',
      says: 'AWS has no revocation list, so it takes the stolen certificate until April.',
    },
    {
      knob: 'listed',
      off: 'older',
      says: 'The list in AWS is older than the theft, so the stolen certificate is good.',
    },
    {
      knob: 'listed',
      off: 'imported',
      says: 'The list is imported, but not enabled, and revokes nothing.',
    },
    {
      knob: 'when',
      off: 'late',
      says: 'The list came after the thief: a session that is open already does not end.',
    },
  ],
  decides: 'renew.not-revoked',
  about: 'rolesanywhere.not-revoked',
  setup: ({ listed, when, stolen, last, reads }, _, pki) => {
    const certificates = pki();
    const asks = {
      by: 'thief',
      certificate: certificates.certificate('revoked'),
      chain: [certificates.certificate('issuing')],
      trustAnchorArn: ANCHOR,
      profileArn: PROFILE,
      roleArn: ROLE,
      ...(stolen === 'public' && { signedWith: certificates.certificate('menu') }),
    };
    const importAt = when === 'early' ? EARLY : LATE;
    const imports = (): readonly Act[] => {
      if (listed === 'none') return [];
      const [list, enabled] = LISTS[listed];
      const imported = crl(PLACE, 'plant-7', {
        trustAnchorArn: ANCHOR,
        list: certificates.list(list),
        enabled,
      });
      return [changed('import', importAt, { kind: 'put-crl', crl: imported })];
    };
    const attempts = {
      renew: opened({ ...asks, id: 'renew', at: reads }),
      read: called({
        id: 'read',
        by: 'thief',
        at: reads,
        action: 's3:GetObject',
        resources: [`arn:aws:s3:::${BUCKET}/secret-sauce.txt`],
      }),
    };
    return {
      world: worldOf(certificates),
      script: [
        ...(when === 'early' ? imports() : []),
        { id: 'arrive', at: START, kind: 'wait' },
        opened({ ...asks, at: START }),
        { id: 'notice', at: LATE, kind: 'wait', needs: ['create-session'] },
        ...(when === 'late' ? imports() : []).map((act) => ({
          ...act,
          needs: ['create-session'],
        })),
        { id: 'wait', at: reads, kind: 'wait', needs: ['create-session'] },
        { ...attempts[last === 'read' ? 'renew' : 'read'], needs: ['create-session'] },
        { ...attempts[last], needs: ['create-session'] },
      ],
    };
  },
});
