import { useState } from 'react';

import { pkiOf } from '#content/pki/lab.ts';
import { nameOfCertificate } from '#content/trial/fields.ts';
import { signatureCommand } from '#content/trial/signatureCommand.ts';
import type { CreateSession } from '#engine/rolesanywhere/acts.ts';
import { madeSignature } from '#engine/rolesanywhere/request.ts';
import type { World } from '#engine/world.ts';
import { copyText } from '#platform/clipboard.ts';
import { subtle } from '#platform/x509/verify.ts';
import { takeFreshKeys, takePublishedKeys, useLabKeys } from '#stores/labKeys.ts';
import { addNotice } from '#stores/stage.ts';
import { SignedHere } from '#views/trial/SignedHere.tsx';
import type { SignedState } from '#views/trial/SignedHere.tsx';

const INSECURE = 'This page was not opened over https, so the browser gives it no cryptography.';
const FAILED = 'This page could not sign here.';

interface SessionSignatureProps {
  readonly world: World;
  readonly act: CreateSession;
  readonly canSign: boolean;
}

/** How the signature of a request came about, in words. */
function stateOf({ world, act, canSign }: SessionSignatureProps): SignedState {
  const made = madeSignature(world, act);
  const of = (id: string) => world.x509?.certificates.find((one) => one.id === id);
  const sent = of(act.certificate);
  const signer = made && of(made.signer);
  if (!made || !sent || !signer) {
    if (!subtle()) return { kind: 'unsigned', why: INSECURE };
    return canSign ? { kind: 'signing' } : { kind: 'unsigned', why: FAILED };
  }
  const { arrives, signature, verifies } = made;
  const result = verifies
    ? 'It verifies with the certificate that was sent.'
    : signer.id === sent.id
      ? 'The request was changed after that, so the signature no longer verifies.'
      : `It does not verify with the certificate that was sent, that of ${nameOfCertificate(sent)}.`;
  return {
    kind: 'signed',
    verifies,
    says: `Really signed in this page, with the private key of ${nameOfCertificate(signer)}. ${result}`,
    command: signatureCommand({ text: arrives, signature, der: sent.der }),
  };
}

/** Issues the lab again with new keys, and plays on with them. */
async function takeNew(): Promise<void> {
  const { freshLab } = await import('#platform/x509/freshLab.ts');
  const lab = await freshLab();
  if (lab) takeFreshKeys({ pki: pkiOf(lab.issued), keysOf: lab.keysOf });
}

/** Who signed a CreateSession, and with which of the lab's keys. */
export function SessionSignature(props: SessionSignatureProps) {
  const fresh = useLabKeys((keys) => keys.fresh);
  const [isIssuing, setIsIssuing] = useState(false);
  const onFresh = async (): Promise<void> => {
    setIsIssuing(true);
    await takeNew().catch(() => addNotice('The certificates could not be issued again.'));
    setIsIssuing(false);
  };
  return (
    <SignedHere
      state={stateOf(props)}
      isFresh={fresh !== undefined}
      isIssuing={isIssuing}
      onFresh={() => void onFresh()}
      onPublished={takePublishedKeys}
      onCopy={copyText}
    />
  );
}
