import { spokenMoment } from '#content/dissect/moments.ts';
import { nameOfCertificate, outlineOf } from '#content/trial/fields.ts';
import { aboveWords } from '#content/trial/requirements.ts';
import { spokenLength } from '#content/words.ts';
import { earliest, latest, secondsBetween } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { formatName } from '#engine/x509/name.ts';
import { checksOn, refusalOf } from '#engine/x509/trial.ts';
import type { Trial, TrialCheck } from '#engine/x509/trial.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Trial.module.css';
import { ValidityBar } from './ValidityBar.tsx';
import type { Span } from './ValidityBar.tsx';

interface LadderProps {
  readonly trial: Trial;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The certificates from the trust anchor down to the one that signs, each with its validity against the clock. */
export function Ladder({ trial, chosen, onChoose }: LadderProps) {
  const { ladder, end, question } = trial;
  const top = ladder.at(-1);
  const missed = end === 'anchor' ? [] : question.anchors;
  const span = spanOf([...ladder, ...missed], question.at);
  const rung = (certificate: Certificate, role: string) => (
    <Rung
      key={certificate.id}
      isChosen={certificate.id === chosen}
      onChoose={() => onChoose(certificate.id)}
      {...{ trial, certificate, role, span }}
    />
  );
  return (
    <ol className={styles.ladder} aria-label="The certificates, trust anchor first">
      {missed.map((anchor) => rung(anchor, 'trust anchor · not reached'))}
      {end !== 'anchor' && top && (
        <li className={styles.gap}>
          <Mark tone="bad" size={18} />
          <span>
            {missed.length === 0
              ? 'Nobody chose a trust anchor, or nothing leads to one. '
              : 'Nothing leads to the trust anchor. '}
            {aboveWords(end, formatName(top.issuer) || 'one without a name')}
          </span>
        </li>
      )}
      {ladder.map((certificate, index) => rung(certificate, roleAt(trial, index))).toReversed()}
    </ol>
  );
}

/** What a certificate is here, by its place on the ladder. */
function roleAt({ ladder, end }: Trial, index: number): string {
  if (index === 0) return 'signs the request';
  return end === 'anchor' && index === ladder.length - 1
    ? 'trust anchor'
    : 'sent in X-Amz-X509-Chain';
}

const spanOf = (certificates: readonly Certificate[], at: Instant): Span => ({
  at,
  from: earliest(at, ...certificates.map(({ notBefore }) => notBefore)),
  until: latest(at, ...certificates.map(({ notAfter }) => notAfter)),
});

interface RungProps {
  readonly trial: Trial;
  readonly certificate: Certificate;
  readonly role: string;
  readonly span: Span;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Rung({ trial, certificate, role, span, isChosen, onChoose }: RungProps) {
  const checks = checksOn(trial, certificate);
  const failed = checks.filter(({ result }) => result === 'fail');
  const faults = new Set(
    failed.flatMap(({ findings }) => findings.flatMap(({ field, met }) => (met ? [] : [field]))),
  );
  const refusal = refusalOf(trial);
  const isRefused = failed.some(({ rule }) => rule === refusal?.rule);
  return (
    <li>
      <button
        type="button"
        className={styles.rung}
        data-refused={failed.length > 0}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span className={styles.row}>
          <strong className={styles.name}>{nameOfCertificate(certificate)}</strong>
          <Badge checks={checks} isRefused={isRefused} />
        </span>
        <span className={styles.row}>
          <span className={styles.outline}>
            {outlineOf(certificate).map(({ field, text }, index) => (
              <span key={field}>
                {index > 0 && ' · '}
                <span data-fault={faults.has(field)}>{text}</span>
              </span>
            ))}
          </span>
          <span className={styles.role}>{role}</span>
        </span>
        <ValidityBar {...{ certificate, span }} />
        <span className={styles.dates}>{lifeWords(certificate, span.at)}</span>
      </button>
    </li>
  );
}

/** What the checks said of one certificate: word, shape and colour. */
function Badge({ checks, isRefused }: { checks: readonly TrialCheck[]; isRefused: boolean }) {
  const failed = checks.filter(({ result }) => result === 'fail').length;
  const passed = checks.length - failed;
  if (failed > 0) {
    return (
      <span className={styles.badge} data-tone="bad">
        <Mark tone="bad" size={18} /> {isRefused ? 'refused here' : `${failed} FAIL`}
      </span>
    );
  }
  return passed > 0 ? (
    <span className={styles.badge} data-tone="good">
      <Mark tone="good" size={18} /> {passed} PASS
    </span>
  ) : (
    <span className={styles.badge} data-tone="not-reached">
      <Mark tone="not-reached" size={18} /> not evaluated
    </span>
  );
}

/** When a certificate lives, beside a moment. */
function lifeWords({ notBefore, notAfter }: Certificate, at: Instant): string {
  if (at < notBefore) {
    return `Begins ${spokenMoment(notBefore)}, in ${spokenLength(secondsBetween(at, notBefore))}`;
  }
  return at > notAfter
    ? `Ended ${spokenMoment(notAfter)}, ${spokenLength(secondsBetween(notAfter, at))} ago`
    : `Until ${spokenMoment(notAfter)}, ${spokenLength(secondsBetween(at, notAfter))} left`;
}
