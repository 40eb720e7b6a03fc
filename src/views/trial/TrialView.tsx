import { useState } from 'react';

import { fileOf } from '#content/trial/commands.ts';
import { rowOf } from '#content/trial/fields.ts';
import type { CertificateTab, TrialLook } from '#content/trial/look.ts';
import type { Certificate, CertificateList } from '#engine/x509/certificate.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import { certificatesOf, refusalOf } from '#engine/x509/trial.ts';
import type { Trial } from '#engine/x509/trial.ts';

import { VerdictBar } from '../ui/VerdictBar.tsx';
import { CertificateInspector } from './CertificateInspector.tsx';
import type { CertificateInspectorProps, Compared } from './CertificateInspector.tsx';
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
  /** Its own heading, by where it stands. */
  readonly heading?: 'h2' | 'h3';
  /** What one looks at, where somebody keeps it. */
  readonly look?: TrialLook | undefined;
  readonly onLook?: (look: TrialLook) => void;
  /** Saves the request for the certificate that signs, under a name. */
  readonly onRequest?: (leaf: Certificate, name: string) => void;
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

/** What one looks at: kept by the page, or as long as the trial is on screen. */
function useLook({ trial, look: kept, onLook }: TrialViewProps) {
  const [own, setOwn] = useState<TrialLook>();
  const known = certificatesOf(trial.question);
  const chosen = onLook ? kept : own;
  const certificate = known[chosen?.at ?? -1];
  const look: Look =
    chosen && certificate
      ? { id: certificate.id, ...(chosen.field !== undefined && { field: chosen.field }) }
      : firstLook(trial);
  const tab: CertificateTab = chosen?.part ?? 'fields';
  const show = ({ id, field }: Look, part: CertificateTab): void => {
    const at = Math.max(
      0,
      known.findIndex((one) => one.id === id),
    );
    (onLook ?? setOwn)({ at, part, ...(field !== undefined && { field }) });
  };
  return {
    certificate: known.find(({ id }) => id === look.id) ?? trial.question.leaf,
    look,
    tab,
    show,
  };
}

/** A chain on trial: the ladder and its checks, and beside them the certificate that one looks at. */
export function TrialView(props: TrialViewProps) {
  const { trial, pemOf, comparedWith, onCopy, onSave, children, isVerdictTold = false } = props;
  const { heading: Heading = 'h3', onRequest } = props;
  const { leaf } = trial.question;
  const { certificate, look, tab, show } = useLook(props);
  return (
    <div className={styles.frame}>
      <div className={styles.trial}>
        <section className={styles.side} aria-label="Chain on trial">
          {!isVerdictTold && <Heading className={styles.heading}>Chain on trial</Heading>}
          {isVerdictTold && <VerdictBar verdict={verdictOf(trial)} />}
          <Ladder trial={trial} chosen={certificate.id} onChoose={(id) => show({ id }, tab)} />
          <TrialChecks
            trial={trial}
            onFinding={(finding) => show(lookAt(trial, finding), 'bytes')}
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
            onField={(field) => show({ id: certificate.id, field }, 'bytes')}
            onRequest={
              onRequest && certificate === leaf ? (name) => onRequest(leaf, name) : undefined
            }
            onTab={(part) => show({ ...look, id: certificate.id }, part)}
            {...{ trial, certificate, tab, onCopy, onSave }}
          />
          {children}
        </div>
      </div>
    </div>
  );
}
