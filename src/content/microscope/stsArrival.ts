import type { Examined } from '#engine/microscope/examine.ts';
import { answerSts } from '#engine/wire/answerSts.ts';
import { formatAnswer } from '#engine/wire/http.ts';

import { quoted } from '../words.ts';
import { mismatchReason } from './arrival.ts';
import type { Arrival } from './arrival.ts';
import type { MicroscopeTable } from './table.ts';
import { arrivalWorld } from './world.ts';

const textIn = (body: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1];

/** What STS answers. */
export function stsArrival(table: MicroscopeTable, found: Examined): Arrival {
  const world = arrivalWorld(table);
  const { answer: answered } = answerSts(world, found.call);
  const answer = formatAnswer(answered);
  const code = textIn(answered.body, 'Code');
  if (code === undefined) {
    const because = 'STS computes the signature that came, and says whose key made it.';
    return { tone: 'good', word: 'GRANTED', code: `${answered.status}`, because, answer };
  }
  const message = textIn(answered.body, 'Message') ?? '';
  const isMismatch = message.startsWith('The request signature we calculated');
  const because = isMismatch ? mismatchReason(table, found) : `STS says ${quoted(message)}`;
  return {
    tone: 'bad',
    word: 'REFUSED',
    code,
    because,
    answer,
    ...(isMismatch && { rule: 'sts.signature-matches', wording: 'observed' }),
  };
}
