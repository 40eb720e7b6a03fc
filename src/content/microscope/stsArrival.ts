import type { Examined } from '#engine/microscope/examine.ts';
import { answerSts } from '#engine/wire/answerSts.ts';
import { formatAnswer } from '#engine/wire/http.ts';

import { quoted, spokenList } from '../words.ts';
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
    const because = `STS computes the signature that came, and says whose key made it.${unsignedIn(found)}`;
    return { tone: 'good', word: 'GRANTED', code: `${answered.status}`, because, answer };
  }
  const message = textIn(answered.body, 'Message') ?? '';
  const isMismatch = message.startsWith(MISMATCH);
  const because = isMismatch ? mismatchReason(table, found) : `STS says ${quoted(message)}`;
  return {
    tone: 'bad',
    word: 'REFUSED',
    code,
    because,
    answer,
    ...provenance(code, message),
  };
}

/** That nobody knows whether STS takes an x-amz- header that was added unsigned; empty where none was. */
function unsignedIn({ parts }: Examined): string {
  const added = parts.flatMap(({ kind, sent, arrived }) =>
    kind === 'header' && !sent && arrived && /^x-amz-/i.test(arrived.name) ? [arrived.name] : [],
  );
  return added.length === 0
    ? ''
    : ` That it takes ${spokenList(added)} unsigned is modelled here, since AWS does not say.`;
}

/** The rule behind an error, which STS does not tell; where it is none of those, the wording is modelled. */
function provenance(code: string, message: string): Pick<Arrival, 'rule' | 'wording'> {
  const wording = 'observed';
  if (message.startsWith(MISMATCH)) return { rule: 'sts.signature-matches', wording };
  if (/^Signature (?:expired|not yet)/.test(message)) {
    return { rule: 'sts.signature-current', wording };
  }
  return /^(?:InvalidClientTokenId|ExpiredToken)$/.test(code)
    ? { rule: 'sts.caller-authenticated', wording }
    : { wording: 'modelled' };
}

const MISMATCH = 'The request signature we calculated';
