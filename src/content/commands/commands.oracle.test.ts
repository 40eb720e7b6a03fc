import { execFileSync, spawnSync } from 'node:child_process';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';
import type { Trace, Step } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import type { RawKnobs } from '../knob.ts';
import type { Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/all.ts';
import { wordsOf } from './apiOperation.ts';
import { literal } from './boto3.ts';
import type { Command, CommandTool } from './command.ts';
import { commandsOf } from './commandsOf.ts';
import { cliValue, MODELS, shapeFaults } from './model.fixture.ts';
import { word } from './shell.ts';

/** Every command of every scenario: read by a real shell and Python, and compared with AWS’s models and with the run. */

const has = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { encoding: 'utf8' }).status === 0;
const hasShell = has('sh', '-c', 'true') && has('openssl', 'version');
const hasPython = has('python3', '--version');

interface Told {
  readonly name: string;
  readonly step: Step;
  readonly trace: Trace;
  readonly before: World;
}

/** The first step of every act: the world it happens in is that of the step before. */
const firstSteps = (name: string, trace: Trace): readonly Told[] =>
  trace.steps.flatMap((step, index) =>
    trace.steps.findIndex((one) => one.act === step.act) === index
      ? [{ name, step, trace, before: trace.steps[index - 1]?.world ?? trace.start }]
      : [],
  );

const toldWith = (knobsOf: (scenario: Scenario) => readonly RawKnobs[]): readonly Told[] =>
  SCENARIOS.flatMap((scenario) =>
    knobsOf(scenario).flatMap((knobs) =>
      firstSteps(scenario.id, scenario.play(knobs, { parsePolicy }).trace),
    ),
  );

const told = toldWith(({ working }) => [{}, working]);
/** With every setting of every knob. */
const varied = [...told, ...toldWith(({ variations }) => variations.map(({ knobs }) => knobs))];

const commandsAt = ({ before, step }: Told): readonly Command[] => {
  const found = commandsOf(before, step.act);
  return found.kind === 'commands' ? found.commands : [];
};

interface Line {
  readonly at: Told;
  readonly text: string;
}

/** The commands of a tool, each text once. */
const linesOf = (tool: CommandTool, from: readonly Told[] = varied): readonly Line[] => [
  ...new Map(
    from.flatMap((at) =>
      commandsAt(at)
        .filter((one) => one.tool === tool)
        .map(({ text }) => [text, { at, text }] as const),
    ),
  ).values(),
];

test('every act has a command, or says why there is none', () => {
  const silent = varied.flatMap(({ step, before }) => {
    const found = commandsOf(before, step.act);
    return found.kind === 'none' ? [`${step.act.kind}: ${found.because}`] : [];
  });
  expect([...new Set(silent)].toSorted()).toMatchInlineSnapshot(`
    [
      "download: The answer is still on its way: nothing new is asked.",
      "hand-over: This happens between people, outside AWS.",
      "rolesanywhere:CreateSession: AWS’s credential helper makes this call. It has a tab of its own.",
      "signin:login: A browser opens this address: the console keeps its session in cookies.",
      "tell: This happens between people, outside AWS.",
      "tool:presign: The tool signs nothing, so there is no link to make again.",
      "wait: Time passes by itself.",
    ]
  `);
});

test('names are cut into words as botocore cuts them', () => {
  for (const [id, { method, options }] of Object.entries(MODELS)) {
    expect(wordsOf(id.slice(id.indexOf(':') + 1), '_')).toBe(method);
    for (const [name, option] of Object.entries(options)) expect(wordsOf(name, '-')).toBe(option);
  }
});

/** The words a shell hands to a program, for each time it is called. */
function argumentsOf(program: string, lines: readonly Line[]): readonly (readonly string[])[][] {
  const stub = `${program}() { printf '%s\\0' "$@"; printf '\\036'; }`;
  const script = [stub, ...lines.map(({ text }) => `${text}\nprintf '\\035'`)].join('\n');
  return execFileSync('sh', { input: script, encoding: 'utf8', maxBuffer: 1e8 })
    .split('\u001D')
    .slice(0, -1)
    .map((calls) =>
      calls
        .split('\u001E')
        .slice(0, -1)
        .map((words) => words.split('\0').slice(0, -1)),
    );
}

/** Options with the words behind them. */
function optionsIn(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, string[]>();
  let last: string[] = [];
  for (const one of words) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(one) ?? [];
    if (name === undefined) last.push(one);
    else options.set(name, (last = value === undefined ? [] : [value]));
  }
  return options;
}

const OF_THE_CLI = new Set(['region', 'endpoint-url', 'no-sign-request']);

/** Whether the run sends what the model does not allow, on purpose. */
const isBroken = ({ step, trace }: Told): boolean => {
  const outcome = trace.outcomes[step.act.id];
  return (
    outcome?.kind === 'refused' && /Validation|parameters/.test(outcome.error.code + outcome.rule)
  );
};

