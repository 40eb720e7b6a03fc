import type { Artifact } from '#engine/trace.ts';

import { CommandTwin } from './CommandTwin.tsx';
import type { CommandTwinProps } from './CommandTwin.tsx';
import { HelperTwin } from './HelperTwin.tsx';

interface TwinProps extends CommandTwinProps {
  readonly artifact: Artifact;
}

/** The step as a command: that of AWS’s credential helper has a tab of its own. */
export function Twin({ artifact, ...props }: TwinProps) {
  return artifact.kind === 'helper' ? (
    <HelperTwin command={artifact.text} place={props.place} />
  ) : (
    <CommandTwin {...props} />
  );
}
