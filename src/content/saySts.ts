import type { AssumeRole, ProvidedContext } from '#engine/act.ts';
import { nameOf } from '#engine/arn.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { accountInKeyId } from '#engine/ids.ts';
import { principalArn } from '#engine/principal.ts';
import type { StsAct } from '#engine/sts/acts.ts';
import { askedDuration } from '#engine/sts/limits.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import type { Said } from './ruleText.ts';
import { sayDecoded, sayOutboundToken, sayTokenSubject } from './sayStsToken.ts';
import { spokenLength, spokenList, timeBeside } from './words.ts';

/** Calls to STS and what it answers, in words. */

/** What a call says of how long its session is to live. */
const askedLength = ({ durationSeconds }: Pick<AssumeRole, 'durationSeconds'>): string =>
  durationSeconds === undefined
    ? 'DurationSeconds was left out, so STS takes its default.'
    : `DurationSeconds is ${durationSeconds}.`;

type Words = readonly [label: string, title: string, caption: string, because: string];

type Calls = {
  readonly [Kind in Exclude<StsAct, AssumeRole>['kind']]: (
    act: Extract<StsAct, { kind: Kind }>,
  ) => Words;
};

// Titles and captions go on from the name of the caller.
const CALLS: Calls = {
  'sts:AssumeRoleWithSAML': (act) => [
    `AssumeRoleWithSAML ${nameOf(act.roleArn)}`,
    'brings a SAML response',
    `calls AssumeRoleWithSAML for the role ${nameOf(act.roleArn)}; no AWS credentials sign the call.`,
    `The provider is ${nameOf(act.principalArn)}; what it says takes the place of credentials.`,
  ],
  'sts:AssumeRoleWithWebIdentity': (act) => [
    `AssumeRoleWithWebIdentity ${nameOf(act.roleArn)}`,
    'brings a web identity token',
    `calls AssumeRoleWithWebIdentity for the role ${nameOf(act.roleArn)}; no AWS credentials sign the call.`,
    sayTokenSubject(act),
  ],
  'sts:AssumeRoot': (act) => [
    `AssumeRoot ${nameOf(act.taskPolicyArn)}`,
    'asks for a root session',
    'calls AssumeRoot to do one task as the root user of a member account.',
    `The task is ${nameOf(act.taskPolicyArn)}.`,
  ],
  'sts:GetSessionToken': (act) => [
    'GetSessionToken',
    'asks for a session of the same identity',
    'calls GetSessionToken; no role and no permission is involved.',
    [askedLength(act), ...proofOf(act)].join(' '),
  ],
  'sts:GetFederationToken': (act) => [
    `GetFederationToken ${act.name}`,
    'asks for a session for somebody else',
    `calls GetFederationToken for the federated user ${act.name}.`,
    act.policy === undefined && (act.policyArns ?? []).length === 0
      ? 'No session policy is passed, so the session will have almost no permissions.'
      : 'The session can do what both the caller’s policies and the session policy allow.',
  ],
  'sts:GetCallerIdentity': () => [
    'GetCallerIdentity',
    'asks whose credentials these are',
    'calls GetCallerIdentity.',
    'No permission is needed, and no policy can deny it.',
  ],
  'sts:GetAccessKeyInfo': (act) => [
    `GetAccessKeyInfo ${act.accessKeyId.slice(0, 8)}…`,
    'asks whose account a key belongs to',
    'calls GetAccessKeyInfo with the id of an access key.',
    'The answer is an account id, for other people’s keys too.',
  ],
  'sts:DecodeAuthorizationMessage': () => [
    'DecodeAuthorizationMessage',
    'asks why something was refused',
    'calls DecodeAuthorizationMessage with the encoded message from a refusal.',
    'The message itself is unreadable; reading it takes a permission.',
  ],
  'sts:GetWebIdentityToken': (act) => [
    `GetWebIdentityToken · ${act.signingAlgorithm}`,
    'asks for a token for an outside service',
    'calls GetWebIdentityToken to show a service outside AWS who it is.',
    `The audience is “${act.audience.join(', ')}”.`,
  ],
  'sts:GetDelegatedAccessToken': () => [
    'GetDelegatedAccessToken',
    'trades a customer’s token in',
    'calls GetDelegatedAccessToken with a token that a customer has sent.',
    'A customer who accepts a partner’s request sends such a token to that partner.',
  ],
};

/** What is asked of STS, and by whom. */
export function sayStsCall(act: StsAct, who: string): Said {
  if (act.kind === 'sts:AssumeRole') return sayAssumeRole(act, who);
  // The words under a kind are for acts of that kind.
  const [label, title, caption, because] = (CALLS[act.kind] as (act: StsAct) => Words)(act);
  return { label, title: `${who} ${title}`, caption: `${who} ${caption}`, because };
}