const isBound = (fault: string): boolean => / is (?:below|above|none of) /.test(fault);

function faultsOf(at: Told, operation: string, given: Readonly<Record<string, unknown>>) {
  const model = MODELS[operation];
  if (!model) return [`${operation} is not known`];
  return shapeFaults(model.input, given, operation).filter(
    (fault) => !(isBound(fault) && isBroken(at)),
  );
}

/** The operation that a verb of the AWS CLI stands for. */
const operationFor = (service: string, verb: string) =>
  Object.entries(MODELS).find(
    ([id, { method }]) => id.startsWith(`${service}:`) && method.replaceAll('_', '-') === verb,
  );

/** The parameter that an option names; `--no-enabled` sets `enabled` too. */
function parameterFor(options: Readonly<Record<string, string>>, option: string) {
  const names = new Map(Object.entries(options).map(([name, one]) => [one, name]));
  const on = names.get(option);
  return on === undefined
    ? { name: names.get(option.replace(/^no-/, '')), isOn: false }
    : { name: on, isOn: true };
}

/** What the AWS CLI would say against a command. */
function cliFaults(at: Told, [command = '', verb = '', ...words]: readonly string[]) {
  if (command === 's3' && verb === 'presign') return presignFaults(words);
  const found = operationFor(command === 's3api' ? 's3' : command, verb);
  return found ? optionFaults(at, found[0], words) : [`${command} ${verb} is not known`];
}

/** Whether the AWS CLI takes a value for the place of the value. */
const isFetched = (option: string, values: readonly string[]): boolean =>
  option !== 'endpoint-url' && values.some((value) => /^(?:https?|file):/.test(value));

function optionFaults(at: Told, id: string, words: readonly string[]): readonly string[] {
  const { options = {}, input } = MODELS[id] ?? {};
  // `ec2 run-instances` counts with an option of its own.
  const given: Record<string, unknown> =
    id === 'ec2:RunInstances' ? { MinCount: 1, MaxCount: 1 } : {};
  const unknown: string[] = [];
  for (const [option, values] of optionsIn(words)) {
    const { name = '', isOn } = parameterFor(options, option);
    if (isFetched(option, values)) unknown.push(`${id} fetches the value of --${option}`);
    const shape = input?.members?.[name];
    if (shape) given[name] = shape.type === 'boolean' ? isOn : cliValue(shape, values);
    else if (!OF_THE_CLI.has(option)) unknown.push(`${id} has no --${option}`);
  }
  return [...unknown, ...faultsOf(at, id, given)];
}

function presignFaults([target = '', ...words]: readonly string[]): readonly string[] {
  const options = optionsIn(words);
  const names = [...options.keys()].filter((name) => name !== 'expires-in' && name !== 'region');
  const isLength = /^\d+$/.test(options.get('expires-in')?.[0] ?? '0');
  return [
    ...names.map((name) => `s3 presign has no --${name}`),
    ...(isLength ? [] : ['--expires-in is no number']),
    ...(/^s3:\/\/[^/]+\/./.test(target) ? [] : [`${target} is no object`]),
  ];
}

const textAt = ({ trace, step }: Told, kind: string): string =>
  trace.steps
    .filter(({ act }) => act.id === step.act.id)
    .flatMap(({ artifacts }) => artifacts)
    .find((one) => one.kind === kind)?.text ?? '';

/** What the openssl lines have to print. */
const signedAt = (at: Told): string =>
  at.step.act.kind === 'sign-form' ? textAt(at, 'signature') : textAt(at, 'url');

/** Any texts that a shell can hold: it has no NUL, and no half of a letter. */
const texts = fc
  .sample(fc.string({ unit: 'grapheme', maxLength: 12 }), { numRuns: 300, seed: 1 })
  .concat(fc.sample(fc.string({ unit: 'binary-ascii' }), { numRuns: 300, seed: 2 }))
  .concat('-x', '=ls', '~', '!!', "'", '$(id)', '`id`', 'a\nb', String.raw`\n`, '*', '#', '')
  .map((text) => text.replaceAll('\0', ''));

