import type { BenchProps } from './Bench.tsx';
import { Compared } from './Compared.tsx';
import { Embedded } from './Embedded.tsx';
import { HandedOut } from './HandedOut.tsx';

/** A lab shown in another way than one run to study: embedded, on paper, or two runs compared. */
export function LabOther(props: BenchProps) {
  const { mode, was } = props.place;
  if (mode === 'embed') return <Embedded {...props} />;
  return was && mode === 'study' ? <Compared kept={was} {...props} /> : <HandedOut {...props} />;
}
