import { accountOf } from '../arn.ts';
import { actField } from '../credentials.ts';
import type { AwsError } from '../errors.ts';
import type { Basis } from '../basis.ts';
import type { Constraints } from '../evidence.ts';
import type { RequestContext } from '../policy/context.ts';
import { LIMITS } from '../policy/limits.ts';
import { policyEvidence } from '../policyEvidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { managedPolicy } from '../session/managedPolicies.ts';
import { promised } from '../never.ts';
import {
  denied,
  durationOf,
  leafOf,
  profileIn,
  profileOf,
  roleIn,
  sessionNameOf,
} from './context.ts';
import type { SessionContext } from './context.ts';
import { IDENTITY_RULES } from '../x509/endEntityRules.ts';
import { judgeCertificates } from '../x509/judgeCertificates.ts';
import { findCertificate } from './find.ts';
import { isTaggable, mappedAttributes, principalTags, sourceIdentityOf } from './identity.ts';
import { MOST_ARNS, MOST_TAGS } from './limits.ts';
import type { MappedField } from './resources.ts';
import { packedPolicySize } from './session.ts';

/** Roles Anywhere's checks of the profile, and STS's answer to the AssumeRole it makes (roles-anywhere.md 4 and 5). */

const NO_PROFILE = 'Invalid or empty profile provided.';

export const profileFound: Rule<SessionContext, 'rolesanywhere.profile-found'> = {
  id: 'rolesanywhere.profile-found',
  test: (context) => {
    const { profileArn } = context.act;
    const isFound = profileIn(context) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [profileArn],
        missing: isFound ? [] : [profileArn],
        paths: [actField(context.act, 'profileArn'), actField(context.act, 'region')],
      },
      isFound ? undefined : denied(NO_PROFILE, 'observed'),
    );
  },
};

/** With a disabled profile no session is given (DisableProfile); the words are those for one that is not there. */
export const profileEnabled: Rule<SessionContext, 'rolesanywhere.profile-enabled'> = {
  id: 'rolesanywhere.profile-enabled',
  test: (context) => {
    const { arn, name, enabled } = profileOf(context);
    return finding(
      {
        kind: 'equality',
        what: name,
        expected: 'enabled',
        actual: enabled ? 'enabled' : 'disabled',
        paths: [`profile:${arn}/enabled`],
      },
      enabled ? undefined : denied(NO_PROFILE, 'modelled'),
    );
  },
};

export const roleListed: Rule<SessionContext, 'rolesanywhere.role-listed'> = {
  id: 'rolesanywhere.role-listed',
  test: (context) => {
    const { roleArn } = context.act;
    const { arn, roleArns } = profileOf(context);
    const isListed = roleArns.includes(roleArn);
    return finding(
      {
        kind: 'presence',
        wanted: [roleArn],
        missing: isListed ? [] : [roleArn],
        paths: [actField(context.act, 'roleArn'), `profile:${arn}/roleArns`],
      },
      isListed
        ? undefined
        : denied("Requested Role isn't one of those listed in the Profile.", 'observed'),
    );
  },
};

/** Made where the request brings a name: it is refused, not ignored (User Guide, CreateSession). */
export const sessionNameAccepted: Rule<SessionContext, 'rolesanywhere.session-name-accepted'> = {
  id: 'rolesanywhere.session-name-accepted',
  applies: ({ act }) => act.roleSessionName !== undefined,
  test: (context) => {
    const { arn, acceptRoleSessionName } = profileOf(context);
    return finding(
      {
        kind: 'absence',
        found: acceptRoleSessionName ? [] : [sessionNameOf(context)],
        paths: [actField(context.act, 'roleSessionName'), `profile:${arn}/acceptRoleSessionName`],
      },
      acceptRoleSessionName
        ? undefined
        : denied('Not authorized to set roleSessionName', 'observed'),
    );
  },
};

