import { Suspense, lazy, useEffect, useRef } from 'react';

import type { Artifact } from '#engine/trace.ts';

import { Button } from '../ui/Button.tsx';
import { Code } from './Code.tsx';
import styles from './Inspector.module.css';
import type { Editing, EditedPolicy } from './policyTabs.ts';

/** The editor brings the parser of policies with it. */
const PolicyEditor = lazy(() =>
  import('../policyEditor/PolicyEditor.tsx').then((module) => ({ default: module.PolicyEditor })),
);

interface PolicyTextProps {
  readonly artifact: Artifact;
  readonly policy: EditedPolicy;
  readonly isOpen: boolean;
  readonly onOpen: (knob: string) => void;
  readonly onDone: () => void;
  readonly onEdit: Editing['onEdit'];
}

/** A policy to be read or, once somebody asks for it, edited. The focus goes to the editor and comes back. */
export function PolicyText({ artifact, policy, isOpen, onOpen, onDone, onEdit }: PolicyTextProps) {
  const { knob, name, type, typed, original } = policy;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <div className={styles.policy}>
        <Code artifact={artifact} />
        <Button ref={button} onClick={() => onOpen(knob)}>
          Edit this policy
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.policy}>
      <Suspense fallback={<p>Opening the editor…</p>}>
        <PolicyEditor
          label={name}
          type={type}
          text={typed}
          original={original}
          meanwhile="Until this can be read, the run uses the policy it started with."
          onText={(text) => onEdit(knob, text)}
          takesFocus
        />
      </Suspense>
      <Button kind="strong" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
