import { nameOfCertificate } from '#content/trial/fields.ts';
import { REQUIREMENTS, RESULT_WORDS, decisive, wrongWith } from '#content/trial/requirements.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import { certificatesOf } from '#engine/x509/trial.ts';
import type { Trial, TrialCheck } from '#engine/x509/trial.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Trial.module.css';

interface TrialChecksProps {
  readonly trial: Trial;
  /** Shows the field that a check looked at. */
  readonly onFinding: (finding: FieldFinding) => void;
}

const TONES = { pass: 'good', fail: 'bad', 'not-reached': 'not-reached' } as const;

/** Every requirement with its verdict; choosing one shows the field it looked at. */
export function TrialChecks({ trial, onFinding }: TrialChecksProps) {
  const seen = new Set<string>();
  return (
    <ol className={styles.checks} aria-label="Requirements">
      {trial.checks.map((check) => {
        const isAgain = seen.has(check.rule);
        seen.add(check.rule);
        const key = isAgain ? `${check.rule} ${check.findings[0]?.of}` : check.rule;
        return <Check key={key} {...{ trial, check, onFinding }} />;
      })}
    </ol>
  );
}

interface CheckProps extends TrialChecksProps {
  readonly check: TrialCheck;
}

function Check({ trial, check, onFinding }: CheckProps) {
  const { title, basis } = REQUIREMENTS[check.rule];
  const { fault, cure } = wrongWith(check, trial.end);
  const finding = decisive(check);
  const isFailed = check.result === 'fail';
  const whose = certificatesOf(trial.question).find(({ id }) => id === finding?.of);
  const text = (
    <>
      <Mark tone={TONES[check.result]} size={18} />
      <span className={styles.requirement}>
        <span className="visually-hidden">{RESULT_WORDS[check.result]}: </span>
        {title}
      </span>
      <span className={styles.found}>
        {check.result === 'not-reached' ? 'not evaluated' : shownValue(check, finding)}
      </span>
    </>
  );
  return (
    <li className={styles.check} data-result={check.result}>
      {finding ? (
        <button type="button" className={styles.checkRow} onClick={() => onFinding(finding)}>
          {text}
        </button>
      ) : (
        <div className={styles.checkRow}>{text}</div>
      )}
      {isFailed && finding && (
        <div className={styles.why}>
          <p>
            {fault}
            {whose ? ` (“${nameOfCertificate(whose)}”)` : ''}. Wanted: {finding.wanted}.
          </p>
          <p>
            <b>Smallest change:</b> {cure}
          </p>
          {basis === 'modelled' && (
            <p className={styles.note}>Modelled here: AWS does not say that it checks this.</p>
          )}
        </div>
      )}
    </li>
  );
}

/** What was found, short enough for a row. */
function shownValue({ result, findings }: TrialCheck, finding: FieldFinding | undefined): string {
  if (!finding) return 'nothing to check';
  const { value } = finding;
  const short = value.length > 34 ? `${value.slice(0, 22)}…${value.slice(-8)}` : value;
  return result === 'pass' && findings.length > 1 ? `${findings.length} fine` : short;
}
