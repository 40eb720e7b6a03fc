import { accountOf } from '../arn.ts';
import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Policy } from '../policy/document.ts';
import { sessionPolicyId } from '../policyArtifacts.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { limitingPolicies, packedShare } from '../session/limitingPolicies.ts';
import type { Limiting } from '../session/limitingPolicies.ts';
import { managedPolicy } from '../session/managedPolicies.ts';
import type { Xml } from '../wire/xml.ts';
import type { World } from '../world.ts';
import type { StsAct } from './acts.ts';
import type { StsContext } from './context.ts';
import { credentialsAccount } from './credentialsAccount.ts';
import { PACKED_MAXIMUM } from './limits.ts';
import { sessionRequest } from './sessionRequest.ts';

/** Session policies: a text and ARNs that come with the call, and the space they take. */

const textOf = (act: StsAct): string | undefined => ('policy' in act ? act.policy : undefined);
const arnsOf = (act: StsAct): readonly string[] =>
  'policyArns' in act ? (act.policyArns ?? []) : [];

const limitingOf = (act: StsAct): Limiting => {
  const text = textOf(act);
  return { id: sessionPolicyId(act.id), ...(text !== undefined && { text }), arns: arnsOf(act) };
};

/** The policies a session is limited by: the inline one first, then the managed ones. */
export const sessionPoliciesOf = (world: World, act: StsAct): readonly Policy[] =>
  limitingPolicies(world, limitingOf(act));

/** Whether a managed policy may limit this session: AWS's own, or one of the account that owns the credentials (AssumeRole, PolicyArns). */
const isUsable = (world: World, act: StsAct, arn: string): boolean =>
  managedPolicy(world, arn) !== undefined &&
  ['aws', credentialsAccount(world, act)].includes(accountOf(arn));

/** Made where the call brings policies. */
export const sessionPoliciesValid: Rule<StsContext, 'sts.session-policies-valid'> = {
  id: 'sts.session-policies-valid',
  applies: ({ act }) => textOf(act) !== undefined || arnsOf(act).length > 0,
  test: ({ world, act }) => {
    const text = textOf(act);
    const parsed = text === undefined ? undefined : parsePolicy(text, 'session');
    const problem = parsed && 'problems' in parsed ? parsed.problems[0] : undefined;
    const missing = arnsOf(act).find((arn) => !isUsable(world, act, arn));
    const evidence = {
      kind: 'constraints',
      parameters: [
        ...(text === undefined
          ? []
          : [
              {
                name: 'policy',
                value: problem?.message ?? 'well formed',
                constraint: 'must be a policy AWS can read',
                met: !problem,
              },
            ]),
        ...arnsOf(act).map((arn) => ({
          name: 'policyArns',
          value: arn,
          constraint: 'must be a managed policy of AWS or of the session’s account',
          met: isUsable(world, act, arn),
        })),
      ],
      paths: [actField(act, 'policy'), actField(act, 'policyArns')],
    } as const;
    if (problem) {
      return finding(evidence, stsError('MalformedPolicyDocument', problem.message, 'modelled'));
    }
    return finding(
      evidence,
      missing === undefined
        ? undefined
        : stsError('ValidationError', `ARN ${missing} is not valid.`, 'modelled'),
    );
  },
};

const hasBaggage = (act: StsAct): boolean =>
  textOf(act) !== undefined || arnsOf(act).length > 0 || sessionRequest(act).tags.length > 0;

/** The share of the space for policies and tags a call takes, in per cent. */
export const packedPolicySize = (act: StsAct): number =>
  hasBaggage(act) ? packedShare(limitingOf(act), sessionRequest(act).tags.length) : 0;

/** Made where the call brings policies or tags. */
export const packedSize: Rule<StsContext, 'sts.packed-size'> = {
  id: 'sts.packed-size',
  applies: ({ act }) => hasBaggage(act),
  test: ({ act }) => {
    const size = packedPolicySize(act);
    const message =
      textOf(act) === undefined && arnsOf(act).length === 0
        ? `Packed size of session tags consumes ${size}% of allotted space.`
        : `Packed policy consumes ${size}% of allotted space, please use smaller policy.`;
    return finding(
      {
        kind: 'constraints',
        parameters: [
          {
            name: 'packed size',
            value: `${size} %`,
            constraint: `must be ${PACKED_MAXIMUM} % or less`,
            met: size <= PACKED_MAXIMUM,
          },
        ],
        paths: ['policy', 'policyArns', 'tags'].map((field) => actField(act, field)),
      },
      size > PACKED_MAXIMUM ? stsError('PackedPolicyTooLarge', message, 'modelled') : undefined,
    );
  },
};

/** PackedPolicySize: left out where there is nothing to pack, but for GetFederationToken (localstack test_sts.snapshot.json). */
export const packedSizeXml = (act: StsAct): readonly Xml[] =>
  hasBaggage(act) || act.kind === 'sts:GetFederationToken'
    ? [['PackedPolicySize', String(packedPolicySize(act))]]
    : [];
