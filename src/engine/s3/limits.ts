import { seconds } from '../time.ts';

/** The longest a SigV4 presigned URL may ask for: seven days (sigv4-query-string-auth). */
export const LONGEST_URL = seconds(604_800);

/** How far ahead of S3's clock X-Amz-Date may lie. AWS gives no number; failures are seen past 15 minutes. */
export const FUTURE_TOLERANCE = seconds(900);

/** How far a request signed in its headers may be from S3's clock, either way (RESTAuthentication, time stamp requirement). */
export const HEADER_SKEW = seconds(900);

/** One upload has 5 GB at most, whatever was signed (PutObject). */
export const LARGEST_UPLOAD = 5 * 1024 ** 3;