function sayAssumeRole(act: AssumeRole, who: string): Said {
  const duration = askedDuration(act);
  const asked =
    act.durationSeconds === undefined
      ? 'does not say for how long'
      : `asks for ${spokenLength(duration)}`;
  return {
    label: `AssumeRole ${nameOf(act.roleArn) || 'of no role'} · ${duration} s`,
    title: `${who} asks for a session`,
    caption: `${who} calls AssumeRole for the role ${nameOf(act.roleArn) || 'without a name'} and ${asked}.`,
    because: [
      act.durationSeconds === undefined
        ? 'DurationSeconds was left out, so STS takes 3600.'
        : `DurationSeconds is ${duration}.`,
      ...baggageOf(act),
    ].join(' '),
  };
}

/** What the session is to carry, a sentence each. */
function baggageOf(act: AssumeRole): readonly string[] {
  const { tags = [], transitiveTagKeys = [], sourceIdentity, providedContexts = [] } = act;
  const isLimited = act.policy !== undefined || (act.policyArns ?? []).length > 0;
  const pairs = tags.map(({ key, value }) => `${key}=${value}`);
  const handedDown =
    transitiveTagKeys.length > 0 ? `, and hands ${spokenList(transitiveTagKeys)} down` : '';
  return [
    ...(isLimited ? ['It passes a session policy.'] : []),
    ...(pairs.length > 0 ? [`It tags the session with ${spokenList(pairs)}${handedDown}.`] : []),
    ...(sourceIdentity === undefined ? [] : [`It sets the source identity “${sourceIdentity}”.`]),
    ...(act.externalId === undefined ? [] : [`It brings the external id “${act.externalId}”.`]),
    ...(providedContexts.length === 0 ? [] : [`It hands over ${contextsIn(providedContexts)}.`]),
    ...proofOf(act),
  ];
}

/** The contexts of a call, by the providers that assert them. */
function contextsIn(contexts: readonly ProvidedContext[]): string {
  const providers = [...new Set(contexts.map(({ providerArn }) => nameOf(providerArn)))];
  return `${contexts.length === 1 ? 'a context' : `${contexts.length} contexts`} from ${spokenList(providers)}`;
}

/** The second factor that comes with a call. */
function proofOf({ tokenCode }: Pick<AssumeRole, 'tokenCode'>): readonly string[] {
  if (tokenCode === undefined) return [];
  return [tokenCode === '' ? 'Its MFA code is empty.' : `It brings the MFA code ${tokenCode}.`];
}

/** What is answered to a call that was granted. */
export function sayStsAnswer(act: StsAct, who: string, world: World): Said {
  const key = credentialsOf(world, { issuedBy: act.id });
  if (key?.kind !== 'temporary') return sayResult(act, who, world);
  const until = timeBeside(key.expiresAt, key.issuedAt);
  return {
    label: `${key.id.slice(0, 4)}… until ${until}`,
    title: 'A temporary credential is born',
    caption: `${who} issues a key id, a secret and a session token that live until ${until}.`,
    because: sayEnd(act, secondsBetween(key.issuedAt, key.expiresAt)),
  };
}

function sayEnd(act: StsAct, given: Seconds): string {
  if (act.kind === 'sts:AssumeRole' && act.durationSeconds === undefined) {
    return `STS took its default of ${askedDuration(act)} seconds; the end is fixed from now on.`;
  }
  if (act.kind === 'sts:GetDelegatedAccessToken') {
    return 'The request that the customer accepted set the length, counted from the sending of the token.';
  }
  const asked = 'durationSeconds' in act ? act.durationSeconds : undefined;
  if (asked === undefined) {
    return `STS took its default of ${given} seconds; the end is fixed from now on.`;
  }
  return given < asked
    ? `DurationSeconds was ${asked}; STS gave ${given} and says nothing of the cut.`
    : `DurationSeconds was ${asked}; the end is fixed from now on.`;
}

function sayResult(act: StsAct, who: string, world: World): Said {
  const action = act.kind.slice('sts:'.length);
  if (act.kind === 'sts:GetCallerIdentity') {
    const key = credentialsOf(world, act.credentials);
    const arn = (key && principalArn(key.owner)) ?? 'nobody';
    return {
      label: '200 OK: account, id and ARN of the signer',
      title: 'STS says who signed',
      caption: `${who} answers that the signer is ${arn}.`,
      because: 'The answer needs good credentials and no permission.',
    };
  }
  if (act.kind === 'sts:DecodeAuthorizationMessage') return sayDecoded(act, who);
  if (act.kind === 'sts:GetWebIdentityToken') return sayOutboundToken(act, who);
  if (act.kind === 'sts:GetAccessKeyInfo') {
    return {
      label: `200 OK: account ${accountInKeyId(act.accessKeyId) ?? ''}`,
      title: 'STS says whose account it is',
      caption: `${who} answers that the key belongs to the account ${accountInKeyId(act.accessKeyId) ?? ''}.`,
      because: 'The key id holds the account; who owns the key and whether it works is not told.',
    };
  }
  return {
    label: '200 OK',
    title: `STS answers ${action}`,
    caption: `${who} answers ${action}; it issues no credentials.`,
    because: 'Every check passed at the moment the call arrived.',
  };
}
