import type { Download, OpenUrl, Presign, SendForm, SignForm } from '#engine/act.ts';
import type { AnswerStep, Artifact, CallStep, WorkStep } from '#engine/trace.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { REASONS } from '#engine/wire/http.ts';
import { after } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Said } from './ruleText.ts';
import type { Names } from './subjects/subject.ts';
import { clockTime, spokenLength, spokenSize, timeBeside } from './words.ts';

/** Signing, sharing and using a URL, in words; undefined for other acts. */
export function saySharing(step: CallStep | AnswerStep | WorkStep, names: Names): Said | undefined {
  const { act, world } = step;
  switch (act.kind) {
    case 'presign':
      return saySigning(act, world, names);
    case 'sign-form':
      return sayFormSigned(act, names);
    case 'hand-over':
      return world.forms?.[act.url] ? sayFormHanded(names) : sayHandOver(world, act.url, names);
    case 'send-form':
      return step.row === 'answer' ? sayServed(step, names) : sayFormSent(act, names);
    case 'download':
      return sayDownload(act, world, names);
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

/** A link given away: a key without an end of its own leaves nothing to be said of when it ends. */
function sayHandOver(world: World, url: string, { who, to }: Names): Said {
  const link = world.presignedUrls[url];
  const key = link && credentialsOf(world, { keyId: link.signedWith });
  const aside =
    key?.kind === 'long-term'
      ? 'the access key that signed it has no end of its own'
      : 'nothing in it says when the signer’s credentials end';
  return {
    label: link ? `link, asks for ${spokenLength(link.expires)}` : 'link',
    title: `${who} gives the link away`,
    caption: `${who} passes the link to ${to}; ${aside}.`,
    because: link ? `The link says X-Amz-Expires=${link.expires}.` : '',
  };
}

const sayFormSigned = ({ key, expires }: SignForm, { who }: Names): Said => ({
  label: 'signs an upload form itself: no call leaves',
  title: 'A form is signed, and AWS does not notice',
  caption: `${who} writes a policy that says what may be uploaded, and signs it; it holds for ${spokenLength(expires)}.`,
  because: `The policy allows the key ${key}; the signature covers the policy, not the file.`,
});

const sayFormHanded = ({ who, to }: Names): Said => ({
  label: 'a form with policy and signature',
  title: `${who} hands the form out`,
  caption: `${who} sends ${to} a page with the form; whoever has it may upload what its policy allows.`,
  because: 'Policy and signature are fields of the form, and anybody can read them.',
});

const sayFormSent = ({ file, edits }: SendForm, { who, to }: Names): Said => ({
  label: `POST ${file.name}`,
  title: `${who} sends the form`,
  caption:
    edits.length > 0
      ? `${who} sends ${to} the form with ${file.name}; its fields are not as they were made.`
      : `${who} sends ${to} the form with ${file.name}.`,
  because: 'The browser sends the fields first and the file last.',
});

/** A download on its way, beside the life of its link: what ended while it ran. */
function sayDownload({ url, received, size, stage }: Download, world: World, names: Names): Said {
  const link = world.presignedUrls[url];
  const ended = link ? after(link.date, link.expires) : world.now;
  const isOver = world.now > ended;
  const end = `the link ${isOver ? 'ended' : 'ends'} at ${timeBeside(ended, world.now)}`;
  const because = `S3 looked at the link once, when the request arrived; ${end}.`;
  const part = `${spokenSize(received)} of ${spokenSize(size)}`;
  switch (stage) {
    case 'goes on':
      return {
        label: `${part}, and more to come`,
        title: isOver ? 'The link has ended, the download has not' : 'The download runs',
        caption: `${names.who} goes on sending: ${names.to} has ${part} now.`,
        because,
      };
    case 'breaks off':
      return {
        label: `${part}, then the line breaks`,
        title: 'The line breaks',
        caption: `The line breaks after ${part}; what is missing takes a new request.`,
        because,
      };
    case 'is complete':
      return {
        label: `all ${spokenSize(size)} have come`,
        title: 'The download is complete',
        caption: `${names.who} has sent ${names.to} the last byte.`,
        because,
      };
  }
}

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
  label: `${status} ${REASONS[status] ?? ''}`,
  title: 'S3 serves the request',
  caption: `${who} answers ${to} with status ${status}.`,
  because: 'Every check passed at the moment the request arrived.',
});
