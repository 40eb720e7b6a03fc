import type { Source } from '../sources.ts';

/** What questions rest on beside the other sources. */

const checkedOn = '2026-11-22';

export const QUESTION_SOURCES = {
  's3.log-format': {
    title: 'S3 User Guide: the format of server access logs',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html',
    checkedOn,
  },
  's3.upload': {
    title: 'S3 User Guide: uploading objects with presigned URLs',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/PresignedUrlUploadObject.html',
    checkedOn,
  },
  'cloudfront.signed-urls': {
    title: 'CloudFront Developer Guide: use signed URLs',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html',
    checkedOn: '2026-11-23',
  },
  'rolesanywhere.authentication': {
    title: 'IAM Roles Anywhere User Guide: authentication',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication.html',
    checkedOn,
  },
  'rolesanywhere.getting-started': {
    title: 'IAM Roles Anywhere User Guide: getting started',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html',
    checkedOn,
  },
  'rolesanywhere.create-profile': {
    title: 'IAM Roles Anywhere API: CreateProfile',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CreateProfile.html',
    checkedOn,
  },
  'rolesanywhere.create-anchor': {
    title: 'IAM Roles Anywhere API: CreateTrustAnchor',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CreateTrustAnchor.html',
    checkedOn,
  },
  'rolesanywhere.import-crl': {
    title: 'IAM Roles Anywhere API: ImportCrl',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_ImportCrl.html',
    checkedOn,
  },
  'rolesanywhere.helper': {
    title: 'The credential helper of IAM Roles Anywhere',
    url: 'https://github.com/aws/rolesanywhere-credential-helper',
    checkedOn,
  },
  'ssm.create-activation': {
    title: 'Systems Manager API: CreateActivation',
    url: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html',
    checkedOn,
  },
  'iam.mfa-api': {
    title: 'IAM User Guide: secure API access with MFA',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    checkedOn,
  },
  'iam.condition-keys': {
    title: 'IAM User Guide: AWS global condition context keys',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    checkedOn,
  },
  'iam.principal': {
    title: 'IAM User Guide: the Principal element',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    checkedOn,
  },
  'iam.confused-deputy': {
    title: 'IAM User Guide: the confused deputy problem',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    checkedOn,
  },
  'iam.instance-roles': {
    title: 'IAM User Guide: using an IAM role on an EC2 instance',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html',
    checkedOn,
  },
  'sdk.sts-endpoints': {
    title: 'AWS SDKs and Tools Reference Guide: AWS STS Regional endpoints',
    url: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html',
    checkedOn,
  },
  'sso.session-duration': {
    title: 'IAM Identity Center User Guide: session duration of permission sets',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html',
    checkedOn,
  },
  'sso.revoke': {
    title: 'IAM Identity Center User Guide: revoke active role sessions',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/revoke-user-permissions.html',
    checkedOn,
  },
  'guidance.overview': {
    title: 'Prescriptive Guidance: presigned URLs, overview',
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/presigned-url-best-practices/overview.html',
    checkedOn,
  },
  'iam.best-practices': {
    title: 'IAM User Guide: security best practices',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    checkedOn,
  },
  'iam.create-oidc-provider': {
    title: 'IAM API: CreateOpenIDConnectProvider',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
    checkedOn,
  },
  'cognito.roles': {
    title: 'Amazon Cognito Developer Guide: IAM roles',
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    checkedOn,
  },
  'github.for-all-values': {
    title: 'Code of configure-aws-credentials: a warning about ForAllValues',
    url: 'https://github.com/aws-actions/configure-aws-credentials/commit/c993d61ae215e30ff83a4958b5b66987f0d4c883',
    checkedOn,
  },
  'exam.guide': {
    title: 'Exam guide of AWS Certified Security – Specialty (SCS-C03)',
    url: 'https://docs.aws.amazon.com/aws-certification/latest/examguides/security-specialty-03.html',
    checkedOn,
  },
  'sts.provider-claims': {
    title: 'What’s New: AWS STS validates claims of identity providers',
    url: 'https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/',
    checkedOn,
  },
} as const satisfies Record<string, Source>;
