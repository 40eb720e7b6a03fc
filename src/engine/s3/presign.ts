import type { HandOver, Presign } from '../act.ts';
import { credentialsOf, signerOf } from '../credentials.ts';
import { promised } from '../never.ts';
import { playedWork } from '../played.ts';
import type { Played } from '../played.ts';
import { presign } from '../sigv4/presign.ts';
import type { Presigned } from '../sigv4/presign.ts';
import { keptKey } from '../sigv4/signingKey.ts';
import type { Artifact } from '../trace.ts';
import { clockOf } from '../world.ts';
import type { SignedForm, World } from '../world.ts';
import { addressOf } from './host.ts';

/** What is signed: an act without who does it and when. */
type ToSign = Omit<Presign, 'kind' | 'at' | 'needs'>;

/** Signs a URL: the world that knows it, and every text on the way to the signature. */
export function signUrl(
  world: World,
  act: ToSign,
): { readonly world: World; readonly artifacts: readonly Artifact[] } {
  const key = promised(
    credentialsOf(world, act.credentials),
    `${act.id} runs only when its credentials exist`,
  );
  const date = clockOf(world, act.by);
  const signed = presign({
    method: act.method,
    ...addressOf(act),
    headers: Object.entries(act.headers ?? {}),
    query: Object.entries(act.parameters ?? {}),
    signer: signerOf(key),
    derive: keptKey,
    region: act.region,
    service: 's3',
    date,
    expires: act.expires,
  });
  const url = {
    url: signed.url,
    signedWith: key.id,
    date,
    expires: act.expires,
    canonicalRequest: signed.canonicalRequest,
    holders: [act.by],
  };
  const after = { ...world, presignedUrls: { ...world.presignedUrls, [act.id]: url } };
  return { world: after, artifacts: artifactsOf(signed) };
}

/** Signs a URL on the client: no call leaves, and a missing permission is not noticed (using-presigned-url). */
export function playPresign(world: World, act: Presign): Played {
  const signed = signUrl(world, act);
  return playedWork(act, act.by, signed.world, signed.artifacts);
}

const artifactsOf = (signed: Presigned) =>
  [
    { kind: 'url', text: signed.url },
    { kind: 'canonical-request', text: signed.canonicalRequest },
    { kind: 'string-to-sign', text: signed.stringToSign },
    {
      kind: 'signing-key',
      text: (['kDate', 'kRegion', 'kService', 'kSigning'] as const)
        .map((rung) => `${rung} ${signed.signingKey[rung]}`)
        .join('\n'),
    },
    { kind: 'signature', text: signed.signature },
  ] as const;

/** Gives a URL or a form to somebody else: from now on they can do what it says. */
export function playHandOver(world: World, act: HandOver): Played {
  const form = world.forms?.[act.url];
  if (form) return handOverForm(world, act, form);
  const url = promised(world.presignedUrls[act.url], `${act.id} runs only when its URL exists`);
  const handed = { ...url, holders: [...url.holders, act.to] };
  const after = { ...world, presignedUrls: { ...world.presignedUrls, [act.url]: handed } };
  return handedOver(act, after, { kind: 'url', text: url.url });
}

function handOverForm(world: World, act: HandOver, form: SignedForm): Played {
  const handed = { ...form, holders: [...form.holders, act.to] };
  const after = { ...world, forms: { ...world.forms, [act.url]: handed } };
  const text = form.fields.map(([name, value]) => `${name}: ${value}`).join('\n');
  return handedOver(act, after, { kind: 'form', text });
}

const handedOver = (act: HandOver, world: World, artifact: Artifact): Played => ({
  steps: [
    {
      act,
      row: 'call',
      id: `${act.id}.sent`,
      from: act.by,
      to: act.to,
      artifacts: [artifact],
      world,
    },
  ],
  world,
  outcome: { kind: 'granted' },
});
