import { textsOf } from './places.ts';
import type { StatementPlace, TextPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint } from './problem.ts';

/** What is wrong with the resources of a statement (IAM User Guide, Resource; cases of documents.vectors.ts). */
export function resourceRules(statement: StatementPlace): readonly Complaint[] {
  const resources = [...textsOf(statement, 'Resource'), ...textsOf(statement, 'NotResource')];
  const malformed = resources.flatMap(formatRule);
  return malformed.length > 0 ? malformed : resources.flatMap(shortArnRule);
}

const IAM_PATHS: readonly string[] = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

// Resources of S3 that lie in a Region; buckets and objects carry none (service authorization reference, Amazon S3).
const REGIONAL_S3: readonly string[] = [
  'accesspoint',
  'job/',
  'storage-lens',
  'access-grants',
  'async-request/',
];

const PARTITION = /^aws(?:-[a-z-]+)?$/;

function formatRule(resource: TextPlace): readonly Complaint[] {
  const { value } = resource.node;
  if (value === '*') return [];
  const [, partition, service, ...rest] = value.split(':');
  if (partition === undefined) {
    return [
      complaint(
        resource,
        'resource-format',
        'Write an ARN such as "arn:aws:s3:::bucket/*", or "*".',
        { value },
      ),
    ];
  }
  if (!value.startsWith('arn:') || !(PARTITION.test(partition) || /[*?]/.test(partition))) {
    const subject = { name: partition, value: filled(value) };
    return [
      complaint(
        resource,
        'partition',
        'Begin with "arn:aws:", as in "arn:aws:s3:::bucket/*".',
        subject,
      ),
    ];
  }
  if (service === undefined || /[*?]/.test(service)) {
    return [
      complaint(
        resource,
        'resource-service',
        'Write the service after the partition, without wildcards.',
      ),
    ];
  }
  return pathRule(resource, service, rest);
}

/** The ARN AWS makes of a text before it judges the partition: begun with `arn`, filled up to six parts. */
function filled(value: string): string {
  const [, ...rest] = value.split(':');
  const missing = Math.max(0, 5 - rest.length);
  const [partition = '', service = '', ...tail] = [...rest, ...Array<string>(missing).fill('*')];
  return ['arn', partition, service === '' && rest.length === 2 ? '*' : service, ...tail].join(':');
}

function pathRule(
  resource: TextPlace,
  service: string,
  [region = '', , ...path]: readonly string[],
): readonly Complaint[] {
  const { value } = resource.node;
  const name = path.join(':');
  if (service === 'iam' && region !== '' && region !== '*') {
    return [
      complaint(resource, 'resource-region', 'Leave the Region empty; IAM is global.', {
        name: service,
        value,
      }),
    ];
  }
  if (service === 's3' && region !== '' && region !== '*' && !isRegionalS3(path, name)) {
    return [
      complaint(resource, 'resource-region', 'Leave the Region empty; bucket names are global.', {
        name: service,
        value,
      }),
    ];
  }
  if (service === 'iam' && path.length > 0 && !isIamPath(name)) {
    return [
      complaint(resource, 'iam-path', 'Begin the resource with its kind, as in "role/NAME".'),
    ];
  }
  return [];
}

const isRegionalS3 = (path: readonly string[], name: string): boolean =>
  path.length > 0 && REGIONAL_S3.some((kind) => name.startsWith(kind));

/** A wildcard may stand for the kind or part of it; the root user, which AssumeRoot acts on, has none. */
function isIamPath(name: string): boolean {
  if (name === 'root') return true;
  const wildcard = name.search(/[*?]/);
  const literal = wildcard < 0 ? name : name.slice(0, wildcard);
  return IAM_PATHS.some(
    (kind) => literal.startsWith(kind) || (wildcard >= 0 && kind.startsWith(literal)),
  );
}

/** An ARN that leaves parts out must not leave them empty, unless a wildcard at its end stands for the rest. */
function shortArnRule(resource: TextPlace): readonly Complaint[] {
  const { value } = resource.node;
  if (value === '*') return [];
  const parts = value.split(':');
  const isShort = parts.length < 6 && value.includes('::') && !value.endsWith('*');
  if (!isShort && parts[2] !== '') return [];
  const fix =
    'Write all six parts: arn:partition:service:region:account:resource, as in "arn:aws:s3:::bucket".';
  return [complaint(resource, 'short-arn', fix)];
}
