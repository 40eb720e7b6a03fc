import type { Basis } from './basis.ts';

/** The errors AWS answers with: ordinary outcomes here, never thrown. */

export type Service = 'sts' | 's3';

// Code → HTTP status, by service (S3 error responses page; STS API model, sts.md 1.3).
const STATUS = {
  sts: {
    AccessDenied: 403,
    ExpiredToken: 403,
    InvalidClientTokenId: 403,
    SignatureDoesNotMatch: 403,
    ValidationError: 400,
  },
  s3: {
    AccessDenied: 403,
    AuthorizationQueryParametersError: 400,
    ExpiredToken: 400,
    InvalidAccessKeyId: 403,
    InvalidArgument: 400,
    InvalidToken: 400,
    NoSuchBucket: 404,
    NoSuchKey: 404,
    SignatureDoesNotMatch: 403,
  },
} as const satisfies Record<Service, Record<string, number>>;

export type StsErrorCode = keyof (typeof STATUS)['sts'];
export type S3ErrorCode = keyof (typeof STATUS)['s3'];

/** An error as AWS sends it: `details` are the elements S3 adds after the message, in order. */
export interface AwsError {
  readonly service: Service;
  readonly code: StsErrorCode | S3ErrorCode;
  readonly status: number;
  readonly message: string;
  /** How sure the message's wording is. */
  readonly wording: Basis;
  readonly details: readonly (readonly [name: string, value: string])[];
}

/** An STS error with the status its code has. */
export const stsError = (code: StsErrorCode, message: string, wording: Basis): AwsError => ({
  service: 'sts',
  code,
  status: STATUS.sts[code],
  message,
  wording,
  details: [],
});

/** An S3 error with the status its code has. */
export const s3Error = (
  code: S3ErrorCode,
  message: string,
  wording: Basis,
  details: AwsError['details'] = [],
): AwsError => ({ service: 's3', code, status: STATUS.s3[code], message, wording, details });
