import { accountOf, sessionArn } from '../arn.ts';
import { secretAccessKey, sessionToken, uniqueId } from '../ids.ts';
import { promised } from '../never.ts';
import type { RoleSession } from '../principal.ts';
import { limitingPolicies, packedShare } from '../session/limitingPolicies.ts';
import type { Limiting } from '../session/limitingPolicies.ts';
import { after, isoDate } from '../time.ts';
import type { TemporaryKey } from '../world.ts';
import { durationOf, leafOf, profileOf, roleIn, sessionNameOf } from './context.ts';
import type { SessionContext } from './context.ts';
import { principalTags, sourceIdentityOf } from './identity.ts';
import type { Subject } from './resources.ts';

/** What CreateSession gives: a session of the role as STS would, and its credentials (roles-anywhere.md 3.5). */

const limitingOf = (context: SessionContext): Limiting => {
  const { sessionPolicy, managedPolicyArns } = profileOf(context);
  return {
    id: `session-${context.act.id}`,
    ...(sessionPolicy !== undefined && { text: sessionPolicy }),
    arns: managedPolicyArns,
  };
};

/** The share of the space for policies and tags that the session takes, in per cent; approximate. */
export function packedPolicySize(context: SessionContext): number {
  const tags = Object.keys(principalTags(leafOf(context), profileOf(context))).length;
  const limiting = limitingOf(context);
  const isEmpty = tags === 0 && limiting.text === undefined && limiting.arns.length === 0;
  return isEmpty ? 0 : packedShare(limiting, tags);
}

/** The session's owner: no chained one, for the service calls STS as itself (User Guide, CreateSession). */
function ownerOf(context: SessionContext): RoleSession {
  const role = promised(roleIn(context), 'the trust policy let the service in');
  const leaf = leafOf(context);
  return {
    kind: 'role-session',
    role: role.arn,
    roleId: role.roleId,
    sessionName: sessionNameOf(context),
    via: 'RolesAnywhere',
    sessionPolicies: limitingPolicies(context.world, limitingOf(context)),
    tags: principalTags(leaf, profileOf(context)),
    // Whether its tags go on to further roles is not published; STS's own default is that they do not.
    transitiveTagKeys: [],
    sourceIdentity: sourceIdentityOf(leaf),
  };
}

/** Issues the session's key: it ends by its own length, whatever the certificate's end is. */
export function issueSession(context: SessionContext): TemporaryKey {
  const { world, act } = context;
  const owner = ownerOf(context);
  const account = accountOf(owner.role);
  const label = `${owner.role} ${owner.sessionName} ${act.id}`;
  return {
    kind: 'temporary',
    id: uniqueId('ASIA', account, label),
    secretAccessKey: secretAccessKey(label),
    sessionToken: sessionToken(label),
    owner,
    issuedAt: world.now,
    expiresAt: after(world.now, durationOf(context)),
    issuedBy: act.id,
  };
}

/** The JSON of the answer. */
export function sessionJson(context: SessionContext, key: TemporaryKey, subject: Subject): string {
  const { role, roleId, sessionName, sourceIdentity } = ownerOf(context);
  return JSON.stringify(
    {
      credentialSet: [
        {
          assumedRoleUser: {
            arn: sessionArn(role, sessionName),
            assumedRoleId: `${roleId}:${sessionName}`,
          },
          credentials: {
            accessKeyId: key.id,
            expiration: isoDate(key.expiresAt),
            secretAccessKey: key.secretAccessKey,
            sessionToken: key.sessionToken,
          },
          packedPolicySize: packedPolicySize(context),
          roleArn: role,
          sourceIdentity,
        },
      ],
      subjectArn: subject.arn,
    },
    undefined,
    2,
  );
}
