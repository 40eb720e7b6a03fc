import { listed, statementsOf } from '../policy/document.ts';
import type { PolicyDocument, Statement } from '../policy/document.ts';

/** When S3 calls a bucket policy public (S3 User Guide, Block Public Access: the meaning of “public”). */

/** Conditions that fix who is let in, as long as they hold values without wildcards and variables. */
const FIXING: ReadonlySet<string> = new Set(
  [
    'aws:SourceIp',
    'aws:SourceArn',
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:SourceOwner',
    'aws:SourceAccount',
    'aws:PrincipalArn',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    'aws:PrincipalOrgPaths',
    'aws:userid',
    's3:DataAccessPointArn',
    's3:DataAccessPointAccount',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
  ].map((key) => key.toLowerCase()),
);

const isEverybody = ({ Principal }: Statement): boolean =>
  Principal === '*' || (Principal !== undefined && listed(Principal.AWS ?? []).includes('*'));

/** A range of addresses as wide as /0 to /7 fixes nothing. */
const isFixed = (value: string): boolean =>
  !/[*?]|\$\{/.test(value) && !/^[\d.]+\/[0-7]$/.test(value);

const isNarrowed = ({ Condition = {} }: Statement): boolean =>
  Object.entries(Condition).some(
    ([operator, keys]) =>
      !/Not|Null|IfExists/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          FIXING.has(key.toLowerCase()) && listed(values).every((value) => isFixed(`${value}`)),
      ),
  );

/** Whether a bucket policy makes its bucket public: some statement allows everybody, and no condition fixes whom. */
export const isPublic = (document: PolicyDocument): boolean =>
  statementsOf(document).some(
    (statement) => statement.Effect === 'Allow' && isEverybody(statement) && !isNarrowed(statement),
  );
