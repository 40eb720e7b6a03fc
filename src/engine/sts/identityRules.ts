import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import type { StsErrorCode } from '../errors.ts';
import type { Basis } from '../basis.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, earliest } from '../time.ts';
import type { StsContext } from './context.ts';
import { identityOf, providerAccount } from './identityProvider.ts';
import type { FederatedAct, Identity, Provider } from './identityProvider.ts';
import { REDEEM_WITHIN } from './limits.ts';
import { epochSeconds } from './webToken.ts';

/** STS's checks of what an identity provider says, before any policy is read (sts.md 1.5 and 5.8). */

type Context = StsContext<FederatedAct>;

const field = ({ kind }: FederatedAct): string =>
  kind === 'sts:AssumeRoleWithSAML' ? 'sAMLAssertion' : 'webIdentityToken';

const path = (act: FederatedAct) => actField(act, field(act));

const isSaml = ({ act }: Context): boolean => act.kind === 'sts:AssumeRoleWithSAML';

/** An error whose code or text differs between SAML and OIDC. */
const either = (
  context: Context,
  saml: readonly [code: StsErrorCode, message: string, wording: Basis],
  oidc: readonly [code: StsErrorCode, message: string, wording: Basis],
) => stsError(...(isSaml(context) ? saml : oidc));

const identity = ({ world, act }: Context): Identity =>
  promised(identityOf(world, act), 'sts.token-readable passed');

const provider = (context: Context): Provider =>
  promised(identity(context).provider, 'sts.provider-found passed');

export const tokenReadable: Rule<Context, 'sts.token-readable'> = {
  id: 'sts.token-readable',
  test: (context) => {
    const { world, act } = context;
    const wanted = [isSaml(context) ? 'a SAML response in base64' : 'a JSON Web Token'];
    const isRead = identityOf(world, act) !== undefined;
    return finding(
      { kind: 'presence', wanted, missing: isRead ? [] : wanted, paths: [path(act)] },
      isRead
        ? undefined
        : either(
            context,
            ['InvalidIdentityToken', 'Invalid base64 SAMLResponse', 'modelled'],
            ['InvalidIdentityToken', 'The ID Token provided is not a valid JWT.', 'modelled'],
          ),
    );
  },
};

export const providerFound: Rule<Context, 'sts.provider-found'> = {
  id: 'sts.provider-found',
  test: (context) => {
    const { act } = context;
    const { issuer, ...found } = identity(context);
    const wanted = [act.kind === 'sts:AssumeRoleWithSAML' ? act.principalArn : issuer];
    return finding(
      {
        kind: 'presence',
        wanted,
        missing: found.provider ? [] : wanted,
        paths: [path(act), `account:${providerAccount(act)}/providers`],
      },
      found.provider
        ? undefined
        : either(
            context,
            ['InvalidIdentityToken', "Specified provider doesn't exist.", 'documented'],
            [
              'InvalidIdentityToken',
              `No OpenIDConnect provider found in your account for ${issuer}`,
              'observed',
            ],
          ),
    );
  },
};

/** Made for OIDC: STS fetches the provider's keys. */
export const keysAvailable: Rule<Context, 'sts.keys-available'> = {
  id: 'sts.keys-available',
  test: (context) => {
    const { jwks, name } = provider(context);
    const evidence = {
      kind: 'equality',
      what: 'JWKS',
      expected: 'available',
      actual: jwks ?? 'available',
      paths: [`provider:${name}/jwks`],
    } as const;
    if (jwks === undefined) return finding(evidence);
    return finding(
      evidence,
      jwks === 'unreachable'
        ? stsError('IDPCommunicationError', 'Identity provider did not respond', 'modelled')
        : stsError(
            'InvalidIdentityToken',
            "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
            'observed',
          ),
    );
  },
};

/** Whether one of the provider's keys signed, with an algorithm STS takes; AWS itself knows the keys of built-in providers. */
const isVouchedFor = ({ signedBy, isSupported }: Identity, { signingKeys }: Provider): boolean =>
  isSupported && signedBy !== undefined && (signingKeys?.includes(signedBy) ?? true);

