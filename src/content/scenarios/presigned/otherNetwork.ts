import type { Act, Origin } from '#engine/act.ts';
import type { Policy, Statement } from '#engine/policy/document.ts';
import { FULL_AWS_ACCESS } from '#engine/policy/fullAccess.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { VpcEndpoint, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';
import { denying, opened, pdf, shared } from './link.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'contract-drafts';
const KEY = 'merger.pdf';
const START = at('2026-01-21T16:00:00Z');

const LAWYER = user(ACCOUNT, 'lawyer', {
  policies: [
    policy('LawyerPolicy', 'identity', document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/*`))),
  ],
});
const LAWYERS_KEY = userKey(LAWYER);

const ENDPOINT = { id: 'vpce-0a1b2c3d4e5f67890', vpc: 'vpc-0f9e8d7c6b5a43210' } as const;

/** Where whoever uses the link sits. */
const PLACES: Readonly<Record<'office' | 'hotel' | 'vpc', Origin>> = {
  office: { ip: '203.0.113.40' },
  hotel: { ip: '198.51.100.7' },
  vpc: { ip: '10.0.4.21', endpoint: ENDPOINT.id },
};

type Condition = NonNullable<Statement['Condition']>;

const OFFICE_ONLY: Condition = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
const ENDPOINT_ONLY: Condition = { StringNotEquals: { 'aws:SourceVpce': ENDPOINT.id } };
// Each condition counts only where its key is there; both must be met for the Deny.
const EITHER: Condition = {
  NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' },
  StringNotEqualsIfExists: { 'aws:SourceVpce': ENDPOINT.id },
};

type Guard = 'none' | 'address' | 'endpoint' | 'either' | 'perimeter';

const GUARDS: Readonly<Record<Guard, Policy | undefined>> = {
  none: undefined,
  address: denying('OfficeOnly', BUCKET, OFFICE_ONLY),
  endpoint: denying('EndpointOnly', BUCKET, ENDPOINT_ONLY),
  either: denying('OfficeOrEndpoint', BUCKET, EITHER),
  perimeter: undefined,
};

/** The same Deny where the signer’s account cannot take it away. */
const PERIMETER = policy(
  'NetworkPerimeter',
  'service-control',
  document({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', Condition: OFFICE_ONLY }),
);

const NARROW = policy(
  'OnlyBackups',
  'vpc-endpoint',
  document({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::nightly-backups/*',
  }),
);

function worldOf(guard: Guard, isNarrow: boolean): World {
  const bucketPolicy = GUARDS[guard];
  const firm = account(ACCOUNT, 'law firm', REGION, {
    users: [LAWYER],
    serviceControlPolicies:
      guard === 'perimeter' ? [FULL_AWS_ACCESS, PERIMETER] : [FULL_AWS_ACCESS],
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: { [KEY]: pdf('the merger contract') },
        ...(bucketPolicy && { policy: bucketPolicy }),
      },
    ],
  });
  const endpoint: VpcEndpoint = { ...ENDPOINT, ...(isNarrow && { policy: NARROW }) };
  return world(START, [firm], [LAWYERS_KEY], {
    vpcEndpoints: { [ENDPOINT.id]: endpoint },
    organization: {
      id: 'o-lawfirm0001',
      managementAccount: '999999999999',
      root: {
        id: 'r-ab12',
        name: 'Root',
        serviceControlPolicies: [FULL_AWS_ACCESS],
        resourceControlPolicies: [],
        units: [],
        accounts: [ACCOUNT],
      },
    },
  });
}

/** Network conditions ask where a link is used, never where it was signed. */
export const otherNetwork = defineScenario({
  id: 'other-network',
  lab: 'presigned',
  title: 'Signed in the office, refused in the hotel',
  tag: 'aws:SourceIp, aws:SourceVpce',
  summary:
    'The bucket lets in only the office’s addresses. A lawyer signs a link there and sends it to Ben, who opens it in his hotel. S3 looks at Ben’s address, not at hers.',
  subjects: ['s3'],
  parties: [
    { id: 'lawyer', name: 'lawyer', spoken: 'the lawyer' },
    { id: 'ben', name: 'Ben', spoken: 'Ben' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
  ],
  knobs: {
    guard: {
      kind: 'choice',
      label: 'What is denied',
      hint: 'A service control policy binds the signer, and the link with it.',
      options: {
        none: 'nothing',
        address: 'all but the office’s addresses',
        endpoint: 'all but one VPC endpoint',
        either: 'all but office and endpoint',
        perimeter: 'all but the office, by an SCP',
      },
      initial: 'address',
    },
    place: {
      kind: 'choice',
      label: 'Ben opens the link',
      hint: 'Through a VPC endpoint a request has no public address: aws:SourceIp is not there.',
      options: {
        office: 'in the office',
        hotel: 'in his hotel',
        vpc: 'on a server in the VPC',
      },
      initial: 'hotel',
    },
    endpoint: {
      kind: 'choice',
      label: 'The VPC endpoint’s policy',
      hint: 'It limits what passes the endpoint, whoever signed.',
      options: { open: 'allows everything', narrow: 'allows another bucket only' },
      initial: 'open',
      when: { knob: 'place', is: ['vpc'] },
    },
    used: {
      kind: 'moment',
      label: 'Link is opened at',
      hint: 'UTC. It was signed at 16:00 for four hours.',
      min: after(START, minutes(1)),
      max: after(START, hours(8)),
      initial: at('2026-01-21T18:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'Ben opens the link at that moment',
  lives: { sign: 'link' },
  working: { place: 'office' },
  variations: [
    { label: 'Open it in the office', knobs: { place: 'office' } },
    { label: 'Deny all but the endpoint', knobs: { guard: 'endpoint' } },
    { label: 'Come through that endpoint', knobs: { guard: 'endpoint', place: 'vpc' } },
    {
      label: 'Come through it, but its policy is narrow',
      knobs: { guard: 'endpoint', place: 'vpc', endpoint: 'narrow' },
    },
    { label: 'Let in office and endpoint', knobs: { guard: 'either', place: 'vpc' } },
    { label: 'Put the rule into an SCP', knobs: { guard: 'perimeter' } },
    {
      label: 'Open it in the office, too late',
      knobs: { place: 'office', used: '20260121T210000Z' },
    },
  ],
  decides: 'open-url.signer-allowed',
  about: 's3.signer-allowed',
  question: 'signed-inside-used-outside',
  setup: ({ guard, place, endpoint, used }) => {
    const script: readonly Act[] = [
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'lawyer',
        credentials: { keyId: LAWYERS_KEY.id },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(4),
      },
      shared({ at: START, by: 'lawyer', to: 'ben' }),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ at: used, by: 'ben', origin: PLACES[place] }),
    ];
    return { world: worldOf(guard, endpoint === 'narrow'), script };
  },
});
