import { useMemo } from 'react';

import { labCertificate } from '#content/pki/lab.ts';
import { awsSays } from '#content/trial/awsSays.ts';
import { questionFor } from '#content/trial/choose.ts';
import { trialSentence } from '#content/trial/requirements.ts';
import type { Certificate, X509Material } from '#engine/x509/certificate.ts';
import { refusalOf, tryChain, withoutSignatures } from '#engine/x509/trial.ts';
import { copyText } from '#platform/clipboard.ts';
import { wallMoment } from '#platform/clock.ts';
import { downloadPem } from '#platform/download.ts';
import { pemOf } from '#platform/x509/pem.ts';
import { subtle } from '#platform/x509/verify.ts';
import {
  chooseAnchor,
  chooseLeaf,
  chooseMoment,
  countLists,
  mapAttributes,
} from '#stores/certificates.ts';
import type { CertificatesTable } from '#stores/certificates.ts';
import { Outcome } from '#views/certificates/CertificatesFrame.tsx';
import { SessionPreview } from '#views/certificates/SessionPreview.tsx';
import { Setting } from '#views/certificates/Setting.tsx';
import { TrialView } from '#views/trial/TrialView.tsx';

import { Announcer } from './Announcer.tsx';

const GOOD = labCertificate('batch');

/** What a certificate that was brought is compared with: a good one of the lab. */
const comparedWith = (certificate: Certificate) => ({
  says: 'a good certificate of the lab',
  certificate: certificate.id === GOOD.id ? labCertificate('web') : GOOD,
});

/** What came often, once, in the order in which it came. */
const distinct = (all: readonly Certificate[]): readonly Certificate[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

interface OnTrialProps {
  readonly material: X509Material;
  readonly table: CertificatesTable;
}

/** The trial of what was brought; nothing where there is no certificate. */
export function OnTrial({ material, table }: OnTrialProps) {
  const { leaf, anchor, at, isListed } = table;
  const trial = useMemo(() => {
    const question = questionFor(material, {
      at,
      isListed,
      ...(leaf !== undefined && { leaf }),
      ...(anchor !== undefined && { anchor }),
    });
    const tried = question && tryChain(question);
    return tried && !subtle() ? withoutSignatures(tried) : tried;
  }, [material, leaf, anchor, at, isListed]);
  if (!trial) return null;
  const refusal = refusalOf(trial);
  return (
    <>
      <Setting
        question={trial.question}
        certificates={distinct(material.certificates)}
        lists={material.lists}
        isListed={isListed}
        onLeaf={chooseLeaf}
        onAnchor={chooseAnchor}
        onMoment={chooseMoment}
        onLists={countLists}
        now={wallMoment}
      />
      <Outcome sentence={trialSentence(trial)} awsSays={refusal && awsSays(refusal.rule)} />
      <TrialView
        trial={trial}
        isVerdictTold
        pemOf={pemOf}
        comparedWith={comparedWith}
        onCopy={copyText}
        onSave={downloadPem}
      >
        <SessionPreview
          certificate={trial.question.leaf}
          mappings={table.mappings}
          onMappings={mapAttributes}
          onCopy={copyText}
        />
      </TrialView>
      <Announcer sentence={trialSentence(trial)} />
    </>
  );
}
