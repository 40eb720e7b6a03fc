import { useEffect, useRef, useState } from 'react';
import type { PointerEvent as Press } from 'react';

/** Dragging with a mouse, a pen or a finger, as a shortcut: whatever it does, keys and buttons do too. */

/** What is being dragged, over what, and how far from where it lay. */
export interface Dragged {
  readonly what: string;
  readonly over: string | undefined;
  readonly x: number;
  readonly y: number;
}

/** What makes something draggable. */
export interface Grip {
  readonly 'data-dragged': boolean;
  readonly style: { readonly translate: string } | undefined;
  readonly onPointerDown: (press: Press<HTMLElement>) => void;
}

interface Drag {
  readonly dragged: Dragged | undefined;
  readonly gripOf: (what: string) => Grip;
}

/** A press that moves less is a click, in pixels. */
const STILL = 6;

/** So near to the window's edge, the page scrolls along. */
const EDGE = 48;

/** What lies under a pointer, by its `data-drop`. */
const dropAt = (x: number, y: number): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset['drop'];

/** A finger drags by the handle alone, so that the rest still scrolls the page; buttons stay buttons. */
function canBegin({ target, pointerType, button }: Press<HTMLElement>): boolean {
  if (button !== 0 || !(target instanceof Element)) return false;
  if (pointerType === 'touch') return target.closest('[data-handle]') !== null;
  return target.closest('[data-keeps-press]') === null;
}

/** Scrolls when a pointer comes near to an edge. */
function scrollAlong(y: number): void {
  if (y < EDGE) scrollBy(0, -EDGE / 4);
  if (y > innerHeight - EDGE) scrollBy(0, EDGE / 4);
}

/** The click that a browser adds to the end of a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

/** Drags things onto places; `onDrop` hears what was let go over what. */
export function useDrag(onDrop: (what: string, over: string) => void): Drag {
  const [dragged, setDragged] = useState<Dragged>();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);
  const begin = (what: string, press: Press<HTMLElement>): void => {
    if (!canBegin(press)) return;
    const from = { x: press.clientX, y: press.clientY, scrolled: scrollY };
    let now: Dragged | undefined;
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (!now && Math.hypot(x, y) < STILL) return;
      scrollAlong(clientY);
      now = { what, over: dropAt(clientX, clientY), x, y: y + scrollY - from.scrolled };
      setDragged(now);
    };
    const stop = (): void => {
      listening.abort();
      setDragged(undefined);
    };
    const drop = (): void => {
      if (now) swallowClick();
      if (now?.over !== undefined) onDrop(what, now.over);
      stop();
    };
    const listening = new AbortController();
    const { signal } = listening;
    end.current?.();
    end.current = stop;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', drop, { signal });
    addEventListener('pointercancel', stop, { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && stop(), { signal });
  };
  return {
    dragged,
    gripOf: (what) => ({
      'data-dragged': dragged?.what === what,
      style: dragged?.what === what ? { translate: `${dragged.x}px ${dragged.y}px` } : undefined,
      onPointerDown: (press) => begin(what, press),
    }),
  };
}
