import type { Basis } from './basis.ts';
import type { ToolErrorCode } from './tool/signingTool.ts';

/** The errors AWS answers with, and those of tools that sign nothing: ordinary outcomes here, never thrown. */

export type Service = 'sts' | 's3' | 'api' | 'signin' | 'rolesanywhere' | 'tool';

// Code → HTTP status, by service (S3 error responses page; STS API model, sts.md 1.3).
const STATUS = {
  sts: {
    AccessDenied: 403,
    ExpiredToken: 403,
    ExpiredTokenException: 400,
    ExpiredTradeInTokenException: 400,
    IDPCommunicationError: 400,
    IDPRejectedClaim: 403,
    IncompleteSignature: 400,
    InvalidAction: 400,
    InvalidAuthorizationMessageException: 400,
    InvalidClientTokenId: 403,
    InvalidIdentityToken: 400,
    InvalidParameterValue: 400,
    JWTPayloadSizeExceededException: 400,
    MalformedPolicyDocument: 400,
    MissingAuthenticationToken: 403,
    OutboundWebIdentityFederationDisabledException: 403,
    PackedPolicyTooLarge: 400,
    RegionDisabledException: 403,
    SessionDurationEscalationException: 403,
    SignatureDoesNotMatch: 403,
    ValidationError: 400,
  },
  s3: {
    AccessControlListNotSupported: 400,
    AccessDenied: 403,
    AuthorizationHeaderMalformed: 400,
    AuthorizationQueryParametersError: 400,
    BadDigest: 400,
    EntityTooLarge: 400,
    EntityTooSmall: 400,
    ExpiredToken: 400,
    InvalidAccessKeyId: 403,
    InvalidArgument: 400,
    InvalidDigest: 400,
    InvalidObjectState: 403,
    InvalidPolicyDocument: 400,
    InvalidRange: 416,
    InvalidRequest: 400,
    InvalidToken: 400,
    MethodNotAllowed: 405,
    NoSuchBucket: 404,
    NoSuchKey: 404,
    NoSuchVersion: 404,
    PermanentRedirect: 301,
    PreconditionFailed: 412,
    RequestTimeTooSkewed: 403,
    SignatureDoesNotMatch: 403,
  },
  // Services of the Query and JSON protocols, and EC2 (api/faults.ts).
  api: {
    AccessDenied: 403,
    AccessDeniedException: 400,
    AuthFailure: 401,
    ExpiredToken: 403,
    ExpiredTokenException: 400,
    InvalidClientTokenId: 403,
    RequestExpired: 400,
    UnauthorizedOperation: 403,
    UnrecognizedClientException: 400,
  },
  // The federation endpoint names no code, only a status (sts.md 2).
  signin: { BadRequest: 400 },
  // The client model of AWS's credential helper (roles-anywhere.md 5.1).
  rolesanywhere: {
    AccessDeniedException: 403,
    ResourceNotFoundException: 404,
    ValidationException: 400,
  },
} as const satisfies Record<Exclude<Service, 'tool'>, Record<string, number>>;

export type StsErrorCode = keyof (typeof STATUS)['sts'];
export type S3ErrorCode = keyof (typeof STATUS)['s3'];
export type ApiErrorCode = keyof (typeof STATUS)['api'];
type SigninErrorCode = keyof (typeof STATUS)['signin'];
type RolesAnywhereErrorCode = keyof (typeof STATUS)['rolesanywhere'];

/** An error as AWS sends it: `details` are the elements S3 adds after the message, in order. */
export interface AwsError {
  readonly service: Service;
  readonly code:
    | StsErrorCode
    | S3ErrorCode
    | ApiErrorCode
    | SigninErrorCode
    | RolesAnywhereErrorCode
    | ToolErrorCode;
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

/** An error of any other service with the status its code has. */
export const apiError = (code: ApiErrorCode, message: string, wording: Basis): AwsError => ({
  service: 'api',
  code,
  status: STATUS.api[code],
  message,
  wording,
  details: [],
});

/** What the federation endpoint answers with: a bad request and a few words. */
export const signinError = (message: string, wording: Basis): AwsError => ({
  service: 'signin',
  code: 'BadRequest',
  status: STATUS.signin.BadRequest,
  message,
  wording,
  details: [],
});

/** What a tool throws on the caller's own machine: no HTTP takes part, so its status is 0. */
export const toolError = (code: ToolErrorCode, message: string): AwsError => ({
  service: 'tool',
  code,
  status: 0,
  message,
  wording: 'documented',
  details: [],
});

/** An error of IAM Roles Anywhere with the status its code has. */
export const rolesAnywhereError = (
  code: RolesAnywhereErrorCode,
  message: string,
  wording: Basis,
): AwsError => ({
  service: 'rolesanywhere',
  code,
  status: STATUS.rolesanywhere[code],
  message,
  wording,
  details: [],
});
