import { useMemo } from 'react';

import { labCertificate } from '#content/pki/lab.ts';
import { extensionOf } from '#engine/x509/extension.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { sessionTrial } from '#engine/rolesanywhere/sessionTrial.ts';
import { copyText } from '#platform/clipboard.ts';
import { saveFile } from '#platform/saveFile.ts';
import { pemOf } from '#platform/x509/pem.ts';
import type { OnTrialProps } from '#views/inspector/Details.tsx';
import { TrialView } from '#views/trial/TrialView.tsx';

/** The good certificate of the same kind; undefined for that one itself. */
function comparedWith(certificate: Certificate) {
  const isCa = extensionOf(certificate, 'basicConstraints')?.pathLength !== undefined;
  const good = labCertificate(isCa ? 'issuing' : 'batch');
  return certificate.id === good.id || certificate.id === labCertificate('root').id
    ? undefined
    : { says: 'the good certificate', certificate: good };
}

/** The certificates of a CreateSession on trial, as far as a step of the run has come. */
export function LabTrial({ place: { trace, cursor } }: OnTrialProps) {
  const trial = useMemo(() => sessionTrial(trace, cursor), [trace, cursor]);
  return trial ? (
    <TrialView
      key={trial.question.leaf.id}
      onCopy={copyText}
      onSave={saveFile}
      {...{ trial, pemOf, comparedWith }}
    />
  ) : null;
}
