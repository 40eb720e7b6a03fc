import { nameOfCertificate } from '#content/trial/fields.ts';
import { after, isoDate, parseIsoDate, seconds } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { Certificate, CertificateList, Fingerprint } from '#engine/x509/certificate.ts';
import type { PathQuestion } from '#engine/x509/paths.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Certificates.module.css';

interface SettingProps {
  readonly question: PathQuestion;
  readonly certificates: readonly Certificate[];
  readonly lists: readonly CertificateList[];
  readonly isListed: boolean;
  readonly onLeaf: (id: Fingerprint) => void;
  readonly onAnchor: (id: Fingerprint) => void;
  readonly onMoment: (at: Instant) => void;
  readonly onLists: (isListed: boolean) => void;
  /** The real moment. */
  readonly now: () => Instant;
}

/** Whose trial it is: who signs, whom the account trusts, and when. */
export function Setting(props: SettingProps) {
  const { question, certificates, lists, isListed, onLeaf, onAnchor, onMoment, onLists } = props;
  const { leaf, anchors, at } = question;
  const options = certificates.map((one, index) => (
    <option key={one.id} value={one.id}>
      {index + 1}. {nameOfCertificate(one).slice(0, 60)}
    </option>
  ));
  const moments = [
    ['Now', props.now],
    ['First second', () => leaf.notBefore],
    ['Last second', () => leaf.notAfter],
    ['One second too late', () => after(leaf.notAfter, seconds(1))],
  ] as const;
  return (
    <section className={styles.setting} aria-label="Who, by whom, and when">
      <label className={styles.field}>
        <span>The certificate that signs</span>
        <select value={leaf.id} onChange={({ target }) => onLeaf(target.value)}>
          {options}
        </select>
      </label>
      <label className={styles.field}>
        <span>The trust anchor</span>
        <select value={anchors[0]?.id ?? 'none'} onChange={({ target }) => onAnchor(target.value)}>
          {options}
          <option value="none">none of them</option>
        </select>
      </label>
      <div className={styles.field}>
        <label htmlFor="moment">The moment, UTC</label>
        <input
          id="moment"
          type="datetime-local"
          step={1}
          value={isoDate(at).slice(0, 19)}
          onChange={({ target }) => {
            const moment = parseIsoDate(`${target.value.padEnd(19, ':00')}Z`);
            if (moment !== undefined) onMoment(moment);
          }}
        />
        <ul className={styles.chips} aria-label="Moments">
          {moments.map(([title, moment]) => (
            <li key={title}>
              <Button kind="chip" onClick={() => onMoment(moment())}>
                {title}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {lists.length > 0 && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isListed}
            onChange={({ target }) => onLists(target.checked)}
          />{' '}
          {lists.length === 1 ? 'The revocation list is' : `${lists.length} revocation lists are`}{' '}
          imported and enabled
        </label>
      )}
    </section>
  );
}
