import { useEffect, useRef } from 'react';

import { useStage } from '#stores/stage.ts';
import { ClassSlide } from '#views/classroom/ClassSlide.tsx';

import { Announcer } from './Announcer.tsx';
import type { InClass } from './classPlaces.ts';
import { NotesButton } from './NotesButton.tsx';
import { useClass } from './useClass.ts';

/** One question in class, driven by clicker, keys or buttons. */
export function ClassQuestion({ at }: { readonly at: InClass }) {
  const { shown, said } = useClass(at, false);
  const isBlank = useStage((stage) => stage.isBlank);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <ClassSlide {...shown} {...{ isBlank, heading }} buttons={<NotesButton />} />
      <Announcer sentence={said} />
    </>
  );
}
