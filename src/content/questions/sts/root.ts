import type { WrittenQuestion } from '../../question.ts';

/** The root user and STS. */
export const ROOT_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'root-takes-a-role',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'Four ways into the role Editor',
    skill: '4.1.2',
    traps: ['A13', 'A9'],
    difficulty: 3,
    situation:
      'The trust policy of the role Editor names its account with “:root”. Nothing is denied, and whoever can have policies has one that allows taking the role. Yuri signs AssumeRole with the root user’s access key. Tara signs with a session that an IAM user got from GetSessionToken. Ada signs with a session that an IAM user got from GetFederationToken. Ivo signs with a session that the root user got from GetFederationToken.',
    stem: 'Whose call gives a session of Editor?',
    source: 'sts.comparison',
    options: [
      {
        id: 'federated',
        text: 'Ada’s',
        why: 'Of STS such a session may call GetCallerIdentity and nothing else.',
        misconception: 'user-sessions-call-everything',
      },
      {
        id: 'root-federated',
        text: 'Ivo’s',
        why: 'A session of GetFederationToken may take no role, whoever opened it.',
        belief: 'Root’s federated session has the power of root.',
      },
      {
        id: 'user-session',
        text: 'Tara’s',
        why: 'AssumeRole is one of two operations of STS that stay open to a session of GetSessionToken.',
      },
      {
        id: 'root',
        text: 'Yuri’s',
        why: 'The root user cannot be the caller of AssumeRole. “:root” in a trust policy means the whole account.',
        belief: 'Root may call whatever the account may call.',
      },
    ],
    key: 'user-session',
  },
  {
    id: 'quarter-hour-of-root',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'Unlocking a bucket from outside',
    skill: '4.1.2',
    traps: ['A14'],
    difficulty: 2,
    situation:
      'A retailer has switched central root access on. Nadia has a role’s session in the management account, opened at 11:00 for four hours. At 11:30 she calls AssumeRoot for a shop’s account, to unlock a bucket policy, and asks for the longest session there is.',
    stem: 'When does the session of AssumeRoot end?',
    source: 'sts.root',
    options: [
      {
        id: 'quarter',
        text: '11:45',
        why: 'AssumeRoot gives 900 seconds at most. It is meant for one task, and no longer than that takes.',
      },
      {
        id: 'hour',
        text: '12:30',
        why: 'An hour is the limit of role chaining and the default of AssumeRole.',
        misconception: 'root-sessions-last-an-hour',
      },
      {
        id: 'parent',
        text: '15:00',
        why: 'A session does not end with the one that opened it. Her own session ends then.',
        belief: 'A session that a session makes lives as long as its parent.',
      },
      {
        id: 'twelve',
        text: '23:30',
        why: 'Twelve hours are the most that a role can allow. AssumeRoot assumes no role.',
        misconception: 'root-sessions-last-long',
      },
    ],
    key: 'quarter',
  },
  {
    id: 'what-assume-root-wants',
    version: 1,
    type: 'response',
    topic: 'sts',
    title: 'What AssumeRoot wants',
    skill: '4.1.2',
    traps: ['A14'],
    difficulty: 3,
    situation:
      'A museum group manages the root users of its member accounts centrally. Femi prepares a script that calls AssumeRoot.',
    stem: 'Which statements about AssumeRoot are true?',
    source: 'sts.root',
    options: [
      {
        id: 'regional',
        text: 'It is called at a Regional endpoint of STS',
        why: 'The global endpoint does not serve AssumeRoot.',
      },
      {
        id: 'root-caller',
        text: 'It is called as root of the management account',
        why: 'Credentials of a root user are refused. A principal with the permission calls.',
        belief: 'Only root can reach another root.',
      },
      {
        id: 'task',
        text: 'It is narrowed by one of five task policies',
        why: 'Each call names one of AWS’s task policies, and the session can do that task.',
      },
      {
        id: 'any-policy',
        text: 'It is narrowed by a session policy of one’s own',
        why: 'It takes a task policy of AWS and no policy that the caller writes.',
        belief: 'AssumeRoot takes session policies as AssumeRole does.',
      },
      {
        id: 'delegated',
        text: 'It can be called from a delegated administrator account',
        why: 'The management account and the delegated administrator for IAM can call it.',
      },
      {
        id: 'member',
        text: 'It can be called from the member account itself',
        why: 'A member account cannot borrow its own root user.',
        belief: 'An account may always assume its own root.',
      },
    ],
    keys: ['regional', 'task', 'delegated'],
  },
  {
    id: 'locked-bucket',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'A bucket policy that locked everybody out',
    skill: '4.1.2',
    traps: ['A14'],
    difficulty: 3,
    situation:
      'A bucket policy in a member account of a bookshop denies everybody. The root user there has no password and no key. Central management of root access has not been enabled yet.',
    stem: 'In which order does the central team unlock the bucket?',
    source: 'sts.root',
    steps: [
      {
        id: 'enable',
        text: 'Enable central root access in the management account',
        why: 'AssumeRoot is refused until root sessions are enabled for the organization.',
      },
      {
        id: 'assume',
        text: 'Call AssumeRoot with S3UnlockBucketPolicy',
        why: 'It waits for root sessions to be enabled, and gives a session for this one task.',
      },
      {
        id: 'delete',
        text: 'Delete the bucket policy with the session',
        why: 'It needs the session, and within its 15 minutes.',
      },
      {
        id: 'write',
        text: 'Let the bucket’s owners write a correct policy',
        why: 'They can reach the bucket again once the deny is gone.',
      },
    ],
    others: [
      {
        id: 'password',
        text: 'Recover a password for the member’s root user',
        why: 'No standing password is wanted: the session of AssumeRoot does the task.',
        belief: 'Tasks of root need a sign-in as root.',
      },
      {
        id: 'admin',
        text: 'Call AssumeRoot with AdministratorAccess',
        why: 'AssumeRoot takes its five task policies and no other.',
        belief: 'AssumeRoot takes any managed policy.',
      },
    ],
  },
  {
    id: 'callers-of-assume-role',
    version: 1,
    type: 'response',
    topic: 'sts',
    title: 'Who can call AssumeRole',
    skill: '4.1.2',
    traps: ['A13', 'A9', 'B3'],
    difficulty: 2,
    situation:
      'The role Desk of a library trusts its own account, and nothing denies anything. Whoever can have policies is allowed to take the role.',
    stem: 'Whose calls to AssumeRole can succeed?',
    source: 'sts.comparison',
    options: [
      {
        id: 'user',
        text: 'An IAM user with a long-term key',
        why: 'An IAM user is the plainest caller of AssumeRole.',
      },
      {
        id: 'root',
        text: 'The root user with a long-term key',
        why: 'The root user cannot be the caller of AssumeRole.',
        belief: 'Root may call whatever the account may call.',
      },
      {
        id: 'session',
        text: 'A session from GetSessionToken',
        why: 'Of STS such a session may call GetCallerIdentity and AssumeRole.',
      },
      {
        id: 'federated',
        text: 'A session from GetFederationToken',
        why: 'Of STS such a session may call GetCallerIdentity and nothing else.',
        misconception: 'user-sessions-call-everything',
      },
      {
        id: 'chain',
        text: 'A session of another role',
        why: 'That is role chaining. It works and is limited to an hour.',
      },
    ],
    keys: ['user', 'session', 'chain'],
  },
];
