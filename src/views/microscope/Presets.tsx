import type { MicroscopePreset } from '#content/microscope/presets.ts';

import { FactNote } from '../calls/FactNote.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Microscope.module.css';

interface PresetsProps {
  readonly presets: readonly MicroscopePreset[];
  readonly current: MicroscopePreset | undefined;
  readonly onShow: (preset: MicroscopePreset) => void;
  /** The run of the lab that the request comes from, where it does. */
  readonly origin?: React.ReactNode;
}

/** Requests to begin with. */
export function Presets({ presets, current, onShow, origin }: PresetsProps) {
  return (
    <section className={styles.group} aria-labelledby="microscope-presets">
      <h2 id="microscope-presets" className={styles.label}>
        Lay a request under it
      </h2>
      <ul className={styles.chips}>
        {presets.map((preset) => (
          <li key={preset.id}>
            <Button
              kind="chip"
              aria-current={preset === current ? 'true' : undefined}
              onClick={() => onShow(preset)}
            >
              {preset.title}
            </Button>
          </li>
        ))}
      </ul>
      {current && (
        <div className={styles.lesson}>
          <p>{current.lesson}</p>
          <FactNote source={current.source} basis="documented" />
        </div>
      )}
      {origin}
    </section>
  );
}
