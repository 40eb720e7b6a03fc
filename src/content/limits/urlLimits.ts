import { FUTURE_TOLERANCE, HEADER_SKEW, LARGEST_UPLOAD, LONGEST_URL } from '#engine/s3/limits.ts';
import { CONSOLE_BOUNDS, INSTANCE_LIFE, TASK_LIFE } from '#engine/s3/urlLife.ts';

import { presignedStep } from '../facts/correction.ts';
import { TOOL_FACTS } from '../facts/tools.ts';
import { SIGNING_TOOLS } from '../signingTools.ts';
import type { Limit } from './limit.ts';

const documented = 'documented';

/** A tool’s own lifetime, where it has one and nobody says another. */
function toolDefault(tool: 'cli' | 'boto3' | 'js' | 'go', name: string): Limit {
  const { source, basis } = TOOL_FACTS[tool];
  return {
    id: `default-${tool}`,
    name,
    unit: 'seconds',
    standard: {
      max: SIGNING_TOOLS[tool].lifetime,
      shown: presignedStep('whose-default', 'open-url.expires-in-range', { tool }),
      by: 's3.expires-in-range',
    },
    source,
    basis,
  };
}

/** How long a presigned URL lives, and what else bounds it. */
export const URL_LIMITS: readonly Limit[] = [
  {
    id: 'expires',
    name: 'X-Amz-Expires',
    unit: 'seconds',
    bounds: {
      max: LONGEST_URL,
      shown: presignedStep('seven-days', 'open-url.expires-in-range'),
    },
    note: 'and no longer than the signer’s session',
    rule: 's3.expires-in-range',
  },
  {
    id: 'future-date',
    name: 'URL dated ahead of S3’s clock',
    unit: 'seconds',
    bounds: {
      max: FUTURE_TOLERANCE,
      shown: presignedStep('skewed-clock', 'open-url.not-in-the-future'),
    },
    note: 'about; AWS gives no number',
    rule: 's3.not-in-the-future',
  },
  {
    id: 'header-date',
    name: 'Request signed in its headers, either way',
    unit: 'seconds',
    bounds: { max: HEADER_SKEW },
    note: 'no such limit for the age of a URL',
    source: 's3.authenticating',
    basis: documented,
  },
  toolDefault('cli', 'Lifetime by default: AWS CLI'),
  toolDefault('boto3', 'Lifetime by default: boto3'),
  toolDefault('js', 'Lifetime by default: JavaScript SDK, getSignedUrl'),
  toolDefault('go', 'Lifetime by default: Go SDK'),
  {
    id: 's3-console',
    name: 'Link made in the S3 console',
    unit: 'seconds',
    bounds: { ...CONSOLE_BOUNDS },
    source: 's3.presigned',
    basis: documented,
  },
  {
    id: 'instance',
    name: 'Credentials of an EC2 instance’s role',
    unit: 'seconds',
    bounds: { max: INSTANCE_LIFE },
    note: 'about that long',
    source: 's3.presigned',
    basis: documented,
  },
  {
    id: 'task',
    name: 'Credentials of an ECS task’s role',
    unit: 'seconds',
    bounds: { min: TASK_LIFE.least, max: TASK_LIFE.most },
    source: 's3.presigned',
    basis: documented,
  },
  {
    id: 'upload',
    name: 'Upload in one request',
    unit: 'bytes',
    bounds: {
      max: LARGEST_UPLOAD,
      shown: presignedStep('photo-form', 'send-form.form-size', { limit: 'off' }),
    },
    note: 'a form’s policy can set less',
    rule: 's3.form-size',
    source: 's3.put-object',
  },
];
