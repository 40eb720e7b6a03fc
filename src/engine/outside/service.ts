import { credentialsOf } from '../credentials.ts';
import type { Played } from '../played.ts';
import type { Service } from '../service.ts';
import type { Artifact } from '../trace.ts';
import type { World } from '../world.ts';
import type { Tell } from './acts.ts';

/** What people tell each other outside AWS: no call, no check, no record. */
export const OUTSIDE_SERVICE: Service = { plays: { tell: playTell } };

function playTell(world: World, act: Tell): Played {
  return {
    steps: [
      {
        act,
        row: 'call',
        id: `${act.id}.said`,
        from: act.by,
        to: act.to,
        artifacts: given(world, act),
        world,
      },
    ],
    world,
    outcome: { kind: 'granted' },
  };
}

/** The credentials as a credentials file holds them. */
function given(world: World, { credentials }: Tell): readonly Artifact[] {
  const key = credentials && credentialsOf(world, credentials);
  if (!key) return [];
  const lines = [
    `aws_access_key_id = ${key.id}`,
    `aws_secret_access_key = ${key.secretAccessKey}`,
    ...(key.kind === 'temporary' ? [`aws_session_token = ${key.sessionToken}`] : []),
  ];
  return [{ kind: 'credentials', name: key.id, text: lines.join('\n') }];
}
