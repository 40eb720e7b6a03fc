import { needsOf } from './act.ts';
import type { Act, ActId } from './act.ts';
import { playApiCall } from './api/call.ts';
import { playChange } from './change/playChange.ts';
import { withTrail } from './cloudtrail/trail.ts';
import { unreachable } from './never.ts';
import type { Played } from './played.ts';
import { playHandOver, playPresign } from './s3/presign.ts';
import { playOpenUrl } from './s3/openUrl.ts';
import { playConsoleLogin, playGetSigninToken } from './signin/play.ts';
import { isStsAct } from './sts/acts.ts';
import { playSts } from './sts/play.ts';
import { latest } from './time.ts';
import type { Outcome, Step, Trace } from './trace.ts';
import type { World } from './world.ts';

/**
 * Plays a script in a world. An act whose needs were refused, or never happened, does not happen either. AWS's clock
 * moves to each act's moment and never back; only a `wait` gets a row of its own for it.
 */
export function simulate(start: World, script: readonly Act[]): Trace {
  let world = start;
  const steps: Step[] = [];
  const outcomes: Record<ActId, Outcome> = {};
  const unplayed: ActId[] = [];
  for (const act of script) {
    if (needsOf(act).some((id) => outcomes[id]?.kind !== 'granted')) {
      unplayed.push(act.id);
      continue;
    }
    const now = { ...world, now: latest(world.now, act.at) };
    const played = withTrail(play(now, world, act), now);
    world = played.world;
    steps.push(...played.steps);
    outcomes[act.id] = played.outcome;
  }
  return { start, steps, outcomes, unplayed };
}

function play(world: World, before: World, act: Act): Played {
  if (isStsAct(act)) return playSts(world, act);
  switch (act.kind) {
    case 'call':
      return playApiCall(world, act);
    case 'signin:getSigninToken':
      return playGetSigninToken(world, act);
    case 'signin:login':
      return playConsoleLogin(world, act);
    case 'presign':
      return playPresign(world, act);
    case 'hand-over':
      return playHandOver(world, act);
    case 'open-url':
      return playOpenUrl(world, act);
    case 'change':
      return playChange(world, act);
    case 'wait':
      return {
        steps: [
          {
            act,
            row: 'clock',
            id: `${act.id}.clock`,
            from: before.now,
            until: world.now,
            artifacts: [],
            world,
          },
        ],
        world,
        outcome: { kind: 'granted' },
      };
    default:
      return unreachable(act);
  }
}
