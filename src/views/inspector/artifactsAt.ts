import type { Act } from '#engine/act.ts';
import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Artifact, Trace } from '#engine/trace.ts';

/** An artifact with the name its tab has. */
export interface Tabbed {
  readonly id: string;
  readonly title: string;
  readonly artifact: Artifact;
}

const TITLES: Readonly<Record<Artifact['kind'], string>> = {
  response: 'Response',
  url: 'URL',
  request: 'Request',
  'canonical-request': 'Canonical request',
  'post-policy': 'POST policy',
  form: 'Form fields',
  'string-to-sign': 'String to sign',
  'signing-key': 'Key ladder',
  signature: 'Signature',
  policy: 'Policy',
  credentials: 'Credentials',
  assertion: 'SAML assertion',
  claims: 'Token claims',
  message: 'Decoded message',
  cloudtrail: 'CloudTrail',
  helper: 'Credential helper',
  command: 'Command',
};

const ORDER = Object.keys(TITLES);

/** What nobody types a command for: it happens outside AWS, goes on by itself, or has a tab of its own. */
const WITHOUT_COMMAND: readonly Act['kind'][] = [
  'wait',
  'hand-over',
  'tell',
  'download',
  'rolesanywhere:CreateSession',
];

const COMMAND: Artifact = { kind: 'command', text: '' };

const isSame = (a: Artifact, b: Artifact): boolean =>
  a.kind === b.kind && a.name === b.name && a.policyId === b.policyId && a.text === b.text;

/** What there is to look at: the artifacts of the act up to the cursor, the step's own first. */
export function artifactsAt(trace: Trace, cursor: Cursor): readonly Tabbed[] {
  const step = stepAt(trace, cursor);
  if (!step) return [];
  const own = new Set(step.artifacts);
  const all = [
    ...trace.steps
      .slice(0, cursor)
      .filter(({ act }) => act.id === step.act.id)
      .flatMap(({ artifacts }) => artifacts),
    ...(WITHOUT_COMMAND.includes(step.act.kind) ? [] : [COMMAND]),
  ];
  const sorted = all
    .toSorted(
      (a, b) =>
        Number(own.has(b)) - Number(own.has(a)) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    )
    // A policy that several checks looked at stands there once.
    .filter((one, index, every) => every.findIndex((other) => isSame(one, other)) === index);
  const counts = new Map<string, number>();
  return sorted.map((artifact) => {
    const count = (counts.get(artifact.kind) ?? 0) + 1;
    counts.set(artifact.kind, count);
    const isAlone = sorted.filter(({ kind }) => kind === artifact.kind).length === 1;
    const title =
      isAlone || artifact.name === undefined
        ? TITLES[artifact.kind]
        : artifact.kind === 'policy'
          ? artifact.name
          : `${TITLES[artifact.kind]} ${artifact.name}`;
    return { id: count === 1 ? artifact.kind : `${artifact.kind}-${count}`, title, artifact };
  });
}
