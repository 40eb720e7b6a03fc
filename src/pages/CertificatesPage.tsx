import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';

import { FRESH_CHAIN, TRIAL_EXAMPLES } from '#content/trial/examples.ts';
import { PASTE_WORDS, placeWords } from '#content/trial/pasteWords.ts';
import type { X509Material } from '#engine/x509/certificate.ts';
import { wallMoment } from '#platform/clock.ts';
import { PASTE_LIMIT, readPaste } from '#platform/x509/paste.ts';
import type { PasteProblem, Place } from '#platform/x509/paste.ts';
import { assumeAll, subtle, verifyAll } from '#platform/x509/verify.ts';
import {
  layOut,
  openFiles,
  pasteChain,
  showTrialExample,
  useCertificatesTable,
} from '#stores/certificates.ts';
import type { UnreadPart } from '#stores/certificates.ts';
import { addNotice } from '#stores/stage.ts';
import { Aside, CertificatesFrame } from '#views/certificates/CertificatesFrame.tsx';
import { ChainBox } from '#views/certificates/ChainBox.tsx';
import { Problems } from '#views/certificates/Problems.tsx';

import { Announcer } from './Announcer.tsx';

/** The box is there at once; what judges comes right behind. */
const OnTrial = lazy(() => import('./OnTrial.tsx').then((module) => ({ default: module.OnTrial })));

const NOTHING: X509Material = { certificates: [], lists: [], verified: [], texts: [] };

/** What was brought, with its signatures verified; undefined while that is under way. */
function useMaterial(text: string) {
  const paste = useMemo(() => readPaste(text), [text]);
  const [verified, setVerified] = useState<{ of: typeof paste; material: X509Material }>();
  useEffect(() => {
    if (paste.kind === 'private-key' || !subtle()) return undefined;
    let isLate = false;
    const verify = async (): Promise<void> => {
      const material = await verifyAll(paste.certificates, paste.lists);
      // The answer may be for a text that is no longer there.
      if (!isLate) setVerified({ of: paste, material });
    };
    void verify();
    return () => {
      isLate = true;
    };
  }, [paste]);
  if (paste.kind === 'private-key') return { problems: [], material: NOTHING };
  const { certificates, lists, problems } = paste;
  const material = subtle()
    ? verified?.of === paste
      ? verified.material
      : undefined
    : assumeAll(certificates, lists);
  return { problems, material };
}

const words = ({ kind, place, detail }: PasteProblem, file?: string) => ({
  place:
    file === undefined
      ? placeWords(place)
      : [file, placeWords(place).toLowerCase()].filter(Boolean).join(', '),
  says: PASTE_WORDS[kind](detail),
});

/** What could not be read, of the files and of the box; an empty box is no news where files say why. */
const sayUnread = (unread: readonly UnreadPart[], problems: readonly PasteProblem[]) => [
  ...unread.map(({ file, problem }) => words(problem, file)),
  ...problems
    .filter(({ kind }) => kind !== 'empty' || unread.length === 0)
    .map((problem) => words(problem)),
];

async function open(files: readonly File[]): Promise<void> {
  const small = files.filter(({ size }) => size <= PASTE_LIMIT);
  for (const { name } of files.filter((file) => !small.includes(file))) {
    addNotice(`The file “${name}” is larger than one megabyte, so it was not opened.`);
  }
  const read = async (file: File) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  openFiles(await Promise.all(small.map(read)), wallMoment());
}

const keyPlace = (place: Place): string =>
  placeWords(place) === '' ? '' : `${placeWords(place)}.`;

/** "Chain on trial": certificates that somebody brings, judged as IAM Roles Anywhere would. */
export function CertificatesPage() {
  const table = useCertificatesTable();
  const [isIssuing, setIsIssuing] = useState(false);
  const later = useDeferredValue(table.text);
  const { problems, material } = useMaterial(later);
  const said = sayUnread(table.unread, problems);
  const fresh = async (): Promise<void> => {
    setIsIssuing(true);
    const now = wallMoment();
    const { freshChain } = await import('#platform/x509/fresh.ts');
    const pem = await freshChain(FRESH_CHAIN, now);
    setIsIssuing(false);
    if (pem === undefined) addNotice('This page has no cryptography, so it can issue nothing.');
    else layOut(pem, now);
  };
  return (
    <>
      <CertificatesFrame
        box={
          <ChainBox
            text={table.text}
            examples={TRIAL_EXAMPLES}
            example={table.example}
            refused={table.refused && keyPlace(table.refused)}
            isIssuing={isIssuing}
            onText={(text) => pasteChain(text, wallMoment())}
            onFiles={(files) => void open(files)}
            onExample={showTrialExample}
            onFresh={() => void fresh()}
            onClear={() => layOut('', wallMoment())}
          />
        }
      >
        <Problems problems={said} />
        {!subtle() && (
          <Aside>
            This page was not opened over https, so the browser gives it no cryptography: signatures
            were not verified. Everything else was judged as if they were good.
          </Aside>
        )}
        {material === undefined ? (
          <p>Verifying the signatures…</p>
        ) : (
          <Suspense fallback={<p>Opening the trial…</p>}>
            <OnTrial material={material} table={table} />
          </Suspense>
        )}
      </CertificatesFrame>
      <Announcer
        sentence={said.map(({ place, says }) => [place, says].filter(Boolean).join(': ')).join(' ')}
        isSilent={later !== table.text}
        name="problems"
      />
    </>
  );
}
