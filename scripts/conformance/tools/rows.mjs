/** What each tool is asked for: the recorded URLs, row by row. */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {import('./programs.mjs').ToolName} tool
 * @property {string} command as it is typed: a command line, or an expression of the tool's language
 * @property {'user' | 'session'} signer
 * @property {string} [region] Frankfurt unless said
 * @property {string} [method] GET unless said
 * @property {string} [service] s3 unless said
 * @property {boolean} isDefault whether the lifetime is the tool's own, because nobody asked for one
 * @property {readonly (readonly [name: string, value: string])[]} [headers] what the caller has to send, since it was signed
 */

export const BUCKET = 'quarterly-reports';
export const KEY = '2026/summary.pdf';
export const ODD_KEY = 'Q3 – 100%+ü&(1)~.pdf';

/** @type {(tool: 'AWS CLI 2' | 'AWS CLI 1', prefix: string) => readonly Row[]} */
const cli = (tool, prefix) => [
  {
    id: `${prefix}-default`,
    tool,
    signer: 'user',
    isDefault: true,
    command: `aws s3 presign s3://${BUCKET}/${KEY} --region eu-central-1`,
  },
  {
    id: `${prefix}-session-odd-key`,
    tool,
    signer: 'session',
    isDefault: true,
    command: `aws s3 presign 's3://${BUCKET}/${ODD_KEY}' --region eu-central-1`,
  },
  {
    id: `${prefix}-us-east-1`,
    tool,
    region: 'us-east-1',
    signer: 'user',
    isDefault: true,
    command: `aws s3 presign s3://${BUCKET}/${KEY} --region us-east-1`,
  },
  {
    id: `${prefix}-over-seven-days`,
    tool,
    signer: 'user',
    isDefault: false,
    command: `aws s3 presign s3://${BUCKET}/${KEY} --expires-in 604801 --region eu-central-1`,
  },
];

const OBJECT = `'Bucket': '${BUCKET}', 'Key': '${KEY}'`;

/** @type {(tool: 'boto3' | 'boto3 of 2022', prefix: string) => readonly Row[]} */
const boto3 = (tool, prefix) => [
  {
    id: `${prefix}-default`,
    tool,
    signer: 'user',
    isDefault: true,
    command: `client('s3').generate_presigned_url('get_object', Params={${OBJECT}})`,
  },
  {
    id: `${prefix}-us-east-1`,
    tool,
    region: 'us-east-1',
    signer: 'user',
    isDefault: true,
    command: `client('s3').generate_presigned_url('get_object', Params={${OBJECT}})`,
  },
  {
    id: `${prefix}-us-east-1-session`,
    tool,
    region: 'us-east-1',
    signer: 'session',
    isDefault: true,
    command: `client('s3').generate_presigned_url('get_object', Params={${OBJECT}})`,
  },
  {
    id: `${prefix}-s3v4-session`,
    tool,
    region: 'us-east-1',
    signer: 'session',
    isDefault: true,
    command: `client('s3', config=Config(signature_version='s3v4')).generate_presigned_url('get_object', Params={'Bucket': '${BUCKET}', 'Key': '${ODD_KEY}'})`,
  },
  {
    id: `${prefix}-response-version`,
    tool,
    signer: 'user',
    isDefault: false,
    command: `client('s3').generate_presigned_url('get_object', Params={${OBJECT}, 'VersionId': '3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY', 'ResponseContentDisposition': 'attachment; filename="Q3 2026.pdf"'}, ExpiresIn=300)`,
  },
  {
    id: `${prefix}-put`,
    tool,
    method: 'PUT',
    signer: 'user',
    isDefault: true,
    headers: [
      ['Content-Type', 'application/pdf'],
      ['x-amz-meta-team', 'finance'],
      ['x-amz-server-side-encryption', 'AES256'],
    ],
    command: `client('s3').generate_presigned_url('put_object', Params={${OBJECT}, 'ContentType': 'application/pdf', 'Metadata': {'team': 'finance'}, 'ServerSideEncryption': 'AES256'})`,
  },
  {
    id: `${prefix}-who-am-i`,
    tool,
    service: 'sts',
    signer: 'user',
    isDefault: false,
    command: `client('sts').generate_presigned_url('get_caller_identity', ExpiresIn=60, HttpMethod='GET')`,
  },
];

/** @type {readonly Row[]} */
const rclone = [
  {
    id: 'rclone-default',
    tool: 'rclone',
    signer: 'user',
    isDefault: true,
    command: `rclone link ':s3,provider=AWS,env_auth,region=eu-central-1:${BUCKET}/${KEY}'`,
  },
  {
    id: 'rclone-an-hour-session',
    tool: 'rclone',
    signer: 'session',
    isDefault: false,
    command: `rclone link --expire 1h ':s3,provider=AWS,env_auth,region=eu-central-1:${BUCKET}/${ODD_KEY}'`,
  },
];

