import type { CallerKind, CasePolicy } from '#engine/policy/accessCase.ts';
import type { Decision } from '#engine/policy/decide.ts';
import type { PolicyType, Statement } from '#engine/policy/document.ts';
import { formatPolicy } from '#engine/policy/format.ts';
import type { GateId } from '#engine/policy/gates.ts';

import { CALLER_NAMES } from './draft.ts';
import type { Draft, DraftPolicy } from './draft.ts';

/** A case that teaches one thing; the engine computes its verdict, a test holds it to `verdict` and `gate`. */
export interface PolicyExample {
  readonly id: string;
  readonly title: string;
  /** What to notice: two sentences at most. */
  readonly lesson: string;
  readonly verdict: Decision['verdict'];
  readonly gate: GateId;
  readonly draft: Draft;
}

type Part = Partial<Pick<CasePolicy, 'level' | 'replacesFullAccess'>>;

const policy = (
  type: PolicyType,
  name: string,
  statements: Statement | readonly Statement[],
  { level = 'account', replacesFullAccess = false }: Part = {},
): Omit<DraftPolicy, 'id'> => {
  const text = formatPolicy({ Version: '2012-10-17', Statement: statements });
  return { name, type, text, original: text, level, replacesFullAccess };
};

interface Scene {
  readonly caller?: CallerKind;
  readonly action?: string;
  readonly resource?: string;
  readonly owner?: Draft['owner'];
  readonly keys?: Readonly<Record<string, string>>;
  readonly policies: readonly Omit<DraftPolicy, 'id'>[];
}

function draftOf({ caller = 'user', owner = 'same', keys = {}, ...scene }: Scene): Draft {
  const [name, session] = CALLER_NAMES[caller].example;
  return {
    caller: { kind: caller, name, session },
    action: scene.action ?? 's3:GetObject',
    resource: scene.resource ?? 'arn:aws:s3:::reports/may.pdf',
    owner,
    members: 'both',
    keys: Object.entries(keys).map(([key, values], index) => ({
      id: `k${index + 1}`,
      key,
      values,
    })),
    policies: scene.policies.map((each, index) => ({ id: `p${index + 1}`, ...each })),
  };
}

