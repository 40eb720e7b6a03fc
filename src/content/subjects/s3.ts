import { S3_SERVICE } from '#engine/s3/service.ts';

import { S3_RULES } from '../s3Rules.ts';
import { saySharing } from '../sayS3.ts';
import type { Subject } from './subject.ts';

/** Presigned URLs. */
export const S3: Subject = { service: S3_SERVICE, rules: S3_RULES, says: saySharing };
