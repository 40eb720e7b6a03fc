/** Condition keys worth suggesting: what they hold, in a few words (IAM User Guide, global condition keys; STS and S3 keys). */
export const KNOWN_KEYS: Readonly<Record<string, string>> = {
  'aws:SourceIp': '203.0.113.7',
  'aws:SourceVpc': 'vpc-111bbb22',
  'aws:SourceVpce': 'vpce-1a2b3c4d',
  'aws:VpcSourceIp': '10.0.0.7',
  'aws:SecureTransport': 'true',
  'aws:MultiFactorAuthPresent': 'true',
  'aws:MultiFactorAuthAge': '120',
  'aws:TokenIssueTime': '2026-01-15T11:00:00Z',
  'aws:CurrentTime': '2026-01-15T12:00:00Z',
  'aws:PrincipalTag/team': 'red',
  'aws:ResourceTag/team': 'red',
  'aws:RequestTag/team': 'red',
  'aws:TagKeys': 'team',
  'aws:RequestedRegion': 'eu-west-1',
  'aws:CalledVia': 'athena.amazonaws.com',
  'aws:ViaAWSService': 'true',
  'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main',
  'aws:SourceAccount': '111122223333',
  'aws:SourceIdentity': 'alice',
  'aws:UserAgent': 'aws-cli/2.17',
  's3:prefix': 'home/alice/',
  's3:x-amz-server-side-encryption': 'aws:kms',
  's3:signatureAge': '60000',
  's3:authType': 'REST-QUERY-STRING',
  'sts:ExternalId': 'unique-id-1234',
  'sts:RoleSessionName': 'nightly',
  'sts:TransitiveTagKeys': 'team',
  'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
};

/** Actions worth suggesting. */
export const KNOWN_ACTIONS: readonly string[] = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:ListBucket',
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:GetCallerIdentity',
  'iam:PassRole',
  'iam:CreateAccessKey',
  'kms:Decrypt',
  'ec2:RunInstances',
  'ec2:TerminateInstances',
  'dynamodb:GetItem',
  'lambda:InvokeFunction',
  'secretsmanager:GetSecretValue',
];

// Keys that follow from every request, beside those above.
const DERIVED: readonly string[] = [
  'aws:EpochTime',
  'aws:FederatedProvider',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalType',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  'aws:userid',
  'aws:username',
];

/** A key as AWS writes it; key names ignore case, and the engine keeps them in lower case. */
export const keyName = (key: string): string =>
  [...Object.keys(KNOWN_KEYS), ...DERIVED].find((known) => known.toLowerCase() === key) ?? key;

// Global keys beside those above (IAM User Guide, global condition keys).
const OTHERS: readonly string[] = [
  'aws:AssumedRoot',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:ChatbotSourceArn',
  'aws:Ec2InstanceSourcePrivateIPv4',
  'aws:Ec2InstanceSourceVpc',
  'aws:IsMcpServiceAction',
  'aws:PrincipalServiceNamesList',
  'aws:referer',
  'aws:SignInSessionArn',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceVpcArn',
  'aws:ViaAWSMCPService',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
];

const GLOBAL: ReadonlySet<string> = new Set(
  [...Object.keys(KNOWN_KEYS), ...DERIVED, ...OTHERS].map((key) => key.toLowerCase()),
);

/** Whether a key is one of the global condition keys; the keys of tags hold any tag. */
export const isGlobalKey = (key: string): boolean =>
  GLOBAL.has(key.toLowerCase()) || /^aws:(?:principal|request|resource)tag\/./i.test(key);
