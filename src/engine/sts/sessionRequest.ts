import type { AssumeRole, SessionTag } from '../act.ts';
import { credentialsOf } from '../credentials.ts';
import type { Tags } from '../principal.ts';
import { seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import type { IdentityToken, Json, SamlAssertion, StsAct } from './acts.ts';
import type { StsContext } from './context.ts';
import { parseSamlResponse, SAML_ATTRIBUTES } from './samlResponse.ts';
import { parseWebToken, textsAt } from './webToken.ts';

/** What a call wants its session to carry, wherever it says so: in parameters, in a SAML response or in a token. */
export interface SessionRequest {
  readonly sessionName: string;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string;
  /** The provider's own limit on the session. */
  readonly duration?: Seconds;
  /** The pairs of role and provider a SAML response offers. */
  readonly roles: readonly string[];
}

const NOTHING: SessionRequest = { sessionName: '', tags: [], transitiveTagKeys: [], roles: [] };

/** What a call asks of its session; most operations ask for nothing beside the session itself. */
export function sessionRequest(act: StsAct): SessionRequest {
  if (act.kind === 'sts:AssumeRole') return fromParameters(act);
  if (act.kind === 'sts:AssumeRoleWithSAML') {
    const assertion = parseSamlResponse(act.sAMLAssertion);
    return assertion ? fromAssertion(assertion) : NOTHING;
  }
  if (act.kind === 'sts:AssumeRoleWithWebIdentity') {
    const token = parseWebToken(act.webIdentityToken);
    return { ...(token ? fromToken(token) : NOTHING), sessionName: act.roleSessionName };
  }
  if (act.kind !== 'sts:GetFederationToken') return NOTHING;
  return { ...NOTHING, sessionName: act.name, tags: act.tags ?? [] };
}

const fromParameters = (act: AssumeRole): SessionRequest => ({
  ...NOTHING,
  sessionName: act.roleSessionName,
  tags: act.tags ?? [],
  transitiveTagKeys: act.transitiveTagKeys ?? [],
  ...(act.sourceIdentity !== undefined && { sourceIdentity: act.sourceIdentity }),
});

const PRINCIPAL_TAG = `${SAML_ATTRIBUTES}PrincipalTag:`;

function fromAssertion({ attributes }: SamlAssertion): SessionRequest {
  const own = (name: string): readonly string[] => attributes[`${SAML_ATTRIBUTES}${name}`] ?? [];
  const tags = Object.entries(attributes).flatMap(([name, [value = '']]) =>
    name.startsWith(PRINCIPAL_TAG) ? [{ key: name.slice(PRINCIPAL_TAG.length), value }] : [],
  );
  const [sourceIdentity] = own('SourceIdentity');
  const [duration] = own('SessionDuration');
  return {
    sessionName: own('RoleSessionName')[0] ?? '',
    tags,
    transitiveTagKeys: own('TransitiveTagKeys'),
    roles: own('Role'),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(duration !== undefined && { duration: seconds(Number(duration)) }),
  };
}

type JsonObject = { readonly [name: string]: Json };

const objectAt = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Tags in a token's claims: each value is an array of one (IAM User Guide, session tags). */
function fromToken({ claims }: IdentityToken): SessionRequest {
  const told = objectAt(claims['https://aws.amazon.com/tags']);
  const sourceIdentity = claims['https://aws.amazon.com/source_identity'];
  return {
    ...NOTHING,
    tags: Object.entries(objectAt(told['principal_tags'])).map(([key, values]) => ({
      key,
      value: textsAt(values)[0] ?? '',
    })),
    transitiveTagKeys: textsAt(told['transitive_tag_keys']),
    ...(typeof sourceIdentity === 'string' && { sourceIdentity }),
  };
}

/** What a session hands down to the next one in the chain. */
export interface Inherited {
  readonly tags: Tags;
  readonly sourceIdentity?: string;
}

/** What the caller's own session hands down: its transitive tags and its source identity (IAM User Guide, session tags). */
export function inherited({ world, act }: StsContext): Inherited {
  const owner = 'credentials' in act ? credentialsOf(world, act.credentials)?.owner : undefined;
  if (act.kind !== 'sts:AssumeRole' || owner?.kind !== 'role-session') return { tags: {} };
  const { tags, transitiveTagKeys, sourceIdentity } = owner;
  const transitive = new Set(transitiveTagKeys.map((key) => key.toLowerCase()));
  return {
    tags: Object.fromEntries(
      Object.entries(tags).filter(([key]) => transitive.has(key.toLowerCase())),
    ),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  };
}

/** The source identity a session would have: what the call sets, else what it inherits. */
export const sourceIdentityOf = (context: StsContext): string | undefined =>
  sessionRequest(context.act).sourceIdentity ?? inherited(context).sourceIdentity;

/** Everything a session carries beside its policies. */
export function sessionBaggage(context: StsContext) {
  const { tags, transitiveTagKeys } = sessionRequest(context.act);
  const handedDown = inherited(context).tags;
  const sourceIdentity = sourceIdentityOf(context);
  return {
    tags: { ...handedDown, ...Object.fromEntries(tags.map(({ key, value }) => [key, value])) },
    transitiveTagKeys: [...Object.keys(handedDown), ...transitiveTagKeys],
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  };
}
