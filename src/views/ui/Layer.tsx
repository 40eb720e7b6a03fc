import { useId, useLayoutEffect, useRef } from 'react';

import { Button } from './Button.tsx';
import styles from './Layer.module.css';

interface LayerProps {
  readonly title: string;
  readonly children: React.ReactNode;
  readonly onClose: () => void;
}

/** A layer over the page: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Layer({ title, children, onClose }: LayerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // A layout effect: only a dialog that is still in the page gives the focus back when it closes.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      className={styles.layer}
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        <Button kind="square" aria-label="Close" onClick={onClose}>
          ✕
        </Button>
      </div>
      {children}
    </dialog>
  );
}
