import type { Act, Change, HandOver, OpenUrl } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import type { Policy, Statement } from '#engine/policy/document.ts';
import type { Instant } from '#engine/time.ts';
import type { StoredObject } from '#engine/world.ts';

import { document, policy } from '../build.ts';

/** The bricks of a link’s story: the link is the one that the act `sign` made, unless the story says otherwise. */

/** Giving the link away. */
export const shared = (
  fields: Pick<HandOver, 'at' | 'by' | 'to'> & Partial<HandOver>,
): HandOver => ({ id: 'share', kind: 'hand-over', url: 'sign', ...fields });

/** Sending the link to S3, just as it was signed. */
export const opened = (fields: Pick<OpenUrl, 'at' | 'by'> & Partial<OpenUrl>): OpenUrl => ({
  id: 'open-url',
  kind: 'open-url',
  to: 's3',
  url: 'sign',
  method: 'GET',
  headers: [],
  edits: [],
  ...fields,
});

/** What an administrator does at a moment; nothing where there is no change. */
export const changed = (
  at: Instant,
  change: WorldChange | undefined,
  fields: Partial<Pick<Change, 'id' | 'needs'>> = {},
): readonly Act[] =>
  change ? [{ id: 'change', at, kind: 'change', by: 'administrator', change, ...fields }] : [];

/** A document that a link can lead to. */
export const pdf = (what: string): StoredObject => ({
  contentType: 'application/pdf',
  body: `%PDF-1.7 (${what})`,
});

/** A bucket policy that denies everybody a bucket’s objects under a condition. */
export const denying = (
  id: string,
  bucket: string,
  condition: NonNullable<Statement['Condition']>,
): Policy =>
  policy(
    id,
    'bucket',
    document({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${bucket}/*`,
      Condition: condition,
    }),
  );
