import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../lib/run.mjs';

/** The tools that presign, and how each is run: with the credentials, the Region and the clock of its environment. */

const exec = promisify(execFile);

/** The moment every clock shows that can be stopped. */
export const NOON = '2026-01-15T12:00:00Z';

export const REGION = 'eu-central-1';

/** The keys of AWS's own examples (AWS General Reference), and a token that never was one. */
export const CREDENTIALS = {
  user: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  session: {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaDGV1LWNlbnRyYWwtMSEXAMPLE+/==',
  },
};

/**
 * @typedef {object} Tool
 * @property {string} from where it was installed from
 * @property {() => Promise<string | undefined>} find its program, where it is here
 * @property {readonly string[]} version what to ask for its version
 * @property {(command: string) => readonly string[]} args what a command becomes on its program's command line
 * @property {(url: string) => string} [form] how an expression that gives a form is printed as JSON
 * @property {boolean} [ownClock] whether its clock cannot be stopped: Go asks the kernel itself
 */

/** The first of these programs that says this of its version. @param {readonly string[]} files @param {readonly string[]} args @param {RegExp} says */
const firstOf = async (files, args, says) => {
  for (const file of files.filter((each) => existsSync(each))) {
    const { stdout } = await exec(file, args).catch(() => ({ stdout: '' }));
    if (says.test(stdout)) return file;
  }
  return undefined;
};

/** Programs of this name on the path, but Debian's. @param {string} name */
const elsewhere = (name) =>
  (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => folder !== '/usr/bin' && folder !== '/bin')
    .map((folder) => join(folder, name));

const PYTHON_VERSION = /** @type {const} */ (['-c', 'import boto3; print(boto3.__version__)']);
const PYTHON = `import json
from boto3 import client
from botocore.config import Config
`;

/** @param {Pick<Tool, 'from' | 'find'>} where @returns {Tool} */
const python = (where) => ({
  ...where,
  version: PYTHON_VERSION,
  args: (command) => ['-c', `${PYTHON}print(${command})`],
  form: (command) => `json.dumps(${command})`,
});

const NODE = `import { createRequire } from 'node:module';
const load = createRequire(${JSON.stringify(join(root, 'scripts/fuzz/package.json'))});
const { S3Client, GetObjectCommand, PutObjectCommand } = load('@aws-sdk/client-s3');
const { getSignedUrl } = load('@aws-sdk/s3-request-presigner');
const { createPresignedPost } = load('@aws-sdk/s3-presigned-post');
`;

/** A command line, for a shell that finds the tool's own program first. @param {string} command */
const shell = (command) => ['-c', command];

/** @param {string} file @param {string} from @param {readonly string[]} [version] @returns {Tool} */
const debian = (file, from, version = ['--version']) => ({
  from: `Debian 12, ${from}`,
  find: () => Promise.resolve(existsSync(file) ? file : undefined),
  version,
  args: shell,
});

/**
 * @typedef {'AWS CLI 2' | 'AWS CLI 1' | 'boto3' | 'boto3 of 2022' | 'rclone' | 's3cmd' | 'AWS SDK for JavaScript'
 *   | 'AWS SDK for Ruby'} ToolName
 */

/** @type {Readonly<Record<ToolName, Tool>>} */
export const TOOLS = {
  'AWS CLI 2': debian('/usr/bin/aws', 'awscli'),
  'AWS CLI 1': {
    from: 'PyPI, awscli',
    find: () => firstOf(elsewhere('aws'), ['--version'], /^aws-cli\/1\./),
    version: ['--version'],
    args: shell,
  },
  boto3: python({
    from: 'PyPI, boto3',
    find: () => firstOf(elsewhere('python3'), PYTHON_VERSION, /^1\./),
  }),
  'boto3 of 2022': python(debian('/usr/bin/python3', 'python3-boto3')),
  rclone: { ...debian('/usr/bin/rclone', 'rclone', ['version']), ownClock: true },
  s3cmd: debian('/usr/bin/s3cmd', 's3cmd'),
  'AWS SDK for JavaScript': {
    from: 'npm, @aws-sdk/s3-request-presigner',
    find: () => Promise.resolve(process.execPath),
    version: [
      '-p',
      `require(${JSON.stringify(join(root, 'scripts/fuzz/package.json'))}).dependencies['@aws-sdk/s3-request-presigner']`,
    ],
    args: (command) => ['--input-type=module', '-e', `${NODE}console.log(await ${command});`],
    form: (command) => `${command}.then(JSON.stringify)`,
  },
  'AWS SDK for Ruby': {
    ...debian('/usr/bin/ruby', 'ruby-aws-sdk-s3'),
    version: ['-e', "require 'aws-sdk-s3'; puts Aws::S3::GEM_VERSION"],
    args: (command) => ['-e', `require 'aws-sdk-s3'; puts ${command}`],
  },
};

/** The first version number in a text. @param {string} text */
const versionIn = (text) => /\d+(?:\.\d+)+/.exec(text)?.[0];

/**
 * A tool's program and version; undefined where it is not installed.
 * @param {ToolName} name
 */
export const installed = async (name) => {
  const tool = TOOLS[name];
  const file = await tool.find();
  if (file === undefined) return undefined;
  const { stdout } = await exec(file, tool.version).catch(() => ({ stdout: '' }));
  const version = versionIn(stdout);
  return version === undefined ? undefined : { file, version };
};

/**
 * What a tool prints for a command.
 * @param {object} asked
 * @param {ToolName} asked.tool
 * @param {string} asked.file its program
 * @param {string} asked.command
 * @param {'user' | 'session'} asked.signer
 * @param {string} asked.region
 * @param {string} asked.home a folder without settings
 * @param {Readonly<Record<string, string>>} [asked.env]
 */
export const ask = async ({ tool: name, file, command, signer, region, home, env }) => {
  const tool = TOOLS[name];
  const program = tool.args === shell ? '/bin/sh' : file;
  const args = [program, ...tool.args(command)];
  const { accessKeyId, secretAccessKey, sessionToken } = {
    sessionToken: undefined,
    ...CREDENTIALS[signer],
  };
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, '.s3cfg'), '');
  const clock = ['-f', NOON.replace('T', ' ').replace('Z', '')];
  const { stdout } = await exec(
    tool.ownClock ? program : 'faketime',
    tool.ownClock ? args.slice(1) : [...clock, ...args],
    {
      env: {
        PATH: `${dirname(file)}:/usr/bin:/bin`,
        HOME: home,
        TZ: 'UTC',
        LANG: 'C.UTF-8',
        // Node’s event loop has to see time go by.
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        DONT_FAKE_MONOTONIC: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ...env,
      },
    },
  );
  return stdout.trim();
};