const READ: Statement = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
};
const ONLY_EC2: Statement = { Sid: 'OnlyEc2', Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
const ROLE = 'arn:aws:iam::111122223333:role/worker';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/worker/nightly';

const namedIn = (AWS: string): Statement => ({
  Sid: 'Named',
  Effect: 'Allow',
  Principal: { AWS },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
});

/** The gallery, from the plainest to the one with the trap. */
export const POLICY_EXAMPLES: readonly PolicyExample[] = [
  {
    id: 'deny-beats-allow',
    title: 'Explicit deny beats every allow',
    lesson:
      'Two policies allow the call and one denies it. One matching Deny is enough, wherever it stands.',
    verdict: 'explicit-deny',
    gate: 'explicit-deny',
    draft: draftOf({
      keys: { 'aws:SecureTransport': 'false' },
      policies: [
        policy('identity', 'ReadReports', READ),
        policy('identity', 'Everything', {
          Sid: 'All',
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
        }),
        policy('bucket', 'Policy of reports', {
          Sid: 'OnlyTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    }),
  },
  {
    id: 'scp-without-allow',
    title: 'An SCP that only forgets to allow',
    lesson:
      'Nothing denies. But FullAWSAccess was detached from the account, and what is attached allows EC2 only.',
    verdict: 'implicit-deny',
    gate: 'service-control',
    draft: draftOf({
      policies: [
        policy('identity', 'ReadReports', READ),
        policy('service-control', 'OnlyEc2', ONLY_EC2, { replacesFullAccess: true }),
      ],
    }),
  },
  {
    id: 'boundary',
    title: 'What a boundary leaves of an allow',
    lesson:
      'The user’s policy allows everything. Only what the boundary allows too is left, and S3 is not in it.',
    verdict: 'implicit-deny',
    gate: 'boundary',
    draft: draftOf({
      policies: [
        policy('identity', 'Administrator', { Effect: 'Allow', Action: '*', Resource: '*' }),
        policy('boundary', 'Boundary', ONLY_EC2),
      ],
    }),
  },
  {
    id: 'session-policy',
    title: 'A session policy takes away',
    lesson:
      'The role may read all reports. This session was opened with a policy that leaves it the April ones.',
    verdict: 'implicit-deny',
    gate: 'session',
    draft: draftOf({
      caller: 'role-session',
      policies: [
        policy('identity', 'ReadReports', READ),
        policy('session', 'Passed to AssumeRole', {
          ...READ,
          Sid: 'April',
          Resource: 'arn:aws:s3:::reports/april*',
        }),
      ],
    }),
  },
  {
    id: 'cross-account',
    title: 'Across accounts both sides must allow',
    lesson:
      'The bucket’s owner lets this user in. The user’s own account has not said yes, so nothing is granted.',
    verdict: 'implicit-deny',
    gate: 'identity',
    draft: draftOf({
      owner: 'other',
      policies: [
        policy('bucket', 'Policy of reports', namedIn('arn:aws:iam::111122223333:user/alice')),
        policy('identity', 'OnlyEc2', ONLY_EC2),
      ],
    }),
  },
  {
    id: 'names-the-role',
    title: 'A bucket policy names the role',
    lesson:
      'In one account, naming the role allows the call only as far as the role’s boundary goes. Name the session instead and see.',
    verdict: 'implicit-deny',
    gate: 'boundary',
    draft: draftOf({
      caller: 'role-session',
      policies: [
        policy('bucket', 'Policy of reports', namedIn(ROLE)),
        policy('boundary', 'Boundary', ONLY_EC2),
      ],
    }),
  },
  {
    id: 'names-the-session',
    title: 'A bucket policy names the session',
    lesson:
      'Same role, same boundary. The session itself is named, and neither boundary nor session policy limits that implicitly.',
    verdict: 'allow',
    gate: 'resource',
    draft: draftOf({
      caller: 'role-session',
      policies: [
        policy('bucket', 'Policy of reports', namedIn(SESSION)),
        policy('boundary', 'Boundary', ONLY_EC2),
      ],
    }),
  },
  {
    id: 'for-all-values',
    title: 'ForAllValues and a key that is missing',
    lesson:
      'The policy seems to ask for the tag key “team”. The request carries no tag at all, and all of nothing passes.',
    verdict: 'allow',
    gate: 'identity',
    draft: draftOf({
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      policies: [
        policy('identity', 'OnlyTagged', {
          Sid: 'OnlyTeamTag',
          Effect: 'Allow',
          Action: 'ec2:RunInstances',
          Resource: '*',
          Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } },
        }),
      ],
    }),
  },
  {
    id: 'not-principal',
    title: 'The NotPrincipal trap',
    lesson:
      'Meant to spare the role, it names only the role: the session and the account are missing, so the Deny strikes.',
    verdict: 'explicit-deny',
    gate: 'explicit-deny',
    draft: draftOf({
      caller: 'role-session',
      policies: [
        policy('identity', 'ReadReports', READ),
        policy('bucket', 'Policy of reports', {
          Sid: 'AllButTheWorker',
          Effect: 'Deny',
          NotPrincipal: { AWS: ROLE },
          Action: 's3:*',
          Resource: 'arn:aws:s3:::reports/*',
        }),
      ],
    }),
  },
  {
    id: 'rcp-stranger',
    title: 'An RCP stops even strangers',
    lesson:
      'The bucket policy lets everyone in. The resource control policy denies whoever comes from outside the organization.',
    verdict: 'explicit-deny',
    gate: 'explicit-deny',
    draft: {
      ...draftOf({
        owner: 'other',
        policies: [
          policy('identity', 'ReadReports', READ),
          policy('bucket', 'Policy of reports', {
            ...namedIn('*'),
            Principal: '*',
            Sid: 'Everyone',
          }),
          policy(
            'resource-control',
            'OnlyOurOrganization',
            {
              Sid: 'OnlyOurOrganization',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: '*',
              Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
            },
            { level: 'root' },
          ),
        ],
      }),
      members: 'resource',
    },
  },
  {
    id: 'external-id',
    title: 'The confused deputy and the external ID',
    lesson:
      'The trust policy wants an sts:ExternalId. The caller may assume the role, but did not send one.',
    verdict: 'implicit-deny',
    gate: 'trust',
    draft: draftOf({
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::444455556666:role/audit',
      policies: [
        policy('identity', 'MayAssume', {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: 'arn:aws:iam::444455556666:role/audit',
        }),
        policy('trust', 'Trust policy of audit', {
          Sid: 'OnlyWithExternalId',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'unique-id-1234' } },
        }),
      ],
    }),
  },
];
