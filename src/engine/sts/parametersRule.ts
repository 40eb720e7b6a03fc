import { parseArn } from '../arn.ts';
import type { Basis } from '../basis.ts';
import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import type { StsAct } from './acts.ts';
import type { StsContext } from './context.ts';
import { textsOf, valueOf } from './form.ts';
import { CONTEXT_LIMITS, PARAMETERS, TAG_LIMITS } from './parameters.ts';
import type { Constraint, Parameter } from './parameters.ts';

interface Constrained {
  readonly name: string;
  readonly value: string;
  readonly constraint: string;
  readonly met: boolean;
  readonly wording: Basis;
}

/** The limits of the API model as they apply to a call; where several are broken, a pattern is named before a length. */
const constraintsOf = (act: StsAct): readonly Constrained[] =>
  PARAMETERS[act.kind].flatMap((parameter) => {
    const texts = textsOf(act, parameter);
    if (texts === undefined) return missing(parameter);
    const members = texts.flatMap(([name, value]) =>
      limitsOf(parameter, name).map(({ says, isMet, wording }) => ({
        name,
        value,
        constraint: says,
        met: isMet(value),
        wording,
      })),
    );
    return [...sizeOf(parameter, valueOf(act, parameter)), ...members];
  });

const missing = ({ field, isRequired }: Parameter): readonly Constrained[] =>
  isRequired
    ? [
        {
          name: field,
          value: NULL,
          constraint: 'Member must not be null',
          met: false,
          wording: 'observed',
        },
      ]
    : [];

/** How messages show a value that is not there (https://github.com/aws/aws-sdk-cpp/pull/1252). */
const NULL = 'null';

function limitsOf({ kind, constraints }: Parameter, name: string): readonly Constraint[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (kind === 'tags') return last === 'key' ? TAG_LIMITS.key : TAG_LIMITS.value;
  if (kind !== 'contexts') return constraints;
  return last === 'providerArn' ? CONTEXT_LIMITS.providerArn : CONTEXT_LIMITS.contextAssertion;
}

function sizeOf({ field, size }: Parameter, value: unknown): readonly Constrained[] {
  if (!size || !Array.isArray(value)) return [];
  const about = { name: field, value: `[${value.length} members]`, wording: 'modelled' } as const;
  const { length } = value;
  return [
    {
      ...about,
      constraint: `Member must have length greater than or equal to ${size.min}`,
      met: length >= size.min,
    },
    {
      ...about,
      constraint: `Member must have length less than or equal to ${size.max}`,
      met: length <= size.max,
    },
  ];
}

/** The parameters that the service reads as ARNs once the model's constraints are met. */
const ARN_FIELDS = ['roleArn', 'principalArn'];

const arnsOf = (act: StsAct): readonly (readonly [name: string, arn: string])[] =>
  PARAMETERS[act.kind].flatMap((parameter) =>
    ARN_FIELDS.includes(parameter.field) ? (textsOf(act, parameter) ?? []) : [],
  );

const complaint = ({ name, value, constraint }: Constrained): string =>
  `Value ${value === NULL && constraint.endsWith('not be null') ? NULL : `'${value}'`} at '${name}' failed to satisfy constraint: ${constraint}`;

export const parametersValid: Rule<StsContext, 'sts.parameters-valid'> = {
  id: 'sts.parameters-valid',
  test: ({ act }) => {
    const constraints = constraintsOf(act);
    const arns = arnsOf(act).map(([name, value]) => ({
      name,
      value,
      constraint: 'Member must be an ARN',
      met: parseArn(value) !== undefined,
    }));
    const evidence = {
      kind: 'constraints',
      parameters: [...constraints.map(({ wording: _, ...shown }) => shown), ...arns],
      paths: PARAMETERS[act.kind].map(({ field }) => actField(act, field)),
    } as const;
    const broken = constraints.filter(({ met }) => !met);
    const [first] = broken;
    // A generic layer checks the model's constraints; only behind it does the service read the ARN (sts.md 1.6).
    if (!first) {
      const none = arns.find(({ met }) => !met);
      return finding(
        evidence,
        none ? stsError('ValidationError', `${none.value} is invalid`, 'observed') : undefined,
      );
    }
    const count = `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected`;
    return finding(
      evidence,
      stsError(
        'ValidationError',
        `${count}: ${broken.map(complaint).join('; ')}`,
        broken.length === 1 ? first.wording : 'modelled',
      ),
    );
  },
};
