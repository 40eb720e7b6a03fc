import type { Act } from '#engine/act.ts';
import type { Evidence } from '#engine/evidence.ts';
import { base64Decode } from '#engine/sigv4/base64.ts';
import type { Artifact } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { policiesIn } from '../../policyEdits.ts';
import { anchorCertificates, anywherePapers, certificatePaper } from './anywhere.ts';
import { identityPapers, keyPapers } from './credentials.ts';
import type { Paper, Pile, Sent } from './paper.ts';
import { policiesBefore } from './policiesBefore.ts';
import {
  accountPaper,
  bucketPapers,
  delegationPapers,
  organizationPapers,
  rolePapers,
} from './resources.ts';

/** What a service has before it when a request arrives: what was sent, and what it knows. Nothing here says how it ends. */

const TITLES: Readonly<Partial<Record<Artifact['kind'], string>>> = {
  request: 'The request',
  assertion: 'The assertion in it, decoded',
  claims: 'The claims of its token, decoded',
};

const textPapers = (artifacts: readonly Artifact[]): readonly Paper[] =>
  artifacts.flatMap(({ kind, text }) => {
    const title = TITLES[kind];
    return title === undefined ? [] : [{ title, text }];
  });

/** What only a machine can work out: it is given, and whoever judges says what follows from it. */
function computedPapers(evidence: readonly Evidence[]): readonly Paper[] {
  return evidence.flatMap((one): readonly Paper[] => {
    if (one.kind === 'signature') {
      return [
        {
          title: 'The signature, computed again from what arrived',
          rows: [
            ['In the request', one.provided],
            ['Computed', one.expected],
          ],
        },
        // A form’s signature covers its policy, and no request.
        ...(one.canonicalRequest === ''
          ? []
          : [
              {
                title: 'The canonical request that it was computed from',
                text: one.canonicalRequest,
              },
            ]),
      ];
    }
    if (one.kind === 'equality' && one.what === 'Content-MD5') {
      return [
        {
          title: 'The MD5 digest of the body',
          rows: [
            ['In the request', one.actual],
            ['Computed', one.expected],
          ],
        },
      ];
    }
    if (one.kind !== 'verification') return [];
    const unfit = one.differs.length === 0 ? 'nothing' : one.differs.join(', ');
    return [
      {
        title: 'The signature, tried with the certificate’s public key',
        rows: [['What does not fit', unfit]],
      },
      { title: 'The text that was signed', text: one.stringToSign },
    ];
  });
}

/** The policies that decisions read, as they stand in the world. */
function policyPapers(world: World, act: Act, evidence: readonly Evidence[]): readonly Paper[] {
  const read = new Set(
    evidence.flatMap((one) =>
      one.kind === 'policy'
        ? one.decision.gates.flatMap(({ policies }) => policies.map(({ policyId }) => policyId))
        : [],
    ),
  );
  return policiesIn({ world, script: [act] })
    .filter(({ id }) => read.has(id))
    .map(({ name, text }) => ({ title: name, text }));
}

const POLICY_FIELD = /name="policy"\n\n([A-Za-z0-9+/=]+)\n/i;

/** The policy in a form that was sent, decoded; none where it is no JSON. */
function formPapers(artifacts: readonly Artifact[]): readonly Paper[] {
  return artifacts.flatMap(({ text }) => {
    const policy = base64Decode(POLICY_FIELD.exec(text)?.[1] ?? '');
    return policy === undefined || policy === ''
      ? []
      : [{ title: 'The policy of the form, decoded', text: policy }];
  });
}

const certificatePapers = (world: World, act: Act): readonly Paper[] =>
  act.kind === 'rolesanywhere:CreateSession'
    ? [act.certificate, ...act.chain].map((id) => certificatePaper(world, id))
    : [];

/** The certificates that trust anchors hold, for a request that must lead to one of them. */
const anchorPapers = (world: World, act: Act): readonly Paper[] =>
  act.kind === 'rolesanywhere:CreateSession'
    ? anchorCertificates(world).map((id) => certificatePaper(world, id))
    : [];

