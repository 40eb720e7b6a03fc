import type { Act, OpenUrl } from '#engine/act.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { partsOf, UNTOUCHED } from '#engine/microscope/part.ts';
import type { Part, Tampering } from '#engine/microscope/part.ts';
import { signRequest } from '#engine/microscope/signing.ts';
import type { SigningInputs } from '#engine/microscope/signing.ts';
import { unreachable } from '#engine/never.ts';
import { addressOf } from '#engine/s3/host.ts';
import { amzDate } from '#engine/time.ts';
import type { StepId, Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { withAdded } from './tampers.ts';
import type { MicroscopeTable } from './table.ts';

/** The request of a step of the lab, as it was signed and as it arrived; undefined where the step uses no URL. */
export function tableOfStep(trace: Trace, id: StepId): MicroscopeTable | undefined {
  const step = trace.steps.find((one) => one.id === id);
  if (step?.act.kind !== 'open-url') return undefined;
  const { act } = step;
  // The world that the request arrives in: its answer may have changed it.
  const { world } = trace.steps.find((one) => one.act.id === act.id) ?? step;
  const signing = trace.steps.map((one) => one.act).find((one) => one.id === act.url);
  const inputs = signing && inputsOf(world, signing);
  if (!inputs) return undefined;
  return {
    inputs,
    tampering: tamperingOf(inputs, act),
    arrives: amzDate(world.now),
    world,
    beside: {
      body: act.body ?? '',
      ...(act.origin && { origin: act.origin }),
      ...(act.scheme && { scheme: act.scheme }),
    },
  };
}

/** What an act that signs a URL started from; undefined for others. */
function inputsOf(world: World, act: Act): SigningInputs | undefined {
  const signed = world.presignedUrls[act.id];
  const isSigning = act.kind === 'presign' || act.kind === 'tool:presign';
  const key = isSigning ? credentialsOf(world, act.credentials) : undefined;
  if (!isSigning || !signed || !key) return undefined;
  return {
    signedIn: 'query',
    service: 's3',
    method: act.method,
    ...addressOf(act),
    query: Object.entries(act.parameters ?? {}),
    headers: Object.entries(act.headers ?? {}),
    accessKeyId: key.id,
    secretAccessKey: key.secretAccessKey,
    sessionToken: key.kind === 'temporary' ? key.sessionToken : '',
    region: act.region,
    date: amzDate(signed.date),
    expires: `${signed.expires}`,
  };
}

/** What the act that uses a URL makes of it, part by part. */
function tamperingOf(inputs: SigningInputs, act: OpenUrl): Tampering {
  const request = signRequest(inputs);
  if (request.kind === 'unsignable') return UNTOUCHED;
  const parts = partsOf(request.sent, UNTOUCHED);
  const method =
    act.method === inputs.method ? UNTOUCHED : changing(UNTOUCHED, ['method'], act.method);
  return withHeaders(
    act.edits.reduce((all, edit) => edited(all, edit, parts), method),
    parts,
    act,
  );
}

function edited(
  tampering: Tampering,
  edit: OpenUrl['edits'][number],
  parts: readonly Part[],
): Tampering {
  const parameters = parts.filter(({ kind }) => kind === 'parameter');
  switch (edit.kind) {
    case 'set-path':
      return changing(tampering, ['path'], edit.path);
    case 'set-host':
      return changing(tampering, ['host'], edit.host);
    case 'drop-query':
      return dropping(tampering, parameters);
    case 'drop-parameter':
      return dropping(
        tampering,
        parameters.filter(({ sent }) => sent?.name === edit.name),
      );
    case 'set-parameter': {
      const { name, value } = edit;
      const ids = parameters.flatMap(({ id, sent }) => (sent?.name === name ? [id] : []));
      return ids.length > 0
        ? changing(tampering, ids, value)
        : withAdded(tampering, { kind: 'parameter', name, value });
    }
    default:
      return unreachable(edit);
  }
}

const dropping = (tampering: Tampering, parts: readonly Part[]): Tampering =>
  changing(
    tampering,
    parts.map(({ id }) => id),
    undefined,
  );

const changing = (
  tampering: Tampering,
  ids: readonly string[],
  value: string | undefined,
): Tampering => ({
  ...tampering,
  changed: { ...tampering.changed, ...Object.fromEntries(ids.map((id) => [id, value])) },
});

/** Headers that were signed and do not come are dropped; those that come and were not signed are added. */
function withHeaders(tampering: Tampering, parts: readonly Part[], act: OpenUrl): Tampering {
  const signed = parts.filter(({ kind }) => kind === 'header');
  const isNamed = (part: Part, name: string): boolean =>
    part.sent?.name.toLowerCase() === name.toLowerCase();
  const kept = signed.reduce((all, part) => {
    const come = act.headers.find(([name]) => isNamed(part, name));
    return come?.[1] === part.sent?.value ? all : changing(all, [part.id], come?.[1]);
  }, tampering);
  return act.headers
    .filter(([name]) => !signed.some((part) => isNamed(part, name)))
    .reduce((all, [name, value]) => withAdded(all, { kind: 'header', name, value }), kept);
}
