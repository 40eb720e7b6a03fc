import { useRef } from 'react';
import type { PointerEvent } from 'react';

import { useWidth } from '../ui/useWidth.ts';
import styles from './Presenter.module.css';

interface RoomPictureProps {
  /** The room's screen, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly isPointing: boolean;
  /** Called with shares of width and height, or with nothing when the pointer leaves. */
  readonly onPoint: (at: { readonly x: number; readonly y: number } | undefined) => void;
  readonly children: React.ReactNode;
}

/** The room's screen, drawn small. It is there to be looked at: everything in it is also a button beside it. */
export function RoomPicture({ size, isPointing, onPoint, children }: RoomPictureProps) {
  const [frame, width] = useWidth<HTMLDivElement>(560);
  const waiting = useRef(0);
  const scale = width / size.width;
  const point = ({ currentTarget, clientX, clientY }: PointerEvent): void => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const share = (at: number): number => Math.min(1, Math.max(0, at));
    // Once a frame: more often nobody sees.
    cancelAnimationFrame(waiting.current);
    waiting.current = requestAnimationFrame(() =>
      onPoint({ x: share((clientX - left) / width), y: share((clientY - top) / height) }),
    );
  };
  return (
    <div className={styles.frame} ref={frame} style={{ blockSize: size.height * scale }}>
      <div
        className={styles.picture}
        inert
        aria-hidden="true"
        style={{ inlineSize: size.width, blockSize: size.height, scale: `${scale}` }}
      >
        {children}
      </div>
      {isPointing && (
        <div
          className={styles.pointing}
          aria-hidden="true"
          data-pointing=""
          onPointerMove={point}
          onPointerLeave={() => {
            cancelAnimationFrame(waiting.current);
            onPoint(undefined);
          }}
        />
      )}
    </div>
  );
}
