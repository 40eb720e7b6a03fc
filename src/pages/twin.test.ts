import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { loadPacking } from '#platform/packing.ts';
import { freshName } from '#platform/presenterChannel.ts';
import type { TwinMessage } from '#platform/presenterChannel.ts';

import { parseRoute } from './route.ts';

const packing = await loadPacking();

/** A window: the stores and the twin as a page has them that is alone in its world. */
async function opened() {
  vi.resetModules();
  const [stage, room, settings, twin, dissect, classroom, other] = await Promise.all([
    import('#stores/stage.ts'),
    import('#stores/room.ts'),
    import('#stores/settings.ts'),
    import('./twin.ts'),
    import('#stores/dissect.ts'),
    import('#stores/classroom.ts'),
    import('#stores/other.ts'),
  ]);
  return { ...stage, ...room, ...settings, ...twin, ...dissect, ...classroom, ...other };
}

type Opened = Awaited<ReturnType<typeof opened>>;

const RUN = {
  page: 'lab',
  lab: 'presigned',
  scenario: 'seven-days',
  knobs: {},
  mode: 'present',
} as const;

const PAIR = freshName();
const stateOf = ({ twinState }: Opened) => twinState(packing);

let room: Opened;
let presenter: Opened;
const heard: TwinMessage[] = [];
const ear = new BroadcastChannel(`shortlived-twin-${PAIR}`);
ear.addEventListener('message', ({ data }) => heard.push(data as TwinMessage));
const leaving: (() => void)[] = [];

const states = (): number => heard.filter(({ kind }) => kind === 'state').length;

/** Waits until both show the same, and a moment longer: whatever is still under way arrives. */
async function settled(): Promise<void> {
  await vi.waitFor(() => expect(stateOf(presenter)).toEqual(stateOf(room)), 5000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stateOf(presenter)).toEqual(stateOf(room));
}

beforeAll(async () => {
  room = await opened();
  presenter = await opened();
  room.goTo({ ...RUN, step: 'sign.done' });
  room.toggleBlank();
  leaving.push(await room.joinTwin(PAIR, 'room'));
  leaving.push(await presenter.joinTwin(PAIR, 'presenter'));
  await settled();
});

afterAll(() => {
  for (const leave of leaving) leave();
  ear.close();
});

type Deed = (window: Opened) => void;

const DEEDS: readonly Deed[] = [
  ({ goTo }) => goTo({ ...RUN, knobs: { signer: 'user' } }),
  ({ goTo }) => goTo(parseRoute('#/facts/rules?v=1&service=sts').place),
  ({ goTo }) => goTo({ page: 'quiz', question: 'second-role' }),
  ({ goTo }) => goTo({ page: 'dissect' }),
  ({ goTo }) => goTo(RUN),
  ({ moveTo }) => moveTo('open-url.token-alive'),
  ({ moveTo }) => moveTo(undefined),
  ({ setKnobs }) => setKnobs({ used: '20260115T124500Z', policy: '{"Statement": []}' }),
  ({ openTab }) => openTab('credentials'),
  ({ setMode }) => setMode('study'),
  ({ setMode }) => setMode('present'),
  ({ setPlaying }) => setPlaying(true),
  ({ setPlaying }) => setPlaying(false),
  ({ setSpeed }) => setSpeed(4),
  ({ setSpeed }) => setSpeed(1),
  ({ toggleBlank }) => toggleBlank(),
  ({ changeSettings }) => changeSettings({ theme: 'dark' }),
  ({ changeSettings }) => changeSettings({ theme: 'projector' }),
  ({ changeLook }) => changeLook('scale', 10),
  ({ changeLook }) => changeLook('contrast', -10),
  ({ toggleCode }) => toggleCode(),
  ({ scrollRoom }) => scrollRoom('picture', 0.5),
  ({ useStage }) => useStage.setState({ linkTheme: 'light' }),
  ({ useStage }) => useStage.setState({ lesson: { id: 'half-hour', stop: 3 } }),
  ({ presentFrom }) =>
    presentFrom({ page: 'quiz', view: 'class', question: 'second-role' }, { ...RUN }),
];

describe('two windows', () => {
  test('the one that comes later takes what is shown', () => {
    const { place, isBlank } = presenter.useStage.getState();
    expect(place).toEqual({ ...RUN, step: 'sign.done' });
    expect(isBlank).toBe(true);
    expect(presenter.useOther.getState().other).toEqual({ width: innerWidth, height: innerHeight });
  });

  test('a question that the browser does not keep is led from either', async () => {
    const CLASS = { page: 'quiz', view: 'class', question: 'second-role' } as const;
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    room.goTo(CLASS);
    room.showPhase('second-role', 'vote');
    await settled();
    presenter.countHands('second-role', 'b', 1);
    await settled();
    expect(room.useClassroom.getState().runs['second-role']).toEqual({
      phase: 'vote',
      before: { b: 1 },
      after: {},
    });
    full.mockRestore();
    // As soon as there is room again, the browser keeps it, and nothing more travels.
    room.showPhase('second-role', 'discuss');
    await settled();
    expect(stateOf(room).asked).toBeUndefined();
    room.goTo(RUN);
    await settled();
  });

  test('they end with the same, whatever is done in either, together or in turn', async () => {
    const doing = fc.record({ at: fc.nat(DEEDS.length - 1), inRoom: fc.boolean() });
    const pauses = fc.boolean();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(doing, pauses), { maxLength: 12 }), async (all) => {
        for (const [{ at, inRoom }, isPause] of all) {
          DEEDS[at]?.(inRoom ? room : presenter);
          if (isPause) await new Promise((resolve) => setTimeout(resolve));
        }
        await settled();
      }),
      { numRuns: 25, seed: 20_261_123 },
    );
  });

  test('one change is one message, and nothing echoes', async () => {
    await settled();
    const before = states();
    presenter.changeLook('scale', presenter.useRoom.getState().scale > 150 ? -10 : 10);
    await settled();
    expect(states()).toBe(before + 1);
  });

  test('what was pasted stays where it was', async () => {
    heard.length = 0;
    room.goTo({ page: 'dissect' });
    room.pasteText('https://example.org/?X-Amz-Signature=SECRET');
    room.toggleBlank();
    await settled();
    expect(states()).toBeGreaterThan(0);
    expect(JSON.stringify(heard)).not.toContain('SECRET');
  });

  test('what is open over one window is not open over the other', async () => {
    presenter.setOverlay('go-to');
    presenter.toggleBlank();
    await settled();
    expect(room.useStage.getState().overlay).toBeUndefined();
    expect(presenter.useStage.getState().overlay).toBe('go-to');
  });

  test('a pointer is shown as long as it points', async () => {
    presenter.pointAt({ x: 0.25, y: 0.5 });
    await vi.waitFor(() => expect(room.useRoom.getState().pointer).toEqual({ x: 0.25, y: 0.5 }));
    presenter.pointAt(undefined);
    await vi.waitFor(() => expect(room.useRoom.getState().pointer).toBeUndefined());
  });

  test('one that goes is missed, and one that comes back goes on', async () => {
    leaving.pop()?.();
    await vi.waitFor(() => expect(room.useOther.getState().other).toBeUndefined());
    room.goTo({ ...RUN, step: 'open-url.answer' });
    presenter = await opened();
    leaving.push(await presenter.joinTwin(PAIR, 'presenter'));
    await settled();
    expect(presenter.useStage.getState().place).toMatchObject({ step: 'open-url.answer' });
  });
});
