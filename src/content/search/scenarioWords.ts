/**
 * What somebody types who looks for a story without knowing its title: its subject, the words of study notes and questions,
 * who is in it, and whether it has an attack.
 * By lab and id; a test holds this against the list of scenarios.
 */
export const SCENARIO_WORDS: Readonly<Record<string, string>> = {
  'presigned/seven-days':
    'presigned URL expires early before X-Amz-Expires, why link dead, role session token, ExpiredToken',
  'presigned/whose-default':
    'presigned URL default expiry, 1 hour user or 15 minutes role, ExpiresIn, SDK, CLI, boto3, Nora, Omar',
  'presigned/user-signed':
    'presigned URL longest life, IAM user long-term access key, 7 days, 604800, week',
  'presigned/chained-hour':
    'presigned URL cached credentials, remaining session time, role chaining, refresh',
  'presigned/instance-rotation':
    'presigned URL from EC2 instance role, instance profile, IMDS, rotated credentials, 6 hours',
  'presigned/lambda-signer': 'presigned URL from a Lambda function, execution role, ends early',
  'presigned/skewed-clock':
    'clock skew, wrong time, signed in the future, not yet valid, RequestTimeTooSkewed, 15 minutes',
  'presigned/signature-age':
    's3:signatureAge milliseconds, bucket policy limits age of presigned URLs, AccessDenied, Ada',
  'presigned/lost-tail':
    'truncated, broken or copied presigned URL, missing X-Amz-Signature, encoded ampersand, mail',
  'presigned/wrong-method':
    'presigned GET used for PUT or HEAD, HTTP method, SignatureDoesNotMatch, Tom',
  'presigned/signed-header':
    'presigned PUT upload, wrong Content-Type header, signed headers, SignatureDoesNotMatch, Lena',
  'presigned/odd-key': 'Unicode object key, NFC NFD, special characters, encoding, NoSuchKey 404',
  'presigned/wrong-region':
    'wrong Region in presigned URL, credential scope, endpoint, redirect, us-east-1',
  'presigned/asked-name':
    'response-content-disposition, file name of a download, versionId, response headers override, Emma',
  'presigned/film-night':
    'download continues after presigned URL expired, resume, Range request, large file, Mira',
  'presigned/permission-lost':
    'presigned URL permission revoked after signing, checked at use, AccessDenied, signer policy',
  'presigned/other-network':
    'presigned URL IP address restriction, aws:SourceIp, VPC endpoint, aws:SourceVpce, bucket policy, Ben',
  'presigned/locked-twice':
    'presigned URL KMS encrypted object, kms:Decrypt, SSE-KMS, key policy, AccessDenied, Tom',
  'presigned/public-block': 'Block Public Access and presigned URLs, RestrictPublicBuckets, share',
  'presigned/only-once':
    'one-time presigned URL, single use, PUT overwrites object, If-None-Match, upload twice, Noor, Otto, attack, safeguard',
  'presigned/photo-form':
    'presigned POST, upload form, content-length-range, file size limit, EntityTooLarge, Kim',
  'presigned/revocation-race':
    'revoke presigned URL, cancel link, revoke active sessions, incident response, leaked link, attack, safeguard',
  'presigned/used-again':
    'presigned URL used twice or many times, shared, forwarded, rotate or deactivate access key, attack, safeguard',
  'sts/why-temporary':
    'why temporary credentials, leaked stolen access key, long-term key, ASIA AKIA, thief, Mia, attack, safeguard',
  'sts/who-am-i': 'GetCallerIdentity denied, whoami, no permission needed, explicit deny, Leo',
  'sts/named-user-or-root':
    'trust policy root principal, account principal, same account, user needs sts:AssumeRole permission, Tom',
  'sts/both-sides':
    'cross-account role, trust policy and identity policy, both accounts must allow, Lena',
  'sts/confused-deputy':
    'confused deputy, external ID, third party vendor, sts:ExternalId, Anna, Mallory, attack, safeguard',
  'sts/mfa-to-assume':
    'MFA required to assume role, aws:MultiFactorAuthPresent, BoolIfExists, MultiFactorAuthAge, Rosa',
  'sts/mfa-after-assume':
    'MFA lost after AssumeRole, aws:MultiFactorAuthPresent in role policy, role session has no MFA, Rosa',
  'sts/context-provided':
    'trusted identity propagation, IAM Identity Center, ProvidedContexts, sts:SetContext',
  'sts/deleted-principal':
    'user deleted and recreated, trust policy shows AIDA id, principal id, same ARN, Bob',
  'sts/assume-itself': 'role assumes itself, self-assume, trust itself, session renew, Pia',
  'sts/twelve-hours-asked':
    'AssumeRole DurationSeconds exceeds MaxSessionDuration, 12 hours, ValidationError, maximum',
  'sts/one-hour-chained':
    'role chaining limit 1 hour, chained session, DurationSeconds refused, Lena',
  'sts/session-policy':
    'session policy narrows role permissions, intersection, inline Policy parameter, scope down, Omar',
  'sts/session-tags':
    'session tags lost in role chaining, transitive tags, TransitiveTagKeys, ABAC, PrincipalTag, Mira',
  'sts/source-identity':
    'source identity, who was it in CloudTrail, role chaining, aws:SourceIdentity, audit, Ana',
  'sts/federation-token':
    'GetFederationToken without session policy has no permissions, federated user, Maria',
  'sts/session-token-mfa':
    'GetSessionToken without MFA cannot call IAM, InvalidClientTokenId, MFA on the CLI, Priya',
  'sts/assume-root':
    'AssumeRoot, locked out of bucket policy, root user, member account, centralized root access, task policy, Nadia',
  'sts/delegated-hour':
    'GetDelegatedAccessToken, temporary delegation to a partner, trade-in token, Paula',
  'sts/regional-endpoints':
    'global or Regional STS endpoint, opt-in Region, token version, InvalidToken, Milan',
  'sts/saml-corporate':
    'SAML response expired, AssumeRoleWithSAML, 5 minutes, ADFS, corporate single sign-on, IdP, Nora',
  'sts/github-wildcard':
    'GitHub Actions OIDC, AssumeRoleWithWebIdentity, sub claim wildcard, repository, trust policy, audience, attack, safeguard',
  'sts/cognito-guest':
    'Cognito identity pool guest, unauthenticated, enhanced flow, scope-down session policy, mobile app',
  'sts/outbound-token':
    'GetWebIdentityToken, outbound identity federation, JWT, SessionDurationEscalation, external service',
  'sts/decode-message':
    'DecodeAuthorizationMessage, encoded authorization failure message, UnauthorizedOperation, troubleshoot EC2, Lena',
  'sts/leak-and-respond':
    'stolen access key, incident response, deactivate key, existing sessions go on, leaked, compromised, attack, safeguard',
  'sts/console-clock':
    'console federation, getSigninToken, SessionDuration, sign-in URL, console open after credentials expire, Ines',
  'sts/scp-over-everything':
    'SCP overrides administrator, service control policy, explicit deny, Organizations',
  'rolesanywhere/key-file':
    'Roles Anywhere introduction, replace access key on premises, certificate, on-prem server, CreateSession',
  'rolesanywhere/whole-journey':
    'on-premises certificate to presigned URL, which ends first, shortest lifetime',
  'rolesanywhere/stolen-disk':
    'compare mechanisms, stolen disk, access key, private key, SAML, OIDC token, TPM, thief, attack, safeguard',
  'rolesanywhere/leaf-on-trial':
    'certificate requirements, Insufficient certificate, key usage digitalSignature, X.509 v3, CA false, SHA-1',
  'rolesanywhere/gap-second':
    'certificate expired or not yet valid, notBefore notAfter, renewal gap, clock skew',
  'rolesanywhere/missing-link':
    'intermediate certificate missing, certificate chain, Untrusted certificate, bundle',
  'rolesanywhere/narrow-ca': 'name constraints, intermediate CA, path length, subordinate CA',
  'rolesanywhere/any-certificate':
    'trust policy without conditions, any certificate of the CA, aws:PrincipalTag x509Subject/CN, SourceArn, attack, safeguard',
  'rolesanywhere/three-actions':
    'trust policy actions, sts:TagSession, sts:SetSourceIdentity, Unable to assume role',
  'rolesanywhere/lost-mapping':
    'attribute mapping of profile, x509Subject tags missing, StringNotEquals, negated condition, attack, safeguard',
  'rolesanywhere/press-folders':
    'policy variables, aws:PrincipalTag in S3 path, ABAC, folder per device, certificate attributes',
  'rolesanywhere/other-profile':
    'caller chooses profile, session policy of profile bypassed, several profiles for a role, attack, safeguard',
  'rolesanywhere/too-long-for-role':
    'profile durationSeconds exceeds role MaxSessionDuration, 12 hours, session duration',
  'rolesanywhere/own-name':
    'role session name, acceptRoleSessionName, certificate serial number, CloudTrail, impersonate, attack, safeguard',
  'rolesanywhere/two-regions':
    'trust anchor and profile in different Regions, cross-Region, endpoint',
  'rolesanywhere/switched-off':
    'trust anchor disabled, live session continues, disable profile, DisableTrustAnchor',
  'rolesanywhere/late-list':
    'certificate revoked but session still works, CRL import, revocation list, OCSP, stolen key, attack, safeguard',
  'rolesanywhere/thief-again':
    'revoke active sessions, thief gets a new session, aws:TokenIssueTime, cut off one certificate, incident response, attack, safeguard',
  'rolesanywhere/dead-certificate':
    'certificate expired, session continues, short-lived certificates, Private CA, no CRL',
};
