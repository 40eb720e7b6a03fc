import type { Examined } from '#engine/microscope/examine.ts';
import { isChanged } from '#engine/microscope/part.ts';
import type { AddedPart, Part, Tampering } from '#engine/microscope/part.ts';
import { after, amzDate, parseAmzDate, seconds } from '#engine/time.ts';

import { examined } from './table.ts';
import type { MicroscopeTable } from './table.ts';

/** Things that happen to a signed request, each by one click. */

export const TAMPER_IDS = [
  'character',
  'parameter',
  'method',
  'twice',
  'host',
  'capitals',
  'lifetime',
  'header',
  'secret',
  'late',
  'escapes',
  'agent',
] as const;
export type TamperId = (typeof TAMPER_IDS)[number];

/** The parts of the table that a click changes; undefined where there is nothing to change in that way. */
type Change = Pick<MicroscopeTable, 'tampering'> | Partial<MicroscopeTable> | undefined;

interface Tamper {
  readonly label: string;
  readonly apply: (table: MicroscopeTable, found: Examined) => Change;
}

const valueOf = ({ sent, arrived }: Part): string => (arrived ?? sent)?.value ?? '';

/** Changes the values of some parts. */
function rewritten(
  { tampering }: MicroscopeTable,
  { parts }: Examined,
  write: (part: Part) => string | undefined,
): Change {
  const changes = parts.flatMap((part) => {
    const value = part.arrived && part.sent ? write(part) : undefined;
    return value === undefined || value === valueOf(part) ? [] : [[part.id, value] as const];
  });
  if (changes.length === 0) return undefined;
  return {
    tampering: {
      ...tampering,
      changed: { ...tampering.changed, ...Object.fromEntries(changes) },
    },
  };
}

/** The id that the next added part gets. */
const nextId = ({ added }: Tampering): string =>
  `added:${1 + Math.max(0, ...added.map(({ id }) => Number(id.slice('added:'.length))))}`;

/** The tampering with one more part. */
export const withAdded = (tampering: Tampering, part: Omit<AddedPart, 'id'>): Tampering => ({
  ...tampering,
  added: [...tampering.added, { id: nextId(tampering), ...part }],
});

const adding =
  (part: Omit<AddedPart, 'id'>) =>
  ({ tampering }: MicroscopeTable): Change => ({ tampering: withAdded(tampering, part) });

/** The next letter or digit: b for a, and a again for z. */
const nextCharacter = (character: string): string =>
  ({ z: 'a', Z: 'A', '9': '0' })[character] ?? String.fromCharCode(character.charCodeAt(0) + 1);

const oneCharacterOff = (text: string): string =>
  text.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, nextCharacter);

const named =
  (wanted: string) =>
  (part: Part): boolean =>
    (part.sent?.name.toLowerCase() ?? '') === wanted.toLowerCase();

/** The same host in S3's other style, or STS's other endpoint. */
function otherHost(host: string, region: string): string | undefined {
  const global = host.replace(`.${region}.amazonaws.com`, '.amazonaws.com');
  if (global !== host) return global;
  return /(?:^|\.)(?:s3|sts)\.amazonaws\.com$/.test(host)
    ? host.replace(/\.amazonaws\.com$/, `.${region}.amazonaws.com`)
    : undefined;
}

const WEEK = '604800';

export const TAMPERS: Readonly<Record<TamperId, Tamper>> = {
  character: {
    label: 'Change one character',
    apply: (table, found) =>
      rewritten(table, found, (part) =>
        part.kind === 'path' ? oneCharacterOff(valueOf(part)) : undefined,
      ) ??
      rewritten(table, found, (part) =>
        part.kind === 'parameter' && part === found.parts.find(({ kind }) => kind === 'parameter')
          ? oneCharacterOff(valueOf(part))
          : undefined,
      ),
  },
  parameter: {
    label: 'Add a parameter',
    apply: adding({ kind: 'parameter', name: 'x-id', value: 'GetObject' }),
  },
  method: {
    label: 'Use HEAD',
    apply: (table, found) =>
      rewritten(table, found, ({ kind }) => (kind === 'method' ? 'HEAD' : undefined)),
  },
  twice: {
    label: 'Encode it twice',
    apply: (table, found) =>
      rewritten(table, found, (part) =>
        part.kind === 'path' || part.kind === 'parameter'
          ? valueOf(part).replaceAll('%', '%25')
          : undefined,
      ),
  },
  host: {
    label: 'Send it to another host',
    apply: (table, found) =>
      rewritten(table, found, (part) =>
        part.kind === 'host' ? otherHost(valueOf(part), table.inputs.region) : undefined,
      ),
  },
  capitals: {
    label: 'Write the signature in capitals',
    apply: (table, found) =>
      rewritten(table, found, (part) => {
        if (named('X-Amz-Signature')(part)) return valueOf(part).toUpperCase();
        if (!named('Authorization')(part)) return undefined;
        return valueOf(part).replace(/(?<=Signature=)[0-9a-f]+/, (hex) => hex.toUpperCase());
      }),
  },
  lifetime: {
    label: 'Turn the lifetime up',
    apply: (table, found) =>
      rewritten(table, found, (part) => (named('X-Amz-Expires')(part) ? WEEK : undefined)),
  },
  header: {
    label: 'Add an x-amz- header',
    apply: adding({ kind: 'header', name: 'x-amz-meta-note', value: 'hello' }),
  },
  secret: {
    label: 'Let AWS know another secret',
    apply: ({ inputs }) => ({ knownSecret: oneCharacterOff(inputs.secretAccessKey) }),
  },
  late: {
    label: 'Arrive a second too late',
    apply: ({ inputs }) => {
      const date = parseAmzDate(inputs.date);
      if (date === undefined) return undefined;
      // Requests that are signed in their headers, and all of STS’s, are good for 15 minutes.
      const lasts =
        inputs.signedIn === 'query' && inputs.service === 's3' ? Number(inputs.expires) : 900;
      return { arrives: amzDate(after(date, seconds(lasts + 1))) };
    },
  },
  escapes: {
    label: 'Write its escapes in small letters',
    apply: (table, found) =>
      rewritten(table, found, (part) =>
        part.kind === 'path' || part.kind === 'parameter'
          ? valueOf(part).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())
          : undefined,
      ),
  },
  agent: {
    label: 'Add a User-Agent',
    apply: adding({ kind: 'header', name: 'user-agent', value: 'curl/8.9.1' }),
  },
};

/** The table after one click; undefined where there is nothing to change in that way. */
export function tampered(table: MicroscopeTable, id: TamperId): MicroscopeTable | undefined {
  const found = examined(table);
  const change = found && TAMPERS[id].apply(table, found);
  return change && { ...table, ...change };
}

/** The clicks that would change something. */
export const possibleTampers = (table: MicroscopeTable, found: Examined): readonly TamperId[] =>
  TAMPER_IDS.filter((id) => TAMPERS[id].apply(table, found) !== undefined);

/** How much was changed after signing: parts, the secret AWS knows. */
export const changeCount = ({ knownSecret }: MicroscopeTable, { parts }: Examined): number =>
  parts.filter(isChanged).length + (knownSecret === undefined ? 0 : 1);
