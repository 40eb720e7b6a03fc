import type { ProvidedContext, SessionTag } from '../act.ts';
import { seconds } from '../time.ts';
import type { StsAct } from './acts.ts';
import { PARAMETERS } from './parameters.ts';
import type { Parameter, ParameterKind } from './parameters.ts';
import { formatSamlResponse } from './samlResponse.ts';
import { formatWebToken } from './webToken.ts';

/** The form of the Query protocol: lists are flattened into `Tags.member.1.Key` (IAM User Guide, requesting credentials). */

export type Field = readonly [name: string, value: string];

/** A parameter's value in an act. */
export const valueOf = (act: StsAct, { field }: Parameter): unknown =>
  // The tables of parameters name fields of the acts they stand under.
  (act as unknown as Readonly<Record<string, unknown>>)[field];

/** The fields of an act's form, in the order of the API reference. */
export const formFields = (act: StsAct): readonly Field[] =>
  PARAMETERS[act.kind].flatMap((parameter) => {
    const value = valueOf(act, parameter);
    return value === undefined ? [] : WRITE[parameter.kind](parameter.name, value);
  });

/** The texts that the model's constraints are about, named as error messages name them; undefined where nothing was given. */
export function textsOf(act: StsAct, parameter: Parameter): readonly Field[] | undefined {
  const value = valueOf(act, parameter);
  if (value === undefined) return undefined;
  return WRITE[parameter.kind](parameter.field, value).map(([name, text]) => [
    // `tags.member.1.Key` in a form is `tags.1.member.key` in a message.
    name.replace(
      /\.member\.(\d+)(?:\.([A-Za-z]+))?/,
      (_, index: string, rest?: string) =>
        `.${index}.member${rest === undefined ? '' : `.${rest.charAt(0).toLowerCase()}${rest.slice(1)}`}`,
    ),
    text,
  ]);
}

type Write = (name: string, value: unknown) => readonly Field[];

const member = (name: string, index: number): string => `${name}.member.${index + 1}`;

// The casts hold by the types of the acts; what a wire brings is read by READ below.
const WRITE: Readonly<Record<ParameterKind, Write>> = {
  text: (name, value) => [[name, value as string]],
  number: (name, value) => [[name, String(value)]],
  arn: (name, value) => [[`${name}.arn`, value as string]],
  texts: (name, value) =>
    (value as readonly string[]).map((text, index) => [member(name, index), text]),
  arns: (name, value) =>
    (value as readonly string[]).map((text, index) => [`${member(name, index)}.arn`, text]),
  tags: (name, value) =>
    (value as readonly SessionTag[]).flatMap((tag, index) => [
      [`${member(name, index)}.Key`, tag.key],
      [`${member(name, index)}.Value`, tag.value],
    ]),
  contexts: (name, value) =>
    (value as readonly ProvidedContext[]).flatMap((context, index) => [
      [`${member(name, index)}.ProviderArn`, context.providerArn],
      [`${member(name, index)}.ContextAssertion`, context.contextAssertion],
    ]),
  'saml-response': (name, value) => [
    [name, formatSamlResponse(value as Parameters<typeof formatSamlResponse>[0])],
  ],
  'web-token': (name, value) => [
    [name, formatWebToken(value as Parameters<typeof formatWebToken>[0])],
  ],
};

/** A form as it came: fields by name. */
export type Form = ReadonlyMap<string, string>;

/** The parameters of an operation that a form holds, by the fields of its act. */
export const readForm = (kind: StsAct['kind'], form: Form): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    PARAMETERS[kind].flatMap(({ name, field, kind: type }) => {
      const value = READ[type](name, form);
      return value === undefined ? [] : [[field, value]];
    }),
  );

type Read = (name: string, form: Form) => unknown;

/** The members of a list, each the fields under it; undefined for a list without any. */
function members<T>(
  name: string,
  form: Form,
  read: (prefix: string) => T,
): readonly T[] | undefined {
  const list: T[] = [];
  const prefixes = new Set(
    [...form.keys()].flatMap((key) => /^(.+?\.member\.\d+)/.exec(key) ?? []),
  );
  while (prefixes.has(member(name, list.length))) list.push(read(member(name, list.length)));
  return list.length === 0 ? undefined : list;
}

const readText: Read = (name, form) => form.get(name);

const READ: Readonly<Record<ParameterKind, Read>> = {
  text: readText,
  'saml-response': readText,
  'web-token': readText,
  arn: (name, form) => form.get(`${name}.arn`),
  number: (name, form) => {
    const text = form.get(name);
    return text === undefined ? undefined : seconds(/^[+-]?\d+$/.test(text) ? Number(text) : NaN);
  },
  texts: (name, form) => members(name, form, (prefix) => form.get(prefix) ?? ''),
  arns: (name, form) => members(name, form, (prefix) => form.get(`${prefix}.arn`) ?? ''),
  tags: (name, form) =>
    members(name, form, (prefix) => ({
      key: form.get(`${prefix}.Key`) ?? '',
      value: form.get(`${prefix}.Value`) ?? '',
    })),
  contexts: (name, form) =>
    members(name, form, (prefix) => ({
      providerArn: form.get(`${prefix}.ProviderArn`) ?? '',
      contextAssertion: form.get(`${prefix}.ContextAssertion`) ?? '',
    })),
};
