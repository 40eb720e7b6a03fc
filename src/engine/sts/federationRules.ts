import { accountOf } from '../arn.ts';
import { actField } from '../credentials.ts';
import type { Basis } from '../basis.ts';
import { stsError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { promised } from '../never.ts';
import type { AccessRequest } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import { decide } from '../policy/decide.ts';
import { policyEvidence } from '../policyEvidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findRole } from '../world.ts';
import type { AssumeRoleWithSaml } from './acts.ts';
import { actionOf, regionKeys } from './context.ts';
import type { StsContext } from './context.ts';
import { identityOf } from './identityProvider.ts';
import type { FederatedAct } from './identityProvider.ts';
import { tagKeys } from './permission.ts';
import { parseSamlResponse } from './samlResponse.ts';
import { sessionRequest } from './sessionRequest.ts';

/** STS's checks of a federated call against the role: what the response must hold, and whom the role trusts. */

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** Made for SAML: the attributes AWS reads (IAM User Guide, troubleshooting SAML federation). */
export const assertionComplete: Rule<StsContext<AssumeRoleWithSaml>, 'sts.assertion-complete'> = {
  id: 'sts.assertion-complete',
  test: ({ act }) => {
    const { sessionName, sourceIdentity, roles } = sessionRequest(act);
    const subject = parseSamlResponse(act.sAMLAssertion)?.subject;
    const isSourceGood =
      sourceIdentity === undefined ||
      (SESSION_NAME.test(sourceIdentity) && !sourceIdentity.startsWith('aws:'));
    const rows = [
      {
        name: 'RoleSessionName',
        value: sessionName,
        constraint: 'is required',
        met: sessionName !== '',
        error: invalid('RoleSessionName is required in AuthnResponse'),
      },
      {
        name: 'RoleSessionName',
        value: sessionName,
        constraint: 'must match [a-zA-Z_0-9+=,.@-]{2,64}',
        met: SESSION_NAME.test(sessionName),
        error: invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}'),
      },
      {
        name: 'SourceIdentity',
        value: sourceIdentity ?? 'none',
        constraint: 'must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with aws:',
        met: isSourceGood,
        error: invalid(
          'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
        ),
      },
      {
        name: 'NameID',
        value: subject ?? 'none',
        constraint: 'is required',
        met: subject !== undefined,
        error: notAuthorized(act, 'documented'),
      },
      {
        name: 'Role',
        value: roles.join(' '),
        constraint: 'must hold the role and the provider of the call',
        met: isOffered(act, roles),
        error: notAuthorized(act, 'modelled'),
      },
    ];
    return finding(
      {
        kind: 'constraints',
        parameters: rows.map(({ error: _, ...shown }) => shown),
        paths: [actField(act, 'sAMLAssertion')],
      },
      rows.find(({ met }) => !met)?.error,
    );
  },
};

const invalid = (message: string): AwsError =>
  stsError('InvalidIdentityToken', message, 'documented');

const notAuthorized = (act: FederatedAct, wording: Basis): AwsError =>
  stsError('AccessDenied', `Not authorized to perform sts:${actionOf(act)}`, wording);

/** Whether a SAML response offers this role through this provider (IAM User Guide, SAML assertions, Role). */
const isOffered = (act: AssumeRoleWithSaml, roles: readonly string[]): boolean =>
  roles.some((pair) => {
    const arns = pair.split(',').map((arn) => arn.trim());
    return arns.includes(act.roleArn) && arns.includes(act.principalArn);
  });

/** The actions a federated call needs: its own, and those for what the session is to carry. */
function actionsOf(act: FederatedAct): readonly string[] {
  const { tags, sourceIdentity } = sessionRequest(act);
  return [
    act.kind,
    ...(tags.length > 0 ? ['sts:TagSession'] : []),
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

/** The role's trust policy alone decides: whoever comes has no policies yet (sts.md 5.3). */
export const federationAllowed: Rule<StsContext<FederatedAct>, 'sts.federation-allowed'> = {
  id: 'sts.federation-allowed',
  test: ({ world, act }) => {
    const identity = promised(identityOf(world, act), 'sts.token-readable passed');
    const role = findRole(world, act.roleArn);
    const { sessionName, tags, transitiveTagKeys, sourceIdentity } = sessionRequest(act);
    const request = (action: string): AccessRequest => ({
      principal: identity.principal,
      action,
      resource: act.roleArn,
      resourceAccount: accountOf(act.roleArn),
      ...(role && { resourcePolicy: role.trustPolicy }),
      context: {
        ...regionKeys(act),
        ...identity.keys,
        'aws:FederatedProvider': identity.principal.provider,
        'sts:RoleSessionName': sessionName,
        ...tagKeys(tags),
        ...(transitiveTagKeys.length > 0 && { 'sts:TransitiveTagKeys': transitiveTagKeys }),
        ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': sourceIdentity }),
      },
    });
    const requests = actionsOf(act).map(request);
    const refused = requests.find((each) => decide(each, world).verdict !== 'allow');
    const asked = refused ?? request(act.kind);
    const evidence = policyEvidence(asked, world, [
      `role:${act.roleArn}/trustPolicy`,
      actField(act, 'roleArn'),
    ]);
    const { message, basis } = denialAnswer(evidence.decision, asked, world);
    return finding(
      { ...evidence, principal: identity.principal.subject },
      role && !refused ? undefined : stsError('AccessDenied', message, basis),
    );
  },
};
