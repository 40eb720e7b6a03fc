import type { Examined } from '#engine/microscope/examine.ts';
import type { AwsError } from '#engine/errors.ts';
import { judge } from '#engine/judge.ts';
import type { Check } from '#engine/judge.ts';
import { contextOf } from '#engine/s3/request.ts';
import type { RequestContext } from '#engine/s3/received.ts';
import { RULES_BY_SIGNATURE } from '#engine/s3/rules.ts';
import { serve } from '#engine/s3/serve.ts';
import { HEADER_SKEW } from '#engine/s3/limits.ts';
import { canonicalHeaders } from '#engine/sigv4/canonicalHeaders.ts';
import { signingDate } from '#engine/sigv4/signingDate.ts';
import { parseAmzDate } from '#engine/time.ts';
import { formatAnswer } from '#engine/wire/http.ts';
import { s3ErrorResponse } from '#engine/wire/s3Rest.ts';

import type { RuleWords } from '../ruleText.ts';
import { S3_RULES } from '../s3Rules.ts';
import { quoted, spokenLength, timeBeside } from '../words.ts';
import { mismatchReason } from './arrival.ts';
import type { Arrival } from './arrival.ts';
import type { MicroscopeTable } from './table.ts';
import { arrivalWorld } from './world.ts';

/** What S3 answers, by its own checks in their order. */
export function s3Arrival(table: MicroscopeTable, found: Examined): Arrival {
  const world = arrivalWorld(table);
  const { method } = found.call;
  const refused = (error: AwsError): string => s3ErrorResponse(error, LABEL, method);
  const context = contextOf(world, found.call);
  if ('code' in context) {
    const { code, message, wording } = context;
    const because = `S3 says ${quoted(message)}${code === 'RequestTimeTooSkewed' ? skewOf(table, found) : ''}`;
    return { ...REFUSED, code, because, answer: refused(context), wording };
  }
  const { signedIn } = context.received;
  const whole = { ...context, received: { ...context.received, ...table.beside } };
  const { refusal } = judge(RULES_BY_SIGNATURE[signedIn], whole);
  if (!refusal) {
    const { answer } = serve(whole, LABEL);
    return {
      ...GRANTED,
      code: `${answer.status}`,
      because: SERVED[signedIn],
      answer: formatAnswer(answer),
    };
  }
  const { rule, check, error } = refusal;
  const because =
    rule === 's3.signature-matches' ? mismatchReason(table, found) : reasonOf(check, error.message);
  return {
    ...REFUSED,
    code: error.code,
    because,
    answer: refused(error),
    rule,
    wording: error.wording,
  };
}

/** The label that the answer's own ids are made of. */
const LABEL = 'microscope';

const COMPUTED = 'S3 computes the signature that came, so nothing that was signed has changed.';

const SERVED: Readonly<Record<RequestContext['received']['signedIn'], string>> = {
  query: COMPUTED,
  header: COMPUTED,
  nothing: 'The request carries no signature, and nobody asks for one.',
};

const GRANTED = { tone: 'good', word: 'GRANTED' } as const;
const REFUSED = { tone: 'bad', word: 'REFUSED' } as const;

/** How far apart the two clocks of a request signed in a header may be, beside what they say. */
function skewOf({ arrives }: MicroscopeTable, { call }: Examined): string {
  const date = parseAmzDate(signingDate(canonicalHeaders(call.headers)) ?? '');
  const now = parseAmzDate(arrives);
  if (date === undefined || now === undefined) return '';
  return ` The request is dated ${timeBeside(date, now)}, and S3’s clock says ${timeBeside(now, date)}; they may be ${spokenLength(HEADER_SKEW)} apart.`;
}

function reasonOf({ rule, evidence }: Check, message: string): string {
  // A check's evidence is of the kind its rule leaves, by the type of `Rule`.
  const words = (S3_RULES as Readonly<Partial<Record<string, RuleWords<typeof rule>>>>)[rule];
  return words?.says(evidence, false).because ?? `S3 says ${quoted(message)}`;
}
