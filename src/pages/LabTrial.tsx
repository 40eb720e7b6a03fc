import { useMemo } from 'react';

import { LAB_PKI } from '#content/pki/lab.ts';
import type { Pki } from '#content/pki/pki.ts';
import { extensionOf } from '#engine/x509/extension.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { sessionTrial } from '#engine/rolesanywhere/sessionTrial.ts';
import { copyText } from '#platform/clipboard.ts';
import { downloadPem } from '#platform/download.ts';
import { pemOf } from '#platform/x509/pem.ts';
import { useLabKeys } from '#stores/labKeys.ts';
import type { FreshKeys } from '#stores/labKeys.ts';
import { addNotice, lookAt, useStage } from '#stores/stage.ts';
import type { OnTrialProps } from '#views/inspector/Details.tsx';
import { TrialView } from '#views/trial/TrialView.tsx';

/** The good certificate of the same kind; undefined for that one itself. */
const goodBeside = (pki: Pki) => (certificate: Certificate) => {
  const isCa = extensionOf(certificate, 'basicConstraints')?.pathLength !== undefined;
  const id = pki.certificate(isCa ? 'issuing' : 'batch');
  const good = pki.material.certificates.find((one) => one.id === id);
  return !good || certificate.id === id || certificate.id === pki.certificate('root')
    ? undefined
    : { says: 'the good certificate', certificate: good };
};

/** Saves the request for a certificate of the lab; what issues it is large, so it comes now. */
async function saveRequest(name: string, file: string, fresh: FreshKeys | undefined) {
  const { requestPem } = await import('#platform/x509/requestPem.ts');
  const pem = await requestPem(name, fresh?.keysOf);
  if (pem === undefined) addNotice('This page has no cryptography, so it can sign no request.');
  else downloadPem(file, pem);
}

interface LabTrialProps extends OnTrialProps {
  readonly heading?: 'h2' | 'h3';
}

/** The certificates of a CreateSession on trial, as far as a step of the run has come. */
export function LabTrial({ place: { trace, cursor }, heading = 'h3' }: LabTrialProps) {
  const look = useStage(({ place }) => (place.page === 'lab' ? place.trial : undefined));
  const fresh = useLabKeys((keys) => keys.fresh);
  const pki = fresh?.pki ?? LAB_PKI;
  const comparedWith = useMemo(() => goodBeside(pki), [pki]);
  const trial = useMemo(() => sessionTrial(trace, cursor), [trace, cursor]);
  return trial ? (
    <TrialView
      look={look}
      onLook={lookAt}
      onCopy={copyText}
      onSave={downloadPem}
      onRequest={(leaf, file) => {
        const name = pki.nameOf(leaf.id);
        if (name !== undefined) void saveRequest(name, file, fresh);
      }}
      {...{ trial, heading, pemOf, comparedWith }}
    />
  ) : null;
}
