import { credentialsOf, signerOf } from '#engine/credentials.ts';
import type { SessionTag, ProvidedContext } from '#engine/act.ts';
import { GLOBAL_REGION } from '#engine/regions.ts';
import type { StsAct } from '#engine/sts/acts.ts';
import { formFields, valueOf } from '#engine/sts/form.ts';
import { PARAMETERS } from '#engine/sts/parameters.ts';
import type { Parameter, ParameterKind } from '#engine/sts/parameters.ts';
import { requestOf } from '#engine/sts/request.ts';
import type { World } from '#engine/world.ts';

import type { ApiOperation, KeyParts, Value } from './apiOperation.ts';
import { cliCredentials, cliText } from './awsCli.ts';
import { boto3Text } from './boto3.ts';
import type { Command } from './command.ts';
import { broken, script, word } from './shell.ts';

/** A call to STS by the AWS CLI, boto3 and curl. */

type Write = (value: unknown, text: string) => Value;

const asText: Write = (_, text) => text;

/** The casts hold by the table of parameters, as they do where forms are written. */
const WRITE: Readonly<Record<ParameterKind, Write>> = {
  text: asText,
  'saml-response': asText,
  'web-token': asText,
  number: Number,
  arn: (value) => ({ arn: value as string }),
  texts: (value) => value as readonly string[],
  arns: (value) => (value as readonly string[]).map((arn) => ({ arn })),
  tags: (value) =>
    (value as readonly SessionTag[]).map((tag) => ({ Key: tag.key, Value: tag.value })),
  contexts: (value) =>
    (value as readonly ProvidedContext[]).map((one) => ({
      ProviderArn: one.providerArn,
      ContextAssertion: one.contextAssertion,
    })),
};

function valueFor(act: StsAct, parameter: Parameter): Value | undefined {
  const value = valueOf(act, parameter);
  if (value === undefined) return undefined;
  const [, text = ''] = formFields(act).find(([name]) => name === parameter.name) ?? [];
  return WRITE[parameter.kind](value, text);
}

/** A call to STS as its API model describes it. */
export function stsOperation(act: StsAct): ApiOperation {
  const isGlobal = act.endpoint === 'global';
  return {
    service: 'sts',
    operation: act.kind.slice('sts:'.length),
    region: isGlobal ? GLOBAL_REGION : act.region,
    ...(isGlobal && { endpoint: 'https://sts.amazonaws.com' }),
    ...(!('credentials' in act) && { isSigned: false }),
    parameters: Object.fromEntries(
      PARAMETERS[act.kind].flatMap((parameter) => {
        const value = valueFor(act, parameter);
        return value === undefined ? [] : [[parameter.name, value]];
      }),
    ),
  };
}

/** Who signs, with the secret that is used in the run. */
function signerFor(world: World, act: StsAct): KeyParts | undefined {
  if (!('credentials' in act)) return undefined;
  const key = credentialsOf(world, act.credentials);
  if (!key) return undefined;
  return {
    ...signerOf(key),
    ...(act.signedWith !== undefined && { secretAccessKey: act.signedWith }),
  };
}

/** curl signs by itself: `--aws-sigv4`. The form is the run’s own. */
function curlText(world: World, act: StsAct, key: KeyParts | undefined): string {
  const { host, body } = requestOf(world, act);
  const { region } = stsOperation(act);
  const signing = key
    ? [
        `--aws-sigv4 ${word(`aws:amz:${region}:sts`)}`,
        '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
        ...(key.sessionToken === undefined
          ? []
          : ['--header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"']),
      ]
    : [];
  return script(
    cliCredentials(key),
    broken([`curl https://${host}/`, ...signing, `--data-raw ${word(body)}`]),
  );
}

/** The commands of a call to STS. */
export function stsCommands(world: World, act: StsAct): readonly [Command, ...Command[]] {
  const key = signerFor(world, act);
  const call = stsOperation(act);
  return [
    { tool: 'cli', text: cliText([call], key) },
    { tool: 'boto3', text: boto3Text([call], key) },
    { tool: 'curl', text: curlText(world, act, key) },
  ];
}
