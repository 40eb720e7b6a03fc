import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  accountOf,
  formatArn,
  nameOf,
  objectArn,
  parseArn,
  roleArn,
  rootArn,
  sessionArn,
  userArn,
} from './arn.ts';

const ACCOUNT = '111122223333';

describe('an ARN', () => {
  test.each([
    ['arn:aws:iam::111122223333:root', ['aws', 'iam', '', ACCOUNT, 'root']],
    [
      'arn:aws:iam::111122223333:role/teams/red/Reader',
      ['aws', 'iam', '', ACCOUNT, 'role/teams/red/Reader'],
    ],
    ['arn:aws:s3:::bucket/a:b/c', ['aws', 's3', '', '', 'bucket/a:b/c']],
    [
      'arn:aws-cn:sqs:cn-north-1:111122223333:queue',
      ['aws-cn', 'sqs', 'cn-north-1', ACCOUNT, 'queue'],
    ],
  ])('it is read from %s', (text, [partition, service, region, account, resource]) => {
    expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
    expect(accountOf(text)).toBe(account);
  });

  test.each([
    'ReportReader',
    'arn:aws:iam::111122223333',
    'arn:aws:iam::111122223333:',
    'arn::iam::111122223333:role/Reader',
    'arn:aws:::111122223333:role/Reader',
    'ARN:aws:iam::111122223333:role/Reader',
    ' arn:aws:iam::111122223333:role/Reader',
    ':::::',
    '',
  ])('it is not read from “%s”', (text) => {
    expect(parseArn(text)).toBeUndefined();
    expect(accountOf(text)).toBe('');
  });

  test('it reads back what it wrote', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    const arns = fc.record({
      partition: part,
      service: part,
      region: fc.oneof(fc.constant(''), part),
      account: fc.constantFrom('', ACCOUNT),
      resource: fc.stringMatching(/^[\w:/=.@-]{1,30}$/),
    });
    fc.assert(
      fc.property(arns, (arn) => {
        expect(parseArn(formatArn(arn))).toEqual(arn);
      }),
    );
  });
});

describe('the ARN of', () => {
  test.each([
    ['a root user', rootArn(ACCOUNT), 'arn:aws:iam::111122223333:root'],
    ['a user', userArn(ACCOUNT, 'ana'), 'arn:aws:iam::111122223333:user/ana'],
    [
      'a user with a path',
      userArn(ACCOUNT, 'ana', 'teams/red/'),
      'arn:aws:iam::111122223333:user/teams/red/ana',
    ],
    ['a role', roleArn(ACCOUNT, 'Reader'), 'arn:aws:iam::111122223333:role/Reader'],
    [
      'a role with a path',
      roleArn(ACCOUNT, 'Reader', 'a/'),
      'arn:aws:iam::111122223333:role/a/Reader',
    ],
    ['an object', objectArn('bucket', 'a/b.pdf'), 'arn:aws:s3:::bucket/a/b.pdf'],
    [
      'a role session, without the path of the role',
      sessionArn(roleArn(ACCOUNT, 'Reader', 'teams/red/'), 'nightly'),
      'arn:aws:sts::111122223333:assumed-role/Reader/nightly',
    ],
  ])('%s is as AWS writes it', (_, written, expected) => {
    expect(written).toBe(expected);
  });

  test.each([
    [userArn(ACCOUNT, 'ana', 'teams/red/'), 'ana'],
    [roleArn(ACCOUNT, 'Reader'), 'Reader'],
    ['arn:aws:sts::111122223333:federated-user/bob', 'bob'],
  ])('%s ends in the name', (arn, name) => {
    expect(nameOf(arn)).toBe(name);
  });
});