/** The attributes that could not become tags, as the message has them: a field without any shows two spaces. */
function unmapped(context: SessionContext): string | undefined {
  const lost = mappedAttributes(leafOf(context), profileOf(context)).filter(
    (attribute) => !isTaggable(attribute),
  );
  if (lost.length === 0) return undefined;
  const of = (field: MappedField): string =>
    lost
      .filter((attribute) => attribute.field === field)
      .map(({ name }) => name)
      .join(', ');
  return `Unable to assume role. Some attributes failed to be mapped into session tags. Issuer: [ ${of('x509Issuer')} ]; Subject: [ ${of('x509Subject')} ]; SAN: [ ${of('x509SAN')} ]`;
}

/** What is said where STS refuses; the sentence on attributes was seen, when it comes is not settled (roles-anywhere.md 4.4). */
function unableToAssume(context: SessionContext, wording: Basis): AwsError {
  const attributes = unmapped(context);
  if (attributes !== undefined) return denied(attributes, 'modelled');
  return denied(`Unable to assume role for ${context.act.roleArn}`, wording);
}

/** Seen as a refusal by STS, even where the trust policy has no condition (roles-anywhere.md 2.1). */
export const subjectNamed: Rule<SessionContext, 'rolesanywhere.subject-named'> = {
  id: 'rolesanywhere.subject-named',
  test: (context) => {
    const certificate = leafOf(context);
    const judgement = judgeCertificates(IDENTITY_RULES, certificate);
    return finding(
      {
        kind: 'certificate',
        certificate,
        judgement,
        paths: [`certificate:${certificate.id}/subject`],
      },
      judgement.refusal && unableToAssume(context, 'observed'),
    );
  },
};

const SERVICE = { kind: 'service', name: 'rolesanywhere.amazonaws.com' } as const;

/** The condition keys that the trust policy can ask for (User Guide, trust model); none names the profile. */
export function trustKeys(context: SessionContext): RequestContext {
  const { trustAnchorArn, region } = context.act;
  const tags = Object.entries(principalTags(leafOf(context), profileOf(context)));
  return {
    'aws:SourceArn': trustAnchorArn,
    'aws:SourceAccount': accountOf(trustAnchorArn),
    'aws:RequestedRegion': region,
    'sts:RoleSessionName': sessionNameOf(context),
    'sts:SourceIdentity': sourceIdentityOf(leafOf(context)),
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
  };
}

type TrustRule =
  | 'rolesanywhere.assume-role-allowed'
  | 'rolesanywhere.tag-session-allowed'
  | 'rolesanywhere.source-identity-allowed';

/** A rule that asks the role's trust policy about one action of the service. */
const onRole = <Id extends TrustRule>(
  id: Id,
  action: string,
  applies?: (context: SessionContext) => boolean,
): Rule<SessionContext, Id> => ({
  id,
  ...(applies && { applies }),
  test: (context) => {
    const { roleArn } = context.act;
    const role = roleIn(context);
    const request = {
      principal: SERVICE,
      action,
      resource: roleArn,
      resourceAccount: accountOf(roleArn),
      ...(role && { resourcePolicy: role.trustPolicy }),
      context: trustKeys(context),
    };
    const evidence = policyEvidence(request, context.world, [
      `role:${roleArn}/trustPolicy`,
      actField(context.act, 'trustAnchorArn'),
      actField(context.act, 'certificate'),
    ]);
    const isAllowed = role !== undefined && evidence.decision.verdict === 'allow';
    // The evidence of these three rules is of one kind.
    type Found = ReturnType<Rule<SessionContext, Id>['test']>;
    return finding(
      evidence,
      isAllowed ? undefined : unableToAssume(context, SEEN.has(action) ? 'observed' : 'modelled'),
    ) as Found;
  },
});

/** Whose lack was seen to give these words; for sts:TagSession only the guide says that it is needed. */
const SEEN: ReadonlySet<string> = new Set(['sts:AssumeRole', 'sts:SetSourceIdentity']);