describe.skipIf(!hasShell)('in a real shell', () => {
  test('any text is one word', () => {
    const line = `printf '%s\\0' ${texts.map(word).join(' ')}`;
    const printed = execFileSync('sh', { input: line, encoding: 'utf8' });
    expect(printed.split('\0').slice(0, -1)).toEqual(texts);
  });

  test('the AWS CLI’s lines are calls that its models know', () => {
    const lines = linesOf('cli');
    expect(lines.length).toBeGreaterThan(60);
    const calls = argumentsOf('aws', lines);
    const faults = lines.flatMap(({ at, text }, index) => {
      const made = calls[index] ?? [];
      return made.length === 0 ? [`no call in ${text}`] : made.flatMap((one) => cliFaults(at, one));
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  test('curl sends the very request of the run', () => {
    const lines = linesOf('curl');
    const calls = argumentsOf('curl', lines);
    const differing = lines.filter(({ at }, index) => {
      const [words = []] = calls[index] ?? [];
      return !sendsTheSame(at, words);
    });
    expect(lines.length).toBeGreaterThan(60);
    expect(differing.map(({ at, text }) => `${at.name} ${text}`)).toEqual([]);
  });

  test('openssl prints the very link or signature of the run', { timeout: 60_000 }, () => {
    // openssl is started six times for each: those of the stories as they are told will do.
    const lines = linesOf('openssl', told);
    const script = lines.map(({ text }) => text).join('\n');
    const printed = execFileSync('sh', { input: script, encoding: 'utf8' }).trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(printed).toEqual(lines.map(({ at }) => signedAt(at)));
  });
});

const after = (words: readonly string[], option: string): readonly string[] =>
  words.flatMap((one, index) => (words[index - 1] === option ? [one] : []));

/** Whether the words after `curl` say what the request of the run says. */
function sendsTheSame(at: Told, words: readonly string[]): boolean {
  const { act } = at.step;
  const request = textAt(at, 'request');
  const body = request.slice(request.indexOf('\n\n') + 2);
  if (act.kind === 'open-url') {
    const [sent = ''] = after(words, '--data-raw');
    const method = after(words, '--request')[0] ?? (words.includes('--head') ? 'HEAD' : 'GET');
    const headers = after(words, '--header').filter((header) => header !== 'Content-Type:');
    return (
      words.at(-1) === textAt(at, 'url') &&
      request.startsWith(`${method} `) &&
      sent === (act.body ?? '') &&
      headers.every((header) => request.includes(`\n${header}`))
    );
  }
  if (act.kind === 'send-form') {
    const fields = [...after(words, '--form-string'), ...after(words, '--data-urlencode')];
    return fields.length > 3 && fields.every((field) => field.includes('='));
  }
  if (act.kind === 'signin:getSigninToken') {
    const query = after(words, '--data-urlencode').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return `${name}=${encodeURIComponent(value.join('='))}`;
    });
    return request.includes(`/federation?${query.join('&')}`);
  }
  return after(words, '--data-raw')[0] === body;
}

/** Notes the calls that Python makes, and calls nobody. */
const PYTHON = `
import json, sys, types
calls = []
class Client:
    def __init__(self, service): self.service = service
    def __getattr__(self, name):
        def call(**given):
            calls[-1].append([self.service, name, given])
            return ""
        return call
boto3 = types.ModuleType("boto3")
boto3.client = lambda service, **more: Client(service)
botocore = types.ModuleType("botocore")
botocore.UNSIGNED = object()
config = types.ModuleType("botocore.config")
config.Config = lambda **more: None
sys.modules.update({"boto3": boto3, "botocore": botocore, "botocore.config": config})
class File:
    def read(self): return "bytes"
out, quiet = sys.stdout, open(__import__("os").devnull, "w")
for text in json.load(sys.stdin):
    calls.append([])
    sys.stdout = quiet
    exec(text, {"open": lambda name, mode: File()})
    sys.stdout = out
print(json.dumps(calls, default=lambda file: "bytes"))
`;

type PythonCall = readonly [service: string, method: string, given: Record<string, unknown>];

function pythonFaults(at: Told, [service, method, given]: PythonCall): readonly string[] {
  if (method === 'generate_presigned_post') {
    return typeof given['ExpiresIn'] === 'number' ? [] : ['a form has no length'];
  }
  const isLink = method === 'generate_presigned_url';
  const called = isLink ? given['ClientMethod'] : method;
  const found = Object.entries(MODELS).find(
    ([id, one]) => id.startsWith(`${service}:`) && one.method === called,
  );
  if (!found) return [`${service}.${String(called)} is not known`];
  const parameters = isLink ? given['Params'] : given;
  return faultsOf(at, found[0], parameters as Readonly<Record<string, unknown>>);
}

test.skipIf(!hasPython)('boto3’s lines are calls that its models know', () => {
  const lines = linesOf('boto3');
  expect(lines.length).toBeGreaterThan(60);
  const input = JSON.stringify(lines.map(({ text }) => text));
  const printed = execFileSync('python3', ['-c', PYTHON], { input, encoding: 'utf8' });
  const calls = JSON.parse(printed) as readonly (readonly PythonCall[])[];
  const faults = lines.flatMap(({ at, text }, index) => {
    const made = calls[index] ?? [];
    return made.length === 0
      ? [`no call in ${text}`]
      : made.flatMap((one) => pythonFaults(at, one));
  });
  expect([...new Set(faults)]).toEqual([]);
});

test.skipIf(!hasPython)('any text is one of Python’s', () => {
  const program = 'import ast, json, sys\nprint(json.dumps(ast.literal_eval(sys.stdin.read())))';
  const printed = execFileSync('python3', ['-c', program], {
    input: literal(texts),
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual(texts);
});
