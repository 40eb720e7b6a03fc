import { useState } from 'react';

import type { Kept } from '#stores/stage.ts';

import { Bench } from './Bench.tsx';
import type { BenchProps } from './Bench.tsx';
import { Compared } from './Compared.tsx';
import { Embedded } from './Embedded.tsx';
import { HandedOut } from './HandedOut.tsx';
import { useRun } from './useRun.ts';

/** A lab shown in another way than one run to study: embedded, on paper, or two runs compared. */
export function LabOther(props: BenchProps) {
  const { mode, was } = props.place;
  if (mode === 'embed') return <Embedded {...props} />;
  return was && mode === 'study' ? (
    <ComparedOnceTold kept={was} {...props} />
  ) : (
    <HandedOut {...props} />
  );
}

/** Two runs compared; as long as the new one waits for a prediction, or says how that turned out, it alone. */
function ComparedOnceTold(props: BenchProps & { readonly kept: Kept }) {
  const { kept, ...alone } = props;
  const { run, asking } = useRun(props.scenario, props.place);
  const [wasAlone, setAlone] = useState(false);
  const isAlone = run.trace.goesOn === true || (wasAlone && asking?.isHere === true);
  if (isAlone !== wasAlone) setAlone(isAlone);
  return isAlone ? <Bench {...alone} /> : <Compared kept={kept} {...alone} />;
}
