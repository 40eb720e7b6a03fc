import { FACT_SOURCES } from './facts/sources.ts';
import { QUESTION_SOURCES } from './questions/sources.ts';

/** Where a fact is written, and when somebody last looked. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day it was last checked: `2026-11-22`. */
  readonly checkedOn: string;
}

const checkedOn = '2026-11-22';

export const SOURCES = {
  's3.presigned': {
    title: 'S3 User Guide: sharing objects with presigned URLs',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
    checkedOn,
  },
  's3.query-auth': {
    title: 'S3 API: authenticating requests with query parameters',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-query-string-auth.html',
    checkedOn,
  },
  's3.errors': {
    title: 'S3 API: error responses',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/ErrorResponses.html',
    checkedOn,
  },
  's3.get-object': {
    title: 'S3 API: GetObject',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    checkedOn,
  },
  's3.recorded': {
    title: 'Answers of Amazon S3 recorded in LocalStack’s test suite',
    url: 'https://github.com/localstack/localstack/blob/8b9a79f05846835cf4dff63ab7eefdde9df83783/tests/aws/services/s3/test_s3.snapshot.json',
    checkedOn,
  },
  's3.two-mechanisms': {
    title: 'An S3 answer to two kinds of authentication, quoted in an issue',
    url: 'https://github.com/catalyst/moodle-tool_objectfs/issues/303',
    checkedOn,
  },
  's3.future-date': {
    title: 'Clocks ahead of S3: reports in an AWS SDK issue',
    url: 'https://github.com/aws/aws-sdk-js/issues/4513',
    checkedOn,
  },
  's3.token-errors': {
    title: 'S3 answers to bad tokens, quoted in Mountpoint’s source',
    url: 'https://github.com/awslabs/mountpoint-s3/blob/58817cab2fc3020a422d8aa14049a86b296f4498/mountpoint-s3-client/src/s3_crt_client.rs',
    checkedOn,
  },
  's3.v2-auth': {
    title: 'S3 User Guide: REST authentication with Signature Version 2',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html',
    checkedOn,
  },
  's3.authenticating': {
    title: 'S3 API: authenticating requests with Signature Version 4',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-authenticating-requests.html',
    checkedOn,
  },
  's3.header-auth': {
    title: 'S3 API: authenticating requests with the Authorization header',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-header-based-auth.html',
    checkedOn,
  },
  's3.virtual-hosting': {
    title: 'S3 User Guide: virtual hosting of general purpose buckets',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
    checkedOn,
  },
  's3.website': {
    title: 'S3 User Guide: website endpoints',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
    checkedOn,
  },
  's3.multi-region': {
    title: 'S3 User Guide: requests through a Multi-Region Access Point',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRequests.html',
    checkedOn,
  },
  's3.post-policy': {
    title: 'S3 API: creating a POST policy',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-HTTPPOSTConstructPolicy.html',
    checkedOn,
  },
  's3.post-forms': {
    title: 'S3 API: HTML form fields of a browser upload',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-HTTPPOSTForms.html',
    checkedOn,
  },
  's3.post-auth': {
    title: 'S3 API: authenticating browser uploads',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-authentication-HTTPPOST.html',
    checkedOn,
  },
  's3.over-a-week': {
    title: 'An S3 answer to more than seven days, quoted in an issue',
    url: 'https://github.com/bryanjos/aws_auth/issues/31',
    checkedOn,
  },
  's3.expires-number': {
    title: 'An S3 answer to a lifetime that is no number, quoted in an issue',
    url: 'https://github.com/minio/minio-js/issues/1312',
    checkedOn,
  },
  's3.wrong-region': {
    title: 'An S3 answer to the wrong Region, quoted in an issue',
    url: 'https://github.com/ai-dock/comfyui/issues/34',
    checkedOn,
  },
  's3.bare-plus': {
    title: 'A token with a bare plus sign, in an issue of ex_aws',
    url: 'https://github.com/ex-aws/ex_aws/issues/228',
    checkedOn,
  },
  's3.signed-elsewhere': {
    title: 'An S3 answer to a URL that CloudFront’s keys signed, in an issue',
    url: 'https://github.com/jasonsims/aws-cloudfront-sign/issues/15',
    checkedOn,
  },
  's3.public-access-block': {
    title: 'S3 API: PublicAccessBlockConfiguration',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html',
    checkedOn,
  },
  's3.requester-pays': {
    title: 'S3 User Guide: downloading objects from Requester Pays buckets',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html',
    checkedOn,
  },
  's3.archived': {
    title: 'S3 User Guide: restoring an archived object',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html',
    checkedOn,
  },
  's3.conditional-writes': {
    title: 'S3 User Guide: preventing overwrites with conditional writes',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html',
    checkedOn,
  },
  's3.invalid-range': {
    title: 'An S3 answer to a range behind the end, quoted in an issue',
    url: 'https://github.com/versity/versitygw/issues/2069',
    checkedOn,
  },
  's3.object-ownership': {
    title: 'S3 User Guide: controlling ownership of objects and disabling ACLs',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    checkedOn,
  },
  's3.put-object': {
    title: 'S3 API: PutObject',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    checkedOn,
  },
  'vpc.endpoint-policies': {
    title: 'AWS PrivateLink guide: control access with endpoint policies',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    checkedOn,
  },
  'iam.evaluation': {
    title: 'IAM User Guide: how AWS decides whether to allow a request',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    checkedOn,
  },
  'iam.cross-account': {
    title: 'IAM User Guide: how AWS decides across accounts',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    checkedOn,
  },
  'iam.boundaries': {
    title: 'IAM User Guide: permissions boundaries',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    checkedOn,
  },
  'iam.session-policies': {
    title: 'IAM User Guide: policies and permissions, session policies',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html',
    checkedOn,
  },
  'orgs.scps': {
    title: 'AWS Organizations User Guide: how SCPs are evaluated',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    checkedOn,
  },
  'orgs.rcps': {
    title: 'AWS Organizations User Guide: resource control policies',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
    checkedOn,
  },
  'iam.create-signature': {
    title: 'IAM User Guide: create a signed AWS API request',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html',
    checkedOn,
  },
  'iam.identifiers': {
    title: 'IAM User Guide: IAM identifiers',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    checkedOn,
  },
  's3.unknown-key': {
    title: 'An S3 answer to an unknown access key, quoted in an issue',
    url: 'https://github.com/versity/versitygw/issues/2042',
    checkedOn,
  },
  'guidance.generation': {
    title: 'Prescriptive Guidance: presigned URLs, foundational practices',
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/presigned-url-best-practices/foundational-best-practices.html',
    checkedOn,
  },
  'sts.assume-role': {
    title: 'STS API: AssumeRole',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    checkedOn,
  },
  'sts.model': {
    title: 'The STS API model, as published in botocore',
    url: 'https://github.com/boto/botocore/blob/develop/botocore/data/sts/2011-06-15/service-2.json',
    checkedOn,
  },
  'sts.clock': {
    title: 'An STS answer to a slow clock, quoted in an issue',
    url: 'https://github.com/aws/aws-cli/issues/6676',
    checkedOn,
  },
  'sts.comparison': {
    title: 'IAM User Guide: comparing the AWS STS API operations',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
    checkedOn,
  },
  'sts.signature': {
    title: 'An STS answer to a wrong secret, quoted in an issue',
    url: 'https://github.com/devsecops/bootcamp/issues/118',
    checkedOn,
  },
  'sts.mfa': {
    title: 'An STS answer to a wrong MFA code, quoted in an issue',
    url: 'https://github.com/aws/aws-cli/issues/2279',
    checkedOn,
  },
  'sts.recorded': {
    title: 'Answers of AWS STS recorded in LocalStack’s test suite',
    url: 'https://github.com/localstack/localstack/blob/master/tests/aws/services/sts/test_sts.snapshot.json',
    checkedOn,
  },
  'sts.session-tags': {
    title: 'IAM User Guide: pass session tags in AWS STS',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    checkedOn,
  },
  'sts.source-identity': {
    title: 'IAM User Guide: monitor and control actions taken with assumed roles',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html',
    checkedOn,
  },
  'sts.authorization': {
    title: 'Service Authorization Reference: actions of AWS STS',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html',
    checkedOn,
  },
  'sts.saml': {
    title: 'STS API: AssumeRoleWithSAML',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html',
    checkedOn,
  },
  'sts.saml-errors': {
    title: 'IAM User Guide: troubleshoot SAML federation',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    checkedOn,
  },
  'sts.saml-age': {
    title: 'An STS answer to an old SAML response, quoted in an issue',
    url: 'https://github.com/Nike-Inc/gimme-aws-creds/issues/251',
    checkedOn,
  },
  'sts.web-identity': {
    title: 'STS API: AssumeRoleWithWebIdentity',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    checkedOn,
  },
  'sts.root': {
    title: 'STS API: AssumeRoot',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
    checkedOn,
  },
  'sts.key-info': {
    title: 'STS API: GetAccessKeyInfo',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html',
    checkedOn,
  },
  'sts.decode': {
    title: 'STS API: DecodeAuthorizationMessage',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
    checkedOn,
  },
  'sts.web-token': {
    title: 'STS API: GetWebIdentityToken',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html',
    checkedOn,
  },
  'sts.delegated': {
    title: 'STS API: GetDelegatedAccessToken',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html',
    checkedOn,
  },
  'iam.send-delegation': {
    title: 'IAM API: SendDelegationToken',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SendDelegationToken.html',
    checkedOn,
  },
  'iam.role-terms': {
    title: 'IAM User Guide: role terms and concepts (role chaining)',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
    checkedOn,
  },
  'iam.user-cases': {
    title: 'IAM User Guide: use cases for IAM users',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/gs-identities-iam-users.html',
    checkedOn,
  },
  'iam.temporary-request': {
    title: 'IAM User Guide: request temporary security credentials',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html',
    checkedOn,
  },
  'iam.temporary-control': {
    title: 'IAM User Guide: disabling permissions for temporary security credentials',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html',
    checkedOn,
  },
  'iam.sts-regions': {
    title: 'IAM User Guide: managing AWS STS in an AWS Region',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
    checkedOn,
  },
  'iam.console-federation': {
    title: 'IAM User Guide: enabling custom identity broker access to the console',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html',
    checkedOn,
  },
  'iam.cloudtrail': {
    title: 'IAM User Guide: logging IAM and AWS STS calls with CloudTrail',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
    checkedOn,
  },
  'iam.revoke-sessions': {
    title: 'IAM User Guide: revoke IAM role temporary security credentials',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    checkedOn,
  },
  'sts.get-session-token': {
    title: 'STS API: GetSessionToken',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
    checkedOn,
  },
  'sts.get-federation-token': {
    title: 'STS API: GetFederationToken',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
    checkedOn,
  },
  'sts.caller-identity': {
    title: 'STS API: GetCallerIdentity',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
    checkedOn,
  },
  'rolesanywhere.create-session': {
    title: 'IAM Roles Anywhere User Guide: CreateSession',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html',
    checkedOn,
  },
  'rolesanywhere.trust-model': {
    title: 'IAM Roles Anywhere User Guide: the trust model',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    checkedOn,
  },
  'rolesanywhere.sign-process': {
    title: 'IAM Roles Anywhere User Guide: the signing process',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html',
    checkedOn,
  },
  'rolesanywhere.credential-helper': {
    title: 'IAM Roles Anywhere User Guide: the credential helper',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/credential-helper.html',
    checkedOn,
  },
  'rolesanywhere.disable-anchor': {
    title: 'IAM Roles Anywhere API: DisableTrustAnchor',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_DisableTrustAnchor.html',
    checkedOn,
  },
  'rolesanywhere.disable-profile': {
    title: 'IAM Roles Anywhere API: DisableProfile',
    url: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_DisableProfile.html',
    checkedOn,
  },
  'sso.role-credentials': {
    title: 'IAM Identity Center portal API: GetRoleCredentials',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html',
    checkedOn,
  },
  'cognito.flows': {
    title: 'Amazon Cognito: identity pools authentication flow',
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
    checkedOn,
  },
  'iam.saml-assertions': {
    title: 'IAM User Guide: configure SAML assertions',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html',
    checkedOn,
  },
  'iam.roles-use': {
    title: 'IAM User Guide: using IAM roles',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html',
    checkedOn,
  },
  'iam.oidc-roles': {
    title: 'IAM User Guide: create a role for OIDC federation',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    checkedOn,
  },
  'iam.sts-condition-keys': {
    title: 'IAM User Guide: IAM and AWS STS condition keys',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
    checkedOn,
  },
  'iam.bearer-tokens': {
    title: 'IAM User Guide: service bearer tokens',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html',
    checkedOn,
  },
  'signin.model': {
    title: 'The API model of AWS sign-in, as published in botocore',
    url: 'https://github.com/boto/botocore/blob/develop/botocore/data/signin/2023-01-01/service-2.json',
    checkedOn,
  },
  'eks.token': {
    title: 'How the AWS CLI makes a token for Amazon EKS',
    url: 'https://github.com/aws/aws-cli/blob/00a26836b824deb9a07c8b9d06ddfddec084cafc/awscli/customizations/eks/get_token.py',
    checkedOn,
  },
  'eks.pod-identity': {
    title: 'Amazon EKS User Guide: a role for EKS Pod Identity',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
    checkedOn,
  },
  'ssm.managed-node-role': {
    title: 'Systems Manager API: UpdateManagedInstanceRole',
    url: 'https://docs.aws.amazon.com/goto/WebAPI/ssm/UpdateManagedInstanceRole',
    checkedOn,
  },
  ...FACT_SOURCES,
  ...QUESTION_SOURCES,
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
