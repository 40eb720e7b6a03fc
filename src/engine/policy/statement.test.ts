import { describe, expect, test } from 'vitest';
import { matchAction } from './actions.ts';
import type { PolicyType, PrincipalElement } from './document.ts';
import { AWAY, CALLERS, FEDERATED, HOME, ROLE, SESSION, USER, policy } from './lab.fixture.ts';
import { matchPrincipal } from './principals.ts';
import type { ActionReason, PrincipalReason, ResourceReason } from './reasons.ts';
import { matchResource, segments } from './resources.ts';
import { matchPolicy } from './statement.ts';
import type { Question } from './statement.ts';

const KEYS = new Map([['aws:username', 'alice']]);

describe('actions', () => {
  test.each<[string, string, ActionReason]>([
    ['*', 's3:GetObject', 'any-action'],
    ['s3:GetObject', 's3:GetObject', 'matches'],
    ['S3:getobject', 's3:GetObject', 'matches'],
    ['s3:Get*', 's3:GetObject', 'matches'],
    ['s3:*Object', 's3:GetObject', 'matches'],
    ['s3:???Object', 's3:GetObject', 'matches'],
    ['s3:*', 's3:GetObject', 'matches'],
    ['s3:Get', 's3:GetObject', 'other-action'],
    ['s3:GetObject', 's3:GetObjectTagging', 'other-action'],
    ['s3:${aws:username}', 's3:alice', 'other-action'],
    ['sts:*', 's3:GetObject', 'other-service'],
    ['s*:GetObject', 's3:GetObject', 'wildcard-in-service'],
  ])('it finds that %s of %s %s', (value, action, because) => {
    const matched = because === 'matches' || because === 'any-action';
    expect(matchAction(value, action)).toEqual({ value, because, matched });
  });
});

describe('resources', () => {
  const S3 = 'arn:aws:s3:::photos/cat.jpg';
  const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:alarms:sub';

  test.each<[string, string, ResourceReason, PolicyType?]>([
    ['*', S3, 'any-resource'],
    ['*', '*', 'any-resource'],
    [S3, S3, 'matches'],
    ['arn:aws:s3:::photos/*', S3, 'matches'],
    ['arn:aws:s3:::*', S3, 'matches'],
    ['arn:aws:s3:::photos/c?t.jpg', S3, 'matches'],
    ['arn:*:s3:*:*:photos/*', S3, 'matches'],
    ['arn:aws:sns:eu-west-1:*:*', TOPIC, 'matches'],
    ['arn:aws:sns:*:*:alarms', TOPIC, 'other-resource'],
    ['arn:aws:sns:eu-*:1111*:alarms*', TOPIC, 'matches'],
    ['arn:AWS:SNS:EU-WEST-1:111122223333:alarms:sub', TOPIC, 'matches'],
    ['arn:aws:sns:eu-west-1:111122223333:Alarms:sub', TOPIC, 'other-case'],
    ['arn:aws:s3:::photos/C*', S3, 'other-case'],
    ['arn:aws-cn:s3:::photos/cat.jpg', S3, 'other-partition'],
    ['arn:aws:sqs:::photos/cat.jpg', S3, 'other-service'],
    ['arn:aws:s*:::photos/cat.jpg', S3, 'other-service'],
    ['arn:aws:sns:us-east-1:*:*', TOPIC, 'other-region'],
    ['arn:aws:sns:*:444455556666:*', TOPIC, 'other-account'],
    ['arn:aws:s3:::photos', S3, 'other-resource'],
    ['arn:aws:s3:::photos/', S3, 'other-resource'],
    [S3, '*', 'not-an-arn'],
    ['photos', S3, 'not-an-arn'],
    // Variables only behind the fifth colon.
    ['arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::alice/x', 'matches'],
    ["arn:aws:s3:::${aws:userid, 'shared'}/*", 'arn:aws:s3:::shared/x', 'matches'],
    ['arn:aws:s3:::${aws:userid}/*', 'arn:aws:s3:::x/x', 'unresolved-variable'],
    ['arn:aws:iam::${aws:username}:role/x', 'arn:aws:iam::alice:role/x', 'other-account'],
    // Parts left out.
    ['arn:aws:s3', S3, 'matches'],
    ['arn:aws:s3', S3, 'matches', 'session'],
    ['arn:aws:s3', S3, 'matches', 'boundary'],
    ['arn:aws:s3', S3, 'short-arn', 'bucket'],
    ['arn:aws:s3:*', S3, 'matches', 'bucket'],
    ['arn:aws:s3', S3, 'short-arn', 'service-control'],
    ['arn:aws:s3:*', S3, 'matches', 'service-control'],
    ['arn:aws:s3:*', S3, 'short-arn', 'resource-control'],
  ])('it finds that %s of %s %s', (value, resource, because, type = 'identity') => {
    const matched = because === 'matches' || because === 'any-resource';
    expect(matchResource(value, { resource: segments(resource), type, variables: KEYS })).toEqual({
      value,
      because,
      matched,
    });
  });

  test('it takes variables for text where there are none', () => {
    const question = {
      resource: segments('arn:aws:s3:::alice/x'),
      type: 'identity',
      variables: undefined,
    } as const;
    expect(matchResource('arn:aws:s3:::${aws:username}/*', question).because).toBe(
      'other-resource',
    );
  });

  test.each([
    ['arn:aws:sns:r:a:b:c', ['arn', 'aws', 'sns', 'r', 'a', 'b:c']],
    ['arn:aws:s3:::', ['arn', 'aws', 's3', '', '', '']],
    ['arn:aws:s3::', ['arn', 'aws', 's3', '', '']],
    ['a:b', ['a', 'b']],
    ['', ['']],
  ])('it parts %s', (arn, parts) => {
    expect(segments(arn)).toEqual(parts);
  });
});

