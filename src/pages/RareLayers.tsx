import { lazy } from 'react';

import type { Overlay } from '#stores/stage.ts';

/** Layers that few visits open: each comes when it is asked for, and no page has to know what they are made of. */

const LessonRunner = lazy(() =>
  import('./LessonRunner.tsx').then((module) => ({ default: module.LessonRunner })),
);
const RoomOver = lazy(() =>
  import('./RoomOver.tsx').then((module) => ({ default: module.RoomOver })),
);
const SettingsLayer = lazy(() =>
  import('./SettingsLayer.tsx').then((module) => ({ default: module.SettingsLayer })),
);
const TwinLayer = lazy(() =>
  import('./TwinLayer.tsx').then((module) => ({ default: module.TwinLayer })),
);

interface RareLayersProps {
  readonly overlay: Overlay | undefined;
  readonly isInLesson: boolean;
  readonly isLed: boolean;
}

/** Help and settings, the way to a window that was kept shut, what gives a lesson, and what leads a room. */
export const RareLayers = ({ overlay, isInLesson, isLed }: RareLayersProps) => (
  <>
    {overlay === 'help' && <SettingsLayer />}
    {overlay === 'presenter' && <TwinLayer />}
    {isLed && <RoomOver />}
    {isInLesson && <LessonRunner />}
  </>
);
