/**
 * Signature Version 4 as others compute it: AWS's documentation, smithy-typescript's unit tests
 * (Apache-2.0), and the output of AWS's JavaScript SDK with its clock fixed; AWS's own test suite is
 * suite.vectors.json. Each row was recomputed with Python's hmac before it came here.
 * Paths are decoded. Every header is signed; Host is `host`. Where the source printed a request line,
 * `publishedUrl` is that line's target behind the host: its order and escapes differ from `url`.
 * Not here, because another algorithm signs them: of aws-c-auth's v4a get-vanilla, get-vanilla-query, get-unreserved,
 * get-vanilla-with-session-token, get-vanilla-utf8-query and get-header-value-order; of Signature Version 2 the S3 user
 * guide's query example, and one for a year.
 */
import type { PathMode } from './canonicalPath.ts';
import type { Scheme } from './presignedUrl.ts';
import type { Pair } from './query.ts';
import type { Signer } from './signer.ts';

interface Vector {
  readonly id: string;
  readonly description: string;
  readonly source: string;
  readonly signer: Signer;
  readonly region: string;
  readonly date: string;
}

interface MessageVector extends Vector {
  readonly method: string;
  readonly scheme: Scheme;
  readonly host: string;
  readonly path: string;
  readonly pathMode: PathMode;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly signedHeaders: string;
  readonly body: string;
  readonly payloadHash: string;
  readonly service: string;
}

interface Expected {
  readonly canonicalRequest: string;
  readonly canonicalRequestSha256: string;
  readonly stringToSign: string;
  readonly signature: string;
}

interface QueryVector extends MessageVector {
  readonly expires: number;
  readonly expected: Expected & { readonly url: string; readonly publishedUrl?: string };
}

interface HeaderVector extends MessageVector {
  readonly expected: Expected & { readonly authorization: string };
}

interface PostPolicyVector extends Vector {
  readonly policy: string;
  readonly expected: Pick<Expected, 'stringToSign' | 'signature'>;
}

interface SigningKeyVector {
  readonly secretAccessKey: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly kDate: string;
  readonly kRegion: string;
  readonly kService: string;
  readonly kSigning: string;
  readonly source: string;
}

