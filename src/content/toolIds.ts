/** Tools that presign, in the order they are listed; one that makes URLs and forms is named twice. */
export const TOOL_IDS = [
  'cli',
  'boto3',
  'boto3-post',
  'boto3-express',
  'js',
  'js-signer',
  'js-post',
  'js-v2',
  'js-v2-post',
  'go',
  'ruby',
  'java',
  'java-v1',
  'net',
  'php',
  'rust',
  'cpp',
  'rclone',
  's3cmd',
  'console',
] as const;
export type ToolId = (typeof TOOL_IDS)[number];
