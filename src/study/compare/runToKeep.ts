import type { RawKnobs } from '#content/knob.ts';

/** The names that two settings differ in, as their texts stand. */
const changesBetween = (some: RawKnobs, others: RawKnobs): readonly string[] =>
  [...new Set([...Object.keys(some), ...Object.keys(others)])].filter(
    (name) => some[name] !== others[name],
  );

/**
 * The run to keep beside a changed one: the run before the change. Turning the same knobs on is one change, so that a
 * clock that is dragged is compared with where it stood, and not with the minute before.
 */
export function runToKeep(kept: RawKnobs, before: RawKnobs, now: RawKnobs): RawKnobs {
  const turned = changesBetween(kept, before);
  const turnsOn =
    turned.length > 0 && changesBetween(before, now).every((name) => turned.includes(name));
  return turnsOn ? kept : before;
}