describe('principals', () => {
  test.each<[keyof typeof CALLERS, PrincipalElement, PrincipalReason, PolicyType?]>([
    ['user', '*', 'everyone'],
    ['anonymous', '*', 'everyone'],
    ['anonymous', '*', 'not-authenticated', 'trust'],
    ['anonymous', { AWS: '*' }, 'not-authenticated', 'trust'],
    ['user', { AWS: HOME }, 'account'],
    ['user', { AWS: `arn:aws:iam::${HOME}:root` }, 'account'],
    ['root', { AWS: HOME }, 'account'],
    ['user', { AWS: AWAY }, 'other-account'],
    ['user', { AWS: USER }, 'user'],
    ['user-session', { AWS: USER }, 'user'],
    ['user', { AWS: USER.toUpperCase() }, 'other-principal'],
    ['user', { AWS: `arn:aws:iam::${HOME}:user/team/*` }, 'other-principal'],
    ['role-session', { AWS: ROLE }, 'role'],
    ['role-session', { AWS: SESSION }, 'session'],
    ['role-session', { AWS: `arn:aws:iam::${HOME}:role/worker` }, 'other-principal'],
    ['federated-user', { AWS: FEDERATED }, 'federated-user'],
    ['federated-user', { AWS: USER }, 'user'],
    ['role-session', { AWS: 'AROAWORKER' }, 'deleted-principal'],
    ['anonymous', { AWS: HOME }, 'not-authenticated'],
    ['service', { AWS: HOME }, 'other-kind'],
    ['service', { Service: 'ec2.amazonaws.com' }, 'service'],
    ['service', { Service: 'EC2.amazonaws.com' }, 'other-principal'],
    ['user', { Service: 'ec2.amazonaws.com' }, 'other-kind'],
    ['web-identity', { Federated: CALLERS['web-identity'].provider }, 'provider'],
    ['web-identity', { Federated: 'accounts.google.com' }, 'other-principal'],
    ['user', { Federated: 'accounts.google.com' }, 'other-kind'],
    ['user', { CanonicalUser: 'f'.repeat(64) }, 'canonical-user'],
  ])('it finds %s named by %j: %s', (caller, element, because, type = 'bucket') => {
    const question = { principal: CALLERS[caller], type, hasBoundary: false };
    expect(matchPrincipal(element, question).map((each) => each.because)).toEqual([because]);
  });
});

describe('a statement', () => {
  const question: Question = {
    principal: CALLERS.user,
    action: 's3:GetObject',
    resource: segments('arn:aws:s3:::photos/cat.jpg'),
    context: KEYS,
    hasBoundary: false,
  };
  const attachment = { type: 'bucket', attachedTo: 'arn:aws:s3:::photos' } as const;
  const matchOf = (statement: Parameters<typeof policy>[1]) =>
    matchPolicy(policy('bucket', statement), attachment, question).statements;

  test('it tells why, element by element and value by value', () => {
    const [match] = matchOf([
      {
        Sid: 'Mixed',
        Effect: 'Allow',
        Principal: { AWS: [AWAY, USER] },
        Action: ['s3:PutObject', 's3:Get*'],
        Resource: 'arn:aws:s3:::photos/*',
        Condition: { StringEquals: { 'aws:username': ['bob', 'carol'] } },
      },
    ]);
    expect(match).toMatchObject({
      index: 0,
      sid: 'Mixed',
      matched: false,
      pointer: '/Statement/0',
      grant: 'user',
      elements: [
        {
          element: 'Principal',
          matched: true,
          grant: 'user',
          pointer: '/Statement/0/Principal',
          values: [{ because: 'other-account' }, { because: 'user' }],
        },
        {
          element: 'Action',
          matched: true,
          pointer: '/Statement/0/Action',
          values: [{ because: 'other-action' }, { because: 'matches' }],
        },
        { element: 'Resource', matched: true, values: [{ because: 'matches' }] },
        {
          element: 'Condition',
          matched: false,
          operator: 'StringEquals',
          key: 'aws:username',
          actual: 'alice',
          because: 'no-value-matches',
        },
      ],
    });
  });

  test.each([
    [{ NotAction: 's3:*', Resource: '*' }, false],
    [{ NotAction: 'sts:*', Resource: '*' }, true],
    [{ NotAction: ['sts:*', 's3:GetObject'], Resource: '*' }, false],
    [{ Action: '*', NotResource: 'arn:aws:s3:::photos/*' }, false],
    [{ Action: '*', NotResource: 'arn:aws:s3:::other/*' }, true],
    [{ Action: '*', Resource: ['arn:aws:s3:::other/*', '*'] }, true],
    [{ Action: [], Resource: '*' }, false],
    [{ Action: '*' }, true],
    [{ Action: '*', Resource: '*', Condition: {} }, true],
    [{ Action: '*', Resource: '*', Condition: { Anything: {} } }, true],
  ])('it matches %j: %s', (elements, matched) => {
    expect(matchOf({ Effect: 'Allow', Principal: '*', ...elements })[0]?.matched).toBe(matched);
  });

  test('it points past the brackets a single statement does not need', () => {
    expect(
      matchOf({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })[0]?.pointer,
    ).toBe('/Statement');
  });
});
