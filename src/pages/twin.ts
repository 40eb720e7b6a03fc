import { ticking } from '#platform/clock.ts';
import { loadPacking } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { freshName, isNewer, openTwinChannel } from '#platform/presenterChannel.ts';
import type { Role, Stamp, TwinMessage, TwinState } from '#platform/presenterChannel.ts';
import { THEMES, THEME_CHOICES } from '#platform/settings.ts';
import { nameRoom, pairOfRoom } from '#platform/twinName.ts';
import { onLeaving, openPresenter, windowSize } from '#platform/twinWindows.ts';
import { takeRun, unkeptRun, useClassroom } from '#stores/classroom.ts';
import { useOther } from '#stores/other.ts';
import { useRoom } from '#stores/room.ts';
import type { Point } from '#stores/room.ts';
import { useSettings } from '#stores/settings.ts';
import { SPEEDS, askedInClass, setMode, setOverlay, useStage } from '#stores/stage.ts';
import type { Place, Stage } from '#stores/stage.ts';

import { formatRoute, parseRoute } from './route.ts';

/**
 * Two windows with one state. Whoever changes something writes the whole state with a number one higher; the highest
 * number counts, and the later name where two are equal, so that both windows end with the same. What came from the
 * other window is not sent back.
 */

/** How often a window says that it is there, and how long it may be silent. */
const BEAT_MS = 2000;
const SILENCE_MS = 7000;

/** The link to a stage as both windows know it. */
function linkOf({ place, linkTheme, lesson }: Stage, packing: Packing): string {
  const theme = THEMES.find((name) => name === linkTheme);
  return formatRoute({ place, ...(theme && { theme }), ...(lesson && { lesson }) }, packing);
}

/** Everything that both windows show. */
export function twinState(packing: Packing): TwinState {
  const stage = useStage.getState();
  const { isPlaying, speed, isBlank, from, opened } = stage;
  const { scale, contrast, isCodeShown, scroll } = useRoom.getState();
  const question = askedInClass(stage.place);
  const run = question === undefined ? undefined : unkeptRun(question);
  return {
    link: linkOf(stage, packing),
    ...(from && { from: formatRoute({ place: from }, packing) }),
    ...(opened && { opened }),
    theme: useSettings.getState().theme,
    isPlaying,
    speed,
    isBlank,
    scale,
    contrast,
    isCodeShown,
    scroll,
    ...(run && { asked: run }),
  };
}

const quizIn = (place: Place | undefined) => (place?.page === 'quiz' ? place : undefined);

/** Shows what the other window shows. What is open over this page stays: it belongs to this window alone. */
function show(state: TwinState, packing: Packing): void {
  const { link, isPlaying, isBlank, scale, contrast, isCodeShown, scroll } = state;
  const { place, theme: linkTheme, lesson } = parseRoute(link, packing);
  const from = quizIn(state.from === undefined ? undefined : parseRoute(state.from, packing).place);
  const isSame = linkOf(useStage.getState(), packing) === link;
  useStage.setState(
    ({ linkTheme: _, from: __, opened: ___, lesson: ____, ...stage }) => ({
      ...stage,
      // The same place stays the same thing, so that nothing is drawn anew.
      place: isSame ? stage.place : place,
      isPlaying,
      isBlank,
      speed: SPEEDS.find((speed) => speed === state.speed) ?? stage.speed,
      ...(linkTheme && { linkTheme }),
      ...(lesson && { lesson }),
      ...(from && { from }),
      ...(state.opened && { opened: state.opened }),
    }),
    true,
  );
  // Whoever chose the theme has kept it.
  useSettings.setState(({ theme }) => ({
    theme: THEME_CHOICES.find((one) => one === state.theme) ?? theme,
  }));
  useRoom.setState({ scale, contrast, isCodeShown, scroll });
  const question = askedInClass(place);
  if (question !== undefined) takeRun(question, state.asked);
}

