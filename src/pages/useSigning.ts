import { useEffect, useState } from 'react';

import type { Pki } from '#content/pki/pki.ts';
import type { Trace } from '#engine/trace.ts';
import type { VerifiedText } from '#engine/x509/certificate.ts';
import type { FreshKeys } from '#stores/labKeys.ts';

/** How long a run rests before it is signed, in milliseconds: a clock that is dragged is not kept waiting. */
const REST = 150;

/** Runs whose signatures are kept: going back and forth signs nothing twice. */
const KEPT = 64;

/** The signatures that are made by and by, and whether this page can make any. */
export interface Signing {
  readonly signatures: readonly VerifiedText[];
  readonly canSign: boolean;
}

/** Signs what a run left open; what signs is large, so it comes when there is something to sign. */
async function sign(trace: Trace, pki: Pki, fresh: FreshKeys | undefined) {
  const { unsignedIn } = await import('#engine/rolesanywhere/request.ts');
  const work = unsignedIn(trace);
  if (work.length === 0) return undefined;
  const { signSessions } = await import('#platform/x509/signSession.ts');
  return signSessions(work, pki, fresh?.keysOf);
}

interface Signed {
  readonly trace: Trace;
  readonly pki: Pki | undefined;
  readonly fresh: FreshKeys | undefined;
}

/** What was signed so far; a run is played again with it. */
export const useSigned = () => useState<Signing>({ signatures: [], canSign: true });

/** Really signs the CreateSessions of a run, a moment after it has come to rest. */
export function useSigning({ trace, pki, fresh }: Signed, onSigned: (next: Update) => void): void {
  useEffect(() => {
    if (!pki) return undefined;
    let isLate = false;
    const later = async (): Promise<void> => {
      const made = await sign(trace, pki, fresh).catch(() => []);
      // The answer may be for a run that is no longer there.
      if (isLate || made === undefined) return;
      onSigned(({ signatures }) => ({
        signatures: [...made, ...signatures].slice(0, KEPT),
        canSign: made.length > 0,
      }));
    };
    const timer = setTimeout(() => void later(), REST);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [trace, pki, fresh, onSigned]);
}

type Update = (signing: Signing) => Signing;
