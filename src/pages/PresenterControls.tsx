import { changeLook, scrollRoom, toggleCode, useRoom } from '#stores/room.ts';
import { toggleBlank, useStage } from '#stores/stage.ts';
import { RoomControls } from '#views/present/RoomControls.tsx';
import type { RoomControlsProps } from '#views/present/RoomControls.tsx';

/** The room's screen by buttons: blank, code, pointer, text size, contrast. */
export function PresenterControls(pointing: Pick<RoomControlsProps, 'isPointing' | 'onPoint'>) {
  const isBlank = useStage((stage) => stage.isBlank);
  const { isCodeShown, scale, contrast, scroll } = useRoom();
  return (
    <RoomControls
      onBlank={toggleBlank}
      onCode={toggleCode}
      onScale={(by) => changeLook('scale', by)}
      onContrast={(by) => changeLook('contrast', by)}
      onScroll={(by) => scrollRoom('picture', scroll.picture + by)}
      {...{ isBlank, isCodeShown, scale, contrast, ...pointing }}
    />
  );
}
