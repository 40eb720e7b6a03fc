import { use } from 'react';

import type { Arrival } from '#content/microscope/arrival.ts';
import { differenceSentence } from '#content/microscope/boxWords.ts';
import type { MicroscopeTable } from '#content/microscope/table.ts';
import type { Examined } from '#engine/microscope/examine.ts';
import type { SignedService } from '#engine/microscope/signing.ts';
import { ArrivalPanel } from '#views/microscope/ArrivalPanel.tsx';

import { Announcer } from './Announcer.tsx';

type Answer = (table: MicroscopeTable, found: Examined) => Arrival;

/** A service’s rules are as much as the rest of the page, so only those of the verifier are loaded. */
const LOADERS: Readonly<Record<SignedService, () => Promise<Answer>>> = {
  s3: () => import('#content/microscope/s3Arrival.ts').then(({ s3Arrival }) => s3Arrival),
  sts: () => import('#content/microscope/stsArrival.ts').then(({ stsArrival }) => stsArrival),
};

const asked = new Map<SignedService, Promise<Answer>>();

function answerOf(service: SignedService): Promise<Answer> {
  const answer = asked.get(service) ?? LOADERS[service]();
  asked.set(service, answer);
  return answer;
}

/** What AWS answers; suspends until its rules are loaded. */
export function MicroscopeVerdict({
  table,
  found,
}: {
  readonly table: MicroscopeTable;
  readonly found: Examined;
}) {
  const answer = use(answerOf(table.inputs.service));
  const arrival = answer(table, found);
  const difference = differenceSentence(found);
  return (
    <>
      <ArrivalPanel
        arrival={arrival}
        difference={difference}
        matches={found.verifier && found.matches}
      />
      <Announcer sentence={`${arrival.word} ${arrival.code}: ${arrival.because} ${difference}`} />
    </>
  );
}
