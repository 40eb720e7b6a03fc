import { useEffect, useRef, useState } from 'react';
import type { ComponentType, RefObject } from 'react';

import type { EditorHandle, EditorProps } from './editor.ts';

type Editor = ComponentType<EditorProps>;
export type LoadEditor = () => Promise<Editor>;

/** Loads the editor with colours and places; it weighs as much as a lab. */
export const loadCodeEditor: LoadEditor = () =>
  import('./CodeEditor.tsx').then((module) => module.CodeEditor);

/** The editor once it is loaded, and where its cursor starts; until then, and where loading fails, there is none. */
export function useCodeEditor(
  load: LoadEditor,
  handle: RefObject<EditorHandle | null>,
): { readonly Editor?: Editor; readonly startAt?: number | undefined } {
  const [loaded, setLoaded] = useState<{ Editor: Editor; startAt: number | undefined }>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    const swap = async (): Promise<void> => {
      const Editor = await load();
      if (!isGone.current) setLoaded({ Editor, startAt: handle.current?.cursor() });
    };
    // Where it cannot be loaded the text field stays: everything but the colours works in it.
    swap().catch(() => undefined);
    return () => {
      isGone.current = true;
    };
  }, [load, handle]);
  return loaded ?? {};
}