export const QUERY_VECTORS: readonly QueryVector[] = [
  {
    id: 'aws-docs-presign-get',
    description: 'Presigned GET from the S3 documentation, valid 24 hours',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-query-string-auth.html',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.amazonaws.com',
    path: '/test.txt',
    pathMode: 's3',
    query: [],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20130524T000000Z',
    expires: 86400,
    expected: {
      canonicalRequest:
        'GET\n/test.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host\nhost:examplebucket.s3.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04',
      stringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04',
      signature: 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
      url: 'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    },
  },
  {
    id: 'smithy-presign-minimal',
    description: 'Smithy unit test: presign a request without a body',
    source:
      'https://github.com/smithy-lang/smithy-typescript/blob/6815d3e96f3abc32e238bf6d806523aab81c6a8e/packages/signature-v4/src/SignatureV4.spec.ts',
    method: 'POST',
    scheme: 'https',
    host: 'foo.us-bar-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'foo',
      secretAccessKey: 'bar',
    },
    region: 'us-bar-1',
    service: 'foo',
    date: '20000101T000000Z',
    expires: 1800,
    expected: {
      canonicalRequest:
        'POST\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host\nhost:foo.us-bar-1.amazonaws.com\n\nhost\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: 'eeff927ebf5d1f06cb1581be14dd6bb80cb0b9c12cb0eb9044c333c3beb91179',
      stringToSign:
        'AWS4-HMAC-SHA256\n20000101T000000Z\n20000101/us-bar-1/foo/aws4_request\neeff927ebf5d1f06cb1581be14dd6bb80cb0b9c12cb0eb9044c333c3beb91179',
      signature: '46f0091f3e84cbd4552a184f43830a4f8b42fd18ceaefcdc2c225be1efd9e00e',
      url: 'https://foo.us-bar-1.amazonaws.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host&X-Amz-Signature=46f0091f3e84cbd4552a184f43830a4f8b42fd18ceaefcdc2c225be1efd9e00e',
    },
  },
  {
    id: 'smithy-presign-unhoisted-header',
    description: 'Smithy unit test: an x-amz header kept as a signed header',
    source:
      'https://github.com/smithy-lang/smithy-typescript/blob/6815d3e96f3abc32e238bf6d806523aab81c6a8e/packages/signature-v4/src/SignatureV4.spec.ts',
    method: 'POST',
    scheme: 'https',
    host: 'foo.us-bar-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [],
    headers: [['x-amz-not-hoisted', 'test']],
    signedHeaders: 'host;x-amz-not-hoisted',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'foo',
      secretAccessKey: 'bar',
    },
    region: 'us-bar-1',
    service: 'foo',
    date: '20000101T000000Z',
    expires: 1800,
    expected: {
      canonicalRequest:
        'POST\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host%3Bx-amz-not-hoisted\nhost:foo.us-bar-1.amazonaws.com\nx-amz-not-hoisted:test\n\nhost;x-amz-not-hoisted\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: '8b5b5a322e82b8ea94644d24cb7b0954529338719f951ae222e63ef408b126b9',
      stringToSign:
        'AWS4-HMAC-SHA256\n20000101T000000Z\n20000101/us-bar-1/foo/aws4_request\n8b5b5a322e82b8ea94644d24cb7b0954529338719f951ae222e63ef408b126b9',
      signature: '3c3ef586754b111e9528009710b797a07457d6a671058ba89041a06bab45f585',
      url: 'https://foo.us-bar-1.amazonaws.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host%3Bx-amz-not-hoisted&X-Amz-Signature=3c3ef586754b111e9528009710b797a07457d6a671058ba89041a06bab45f585',
    },
  },
  {
    id: 'smithy-presign-string-body',
    description: 'Smithy unit test: body hash in the canonical request',
    source:
      'https://github.com/smithy-lang/smithy-typescript/blob/6815d3e96f3abc32e238bf6d806523aab81c6a8e/packages/signature-v4/src/SignatureV4.spec.ts',
    method: 'POST',
    scheme: 'https',
    host: 'foo.us-bar-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [],
    headers: [],
    signedHeaders: 'host',
    body: 'It was the best of times, it was the worst of times',
    payloadHash: '47b4196caffbd11a2df80881d457bd3f4acf3814c543aafb4e624bd9369a1799',
    signer: {
      accessKeyId: 'foo',
      secretAccessKey: 'bar',
    },
    region: 'us-bar-1',
    service: 'foo',
    date: '20000101T000000Z',
    expires: 1800,
    expected: {
      canonicalRequest:
        'POST\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host\nhost:foo.us-bar-1.amazonaws.com\n\nhost\n47b4196caffbd11a2df80881d457bd3f4acf3814c543aafb4e624bd9369a1799',
      canonicalRequestSha256: 'bff4fdda6d3f79245bc92d904991dad8a14f44366c0534ee0c133df8c16a2d98',
      stringToSign:
        'AWS4-HMAC-SHA256\n20000101T000000Z\n20000101/us-bar-1/foo/aws4_request\nbff4fdda6d3f79245bc92d904991dad8a14f44366c0534ee0c133df8c16a2d98',
      signature: '3a7fc2cef9cab09384d0ef7a69bab0d942996846422bd041da5e52cae82612c3',
      url: 'https://foo.us-bar-1.amazonaws.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host&X-Amz-Signature=3a7fc2cef9cab09384d0ef7a69bab0d942996846422bd041da5e52cae82612c3',
    },
  },
  {
    id: 'smithy-presign-session-token',
    description: 'Smithy unit test: session token as a signed query parameter',
    source:
      'https://github.com/smithy-lang/smithy-typescript/blob/6815d3e96f3abc32e238bf6d806523aab81c6a8e/packages/signature-v4/src/SignatureV4.spec.ts',
    method: 'POST',
    scheme: 'https',
    host: 'foo.us-bar-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: { accessKeyId: 'foo', secretAccessKey: 'bar', sessionToken: 'baz' },
    region: 'us-bar-1',
    service: 'foo',
    date: '20000101T000000Z',
    expires: 1800,
    expected: {
      canonicalRequest:
        'POST\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-Security-Token=baz&X-Amz-SignedHeaders=host\nhost:foo.us-bar-1.amazonaws.com\n\nhost\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: '014667d0628f0ef8684e34b1a67df2e63195c890a8732de8f15f31a6bc07915a',
      stringToSign:
        'AWS4-HMAC-SHA256\n20000101T000000Z\n20000101/us-bar-1/foo/aws4_request\n014667d0628f0ef8684e34b1a67df2e63195c890a8732de8f15f31a6bc07915a',
      signature: '1b57912615b8e7ae78790ba713193d34baa793d6be2a1b18370dd27dce2d05a7',
      url: 'https://foo.us-bar-1.amazonaws.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-Security-Token=baz&X-Amz-SignedHeaders=host&X-Amz-Signature=1b57912615b8e7ae78790ba713193d34baa793d6be2a1b18370dd27dce2d05a7',
    },
  },
  {
    id: 'smithy-presign-unsigned-payload-param',
    description: 'Smithy unit test: X-Amz-Content-Sha256 hoisted into the query',
    source:
      'https://github.com/smithy-lang/smithy-typescript/blob/6815d3e96f3abc32e238bf6d806523aab81c6a8e/packages/signature-v4/src/SignatureV4.spec.ts',
    method: 'POST',
    scheme: 'https',
    host: 'foo.us-bar-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD']],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: { accessKeyId: 'foo', secretAccessKey: 'bar' },
    region: 'us-bar-1',
    service: 'foo',
    date: '20000101T000000Z',
    expires: 1800,
    expected: {
      canonicalRequest:
        'POST\n/\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host\nhost:foo.us-bar-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'dbbe7d1ee7504271d2971a1b38f81f64ad9bbe83742de35ca00a13bcd7f74475',
      stringToSign:
        'AWS4-HMAC-SHA256\n20000101T000000Z\n20000101/us-bar-1/foo/aws4_request\ndbbe7d1ee7504271d2971a1b38f81f64ad9bbe83742de35ca00a13bcd7f74475',
      signature: '04ccc7891757c0ca3811d0e018e4655919ef11fa7b956fe9b782f273cec2374f',
      url: 'https://foo.us-bar-1.amazonaws.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=foo%2F20000101%2Fus-bar-1%2Ffoo%2Faws4_request&X-Amz-Date=20000101T000000Z&X-Amz-Expires=1800&X-Amz-SignedHeaders=host&X-Amz-Signature=04ccc7891757c0ca3811d0e018e4655919ef11fa7b956fe9b782f273cec2374f',
    },
  },
  {
    id: 'js-get-virtual-us-west-2',
    description: 'Plain GET, virtual-hosted regional host',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.us-west-2.amazonaws.com',
    path: '/reports/2024/summary.pdf',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 3600,
    expected: {
      canonicalRequest:
        'GET\n/reports/2024/summary.pdf\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:examplebucket.s3.us-west-2.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'ea7845ec23ab06e8a5a8eb9abde0b67c797842afb7df4ec8248963767ad5e1b1',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\nea7845ec23ab06e8a5a8eb9abde0b67c797842afb7df4ec8248963767ad5e1b1',
      signature: '14b61dff4a71b85eccffd8bd20f6ab72f8ab4c73817b4c5c6a769f91e49270f7',
      url: 'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=14b61dff4a71b85eccffd8bd20f6ab72f8ab4c73817b4c5c6a769f91e49270f7',
      publishedUrl:
        'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-Signature=14b61dff4a71b85eccffd8bd20f6ab72f8ab4c73817b4c5c6a769f91e49270f7&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-put-basic',
    description: 'PUT with no optional headers',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'PUT',
    scheme: 'https',
    host: 'examplebucket.s3.eu-central-1.amazonaws.com',
    path: '/uploads/photo.jpg',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'PutObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'eu-central-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'PUT\n/uploads/photo.jpg\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=PutObject\nhost:examplebucket.s3.eu-central-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '6fd903b7d2627b7255df900f8272410b3f76908b3eb971c45b875eaf42a687f1',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/eu-central-1/s3/aws4_request\n6fd903b7d2627b7255df900f8272410b3f76908b3eb971c45b875eaf42a687f1',
      signature: 'f5484a023fd46b00d200866eb1449dc0cd95abf82beb642954eb96fc9d4d59bb',
      url: 'https://examplebucket.s3.eu-central-1.amazonaws.com/uploads/photo.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=PutObject&X-Amz-Signature=f5484a023fd46b00d200866eb1449dc0cd95abf82beb642954eb96fc9d4d59bb',
      publishedUrl:
        'https://examplebucket.s3.eu-central-1.amazonaws.com/uploads/photo.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=f5484a023fd46b00d200866eb1449dc0cd95abf82beb642954eb96fc9d4d59bb&X-Amz-SignedHeaders=host&x-id=PutObject',
    },
  },
  {
    id: 'js-head',
    description: 'HEAD request signs a different method from GET',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'HEAD',
    scheme: 'https',
    host: 'examplebucket.s3.us-west-2.amazonaws.com',
    path: '/reports/2024/summary.pdf',
    pathMode: 's3',
    query: [['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD']],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 3600,
    expected: {
      canonicalRequest:
        'HEAD\n/reports/2024/summary.pdf\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host\nhost:examplebucket.s3.us-west-2.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'b9abf33873defc4b9b785c74c4d05d8848bbb295391b7cab2c61ed533e5f6b69',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\nb9abf33873defc4b9b785c74c4d05d8848bbb295391b7cab2c61ed533e5f6b69',
      signature: 'a907c00ba8e3f108b905a007806177713b67dea572fe9a10987c3a9c7eb42521',
      url: 'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=a907c00ba8e3f108b905a007806177713b67dea572fe9a10987c3a9c7eb42521',
      publishedUrl:
        'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-Signature=a907c00ba8e3f108b905a007806177713b67dea572fe9a10987c3a9c7eb42521&X-Amz-SignedHeaders=host',
    },
  },
  {
    id: 'js-delete',
    description: 'DELETE request',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'DELETE',
    scheme: 'https',
    host: 'examplebucket.s3.us-west-2.amazonaws.com',
    path: '/reports/2024/summary.pdf',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'DeleteObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 3600,
    expected: {
      canonicalRequest:
        'DELETE\n/reports/2024/summary.pdf\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&x-id=DeleteObject\nhost:examplebucket.s3.us-west-2.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '27fd0a4796af94c0c7aa2748ca8da7aeaeca898e30537ff47396c749b21dd270',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\n27fd0a4796af94c0c7aa2748ca8da7aeaeca898e30537ff47396c749b21dd270',
      signature: 'c324b1b3dda3228269a0bde8722fb1bb5281c7fe65b62ee8d695930068618fce',
      url: 'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&x-id=DeleteObject&X-Amz-Signature=c324b1b3dda3228269a0bde8722fb1bb5281c7fe65b62ee8d695930068618fce',
      publishedUrl:
        'https://examplebucket.s3.us-west-2.amazonaws.com/reports/2024/summary.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=3600&X-Amz-Signature=c324b1b3dda3228269a0bde8722fb1bb5281c7fe65b62ee8d695930068618fce&X-Amz-SignedHeaders=host&x-id=DeleteObject',
    },
  },
  {
    id: 'js-get-response-overrides',
    description: 'Response header overrides become signed query parameters',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.us-east-1.amazonaws.com',
    path: '/invoice.pdf',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['response-cache-control', 'no-store'],
      ['response-content-disposition', 'attachment; filename="Invoice March.pdf"'],
      ['response-content-type', 'application/pdf'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/invoice.pdf\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&response-cache-control=no-store&response-content-disposition=attachment%3B%20filename%3D%22Invoice%20March.pdf%22&response-content-type=application%2Fpdf&x-id=GetObject\nhost:examplebucket.s3.us-east-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '81b6f3bb4c4ba6761f257453293a84cdddf9f44ab7e3847d6bce2e7fd6bbac50',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/s3/aws4_request\n81b6f3bb4c4ba6761f257453293a84cdddf9f44ab7e3847d6bce2e7fd6bbac50',
      signature: '4f7ec15d22532fb38c60cc84731e570063ee155c5f6cac36619cf02f66255087',
      url: 'https://examplebucket.s3.us-east-1.amazonaws.com/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&response-cache-control=no-store&response-content-disposition=attachment%3B%20filename%3D%22Invoice%20March.pdf%22&response-content-type=application%2Fpdf&x-id=GetObject&X-Amz-Signature=4f7ec15d22532fb38c60cc84731e570063ee155c5f6cac36619cf02f66255087',
      publishedUrl:
        'https://examplebucket.s3.us-east-1.amazonaws.com/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=4f7ec15d22532fb38c60cc84731e570063ee155c5f6cac36619cf02f66255087&X-Amz-SignedHeaders=host&response-cache-control=no-store&response-content-disposition=attachment%3B%20filename%3D%22Invoice%20March.pdf%22&response-content-type=application%2Fpdf&x-id=GetObject',
    },
  },
  {
    id: 'js-get-version',
    description: 'versionId is a signed query parameter',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.us-east-1.amazonaws.com',
    path: '/invoice.pdf',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['versionId', '3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/invoice.pdf\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo&x-id=GetObject\nhost:examplebucket.s3.us-east-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'd9ae3978b79db0d13b88a132e1f1b1e8fd863665534c2cd9350ad6e3921f0364',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/s3/aws4_request\nd9ae3978b79db0d13b88a132e1f1b1e8fd863665534c2cd9350ad6e3921f0364',
      signature: '2b5a00030258580661d67d6ee335d6566db4f3d43613aaf46047d86ef48102f5',
      url: 'https://examplebucket.s3.us-east-1.amazonaws.com/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo&x-id=GetObject&X-Amz-Signature=2b5a00030258580661d67d6ee335d6566db4f3d43613aaf46047d86ef48102f5',
      publishedUrl:
        'https://examplebucket.s3.us-east-1.amazonaws.com/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=2b5a00030258580661d67d6ee335d6566db4f3d43613aaf46047d86ef48102f5&X-Amz-SignedHeaders=host&versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo&x-id=GetObject',
    },
  },
  {
    id: 'js-put-sse-signed-header',
    description: 'SSE headers are not hoisted: they stay as signed headers the uploader must send',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'PUT',
    scheme: 'https',
    host: 'examplebucket.s3.us-west-2.amazonaws.com',
    path: '/secret.bin',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'PutObject'],
    ],
    headers: [
      ['x-amz-server-side-encryption', 'aws:kms'],
      [
        'x-amz-server-side-encryption-aws-kms-key-id',
        'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ],
    ],
    signedHeaders: 'host;x-amz-server-side-encryption;x-amz-server-side-encryption-aws-kms-key-id',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'PUT\n/secret.bin\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host%3Bx-amz-server-side-encryption%3Bx-amz-server-side-encryption-aws-kms-key-id&x-id=PutObject\nhost:examplebucket.s3.us-west-2.amazonaws.com\nx-amz-server-side-encryption:aws:kms\nx-amz-server-side-encryption-aws-kms-key-id:arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\n\nhost;x-amz-server-side-encryption;x-amz-server-side-encryption-aws-kms-key-id\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'c7033c6744f0ffa083dd76554f52285e3edc6b728e0fa0fd432cc2cda3494a55',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\nc7033c6744f0ffa083dd76554f52285e3edc6b728e0fa0fd432cc2cda3494a55',
      signature: 'f3da10d210b72b81eefbd806b39ea66f6685180c175bdce1e62cc342936b830f',
      url: 'https://examplebucket.s3.us-west-2.amazonaws.com/secret.bin?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host%3Bx-amz-server-side-encryption%3Bx-amz-server-side-encryption-aws-kms-key-id&x-id=PutObject&X-Amz-Signature=f3da10d210b72b81eefbd806b39ea66f6685180c175bdce1e62cc342936b830f',
      publishedUrl:
        'https://examplebucket.s3.us-west-2.amazonaws.com/secret.bin?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=f3da10d210b72b81eefbd806b39ea66f6685180c175bdce1e62cc342936b830f&X-Amz-SignedHeaders=host%3Bx-amz-server-side-encryption%3Bx-amz-server-side-encryption-aws-kms-key-id&x-id=PutObject',
    },
  },
  {
    id: 'js-put-content-type-signed',
    description: 'Content-Type signed because the caller asked for it',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'PUT',
    scheme: 'https',
    host: 'examplebucket.s3.us-west-2.amazonaws.com',
    path: '/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'PutObject'],
    ],
    headers: [['content-type', 'text/plain']],
    signedHeaders: 'content-type;host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'PUT\n/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=content-type%3Bhost&x-id=PutObject\ncontent-type:text/plain\nhost:examplebucket.s3.us-west-2.amazonaws.com\n\ncontent-type;host\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '44e4f78e78d945729e6bd1d9079ffadecf26f9fd8db98751ae6e1b0298304e1f',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\n44e4f78e78d945729e6bd1d9079ffadecf26f9fd8db98751ae6e1b0298304e1f',
      signature: 'b20b1826258babcc4c14e345b27cd4b6c65a458c923dc8c1cd49e23deb8b11a1',
      url: 'https://examplebucket.s3.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=content-type%3Bhost&x-id=PutObject&X-Amz-Signature=b20b1826258babcc4c14e345b27cd4b6c65a458c923dc8c1cd49e23deb8b11a1',
      publishedUrl:
        'https://examplebucket.s3.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=b20b1826258babcc4c14e345b27cd4b6c65a458c923dc8c1cd49e23deb8b11a1&X-Amz-SignedHeaders=content-type%3Bhost&x-id=PutObject',
    },
  },
  {
    id: 'js-get-dualstack',
    description: 'Dual-stack host',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.dualstack.us-west-2.amazonaws.com',
    path: '/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:examplebucket.s3.dualstack.us-west-2.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'de8d56951efd855c0643368cba89dc3e26e357ff6620fc53b4bef42bf5952ec7',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\nde8d56951efd855c0643368cba89dc3e26e357ff6620fc53b4bef42bf5952ec7',
      signature: 'd6f130913071c6d0aa951948c45fa0d677a85ac446bb8c43d319a32d752e87ad',
      url: 'https://examplebucket.s3.dualstack.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=d6f130913071c6d0aa951948c45fa0d677a85ac446bb8c43d319a32d752e87ad',
      publishedUrl:
        'https://examplebucket.s3.dualstack.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=d6f130913071c6d0aa951948c45fa0d677a85ac446bb8c43d319a32d752e87ad&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-get-accelerate',
    description: 'Transfer Acceleration host; region still the bucket region',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3-accelerate.amazonaws.com',
    path: '/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:examplebucket.s3-accelerate.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '4940b89004ad9952f391b0e14f546d76de272e2f5b1e0e2b1e99bcd8fb71434a',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\n4940b89004ad9952f391b0e14f546d76de272e2f5b1e0e2b1e99bcd8fb71434a',
      signature: '650174a7a50c15638323f8e6ff70bfa49db7243670d322f6869389e51d31f2a3',
      url: 'https://examplebucket.s3-accelerate.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=650174a7a50c15638323f8e6ff70bfa49db7243670d322f6869389e51d31f2a3',
      publishedUrl:
        'https://examplebucket.s3-accelerate.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=650174a7a50c15638323f8e6ff70bfa49db7243670d322f6869389e51d31f2a3&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-get-accesspoint',
    description: 'Access point ARN used as bucket',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'finance-ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com',
    path: '/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-west-2',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:finance-ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '37bbeab1b13a5df78d6303176cbb292b1ea5bae66a112dd1b0b2924bb97f31fe',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-west-2/s3/aws4_request\n37bbeab1b13a5df78d6303176cbb292b1ea5bae66a112dd1b0b2924bb97f31fe',
      signature: '497b1b9faf5abd86c5697e530a558d832b5b08f9a11fce8d47f74f4b410e179a',
      url: 'https://finance-ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=497b1b9faf5abd86c5697e530a558d832b5b08f9a11fce8d47f74f4b410e179a',
      publishedUrl:
        'https://finance-ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=497b1b9faf5abd86c5697e530a558d832b5b08f9a11fce8d47f74f4b410e179a&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-get-session-token',
    description: 'Temporary credentials: token is a signed query parameter',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.us-east-1.amazonaws.com',
    path: '/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLETOKEN&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:examplebucket.s3.us-east-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'f1a273d73f2ef8e72b75d46234c737a6a2e29a33be25db0d332b2a04d2e3135c',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/s3/aws4_request\nf1a273d73f2ef8e72b75d46234c737a6a2e29a33be25db0d332b2a04d2e3135c',
      signature: 'abb925b2f52c3bb3ffffe04d7c413520556b35da2072ee523c078df96602e431',
      url: 'https://examplebucket.s3.us-east-1.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLETOKEN&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=abb925b2f52c3bb3ffffe04d7c413520556b35da2072ee523c078df96602e431',
      publishedUrl:
        'https://examplebucket.s3.us-east-1.amazonaws.com/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLETOKEN&X-Amz-Signature=abb925b2f52c3bb3ffffe04d7c413520556b35da2072ee523c078df96602e431&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-get-path-style',
    description: 'Path-style addressing puts the bucket in the canonical URI',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 's3.us-east-1.amazonaws.com',
    path: '/examplebucket/folder/a.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/examplebucket/folder/a.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:s3.us-east-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: 'e6fc66c7ad2435da5a74cdc57a2f902fe07456e05c5c97ad71502407e6b5457a',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/s3/aws4_request\ne6fc66c7ad2435da5a74cdc57a2f902fe07456e05c5c97ad71502407e6b5457a',
      signature: '7b015f7f1b107db88751fa2457a56af4326af513a2cba51dfd71144f0330a655',
      url: 'https://s3.us-east-1.amazonaws.com/examplebucket/folder/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=7b015f7f1b107db88751fa2457a56af4326af513a2cba51dfd71144f0330a655',
      publishedUrl:
        'https://s3.us-east-1.amazonaws.com/examplebucket/folder/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=7b015f7f1b107db88751fa2457a56af4326af513a2cba51dfd71144f0330a655&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'js-get-space-plus',
    description: 'Space and plus sign in the key',
    source:
      'generated here with @aws-sdk/s3-request-presigner 3.1163.0 and @aws-sdk/client-s3 3.1169.0 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.us-east-1.amazonaws.com',
    path: '/My Files/1+1=2.txt',
    pathMode: 's3',
    query: [
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['x-id', 'GetObject'],
    ],
    headers: [],
    signedHeaders: 'host',
    body: '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20240315T123045Z',
    expires: 900,
    expected: {
      canonicalRequest:
        'GET\n/My%20Files/1%2B1%3D2.txt\nX-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject\nhost:examplebucket.s3.us-east-1.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD',
      canonicalRequestSha256: '8efccd6df26a0c72137b8dd0e1fdb1fdf2c2d84713da37c9682e07f1cc1c276a',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/s3/aws4_request\n8efccd6df26a0c72137b8dd0e1fdb1fdf2c2d84713da37c9682e07f1cc1c276a',
      signature: 'a26b6c992d171feb81ca721465febddc44a9cd0be25958db83e6154484decfd7',
      url: 'https://examplebucket.s3.us-east-1.amazonaws.com/My%20Files/1%2B1%3D2.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=a26b6c992d171feb81ca721465febddc44a9cd0be25958db83e6154484decfd7',
      publishedUrl:
        'https://examplebucket.s3.us-east-1.amazonaws.com/My%20Files/1%2B1%3D2.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=900&X-Amz-Signature=a26b6c992d171feb81ca721465febddc44a9cd0be25958db83e6154484decfd7&X-Amz-SignedHeaders=host&x-id=GetObject',
    },
  },
  {
    id: 'sts-get-caller-identity',
    description:
      'Presigned STS GetCallerIdentity (service sts, region us-east-1), 60 s, extra signed header, as used by EKS tokens; payload hash of the empty string',
    source: 'generated here with @smithy/signature-v4 5.7.5 with a fixed signingDate',
    method: 'GET',
    scheme: 'https',
    host: 'sts.us-east-1.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [
      ['Action', 'GetCallerIdentity'],
      ['Version', '2011-06-15'],
    ],
    headers: [['x-k8s-aws-id', 'demo-cluster']],
    signedHeaders: 'host;x-k8s-aws-id',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 'sts',
    date: '20240315T123045Z',
    expires: 60,
    expected: {
      canonicalRequest:
        'GET\n/\nAction=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id\nhost:sts.us-east-1.amazonaws.com\nx-k8s-aws-id:demo-cluster\n\nhost;x-k8s-aws-id\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: '680b09009f319351abfd0c8546c48f7606254bd7037d7d0554e140648ebdd4e0',
      stringToSign:
        'AWS4-HMAC-SHA256\n20240315T123045Z\n20240315/us-east-1/sts/aws4_request\n680b09009f319351abfd0c8546c48f7606254bd7037d7d0554e140648ebdd4e0',
      signature: 'd4bd069e5f2212acbd23b552cbb0ef5905b23ff7fad1b4b1d3e1ae385b3083a1',
      url: 'https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Signature=d4bd069e5f2212acbd23b552cbb0ef5905b23ff7fad1b4b1d3e1ae385b3083a1',
      publishedUrl:
        'https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20240315%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20240315T123045Z&X-Amz-Expires=60&X-Amz-Signature=d4bd069e5f2212acbd23b552cbb0ef5905b23ff7fad1b4b1d3e1ae385b3083a1&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id',
    },
  },
];