export const tokenSigned: Rule<Context, 'sts.token-signed'> = {
  id: 'sts.token-signed',
  test: (context) => {
    const { signedBy, issuer } = identity(context);
    const { signingKeys, name, ...known } = provider(context);
    const isFromIssuer = known.issuer === issuer;
    const evidence = {
      kind: 'equality',
      what: isFromIssuer ? 'signing key' : 'issuer',
      expected: isFromIssuer
        ? (signingKeys ?? [signedBy ?? 'a key of its own']).join(' or ')
        : known.issuer,
      actual: isFromIssuer ? (signedBy ?? 'none that verifies') : issuer,
      paths: [path(context.act), `provider:${name}/signingKeys`],
    } as const;
    if (!isFromIssuer) {
      return finding(
        evidence,
        stsError('InvalidIdentityToken', 'Issuer not present in specified provider', 'documented'),
      );
    }
    return finding(
      evidence,
      isVouchedFor(identity(context), provider(context))
        ? undefined
        : either(
            context,
            ['InvalidIdentityToken', 'Response signature invalid', 'documented'],
            ['InvalidIdentityToken', 'The token signature is not valid', 'modelled'],
          ),
    );
  },
};

export const tokenUnrejected: Rule<Context, 'sts.token-unrejected'> = {
  id: 'sts.token-unrejected',
  test: (context) => {
    const { isRejected } = identity(context);
    return finding(
      {
        kind: 'equality',
        what: 'identity provider',
        expected: 'stands by it',
        actual: isRejected ? 'rejects it' : 'stands by it',
        paths: [path(context.act)],
      },
      isRejected
        ? stsError('IDPRejectedClaim', 'The identity provider rejected the claim.', 'modelled')
        : undefined,
    );
  },
};

/** Not made for built-in providers, which have no list of audiences: there the trust policy is the only test. */
export const tokenAudience: Rule<Context, 'sts.token-audience'> = {
  id: 'sts.token-audience',
  applies: ({ world, act }) => {
    const found = identityOf(world, act)?.provider;
    return !found || found.audiences !== undefined;
  },
  test: (context) => {
    const { audiences } = identity(context);
    const { audiences: registered, name } = provider(context);
    const fits = !registered || audiences.some((audience) => registered.includes(audience));
    return finding(
      {
        kind: 'equality',
        what: 'audience',
        expected: (registered ?? audiences).join(' or '),
        actual: audiences.join(', '),
        paths: [path(context.act), `provider:${name}/audiences`],
      },
      fits
        ? undefined
        : either(
            context,
            [
              'InvalidIdentityToken',
              'Response does not contain the required audience.',
              'documented',
            ],
            ['InvalidIdentityToken', 'Incorrect token audience', 'observed'],
          ),
    );
  },
};

export const tokenCurrent: Rule<Context, 'sts.token-current'> = {
  id: 'sts.token-current',
  test: (context) => {
    const { issuedAt, expiresAt } = identity(context);
    const { now } = context.world;
    const redeemBy = after(issuedAt, REDEEM_WITHIN);
    const until = isSaml(context) ? earliest(expiresAt, redeemBy) : expiresAt;
    const evidence = {
      kind: 'window',
      at: now,
      from: issuedAt,
      until,
      paths: [path(context.act), 'clock'],
    } as const;
    // The end itself is too late: NotOnOrAfter says so by name, and `exp` in RFC 7519.
    if (now < until) return finding(evidence);
    if (!isSaml(context)) {
      const message = `Token expired: current date/time ${epochSeconds(now)} must be before the expiration date/time${epochSeconds(expiresAt)}`;
      return finding(evidence, stsError('ExpiredTokenException', message, 'observed'));
    }
    const message =
      now >= expiresAt
        ? 'Response has expired'
        : 'Token must be redeemed within 5 minutes of issuance';
    return finding(evidence, stsError('ExpiredTokenException', message, 'observed'));
  },
};
