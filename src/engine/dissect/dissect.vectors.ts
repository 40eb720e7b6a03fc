/**
 * URLs of the two other signatures: AWS's own SigV4A suite (awslabs/aws-c-auth, Apache-2.0; its canonical query with its
 * example signature behind) and the S3 guide's SigV2 URL, with one that boto3 made.
 */

export const V4A_URLS = [
  {
    id: 'v4a-get-vanilla',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-vanilla',
    url: 'https://example.amazonaws.com/?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=host&X-Amz-Signature=3045022100b3246f8e1442dd58e73292ae1294720c3256ee58f6cea50f3a3f83b4a4b0331a0220329693f7745c9008a5887c0529ceccb0fae4e16d707b712ea66acdbaf963769a',
    hasToken: false,
    signedHeaders: ['host'],
  },
  {
    id: 'v4a-get-vanilla-query',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-vanilla-query',
    url: 'https://example.amazonaws.com/?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=host&X-Amz-Signature=304402203840161a4739cd19b33c2186657554e140b84ce1fe9021074f154410b97ffad002200606f4430d72826616b2cd47590fcee42bbf23cb0287458389a43f9e6edd897d',
    hasToken: false,
    signedHeaders: ['host'],
  },
  {
    id: 'v4a-get-unreserved',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-unreserved',
    url: 'https://example.amazonaws.com/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=host&X-Amz-Signature=3045022100a8e6e2918ceb211f77810150d828be217af238ca95db6f88264d668ffacefb8b02204122d651c775a3ed8f40f3bfe37a2c8fec28cd53027b599eddd7115e06ca4bb0',
    hasToken: false,
    signedHeaders: ['host'],
  },
  {
    id: 'v4a-get-vanilla-with-session-token',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-vanilla-with-session-token',
    url: 'https://example.amazonaws.com/?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-Security-Token=6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267&X-Amz-SignedHeaders=host&X-Amz-Signature=3046022100d51f7ae1ac1b6b3db6c40f69aafb4306f81cdd2d87a85f69b2c4cb8fd057cf21022100cdb787a698c3f53d961f5b6279a0ff246097f50c874bcbf7a249bf4c0f118fb3',
    hasToken: true,
    signedHeaders: ['host'],
  },
  {
    id: 'v4a-get-vanilla-utf8-query',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-vanilla-utf8-query',
    url: 'https://example.amazonaws.com/?%E1%88%B4=bar&X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=host&X-Amz-Signature=3044022076d8b03a19db63abc106c50f13487d5363f1eac2c77bc4eda764eadba8f84c6502205c0aa76554ba223a97958be9ff34aca35d84cb7b8c7ba698793ead9e6788e241',
    hasToken: false,
    signedHeaders: ['host'],
  },
  {
    id: 'v4a-get-header-value-order',
    source:
      'https://github.com/awslabs/aws-c-auth/tree/495329c2433034bd8fd53fc6ba9e0202d3fac876/tests/aws-signing-test-suite/v4a/get-header-value-order',
    url: 'https://example.amazonaws.com/?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=host%3Bmy-header1&X-Amz-Signature=3045022044e0c722f2d02673c326d0ac38aae57e2877e158b700de702e5dd082be680f65022100841bb5007fb5ece1078add2bf38e84f1b7ea13e67b935d1fd021014eedee46a4',
    hasToken: false,
    signedHeaders: ['host', 'my-header1'],
  },
] as const;

export const V2_URLS = [
  {
    id: 'sigv2-docs-query',
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html (2023 text kept at https://github.com/awsdocs/amazon-s3-userguide commit 1b918e0, doc_source/RESTAuthentication.md)',
    url: 'https://johnsmith.s3.amazonaws.com/photos/puppy.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620',
    expires: 1175139620,
  },
  {
    id: 'sigv2-one-year',
    source:
      'generated here with boto3/botocore 1.43.107 generate_presigned_url (default signer, us-east-1), clock fixed',
    url: 'https://johnsmith.s3.amazonaws.com/photos/puppy.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=8n46Q81gZ%2FvLBI5gtvIyU6CIo%2Fc%3D&Expires=1206672020',
    expires: 1206672020,
  },
] as const;
