import { useMemo } from 'react';

import { labCertificate } from '#content/pki/lab.ts';
import { extensionOf } from '#engine/x509/extension.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { sessionTrial } from '#engine/rolesanywhere/sessionTrial.ts';
import { copyText } from '#platform/clipboard.ts';
import { saveFile } from '#platform/saveFile.ts';
import { pemOf } from '#platform/x509/pem.ts';
import { lookAt, useStage } from '#stores/stage.ts';
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

interface LabTrialProps extends OnTrialProps {
  readonly heading?: 'h2' | 'h3';
}

/** The certificates of a CreateSession on trial, as far as a step of the run has come. */
export function LabTrial({ place: { trace, cursor }, heading = 'h3' }: LabTrialProps) {
  const look = useStage(({ place }) => (place.page === 'lab' ? place.trial : undefined));
  const trial = useMemo(() => sessionTrial(trace, cursor), [trace, cursor]);
  return trial ? (
    <TrialView
      look={look}
      onLook={lookAt}
      onCopy={copyText}
      onSave={saveFile}
      {...{ trial, heading, pemOf, comparedWith }}
    />
  ) : null;
}
