import type { Download } from '../act.ts';
import type { Played } from '../played.ts';
import type { World } from '../world.ts';

/** Bytes that go on arriving: S3 looked when the request came, and does not look again (using-presigned-url). */
export function playDownload(world: World, act: Download): Played {
  const outcome = { kind: 'granted' } as const;
  const row = { act, from: act.by, to: act.to, artifacts: [], world } as const;
  // The last byte ends the answer that began with the first.
  return {
    steps: [
      act.stage === 'is complete'
        ? { ...row, row: 'answer', id: `${act.id}.answer`, outcome, status: 200 }
        : { ...row, row: 'call', id: `${act.id}.bytes` },
    ],
    world,
    outcome,
  };
}
