import type { RawKnobs } from '#content/knob.ts';
import type { BePlace } from '#stores/stage.ts';

/**
 * Links to requests that one judges oneself: `#/be?draw=2` lists some, `#/be/<lab>/<scenario>/<act>?v=1&…` with the knobs
 * is one of them. Whether what they name exists is asked where the run is played.
 */

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const TURN = /^[1-9]\d{0,2}$/;

/** Reads the path of a link; undefined where it names no such request. */
export function readBe(
  [page, ...names]: readonly string[],
  parameters: URLSearchParams,
  readKnobs: () => RawKnobs,
): BePlace | undefined {
  const [lab, scenario, act, ...rest] = names;
  if (page !== 'be' || rest.length > 0 || !names.every((name) => NAME.test(name))) return undefined;
  if (lab === undefined) {
    const turn = parameters.get('draw') ?? '';
    return { page: 'be', ...(TURN.test(turn) && { turn: Number(turn) }) };
  }
  if (scenario === undefined) return undefined;
  return {
    page: 'be',
    run: { lab, scenario, ...(act !== undefined && { act }), knobs: readKnobs() },
  };
}

/** Writes the path of a place. */
export const bePath = ({ run }: BePlace): string =>
  ['be', ...(run ? [run.lab, run.scenario, run.act] : [])]
    .filter((name) => name !== undefined)
    .join('/');

/** Adds which requests are listed. */
export function addBe(parameters: URLSearchParams, { run, turn }: BePlace): void {
  if (!run && turn !== undefined) parameters.set('draw', `${turn}`);
}
