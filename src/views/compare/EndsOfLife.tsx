import { timeBeside } from '#content/words.ts';

import styles from './Compare.module.css';
import type { LifeBeside } from './livesBeside.ts';

/** How a life of one run compares with the same in the other; nothing where it ends at the same time. */
function sayLife({ name, kept, now }: LifeBeside): readonly string[] {
  if (!kept) return [`${name} lives only in the new run`];
  if (!now) return [`${name} lives only in the kept run`];
  if (kept.until === now.until) return [];
  return [
    `${name} ends ${timeBeside(kept.until, now.until)} in the kept run, ${timeBeside(now.until, kept.until)} in the new one`,
  ];
}

/** What ends at another time in the kept run, or lives in one run alone: the bars in words. */
export function EndsOfLife({ lives }: { readonly lives: readonly LifeBeside[] }) {
  const said = lives.flatMap(sayLife).join('; ');
  return said === '' ? null : (
    <p className={styles.ends}>
      <i className={styles.frameSign} aria-hidden="true" /> Dashed frames: the kept run.{' '}
      {said.charAt(0).toUpperCase()}
      {said.slice(1)}.
    </p>
  );
}
