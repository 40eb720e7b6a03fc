import { useState } from 'react';

import { fileOf } from '#content/trial/commands.ts';
import { rowOf } from '#content/trial/fields.ts';
import type { Certificate, CertificateList } from '#engine/x509/certificate.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import { certificatesOf, refusalOf } from '#engine/x509/trial.ts';
import type { Trial } from '#engine/x509/trial.ts';

import { VerdictBar } from '../ui/VerdictBar.tsx';
import { CertificateInspector } from './CertificateInspector.tsx';
import type {
  CertificateInspectorProps,
  CertificateTab,
  Compared,
} from './CertificateInspector.tsx';
import { Ladder } from './Ladder.tsx';
import { StruckPaths } from './StruckPaths.tsx';
import styles from './Trial.module.css';
import { TrialChecks } from './TrialChecks.tsx';

interface TrialViewProps extends Pick<CertificateInspectorProps, 'onCopy' | 'onSave'> {
  readonly trial: Trial;
  readonly pemOf: (item: Certificate | CertificateList) => string;
  /** What a certificate is compared with, where there is something. */
  readonly comparedWith: (certificate: Certificate) => Compared | undefined;
  /** What stands under the certificate inspector. */
  readonly children?: React.ReactNode;
  /** Where the page itself says how it ends. */
  readonly isVerdictTold?: boolean;
}

interface Look {
  readonly id: string;
  readonly field?: string;
}

/** Where the eye falls first: on what was refused, else on the certificate that signs. */
function firstLook(trial: Trial): Look {
  const broken = refusalOf(trial)?.findings.find(({ met }) => !met);
  return broken ? lookAt(trial, broken) : { id: trial.question.leaf.id };
}

function lookAt({ question }: Trial, finding: FieldFinding): Look {
  const certificate = certificatesOf(question).find(({ id }) => id === finding.of);
  const row = certificate && rowOf(certificate, finding);
  return { id: finding.of, ...(row && { field: row.id }) };
}

/** How a trial ends: where something stayed open, nothing is accepted. */
function verdictOf(trial: Trial) {
  if (refusalOf(trial)) return { tone: 'bad', word: 'REFUSED' } as const;
  return trial.checks.every(({ result }) => result === 'pass')
    ? ({ tone: 'good', word: 'ACCEPTED' } as const)
    : ({ tone: 'none', word: 'NOTHING REFUSED' } as const);
}

/** A chain on trial: the ladder and its checks, and beside them the certificate that one looks at. */
export function TrialView(props: TrialViewProps) {
  const { trial, pemOf, comparedWith, onCopy, onSave, children, isVerdictTold = false } = props;
  const [chosen, setChosen] = useState<Look>();
  const [tab, setTab] = useState<CertificateTab>('fields');
  const known = certificatesOf(trial.question);
  const look = chosen && known.some(({ id }) => id === chosen.id) ? chosen : firstLook(trial);
  const certificate = known.find(({ id }) => id === look.id) ?? trial.question.leaf;
  return (
    <div className={styles.frame}>
      <div className={styles.trial}>
        <section className={styles.side} aria-label="Chain on trial">
          {!isVerdictTold && <h3 className={styles.heading}>Chain on trial</h3>}
          {isVerdictTold && <VerdictBar verdict={verdictOf(trial)} />}
          <Ladder trial={trial} chosen={certificate.id} onChoose={(id) => setChosen({ id })} />
          <TrialChecks
            trial={trial}
            onFinding={(finding) => {
              setChosen(lookAt(trial, finding));
              setTab('bytes');
            }}
          />
          <StruckPaths trial={trial} />
        </section>
        <div className={styles.side}>
          <CertificateInspector
            key={certificate.id}
            file={fileOf(trial, certificate)}
            pem={pemOf(certificate)}
            listsPem={trial.question.lists.map(pemOf).join('')}
            compared={comparedWith(certificate)}
            field={look.field}
            onField={(field) => setChosen({ id: certificate.id, field })}
            onTab={setTab}
            {...{ trial, certificate, tab, onCopy, onSave }}
          />
          {children}
        </div>
      </div>
    </div>
  );
}
