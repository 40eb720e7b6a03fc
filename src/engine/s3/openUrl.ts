import { METHODS } from '../act.ts';
import type { ActId, OpenUrl } from '../act.ts';
import { judge } from '../judge.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { formatAnswer, formatRequest } from '../wire/http.ts';
import { s3ErrorResponse } from '../wire/s3Rest.ts';
import type { World } from '../world.ts';
import { checkedArtifacts } from './checked.ts';
import { receive } from './received.ts';
import { OPEN_URL_RULES, RULES_BY_SIGNATURE } from './rules.ts';
import { serve } from './serve.ts';

/** Whether S3 would serve a URL now, sent just as it was signed. */
export function isServed(world: World, id: ActId): boolean {
  const method =
    METHODS.find((name) => world.presignedUrls[id]?.canonicalRequest.startsWith(`${name}\n`)) ??
    'GET';
  const use = {
    kind: 'open-url',
    id: 'use',
    at: world.now,
    by: '',
    to: '',
    url: id,
    headers: [],
    edits: [],
  } as const;
  return judge(OPEN_URL_RULES, receive(world, { ...use, method })).refusal === undefined;
}

/** Plays the use of a presigned URL: the request, S3's checks, the object or an error. */
export function playOpenUrl(world: World, act: OpenUrl): Played {
  const context = receive(world, act);
  const judgement = judge(RULES_BY_SIGNATURE[context.received.signedIn], context);
  const { received } = context;
  const target = `${received.rawPath}${received.rawQuery === '' ? '' : `?${received.rawQuery}`}`;
  const parts = {
    act,
    before: world,
    judgement,
    request: [
      {
        kind: 'request',
        text: formatRequest(act.method, target, received.headers, received.body),
      },
      { kind: 'url', text: `${received.scheme ?? 'https'}://${received.host}${target}` },
    ] as const,
    checked: checkedArtifacts(context, judgement.checks),
  };
  if (judgement.refusal) {
    const { error } = judgement.refusal;
    const text = s3ErrorResponse(error, act.id, act.method);
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