/** @type {readonly Row[]} */
const s3cmd = [
  {
    id: 's3cmd-an-hour',
    tool: 's3cmd',
    signer: 'user',
    isDefault: false,
    command: `s3cmd signurl s3://${BUCKET}/${KEY} +3600`,
  },
  {
    id: 's3cmd-token-left-out',
    tool: 's3cmd',
    signer: 'session',
    isDefault: false,
    command: `s3cmd signurl 's3://${BUCKET}/${ODD_KEY}' 1768482000`,
  },
];

const INPUT = `Bucket: '${BUCKET}', Key: '${KEY}'`;

/** @type {readonly Row[]} */
const javascript = [
  {
    id: 'js-default',
    tool: 'AWS SDK for JavaScript',
    signer: 'user',
    isDefault: true,
    command: `getSignedUrl(new S3Client(), new GetObjectCommand({ ${INPUT} }))`,
  },
  {
    id: 'js-session-odd-key',
    tool: 'AWS SDK for JavaScript',
    signer: 'session',
    isDefault: true,
    command: `getSignedUrl(new S3Client(), new GetObjectCommand({ Bucket: '${BUCKET}', Key: '${ODD_KEY}' }))`,
  },
  {
    id: 'js-put',
    tool: 'AWS SDK for JavaScript',
    method: 'PUT',
    signer: 'user',
    isDefault: true,
    headers: [['x-amz-server-side-encryption', 'AES256']],
    command: `getSignedUrl(new S3Client(), new PutObjectCommand({ ${INPUT}, ContentType: 'application/pdf', Metadata: { team: 'finance' }, ServerSideEncryption: 'AES256' }))`,
  },
  {
    id: 'js-seven-days',
    tool: 'AWS SDK for JavaScript',
    signer: 'user',
    isDefault: false,
    command: `getSignedUrl(new S3Client(), new GetObjectCommand({ ${INPUT}, ResponseContentDisposition: 'attachment; filename="Q3 2026.pdf"' }), { expiresIn: 604800 })`,
  },
];

/** @type {readonly Row[]} */
const ruby = [
  {
    id: 'ruby-default',
    tool: 'AWS SDK for Ruby',
    signer: 'user',
    isDefault: true,
    command: `Aws::S3::Presigner.new.presigned_url(:get_object, bucket: '${BUCKET}', key: '${KEY}')`,
  },
  {
    id: 'ruby-put-session',
    tool: 'AWS SDK for Ruby',
    method: 'PUT',
    signer: 'session',
    isDefault: true,
    command: `Aws::S3::Presigner.new.presigned_url(:put_object, bucket: '${BUCKET}', key: '${ODD_KEY}', acl: 'private', metadata: { 'team' => 'finance' })`,
  },
];

export const ROWS = [
  ...cli('AWS CLI 2', 'cli2'),
  ...cli('AWS CLI 1', 'cli1'),
  ...boto3('boto3', 'boto3'),
  ...boto3('boto3 of 2022', 'boto3-2022'),
  ...rclone,
  ...s3cmd,
  ...javascript,
  ...ruby,
];

/**
 * @typedef {object} FormRow the form of a browser upload: an expression that gives `url` and `fields`
 * @property {string} id
 * @property {'boto3' | 'boto3 of 2022' | 'AWS SDK for JavaScript'} tool
 * @property {'user' | 'session'} signer
 * @property {string} command
 */

const FILENAME = '${filename}';

/** @type {(tool: 'boto3' | 'boto3 of 2022', prefix: string) => readonly FormRow[]} */
const boto3Forms = (tool, prefix) => [
  {
    id: `${prefix}-form-default`,
    tool,
    signer: 'user',
    command: `client('s3').generate_presigned_post('${BUCKET}', '${KEY}')`,
  },
  {
    id: `${prefix}-form-session`,
    tool,
    signer: 'session',
    command: `client('s3').generate_presigned_post('${BUCKET}', 'photos/${FILENAME}', Fields={'acl': 'private'}, Conditions=[{'acl': 'private'}, ['content-length-range', 1, 1048576], ['starts-with', '$Content-Type', 'image/']], ExpiresIn=900)`,
  },
];

/** @type {readonly FormRow[]} */
export const FORM_ROWS = [
  ...boto3Forms('boto3', 'boto3'),
  ...boto3Forms('boto3 of 2022', 'boto3-2022'),
  {
    id: 'js-form-default',
    tool: 'AWS SDK for JavaScript',
    signer: 'user',
    command: `createPresignedPost(new S3Client(), { ${INPUT} })`,
  },
  {
    id: 'js-form-session',
    tool: 'AWS SDK for JavaScript',
    signer: 'session',
    command: `createPresignedPost(new S3Client(), { Bucket: '${BUCKET}', Key: 'photos/${FILENAME}', Fields: { acl: 'private' }, Conditions: [['content-length-range', 1, 1048576], ['starts-with', '$Content-Type', 'image/']], Expires: 900 })`,
  },
];
