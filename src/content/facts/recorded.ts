import { TOOL_FORMS, TOOL_URLS } from '#engine/dissect/tools.vectors.ts';
import type { ToolForm, ToolUrl } from '#engine/dissect/toolUrl.ts';

import type { ToolId } from '../toolIds.ts';
import type { Tried } from './choices.ts';

/** What tools made when they were run here: only of these an exact URL is drawn. */

const URLS_OF: Partial<Readonly<Record<ToolId, string>>> = {
  cli: 'AWS CLI',
  boto3: 'boto3',
  js: 'AWS SDK for JavaScript',
  ruby: 'AWS SDK for Ruby',
  rclone: 'rclone',
  s3cmd: 's3cmd',
};

const FORMS_OF: Partial<Readonly<Record<ToolId, string>>> = {
  'boto3-post': 'boto3',
  'js-post': 'AWS SDK for JavaScript',
};

const signerOf = (tried: Tried): ToolUrl['signer'] => (tried === 'user' ? 'user' : 'session');

/** The URLs for S3 that a tool made here with such credentials. */
export const recordedUrls = (id: ToolId, tried: Tried): readonly ToolUrl[] =>
  TOOL_URLS.filter(
    ({ tool, signer, service }) =>
      tool === URLS_OF[id] && service === 's3' && signer === signerOf(tried),
  );

/** The upload forms that a tool made here with such credentials. */
export const recordedForms = (id: ToolId, tried: Tried): readonly ToolForm[] =>
  TOOL_FORMS.filter(({ tool, signer }) => tool === FORMS_OF[id] && signer === signerOf(tried));
