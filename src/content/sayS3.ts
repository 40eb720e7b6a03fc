import type { OpenUrl, Presign } from '#engine/act.ts';
import type { AnswerStep, Artifact, CallStep, WorkStep } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import type { Said } from './ruleText.ts';
import type { Names } from './subjects/subject.ts';
import { clockTime, spokenLength } from './words.ts';

/** Signing, sharing and using a URL, in words; undefined for other acts. */
export function saySharing(step: CallStep | AnswerStep | WorkStep, names: Names): Said | undefined {
  const { act, world } = step;
  switch (act.kind) {
    case 'presign':
      return saySigning(act, world, names);
    case 'hand-over':
      return sayHandOver(world.presignedUrls[act.url]?.expires, names);
    case 'open-url':
      return step.row === 'answer' ? sayServed(step, names) : sayOpen(act, step.artifacts, names);
    default:
      return undefined;
  }
}

function saySigning({ id, method }: Presign, world: World, { who }: Names): Said {
  const url = world.presignedUrls[id];
  const length = url ? spokenLength(url.expires) : '';
  return {
    label: `signs a ${method} link itself: no call leaves`,
    title: 'A link is signed, and AWS does not notice',
    caption: `${who} computes a signature for a ${method} link that asks for ${length}; no call is made and no permission is checked.`,
    because: `Signing is arithmetic with the secret key; X-Amz-Date is ${url ? clockTime(url.date) : ''} by the signer’s clock.`,
  };
}

const sayHandOver = (
  expires: Parameters<typeof spokenLength>[0] | undefined,
  { who, to }: Names,
): Said => ({
  label: expires === undefined ? 'link' : `link, asks for ${spokenLength(expires)}`,
  title: `${who} gives the link away`,
  caption: `${who} passes the link to ${to}; nothing in it says when the signer’s credentials end.`,
  because: expires === undefined ? '' : `The link says X-Amz-Expires=${expires}.`,
});

/** The request that is sent: with the changes somebody made to the link. */
function sayOpen(
  { method, edits }: OpenUrl,
  artifacts: readonly Artifact[],
  { who, to }: Names,
): Said {
  const sent = artifacts.find(({ kind }) => kind === 'url')?.text ?? '';
  return {
    label: `${method} ${sent.split('?')[0]?.replace(/^https:\/\/[^/]+\//, '') ?? ''}`,
    title: `${who} uses the link`,
    caption:
      edits.length > 0
        ? `${who} sends ${to} a ${method} request; the link is not as it was signed.`
        : `${who} sends the link to ${to} as a ${method} request.`,
    because: 'A presigned URL is a bearer token: whoever holds it can send it.',
  };
}

const sayServed = ({ status }: AnswerStep, { who, to }: Names): Said => ({
  label: status === 204 ? '204 No Content' : `${status} OK`,
  title: 'S3 serves the request',
  caption: `${who} answers ${to} with status ${status}.`,
  because: 'Every check passed at the moment the request arrived.',
});
