/** Premises of the stories about presigned URLs. */
export const PRESIGNED_PREMISES: Readonly<Record<string, string>> = {
  'seven-days':
    'A build server signs a download link for a report at 12:00 and passes it on. Its user may assume the role ReportReader, directly or through the role Pipeline.',
  'whose-default':
    'Nora signs a link with a tool on her own machine at 10:00. Tool and credentials may be of any kind. Omar uses the link.',
  'user-signed':
    'A nightly job signs a link on 8 January at 09:00. It uses the key of an IAM user, or a session of that user.',
  'chained-hour':
    'A portal keeps a role session for later use. At 12:56 it signs a link for seven days with it. The role allows four hours.',
  'instance-rotation':
    'A server on EC2 signs links with the credentials of its role. It got some at 08:00 and the next ones at 13:00.',
  'lambda-signer':
    'A Lambda function signs a link with the credentials of its role at 10:00:00. It ends three seconds later. A customer opens the link.',
  'skewed-clock':
    'A meter signs a link at 11:00, by AWS’s clock. It writes the date that its own clock shows into the link.',
  'signature-age':
    'An app signs links to payslips at 09:00, and they ask for an hour. A bucket policy may deny signatures by their age.',
  'lost-tail':
    'A server signs a link at 09:00 for an hour and mails it to an auditor. On its way a link can be damaged.',
  'wrong-method':
    'Tom signs a link for one method at 10:00, for an hour. A reviewer sends a request with it, of the same or another method.',
  'signed-header':
    'A careers page signs a link for an upload at 14:00, for a quarter of an hour. Lena’s browser sends her application with it.',
  'odd-key':
    'A café signs a link to its menu at 17:00, for an hour. Names of objects are bytes, and some of them look alike.',
  'wrong-region':
    'An audio guide signs a link to a file at 09:00. The bucket lies in Frankfurt (eu-central-1). A visitor uses the link.',
  'asked-name':
    'A shop signs links to invoices at 13:00, for an hour. A link may ask S3 for a file name or for a version. Emma opens it.',
  'film-night':
    'A film desk signs a link to a film at 20:00. Mira starts the download at 20:50, and her line may break at 21:20.',
  'permission-lost':
    'A clerk signs a link to a case file with a session of a role at 09:00, for an hour. At 09:20 an administrator may change something.',
  'other-network':
    'A lawyer signs a link in her office at 16:00, for four hours. Ben opens it. Policies may ask where a request comes from.',
  'locked-twice':
    'A patient portal signs a link for Tom at 10:00, for an hour. The X-rays in the bucket are encrypted with a KMS key.',
  'public-block':
    'An institute keeps data in a bucket. A link to it is signed at 11:00 for an hour, and a reader outside uses it.',
  'only-once':
    'Noor hands in an exam answer through a presigned PUT that is good for two hours. Otto finds the link and sends a file with it.',
  'photo-form':
    'A club’s site signs an upload form at 15:00 that holds for half an hour. Kim’s browser sends a file with it.',
  'revocation-race':
    'An exam office has signed three links for seven days. One is of a user’s key, one of a session, one of a session opened later. A pupil tries them.',
  'used-again':
    'A photo desk signs a link with the key of an IAM user on 27 January at 18:00. A reporter, a printer and a stranger use it.',
};
