import type { SendForm, SignForm } from '../act.ts';
import { credentialsOf, signerOf } from '../credentials.ts';
import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall, playedWork } from '../played.ts';
import type { Played } from '../played.ts';
import { formatAnswer, formatRequest } from '../wire/http.ts';
import { s3ErrorResponse } from '../wire/s3Rest.ts';
import { clockOf } from '../world.ts';
import type { World } from '../world.ts';
import { checkedArtifacts } from './checked.ts';
import { BOUNDARY, receiveForm } from './formReceived.ts';
import type { FormContext } from './formReceived.ts';
import { FORM_RULES } from './formRules.ts';
import { postForm } from './postForm.ts';
import { serve } from './serve.ts';

/** Signs a form on the client: no call leaves, and a missing permission is not noticed (sigv4-authentication-HTTPPOST). */
export function playSignForm(world: World, act: SignForm): Played {
  const key = promised(
    credentialsOf(world, act.credentials),
    `${act.id} runs only when its credentials exist`,
  );
  const date = clockOf(world, act.by);
  const { bucket, region, expires } = act;
  const { policy, signed, fields } = postForm({
    bucket,
    key: act.key,
    region,
    date,
    expires,
    signer: signerOf(key),
    fields: Object.entries(act.fields ?? {}),
    conditions: act.conditions ?? [],
  });
  const form = { bucket, region, signedWith: key.id, date, expires, fields, holders: [act.by] };
  const after = { ...world, forms: { ...world.forms, [act.id]: form } };
  return playedWork(act, act.by, after, [
    { kind: 'post-policy', text: readable(policy) },
    { kind: 'string-to-sign', text: signed.stringToSign },
    { kind: 'signature', text: signed.signature },
  ]);
}

const readable = (policy: string): string => JSON.stringify(JSON.parse(policy), undefined, 2);

/** Plays an upload by a browser's form: the request, S3's checks, the answer. */
export function playSendForm(world: World, act: SendForm): Played {
  const context = receiveForm(world, act);
  const judgement = judge(FORM_RULES, context);
  const parts = {
    act,
    before: world,
    judgement,
    request: [{ kind: 'request', text: requestText(context, act) }] as const,
    checked: checkedArtifacts(context, judgement.checks),
  };
  if (judgement.refusal) {
    const { error } = judgement.refusal;
    const text = s3ErrorResponse(error, act.id, 'POST');
    return playedCall({
      ...parts,
      after: world,
      response: [{ kind: 'response', text }],
      status: error.status,
    });
  }
  const { answer, world: after } = serve(context, act.id);
  return playedCall({
    ...parts,
    after,
    response: [{ kind: 'response', text: formatAnswer(answer) }],
    status: answer.status,
  });
}

/** The message a browser sends: each field in a part of its own, the file last. */
function requestText({ received, form }: FormContext, { file }: SendForm): string {
  const part = (name: string, value: string): string =>
    `--${BOUNDARY}\nContent-Disposition: form-data; name="${name}"\n\n${value}\n`;
  const fields = form.fields.map(([name, value]) => part(name, value)).join('');
  const body = `${fields}${part(`file"; filename="${file.name}`, file.body)}--${BOUNDARY}--`;
  return formatRequest('POST', '/', received.headers, body);
}
