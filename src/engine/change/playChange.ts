import type { Change } from '../act.ts';
import { playedWork } from '../played.ts';
import type { Played } from '../played.ts';
import { policyArtifact } from '../policyArtifacts.ts';
import type { Artifact } from '../trace.ts';
import type { World } from '../world.ts';
import { removed } from '../s3/writes.ts';
import { withBucket } from './edits.ts';
import { identityChanged, keyChanged } from './identities.ts';
import { organizationChanged } from './organization.ts';
import { namesOnlyTheLiving } from './orphans.ts';
import { policyChanged, revocationPolicy } from './policies.ts';
import { settingChanged } from './settings.ts';
import type { BucketChange, WorldChange } from './worldChange.ts';

/** Plays a change an administrator makes. IAM changes take effect at once here; AWS may take minutes. */
export function playChange(world: World, act: Change): Played {
  return playedWork(act, act.by, changed(world, act), artifactsOf(world, act));
}

type Kind = WorldChange['kind'];
type Effects = {
  readonly [K in Kind]: (
    world: World,
    change: Extract<WorldChange, { kind: K }>,
    label: string,
  ) => World;
};

const EFFECTS: Effects = {
  'replace-policies': policyChanged,
  'put-policy': policyChanged,
  'detach-policy': policyChanged,
  'put-boundary': policyChanged,
  'delete-boundary': policyChanged,
  'put-trust-policy': policyChanged,
  'revoke-sessions': policyChanged,
  'create-role': identityChanged,
  'delete-role': identityChanged,
  'create-user': identityChanged,
  'delete-user': identityChanged,
  'tag-role': identityChanged,
  'untag-role': identityChanged,
  'set-max-session-duration': identityChanged,
  'delete-provider': identityChanged,
  'create-key': keyChanged,
  'activate-key': keyChanged,
  'deactivate-key': keyChanged,
  'delete-key': keyChanged,
  'put-scp': organizationChanged,
  'put-rcp': organizationChanged,
  'detach-control-policy': organizationChanged,
  'set-sts-region': settingChanged,
  'enable-region': settingChanged,
  'set-token-version': settingChanged,
  'put-bucket-policy': bucketChanged,
  'delete-object': bucketChanged,
};

function changed(world: World, { id, change }: Change): World {
  // The table holds each kind's effect under the kind itself.
  const effect = EFFECTS[change.kind] as (
    world: World,
    change: WorldChange,
    label: string,
  ) => World;
  return effect(world, change, id);
}

function bucketChanged(world: World, change: BucketChange, label: string): World {
  if (change.kind === 'delete-object') {
    return withBucket(world, change.bucket, (bucket) => removed(bucket, change.key, label));
  }
  return namesOnlyTheLiving(world, change.policy)
    ? withBucket(world, change.bucket, (bucket) => ({ ...bucket, policy: change.policy }))
    : world;
}

function artifactsOf({ now }: World, { change }: Change): readonly Artifact[] {
  if (change.kind === 'revoke-sessions') return [policyArtifact(revocationPolicy(now))];
  return [
    ...('trustPolicy' in change ? [change.trustPolicy] : []),
    ...('policies' in change ? change.policies : []),
    ...('policy' in change ? [change.policy] : []),
  ].map(policyArtifact);
}
