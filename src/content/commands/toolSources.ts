import { SOURCES } from '../sources.ts';
import type { Source } from '../sources.ts';
import type { Command, CommandTool } from './command.ts';

/** Where it is written how a tool is told what to do: loaded with the commands, and not with every source. */
export const COMMAND_SOURCES = {
  'tool.cli-environment': {
    title: 'AWS CLI User Guide: environment variables',
    url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
    checkedOn: '2026-11-23',
  },
  'tool.botocore-models': {
    title: 'The API models of botocore, from which the AWS CLI and boto3 make their commands',
    url: 'https://github.com/boto/botocore/tree/develop/botocore/data',
    checkedOn: '2026-11-23',
  },
  'tool.curl-sigv4': {
    title: 'The option --aws-sigv4 of curl',
    url: 'https://github.com/curl/curl/blob/curl-7_88_1/docs/cmdline-opts/aws-sigv4.d',
    checkedOn: '2026-11-23',
  },
} as const satisfies Readonly<Record<string, Source>>;

const TOOL_SOURCES: Readonly<Record<CommandTool, readonly Source[]>> = {
  cli: [COMMAND_SOURCES['tool.botocore-models']],
  boto3: [COMMAND_SOURCES['tool.botocore-models']],
  curl: [],
  openssl: [SOURCES['s3.query-auth']],
};

/** The sources beside a command, and those of the options that only some commands have. */
export const commandSources = ({ tool, text }: Command): readonly Source[] => [
  ...(tool === 'cli' && text.includes('AWS_SECRET_ACCESS_KEY')
    ? [COMMAND_SOURCES['tool.cli-environment']]
    : []),
  ...(text.includes('--aws-sigv4') ? [COMMAND_SOURCES['tool.curl-sigv4']] : []),
  ...TOOL_SOURCES[tool],
];
