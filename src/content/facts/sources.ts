import type { Source } from '../sources.ts';

/** What the page of facts rests on beside the other sources. */

const checkedOn = '2026-11-22';

export const FACT_SOURCES = {
  'tool.cli': {
    title: 'AWS CLI reference: s3 presign',
    url: 'https://docs.aws.amazon.com/cli/latest/reference/s3/presign.html',
    checkedOn: '2026-11-23',
  },
  'tool.botocore': {
    title: 'Code of botocore: the functions that presign',
    url: 'https://github.com/boto/botocore/blob/0e6e2404b85dc336dd2889814e089bde7d1a4c55/botocore/signers.py',
    checkedOn,
  },
  'tool.botocore-auth': {
    title: 'Code of botocore: what is signed, and where it is put',
    url: 'https://github.com/boto/botocore/blob/0e6e2404b85dc336dd2889814e089bde7d1a4c55/botocore/auth.py',
    checkedOn,
  },
  'tool.botocore-client': {
    title: 'Code of botocore: which signature a client takes',
    url: 'https://github.com/boto/botocore/blob/0e6e2404b85dc336dd2889814e089bde7d1a4c55/botocore/client.py',
    checkedOn,
  },
  'tool.js': {
    title: 'AWS SDK for JavaScript: s3-request-presigner 3.1163.0',
    url: 'https://www.npmjs.com/package/@aws-sdk/s3-request-presigner/v/3.1163.0',
    checkedOn,
  },
  'tool.js-signer': {
    title: 'AWS SDK for JavaScript: the SigV4 signer',
    url: 'https://github.com/smithy-lang/smithy-typescript/blob/1739d95247127fe01e1932cb06c0ff1ffbf22771/packages/signature-v4/src/SignatureV4.ts',
    checkedOn: '2026-11-23',
  },
  'tool.js-post': {
    title: 'AWS SDK for JavaScript: createPresignedPost',
    url: 'https://github.com/aws/aws-sdk-js-v3/blob/020193bcf6a0601680df248e163c01d975d5f699/packages/s3-presigned-post/src/createPresignedPost.ts',
    checkedOn: '2026-11-23',
  },
  'tool.js-v2': {
    title: 'AWS SDK for JavaScript v2: the S3 client',
    url: 'https://github.com/aws/aws-sdk-js/blob/master/lib/services/s3.js',
    checkedOn,
  },
  'tool.go': {
    title: 'AWS SDK for Go v2: presigning for S3',
    url: 'https://github.com/aws/aws-sdk-go-v2/blob/0d208fe2f832a8be0f5eacaafcd4a4b3caf051d2/service/s3/presign_post.go',
    checkedOn: '2026-11-23',
  },
  'tool.ruby': {
    title: 'AWS SDK for Ruby: the S3 presigner',
    url: 'https://github.com/aws/aws-sdk-ruby/blob/0dd086c72e2c856b447b162299212a6083dc1cd3/gems/aws-sdk-s3/lib/aws-sdk-s3/presigner.rb',
    checkedOn: '2026-11-23',
  },
  'tool.ruby-session': {
    title: 'AWS SDK for Ruby: URLs that keep to the session',
    url: 'https://github.com/aws/aws-sdk-ruby/issues/2887',
    checkedOn: '2026-11-23',
  },
  'tool.java': {
    title: 'AWS SDK for Java v2: PresignRequest',
    url: 'https://github.com/aws/aws-sdk-java-v2/blob/5d7b296c6e796331c3dce145c4d310478759edb3/core/aws-core/src/main/java/software/amazon/awssdk/awscore/presigner/PresignRequest.java',
    checkedOn: '2026-11-23',
  },
  'tool.java-v1': {
    title: 'AWS SDK for Java v1: GeneratePresignedUrlRequest',
    url: 'https://github.com/aws/aws-sdk-java/blob/052cdb984b57f90615b9c40f9a743cefaa76cfcd/aws-java-sdk-s3/src/main/java/com/amazonaws/services/s3/model/GeneratePresignedUrlRequest.java',
    checkedOn,
  },
  'tool.net': {
    title: 'AWS SDK for .NET: GetPreSignedURL',
    url: 'https://github.com/aws/aws-sdk-net/blob/06913eb6c8544e73808b20c2a42942a201271178/sdk/src/Services/S3/Custom/AmazonS3Client.Extensions.cs',
    checkedOn: '2026-11-23',
  },
  'tool.php': {
    title: 'AWS SDK for PHP: the SigV4 signer',
    url: 'https://github.com/aws/aws-sdk-php/blob/01bcde7c80f4c9192c3e2db441eb4bbe22123ba1/src/Signature/SignatureV4.php',
    checkedOn: '2026-11-23',
  },
  'tool.rust': {
    title: 'AWS SDK for Rust: PresigningConfig',
    url: 'https://docs.rs/aws-sdk-s3/latest/aws_sdk_s3/presigning/struct.PresigningConfig.html',
    checkedOn: '2026-11-23',
  },
  'tool.cpp': {
    title: 'AWS SDK for C++: S3Client.h',
    url: 'https://github.com/aws/aws-sdk-cpp/blob/main/generated/src/aws-cpp-sdk-s3/include/aws/s3/S3Client.h',
    checkedOn,
  },
  'tool.rclone': {
    title: 'Code of rclone: links to objects in S3',
    url: 'https://github.com/rclone/rclone/blob/v1.60.1/backend/s3/s3.go',
    checkedOn: '2026-11-23',
  },
  'tool.s3cmd': {
    title: 'Code of s3cmd, with the command signurl',
    url: 'https://github.com/s3tools/s3cmd/blob/v2.3.0/s3cmd',
    checkedOn: '2026-11-23',
  },
  's3.share': {
    title: 'S3 User Guide: sharing an object from the console',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html',
    checkedOn,
  },
  's3.kms': {
    title: 'S3 User Guide: server-side encryption with KMS keys',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    checkedOn,
  },
  's3.block-public': {
    title: 'S3 User Guide: blocking public access',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    checkedOn,
  },
  's3.condition-keys': {
    title: 'S3 API: policy keys about the signature',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/bucket-policy-s3-sigv4-conditions.html',
    checkedOn,
  },
  'guidance.guardrails': {
    title: 'Prescriptive Guidance: presigned URLs, additional guardrails',
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/presigned-url-best-practices/additional-guardrails.html',
    checkedOn,
  },
  'iam.external-id': {
    title: 'IAM User Guide: access for third parties with an external ID',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html',
    checkedOn,
  },
  'iam.assumed-permissions': {
    title: 'IAM User Guide: permissions of assumed roles',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_assumerole.html',
    checkedOn,
  },
  'iot.direct-calls': {
    title: 'AWS IoT Core Developer Guide: direct calls to AWS services',
    url: 'https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html',
    checkedOn,
  },
  'repost.expiry': {
    title: 'AWS re:Post: why a presigned URL expires early',
    url: 'https://repost.aws/knowledge-center/presigned-url-s3-bucket-expiration',
    checkedOn,
  },
  'iam.quotas': {
    title: 'IAM User Guide: IAM and AWS STS quotas',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    checkedOn: '2026-11-23',
  },
  'iam.create-role': {
    title: 'IAM API: CreateRole',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
    checkedOn: '2026-11-23',
  },
  'orgs.quotas': {
    title: 'AWS Organizations User Guide: quotas and service limits',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
    checkedOn: '2026-11-23',
  },
  'orgs.scp-doubled': {
    title: 'LocalStack’s documentation: the limit of SCPs since AWS doubled it in 2026',
    url: 'https://github.com/localstack/localstack-docs/pull/758',
    checkedOn: '2026-11-23',
  },
  's3.bucket-policy-size': {
    title: 'S3 User Guide: bucket policies and user policies',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-iam-policies.html',
    checkedOn: '2026-11-23',
  },
  'rolesanywhere.quotas': {
    title: 'IAM Roles Anywhere User Guide: quotas',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/quotas.html',
    checkedOn: '2026-11-23',
  },
  'sso.portal-session': {
    title: 'AWS Security Blog: session durations of IAM Identity Center',
    url: 'https://aws.amazon.com/blogs/security/define-a-custom-session-duration-and-terminate-active-sessions-in-iam-identity-center/',
    checkedOn,
  },
  'rolesanywhere.model': {
    title: 'The API model of IAM Roles Anywhere, as published in botocore',
    url: 'https://github.com/boto/botocore/blob/develop/botocore/data/rolesanywhere/2018-05-10/service-2.json',
    checkedOn,
  },
  'cognito.open-id-token': {
    title: 'Amazon Cognito API: GetOpenIdToken',
    url: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html',
    checkedOn,
  },
  'cognito.developer-token': {
    title: 'Amazon Cognito API: GetOpenIdTokenForDeveloperIdentity',
    url: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html',
    checkedOn,
  },
} as const satisfies Record<string, Source>;