/** Whether a request may ask for an object: those to STS ask for none. */
const isForObjects = ({ kind }: Act): boolean =>
  kind === 'open-url' || kind === 'send-form' || kind === 'call';

/** What AWS sees of where a request comes from. */
function wayPapers(act: Act): readonly Paper[] {
  const { ip, endpoint } = ('origin' in act && act.origin) || {};
  const context = ('context' in act && act.context) || {};
  const rows: readonly (readonly [string, string])[] = [
    ...(ip === undefined ? [] : [['Address', ip] as const]),
    ...(endpoint === undefined ? [] : [['VPC endpoint', endpoint] as const]),
    ...Object.entries(context).map(([key, value]) => [key, [value].flat().join(', ')] as const),
  ];
  return rows.length === 0 ? [] : [{ title: 'Where it comes from', rows }];
}

/** What was sent, as a pile: the texts, and the way it came. */
const arrivedPile = (act: Act, artifacts: readonly Artifact[]): Pile => ({
  title: 'What arrived',
  papers: [
    ...textPapers(artifacts),
    ...(act.kind === 'send-form' ? formPapers(artifacts) : []),
    ...wayPapers(act),
  ],
});

const certificatePiles = (world: World, act: Act): readonly Pile[] => [
  { title: 'Certificates that came with it', papers: certificatePapers(world, act) },
  { title: 'Certificates of trust anchors', papers: anchorPapers(world, act) },
];

const keyPile = (world: World): Pile => ({ title: 'Access keys', papers: keyPapers(world) });

/** What the accounts hold, beside policies. */
const resourcePiles = (world: World, act: Act): readonly Pile[] => {
  const accounts = Object.values(world.accounts);
  return [
    {
      title: 'Roles Anywhere',
      papers: accounts.flatMap((account) => anywherePapers(world, account)),
    },
    { title: 'The role asked for', papers: rolePapers(world, act) },
    { title: 'Buckets', papers: isForObjects(act) ? accounts.flatMap(bucketPapers) : [] },
    {
      title: 'Devices and identity providers',
      papers: accounts.flatMap((account) => identityPapers(account, world.now)),
    },
  ];
};

const accountPile = (world: World): Pile => ({
  title: 'Accounts',
  papers: [
    ...Object.values(world.accounts).map(accountPaper),
    ...organizationPapers(world),
    ...delegationPapers(world),
  ],
});

const isFilled = ({ papers }: Pile): boolean => papers.length > 0;

/** All papers for a request, in piles. `decoded` is what the service reads out of it, `evidence` what its checks look at. */
export function pilesFor(
  { act, world, artifacts }: Sent,
  decoded: readonly Artifact[],
  evidence: readonly Evidence[],
): readonly Pile[] {
  return [
    arrivedPile(act, [...artifacts, ...decoded]),
    ...certificatePiles(world, act),
    { title: 'What a machine computed', papers: computedPapers(evidence) },
    keyPile(world),
    ...resourcePiles(world, act),
    { title: 'Policies', papers: policyPapers(world, act, evidence) },
    accountPile(world),
  ].filter(isFilled);
}

/**
 * The papers that lie there before anything is looked at, the policies first: from the request and the world alone, so
 * they are the same however it ends.
 */
export function pilesBefore(sent: Sent): readonly Pile[] {
  const { act, world, artifacts } = sent;
  const isSignedWithKey = act.kind !== 'rolesanywhere:CreateSession';
  return [
    { title: 'Policies', papers: policiesBefore(sent) },
    ...resourcePiles(world, act).filter(
      ({ title }) => !isSignedWithKey || title !== 'Roles Anywhere',
    ),
    ...certificatePiles(world, act),
    ...(isSignedWithKey ? [keyPile(world)] : []),
    accountPile(world),
    arrivedPile(act, artifacts),
  ].filter(isFilled);
}

/** What counts where a link is signed, and nobody is asked: the keys. */
export const pilesAtSigning = (world: World): readonly Pile[] => [keyPile(world)].filter(isFilled);
