import { endWords, wrongWith } from '#content/trial/requirements.ts';
import { nameOfCertificate } from '#content/trial/fields.ts';
import { certificatesOf } from '#engine/x509/trial.ts';
import type { Trial } from '#engine/x509/trial.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Trial.module.css';

/** The other ways up that were tried, struck through, each with the reason. */
export function StruckPaths({ trial }: { readonly trial: Trial }) {
  const { struck, question } = trial;
  if (struck.length === 0) return null;
  const known = certificatesOf(question);
  const nameOf = (id: string): string => {
    const found = known.find((one) => one.id === id);
    return found ? nameOfCertificate(found) : 'unknown';
  };
  return (
    <section className={styles.struck}>
      <h3>Other paths that were tried</h3>
      <ul>
        {struck.map(({ path, end, refusal }) => {
          const broken = refusal?.findings.find(({ met }) => !met);
          return (
            <li key={path.join(' ')}>
              <Mark tone={refusal ? 'bad' : 'none'} size={18} />
              <div>
                <p data-struck={refusal !== undefined}>{path.map(nameOf).join(' ← ')}</p>
                <p className={styles.note}>
                  {refusal && broken
                    ? `Refused: ${wrongWith(refusal, end).fault.toLowerCase()}, at “${nameOf(broken.of)}”. This path ${endWords(end)}.`
                    : 'This one would hold too.'}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