export const assumeRoleAllowed = onRole('rolesanywhere.assume-role-allowed', 'sts:AssumeRole');

/** Made where the mapping gives the session tags. */
export const tagSessionAllowed = onRole(
  'rolesanywhere.tag-session-allowed',
  'sts:TagSession',
  (context) => {
    const profile = profileIn(context);
    const leaf = findCertificate(context.world, context.act.certificate);
    return !profile || !leaf || Object.keys(principalTags(leaf, profile)).length > 0;
  },
);

export const sourceIdentityAllowed = onRole(
  'rolesanywhere.source-identity-allowed',
  'sts:SetSourceIdentity',
);

/** The shorter of two lengths is not cut to the role's maximum: the call fails (User Guide, CreateSession). */
export const durationWithinRole: Rule<SessionContext, 'rolesanywhere.duration-within-role'> = {
  id: 'rolesanywhere.duration-within-role',
  test: (context) => {
    const { arn, maxSessionDuration } = promised(roleIn(context), 'the trust policy was read');
    const asked = durationOf(context);
    const profile = profileOf(context);
    const path = `role:${arn}/maxSessionDuration` as const;
    return finding(
      {
        kind: 'limit',
        asked,
        limits: [{ name: 'MaxSessionDuration of the role', value: maxSessionDuration, path }],
        paths: [
          actField(context.act, 'durationSeconds'),
          `profile:${profile.arn}/durationSeconds`,
          path,
        ],
      },
      asked > maxSessionDuration
        ? denied(
            `Unable to assume role for ${arn} The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`,
            'observed',
          )
        : undefined,
    );
  },
};

type Row = Constraints['parameters'][number];

// Limits of STS (AssumeRole, PolicyArns and Tags; the source identity's characters are those the guide prints).
const SOURCE_IDENTITY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{2,64}$/u;

function fitRows(context: SessionContext): readonly Row[] {
  const profile = profileOf(context);
  const leaf = leafOf(context);
  const { managedPolicyArns, sessionPolicy = '' } = profile;
  const tags = Object.keys(principalTags(leaf, profile)).length;
  const identity = sourceIdentityOf(leaf);
  const { characters } = LIMITS.session;
  const size = packedPolicySize(context);
  return [
    {
      name: 'source identity',
      value: identity,
      constraint: 'must have 2 to 64 letters, digits, spaces or characters of _.:/=+-@',
      met: SOURCE_IDENTITY.test(identity),
    },
    ...managedPolicyArns.map((arn) => ({
      name: 'managed policy',
      value: arn,
      constraint: 'must be there',
      met: managedPolicy(context.world, arn) !== undefined,
    })),
    atMost('managed policies', managedPolicyArns.length, MOST_ARNS),
    atMost('characters of the session policy', sessionPolicy.length, characters),
    atMost('session tags', tags, MOST_TAGS),
    atMost('per cent of the space for policies and tags', size, 100),
  ];
}

const atMost = (name: string, count: number, most: number): Row => ({
  name,
  value: `${count}`,
  constraint: `must be ${most} or less`,
  met: count <= most,
});

/** Whether STS can make the session with what it is to carry. What AWS answers where it cannot was not found. */
export const sessionFits: Rule<SessionContext, 'rolesanywhere.session-fits'> = {
  id: 'rolesanywhere.session-fits',
  test: (context) => {
    const parameters = fitRows(context);
    const { arn } = profileOf(context);
    return finding(
      {
        kind: 'constraints',
        parameters,
        paths: [
          `profile:${arn}/sessionPolicy`,
          `profile:${arn}/managedPolicyArns`,
          `profile:${arn}/attributeMappings`,
          actField(context.act, 'certificate'),
        ],
      },
      parameters.every(({ met }) => met) ? undefined : unableToAssume(context, 'modelled'),
    );
  },
};
