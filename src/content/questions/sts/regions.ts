import type { WrittenQuestion } from '../../question.ts';

/** Endpoints of STS, and where their tokens work. */
export const REGION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'token-stops-at-milan',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'Four tokens before Milan',
    skill: '4.1.3',
    traps: ['C17'],
    difficulty: 2,
    situation:
      'A kitchen has enabled Milan, a Region one must opt in to, and changed no setting of STS. Four servers use one role, which was made while the console stood at Frankfurt. Anita’s got its session from sts.amazonaws.com after its first call of the day went to Milan. Bruno’s got it from sts.amazonaws.com for 12 hours. Carlo’s got it from sts.eu-central-1.amazonaws.com, in Frankfurt. Dora’s got it from sts.amazonaws.com and signed the call for eu-south-1, Milan.',
    stem: 'Whose server can work in Milan?',
    deciding: ['changed no setting of STS'],
    source: 'iam.sts-regions',
    options: [
      {
        id: 'first-used',
        text: 'Anita’s',
        why: 'No token is tied to the place where somebody was before. The global endpoint’s tokens are of version 1.',
        belief: 'A session belongs to the Region of its first request.',
      },
      {
        id: 'long',
        text: 'Bruno’s',
        why: 'The length of a session says nothing about where its token works.',
        belief: 'Tokens spread to further Regions with time.',
      },
      {
        id: 'regional',
        text: 'Carlo’s',
        why: 'Tokens of any Regional endpoint work in each enabled Region. Those of the global endpoint are of version 1 and stop before Milan.',
      },
      {
        id: 'signed-there',
        text: 'Dora’s',
        why: 'The global endpoint’s tokens stay version 1, whatever Region a signature names.',
        belief: 'The Region in the signature decides where the token works.',
      },
    ],
    key: 'regional',
  },
  {
    id: 'ways-to-milan',
    version: 1,
    type: 'response',
    topic: 'sts',
    title: 'Tokens for a Region one opts in to',
    skill: '4.1.2',
    traps: ['C17'],
    difficulty: 2,
    situation:
      'A server takes a role through sts.amazonaws.com and needs sessions that work in Milan, too. Milan is enabled in the account but not by default.',
    stem: 'Which changes, each by itself, give it such sessions?',
    source: 'iam.sts-regions',
    options: [
      {
        id: 'longer',
        text: 'It asks the global endpoint for a longer session',
        why: 'The length of a session says nothing about where its token works.',
        belief: 'Tokens spread to further Regions with time.',
      },
      {
        id: 'v2',
        text: 'The account makes the global endpoint issue version 2 tokens',
        why: 'Version 2 tokens work in each enabled Region. They are longer.',
      },
      {
        id: 'mfa',
        text: 'It passes an MFA code to the global endpoint',
        why: 'MFA changes nothing about the token’s version.',
        belief: 'MFA lifts limits of a token.',
      },
      {
        id: 'frankfurt',
        text: 'It calls the STS endpoint of Frankfurt',
        why: 'Tokens of Regional endpoints work in each enabled Region.',
      },
      {
        id: 'v4',
        text: 'It signs its call with the Region of Milan',
        why: 'The global endpoint’s tokens stay version 1, whatever Region a signature names.',
        belief: 'The Region in the signature decides where the token works.',
      },
    ],
    keys: ['v2', 'frankfurt'],
  },
  {
    id: 'where-the-global-endpoint-runs',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'Where sts.amazonaws.com is served',
    skill: '4.1.2',
    traps: ['C18'],
    difficulty: 3,
    situation:
      'An EC2 instance in Milan, a Region one must opt in to, calls sts.amazonaws.com and uses the DNS of its VPC. The role it takes was made while the console stood at Frankfurt. A colleague in Ireland, a Region enabled by default, read that since 2025 such calls are served in the caller’s own Region.',
    stem: 'Where is the instance’s call served?',
    deciding: ['a Region one must opt in to'],
    source: 'sdk.sts-endpoints',
    options: [
      {
        id: 'role',
        text: 'Frankfurt',
        why: 'Roles are global: they belong to no Region.',
        belief: 'A session is issued where its role lives.',
      },
      {
        id: 'near',
        text: 'Ireland',
        why: 'That is where the colleague’s own calls are served. A call is not passed to a neighbour.',
        belief: 'The global endpoint picks the nearest Region that is enabled by default.',
      },
      {
        id: 'own',
        text: 'Milan',
        why: 'The change of 2025 is for callers in Regions that are enabled by default. Milan is none of them.',
        belief: 'The global endpoint is served in the caller’s Region for all callers.',
      },
      {
        id: 'virginia',
        text: 'Northern Virginia',
        why: 'For callers in Regions one opts in to it is as it was. In Frankfurt the call would be served in Frankfurt.',
      },
    ],
    key: 'virginia',
  },
  {
    id: 'whose-region-setting',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'STS is switched off in a Region',
    skill: '4.1.3',
    traps: ['C19'],
    difficulty: 3,
    situation:
      'A caller in account A takes a role of account B at the STS endpoint of Ireland, a Region enabled by default. STS answers RegionDisabledException.',
    stem: 'Where does STS have to be activated?',
    source: 'iam.sts-regions',
    options: [
      {
        id: 'caller',
        text: 'In account A, for Ireland',
        why: 'Account A only calls. In a Region that is enabled by default its setting is not asked.',
        belief: 'The caller’s account has to activate the Region.',
      },
      {
        id: 'owner',
        text: 'In account B, for Ireland',
        why: 'Credentials are made in the account that owns the role. For Regions enabled by default its setting decides.',
      },
      {
        id: 'both',
        text: 'In accounts A and B, for Ireland',
        why: 'Both accounts count where a Region must be opted in to. Ireland is enabled by default.',
        belief: 'Each account that takes part has to activate the Region.',
      },
      {
        id: 'organization',
        text: 'In the management account, for Ireland',
        why: 'Each account has this setting for itself.',
        belief: 'The management account switches STS on for its members.',
      },
    ],
    key: 'owner',
  },
  {
    id: 'first-session-from-milan',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'The first session from Milan',
    skill: '4.1.2',
    traps: ['C17', 'C19'],
    difficulty: 2,
    situation:
      'A fashion shop’s account has used Frankfurt so far. A server shall take a role at the STS endpoint of Milan, a Region one must opt in to. Role and server belong to the same account.',
    stem: 'In which order does the server get its session?',
    source: 'iam.sts-regions',
    steps: [
      {
        id: 'enable',
        text: 'An administrator enables Milan for the account',
        why: 'The endpoint serves the account once the Region is enabled for it.',
      },
      {
        id: 'call',
        text: 'The server calls AssumeRole at the endpoint of Milan',
        why: 'STS is active in a Region that was opted in to, so the call is served now.',
      },
      {
        id: 'use',
        text: 'The server signs requests with the session',
        why: 'It needs the credentials of that call. They work in each enabled Region.',
      },
    ],
    others: [
      {
        id: 'role',
        text: 'An administrator makes the role again in Milan',
        why: 'IAM is global: a role is not made Region by Region.',
        belief: 'Roles belong to a Region.',
      },
      {
        id: 'version',
        text: 'An administrator sets version 2 for the global endpoint',
        why: 'That is for tokens of the global endpoint. Tokens of Regional endpoints work everywhere.',
        belief: 'Version 2 is needed for Regional endpoints.',
      },
    ],
  },
];