interface Twin {
  readonly point: (at: Point | undefined) => void;
  readonly leave: () => void;
}

/** Knows nothing more of the other window. */
function forget(): void {
  useOther.setState({ other: undefined });
  useRoom.setState({ pointer: undefined });
}

let joined: (Twin & { readonly pair: string }) | undefined;

/** Joins this window to its pair; a window is in one pair at a time. */
export async function joinTwin(pair: string, role: Role): Promise<() => void> {
  const packing = await loadPacking();
  if (joined?.pair !== pair) {
    joined?.leave();
    joined = { ...join(pair, role, packing), pair };
  }
  const mine = joined;
  return () => {
    mine.leave();
    if (joined === mine) joined = undefined;
  };
}

function join(pair: string, role: Role, packing: Packing): Twin {
  const head = { version: 1, from: freshName(), role } as const;
  // The room's window has what is shown; a presenter's that has just come takes it from there.
  let stamp: Stamp = { count: role === 'room' ? 1 : 0, from: head.from };
  let known = JSON.stringify(twinState(packing));
  let isShowing = false;
  let heardAt = ticking();

  const channel = openTwinChannel(pair, (message) => {
    if (message.role !== role) heardAt = ticking();
    hear(message);
  });
  const tell = (state: TwinState): void =>
    channel.send({ ...head, kind: 'state', count: stamp.count, state });
  const beat = (): void => {
    channel.send({ ...head, kind: 'here', size: windowSize() });
    if (ticking() - heardAt > SILENCE_MS) useOther.setState({ other: undefined });
  };

  function take(state: TwinState): void {
    isShowing = true;
    show(state, packing);
    isShowing = false;
    known = JSON.stringify(twinState(packing));
  }

  function hear(message: TwinMessage): void {
    switch (message.kind) {
      case 'hello':
        tell(twinState(packing));
        beat();
        return;
      case 'here':
        if (message.role !== role) useOther.setState({ other: message.size });
        return;
      case 'bye':
        if (message.role !== role) forget();
        return;
      case 'pointer':
        useRoom.setState({ pointer: message.at ?? undefined });
        return;
      case 'state': {
        const { count, from } = message;
        if (!isNewer({ count, from }, stamp)) return;
        stamp = { count, from };
        take(message.state);
      }
    }
  }

  const changed = (): void => {
    if (isShowing) return;
    const state = twinState(packing);
    const text = JSON.stringify(state);
    if (text === known) return;
    known = text;
    stamp = { count: stamp.count + 1, from: head.from };
    tell(state);
  };

  const stops = [
    ...[useStage, useSettings, useRoom, useClassroom].map((store) => store.subscribe(changed)),
    onLeaving(() => channel.send({ ...head, kind: 'bye' })),
  ];
  const beating = setInterval(beat, BEAT_MS);
  channel.send({ ...head, kind: 'hello' });
  beat();
  return {
    point: (at) => channel.send({ ...head, kind: 'pointer', at: at ?? null }),
    leave: () => {
      channel.send({ ...head, kind: 'bye' });
      clearInterval(beating);
      for (const stop of stops) stop();
      channel.close();
      forget();
    },
  };
}

/** Points at a place of the room's screen, or nowhere. */
export function pointAt(at: Point | undefined): void {
  useRoom.setState({ pointer: at });
  joined?.point(at);
}

/** The link of the presenter's window of what is shown here. */
export async function presenterLink(pair: string): Promise<string> {
  const packing = await loadPacking();
  const { place, lesson } = useStage.getState();
  return formatRoute({ place, presenter: pair, ...(lesson && { lesson }) }, packing);
}

/** Opens the presenter's window; from now on this one is the room's. */
export async function openTwin(): Promise<void> {
  const pair = pairOfRoom() ?? freshName();
  nameRoom(pair);
  setMode('present');
  const link = await presenterLink(pair);
  if (!openPresenter(pair, link)) setOverlay('presenter');
  await joinTwin(pair, 'room');
}
