import { join } from 'node:path';
import { expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';

import { SCENARIOS } from '../scenarios/all.ts';
import type { Scenario } from '../scenario.ts';
import type { Command, CommandTool } from './command.ts';
import { COMMAND_PLACES } from './commandPlaces.ts';
import type { RecordedCommands } from './commandPlaces.ts';
import { commandsOf } from './commandsOf.ts';

/** What a text calls: the AWS CLI’s commands, boto3’s methods, the tools of a shell. */
const CALLED = {
  cli: /^aws [a-z0-9-]+ [a-z0-9-]+/gm,
  boto3: /(?<=client\.)\w+(?=\()/g,
  curl: /^curl|--aws-sigv4/gm,
  openssl: /openssl dgst/,
} as const;

/** The names in a command of one tool. */
const namesIn = (commands: readonly Command[], tool: CommandTool): readonly string[] =>
  commands.flatMap((one) => (one.tool === tool ? [...new Set(one.text.match(CALLED[tool]))] : []));

/** What a command is found by: boto3’s method beside the AWS CLI’s, which is what most would type. */
function namesOf(commands: readonly Command[]) {
  const cli = namesIn(commands, 'cli');
  const boto3 = namesIn(commands, 'boto3');
  const isPaired = cli.length === boto3.length;
  const curl = namesIn(commands, 'curl').join(' ');
  return [
    ...cli.map((name, index) => ({
      name,
      tool: 'cli',
      also: isPaired ? `boto3 ${boto3[index]}` : '',
    })),
    ...(isPaired ? [] : boto3.map((name) => ({ name, tool: 'boto3', also: '' }))),
    ...(curl === '' ? [] : [{ name: curl, tool: 'curl', also: '' }]),
    ...namesIn(commands, 'openssl').map((name) => ({ name, tool: 'openssl', also: 'HMAC' })),
  ];
}

/** The names in the steps of one story, each with the first step that has it. */
function namedIn({ lab, id, play }: Scenario) {
  const { steps, start } = play({}, { parsePolicy }).trace;
  return steps.flatMap((step, index) => {
    if (steps[index - 1]?.act.id === step.act.id) return [];
    const found = commandsOf(steps[index - 1]?.world ?? start, step.act);
    if (found.kind === 'none') return [];
    const at = `${lab}/${id}/${step.id}`;
    return namesOf(found.commands).map((named) => ({ ...named, at }));
  });
}

function writtenDown(): RecordedCommands {
  const first = new Map<string, RecordedCommands[string]>();
  for (const { name, ...place } of SCENARIOS.flatMap(namedIn)) {
    if (!first.has(name)) first.set(name, place);
  }
  return Object.fromEntries([...first].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test('what is written down is where the stories show each command now', async () => {
  await expect(`${JSON.stringify(writtenDown(), undefined, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'recorded.json'),
  );
});

test('the commands of an exam are found', () => {
  const names = COMMAND_PLACES.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'aws sts assume-role',
      'aws sts get-session-token',
      'aws s3 presign',
      'generate_presigned_post',
      'openssl dgst',
    ]),
  );
});
