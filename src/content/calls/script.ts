import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { decide } from '#engine/policy/decide.ts';
import { authorizationMessage, encodeMessage } from '#engine/sts/authorizationMessage.ts';
import type { StsAct } from '#engine/sts/acts.ts';
import { mfaCode } from '#engine/sts/mfaCode.ts';
import { PARAMETERS } from '#engine/sts/parameters.ts';
import { SAML_ATTRIBUTES } from '#engine/sts/samlResponse.ts';
import { after, hours, minutes, seconds } from '#engine/time.ts';

import type { ActOf, StsCall } from './callIds.ts';
import type { Choices } from './choices.ts';
import {
  ANA_KEY,
  COGNITO,
  MEMBER,
  MFA_DEVICE,
  NOW,
  OIDC_ISSUER,
  OTHER,
  OWN,
  REGION,
  ROLE_NAME,
  SAML_ISSUER,
  TRADE_IN_TOKEN,
  callerKey,
  samlProvider,
  tinyWorld,
} from './tinyWorld.ts';

/** Each call as a caller with these choices would make it. */

/** Choices, and any length in seconds. */
export interface Trial extends Omit<Choices, 'lasts'> {
  readonly lasts: string;
}

/** Whether an operation has a parameter, by the API model. */
export const takes = (call: StsCall, parameter: string): boolean =>
  PARAMETERS[`sts:${call}`].some(({ name }) => name === parameter);

/** A SAML response for a role, good now. */
const assertionFor = (account: string) => ({
  id: '_response-1',
  issuer: SAML_ISSUER,
  audience: 'urn:amazon:webservices',
  recipient: 'https://signin.aws.amazon.com/saml',
  subject: 'ana',
  subjectType: 'persistent',
  issuedAt: NOW,
  notOnOrAfter: after(NOW, minutes(5)),
  signedBy: 'saml-key',
  attributes: {
    [`${SAML_ATTRIBUTES}Role`]: [`${roleArn(account, ROLE_NAME)},${samlProvider(account)}`],
    [`${SAML_ATTRIBUTES}RoleSessionName`]: ['ana'],
  },
});

/** A web identity token, good now: of a build job, or of a user of a mobile app. */
const tokenFrom = (from: Choices['from']) => ({
  issuer: from === 'mobile' ? `https://${COGNITO}` : OIDC_ISSUER,
  subject: from === 'mobile' ? `${REGION}:app-user` : 'repo:example/reports:ref:refs/heads/main',
  audience: from === 'mobile' ? `${REGION}:app-users` : 'sts.amazonaws.com',
  issuedAt: NOW,
  expiresAt: after(NOW, hours(1)),
  algorithm: 'RS256',
  signedBy: 'oidc-key',
  claims: from === 'mobile' ? { amr: ['authenticated'] } : {},
});

/** The message in a refusal, as a service encodes it. */
function encodedMessage(): string {
  const request = {
    principal: ANA_KEY.owner,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:${REGION}:${OWN}:instance/*`,
    resourceAccount: OWN,
    context: {},
  };
  const world = tinyWorld({ caller: 'user', from: 'account', mfa: 'no' });
  return encodeMessage(authorizationMessage(request, decide(request, world)));
}

/** The account whose role is wanted. */
const roleAccount = ({ target }: Trial): string => (target === 'same-account' ? OWN : OTHER);

const SENT = { id: 'call', at: NOW, by: 'caller', to: 'sts', region: REGION } as const;

/** What acts are made of: by whom, on which role, for how long. */
function partsOf(choices: Trial) {
  const { caller, from, mfa, lasts } = choices;
  const account = roleAccount(choices);
  const key = callerKey(caller, mfa);
  return {
    account,
    from,
    signed: key && { ...SENT, credentials: { keyId: key.id } },
    role: { roleArn: roleArn(account, ROLE_NAME), roleSessionName: 'ana' },
    length: lasts === 'default' ? {} : { durationSeconds: seconds(Number(lasts)) },
    code:
      mfa === 'yes' && caller === 'user'
        ? { serialNumber: MFA_DEVICE, tokenCode: mfaCode(MFA_DEVICE, NOW) }
        : {},
  };
}

type Parts = ReturnType<typeof partsOf>;
type Signed = NonNullable<Parts['signed']>;

/** The calls that are signed. */
const SIGNED: {
  readonly [Name in Exclude<StsCall, `AssumeRoleWith${string}`>]: (
    signed: Signed,
    parts: Parts,
  ) => ActOf<Name>;
} = {
  AssumeRole: (signed, { role, length, code }) => ({
    ...signed,
    kind: 'sts:AssumeRole',
    ...role,
    ...length,
    ...code,
  }),
  GetSessionToken: (signed, { length, code }) => ({
    ...signed,
    kind: 'sts:GetSessionToken',
    ...length,
    ...code,
  }),
  GetFederationToken: (signed, { length }) => ({
    ...signed,
    kind: 'sts:GetFederationToken',
    name: 'guest',
    policy: ALL,
    ...length,
  }),
  AssumeRoot: (signed, { length }) => ({
    ...signed,
    kind: 'sts:AssumeRoot',
    targetPrincipal: MEMBER,
    taskPolicyArn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
    ...length,
  }),
  GetWebIdentityToken: (signed, { length }) => ({
    ...signed,
    kind: 'sts:GetWebIdentityToken',
    audience: ['https://api.example.com'],
    signingAlgorithm: 'ES384',
    ...length,
  }),
  GetDelegatedAccessToken: (signed) => ({
    ...signed,
    kind: 'sts:GetDelegatedAccessToken',
    tradeInToken: TRADE_IN_TOKEN,
  }),
  GetCallerIdentity: (signed) => ({ ...signed, kind: 'sts:GetCallerIdentity' }),
  GetAccessKeyInfo: (signed) => ({
    ...signed,
    kind: 'sts:GetAccessKeyInfo',
    accessKeyId: ANA_KEY.id,
  }),
  DecodeAuthorizationMessage: (signed) => ({
    ...signed,
    kind: 'sts:DecodeAuthorizationMessage',
    encodedMessage: encodedMessage(),
  }),
};

/** The call as one act; undefined where the caller has nothing to sign with or nothing to show. */
export function actOf(call: StsCall, choices: Trial): StsAct | undefined {
  const parts = partsOf(choices);
  const { account, from, role, length, signed } = parts;
  if (call === 'AssumeRoleWithSAML') {
    if (from !== 'saml') return undefined;
    const assertion = { principalArn: samlProvider(account), sAMLAssertion: assertionFor(account) };
    return { ...SENT, kind: `sts:${call}`, roleArn: role.roleArn, ...assertion, ...length };
  }
  if (call === 'AssumeRoleWithWebIdentity') {
    if (from !== 'oidc' && from !== 'mobile') return undefined;
    return { ...SENT, kind: `sts:${call}`, ...role, webIdentityToken: tokenFrom(from), ...length };
  }
  return signed && SIGNED[call](signed, parts);
}

/** A session policy that takes nothing away. */
const ALL = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** The way into the console with the session a call gave (IAM User Guide, custom identity broker access). */
export const CONSOLE_ACTS: readonly Act[] = [
  {
    id: 'sign-in-token',
    kind: 'signin:getSigninToken',
    at: NOW,
    by: 'caller',
    to: 'signin',
    credentials: { issuedBy: 'call' },
  },
];