export const HEADER_VECTORS: readonly HeaderVector[] = [
  {
    id: 'aws-docs-header-get-range',
    description: 'Authorization-header GET with a Range header',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-header-based-auth.html',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.amazonaws.com',
    path: '/test.txt',
    pathMode: 's3',
    query: [],
    headers: [
      ['Range', 'bytes=0-9'],
      ['x-amz-content-sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['x-amz-date', '20130524T000000Z'],
    ],
    signedHeaders: 'host;range;x-amz-content-sha256;x-amz-date',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20130524T000000Z',
    expected: {
      canonicalRequest:
        'GET\n/test.txt\n\nhost:examplebucket.s3.amazonaws.com\nrange:bytes=0-9\nx-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nx-amz-date:20130524T000000Z\n\nhost;range;x-amz-content-sha256;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: '7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972',
      stringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972',
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
  },
  {
    id: 'aws-docs-header-put',
    description: 'Authorization-header PUT; the dollar sign in the key is encoded once',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-header-based-auth.html',
    method: 'PUT',
    scheme: 'https',
    host: 'examplebucket.s3.amazonaws.com',
    path: '/test$file.text',
    pathMode: 's3',
    query: [],
    headers: [
      ['Date', 'Fri, 24 May 2013 00:00:00 GMT'],
      ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ['x-amz-content-sha256', '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'],
      ['x-amz-date', '20130524T000000Z'],
    ],
    signedHeaders: 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    body: 'Welcome to Amazon S3.',
    payloadHash: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20130524T000000Z',
    expected: {
      canonicalRequest:
        'PUT\n/test%24file.text\n\ndate:Fri, 24 May 2013 00:00:00 GMT\nhost:examplebucket.s3.amazonaws.com\nx-amz-content-sha256:44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072\nx-amz-date:20130524T000000Z\nx-amz-storage-class:REDUCED_REDUNDANCY\n\ndate;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class\n44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      canonicalRequestSha256: '9e0e90d9c76de8fa5b200d8c849cd5b8dc7a3be3951ddb7f6a76b4158342019d',
      stringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n9e0e90d9c76de8fa5b200d8c849cd5b8dc7a3be3951ddb7f6a76b4158342019d',
      signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    },
  },
  {
    id: 'aws-docs-header-lifecycle',
    description: 'Authorization-header GET of a sub-resource with no value',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-header-based-auth.html',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [['lifecycle', '']],
    headers: [
      ['x-amz-content-sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['x-amz-date', '20130524T000000Z'],
    ],
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20130524T000000Z',
    expected: {
      canonicalRequest:
        'GET\n/\nlifecycle=\nhost:examplebucket.s3.amazonaws.com\nx-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nx-amz-date:20130524T000000Z\n\nhost;x-amz-content-sha256;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: '9766c798316ff2757b517bc739a67f6213b4ab36dd5da2f94eaebf79c77395ca',
      stringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n9766c798316ff2757b517bc739a67f6213b4ab36dd5da2f94eaebf79c77395ca',
      signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    },
  },
  {
    id: 'aws-docs-header-list',
    description: 'Authorization-header list request with two query parameters',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sig-v4-header-based-auth.html',
    method: 'GET',
    scheme: 'https',
    host: 'examplebucket.s3.amazonaws.com',
    path: '/',
    pathMode: 's3',
    query: [
      ['max-keys', '2'],
      ['prefix', 'J'],
    ],
    headers: [
      ['x-amz-content-sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['x-amz-date', '20130524T000000Z'],
    ],
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    body: '',
    payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    service: 's3',
    date: '20130524T000000Z',
    expected: {
      canonicalRequest:
        'GET\n/\nmax-keys=2&prefix=J\nhost:examplebucket.s3.amazonaws.com\nx-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nx-amz-date:20130524T000000Z\n\nhost;x-amz-content-sha256;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      canonicalRequestSha256: 'df57d21db20da04d7fa30298dd4488ba3a2b47ca3a489c74750e0f1e7df1b9b7',
      stringToSign:
        'AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\ndf57d21db20da04d7fa30298dd4488ba3a2b47ca3a489c74750e0f1e7df1b9b7',
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    },
  },
];

export const POST_POLICY_VECTORS: readonly PostPolicyVector[] = [
  {
    id: 'aws-docs-post-policy',
    description: 'Browser POST policy from the S3 documentation (policy bytes use CRLF line ends)',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/sigv4-post-example.html',
    policy:
      '{ "expiration": "2015-12-30T12:00:00.000Z",\r\n  "conditions": [\r\n    {"bucket": "sigv4examplebucket"},\r\n    ["starts-with", "$key", "user/user1/"],\r\n    {"acl": "public-read"},\r\n    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},\r\n    ["starts-with", "$Content-Type", "image/"],\r\n    {"x-amz-meta-uuid": "14365123651274"},\r\n    {"x-amz-server-side-encryption": "AES256"},\r\n    ["starts-with", "$x-amz-meta-tag", ""],\r\n\r\n    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},\r\n    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},\r\n    {"x-amz-date": "20151229T000000Z" }\r\n  ]\r\n}',
    signer: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    region: 'us-east-1',
    date: '20151229T000000Z',
    expected: {
      stringToSign:
        'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9',
      signature: '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    },
  },
];

export const SIGNING_KEY_VECTORS: readonly SigningKeyVector[] = [
  {
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    day: '20130524',
    region: 'us-east-1',
    service: 's3',
    kDate: '68896419206d6240ad4cd7dc8ba658efbf3b43b53041950083a10833824fcfbb',
    kRegion: '0506335cc36b4a971f6beddf0adbd976ee71222cb42c131487e0c12c5c47a025',
    kService: '05602c14e8b6aad30e7f6dec4b544071f6e4a742934bc5e36415733c47a67d44',
    kSigning: 'dbb893acc010964918f1fd433add87c70e8b0db6be30c1fbeafefa5ec6ba8378',
    source: 'computed here; intermediate values of the S3 documentation example',
  },
  {
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    day: '20150830',
    region: 'us-east-1',
    service: 'iam',
    kDate: '0138c7a6cbd60aa727b2f653a522567439dfb9f3e72b21f9b25941a42f04a7cd',
    kRegion: 'f33d5808504bf34812e5fade63308b424b244c59189be2a591dd2282c7cb563f',
    kService: '199e1f48c602a5ae77ce26a46906920e76fc8427aeaa53da643646fcda1ccfb0',
    kSigning: 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9',
    source:
      'AWS IAM/General Reference signing-key example; final value matches the one AWS printed',
  },
];
