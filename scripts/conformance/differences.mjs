/**
 * Where radosgw is known to answer otherwise than S3 does: exactly this, or the run fails.
 * @typedef {object} Difference
 * @property {readonly string[]} kinds of cases
 * @property {string} ours what we say, as S3 does
 * @property {string} theirs what radosgw says
 * @property {string} because what AWS says and what radosgw does, and where
 */

const PARSED =
  'radosgw refuses what it cannot read with AccessDenied, whatever it is (rgw_auth_s3.cc, parse_v4_query_string)';
const MALFORMED = '400 AuthorizationQueryParametersError';

const FORM =
  'S3 answers as for any request (S3 error responses); of a form radosgw says only that it was denied (rgw_rest_s3.cc, RGWPostObj)';

/** @type {readonly Difference[]} */
export const DIFFERENCES = [
  {
    kinds: ['One of the six parameters missing', 'A date that is none', 'Another algorithm'],
    ours: MALFORMED,
    theirs: '403 AccessDenied',
    because: `S3 names the parameter (S3 error responses); ${PARSED}`,
  },
  {
    kinds: ['Longer than seven days', 'A negative life', 'A life that is no number'],
    ours: MALFORMED,
    theirs: '403 AccessDenied',
    because: `S3 takes 1 to 604800 seconds and says so (sigv4-query-string-auth); ${PARSED}`,
  },
  {
    kinds: ['Another ending of the scope', 'A scope of four parts'],
    ours: MALFORMED,
    theirs: '400 InvalidArgument',
    because:
      'S3 says what is wrong with the credential (S3 error responses); radosgw counts its slashes and looks for aws4_request (rgw_auth_s3.cc, parse_v4_credentials)',
  },
  {
    kinds: ['A scope of another day', 'The Region changed in the scope'],
    ours: MALFORMED,
    theirs: '403 SignatureDoesNotMatch',
    because:
      'S3 looks at the scope before it computes (S3 error responses); for radosgw the scope is no more than text that was signed',
  },
  {
    kinds: ['Another Region', 'Another service'],
    ours: MALFORMED,
    theirs: 'served',
    because:
      'S3 takes only signatures for its own Region and service (sig-v4-header-based-auth); radosgw has one Region and takes the scope as the signer wrote it',
  },
  {
    kinds: ['Dated too far ahead'],
    ours: '403 AccessDenied',
    theirs: 'served',
    because:
      'S3 takes URLs dated up to 15 minutes ahead (recorded: minio 2638); radosgw asks only whether they have ended (rgw_auth_s3.cc, parse_v4_query_string)',
  },
  {
    kinds: ['An x-amz-* header nobody signed'],
    ours: '403 AccessDenied',
    theirs: 'served',
    because:
      'S3 wants every x-amz-* header signed (sigv4-query-string-auth; recorded: localstack test_s3.py); radosgw does not look at those that are not',
  },
  {
    kinds: ['A token with a long-term key'],
    ours: '400 InvalidToken',
    theirs: 'served',
    because: 'what S3 says is modelled; radosgw reads the token only of its own sessions',
  },
  {
    kinds: ['No such version'],
    ours: '404 NoSuchVersion',
    theirs: '404 NoSuchKey',
    because: 'S3 names the version that is not there (S3 error responses); radosgw says less',
  },
  {
    kinds: ['Session: the token left out'],
    ours: '403 InvalidAccessKeyId',
    theirs: '403 AccessDenied',
    because:
      'S3 knows no temporary key without its token (re:Post); radosgw keeps temporary keys nowhere but in their tokens and says less with STS switched on',
  },
  {
    kinds: [
      'Session: the token of another session',
      'Session: signed with the token of another session',
    ],
    ours: '400 InvalidToken',
    theirs: '403 AccessDenied',
    because: 'S3 says that the token is malformed (S3 error responses); radosgw says less',
  },
  {
    kinds: ['Session: GET after it has ended, of a URL for seven days'],
    ours: '400 ExpiredToken',
    theirs: '403 AccessDenied',
    because: 'S3 says that the token has expired (S3 error responses); radosgw says less',
  },
  {
    kinds: [
      'Form: a digit of the signature',
      'Form: a letter of the policy',
      'Form: another secret',
    ],
    ours: '403 SignatureDoesNotMatch',
    theirs: '403 AccessDenied',
    because: FORM,
  },
  {
    kinds: ['Form: a key that nobody knows', 'Form: a key that was deleted'],
    ours: '403 InvalidAccessKeyId',
    theirs: '403 AccessDenied',
    because: FORM,
  },
];

/** @param {string} kind @param {string} ours @param {string} theirs */
export const differenceOf = (kind, ours, theirs) =>
  DIFFERENCES.find(
    (each) => each.kinds.includes(kind) && each.ours === ours && each.theirs === theirs,
  );
