import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import type { Statement } from '#engine/policy/document.ts';
import { FULL_AWS_ACCESS } from '#engine/policy/fullAccess.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';
import { changed, opened, pdf, shared } from './link.ts';

const COURT = '111122223333';
const PARTNER = '444455556666';
const REGION = 'eu-central-1';
const BUCKET = 'case-files';
const KEY = 'case-7.pdf';
const FILES = `arn:aws:s3:::${BUCKET}/*`;
const START = at('2026-01-21T09:00:00Z');

const readFiles = allow('s3:GetObject', FILES);
const listFiles = allow('s3:ListBucket', `arn:aws:s3:::${BUCKET}`);
const elsewhere = document(allow('s3:GetObject', `arn:aws:s3:::${BUCKET}/drafts/*`));

/** The role that signs, in the court’s account or in its partner’s. */
const SIGNERS = {
  own: { account: COURT, role: 'CaseReader' },
  partner: { account: PARTNER, role: 'PartnerReader' },
} as const;
type Signer = keyof typeof SIGNERS;

const clerkOf = (signer: Signer) => user(SIGNERS[signer].account, 'clerk');
const signingRole = (signer: Signer) => {
  const { account: home, role: name } = SIGNERS[signer];
  return role(home, name, {
    trustPolicy: trusting(name, clerkOf(signer).arn),
    maxSessionDuration: hours(12),
  });
};

const readerPolicy = (signer: Signer, list: boolean) =>
  policy(
    `${SIGNERS[signer].role}Policy`,
    'identity',
    document(readFiles, ...(list ? [listFiles] : [])),
  );

const forPartner: Statement = {
  ...readFiles,
  Principal: { AWS: signingRole('partner').arn },
};
const forNobody = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: FILES,
} as const;
const bucketPolicy = (...statements: readonly Statement[]) =>
  policy('CaseFilesPolicy', 'bucket', document(...statements));

type Happening = 'nothing' | 'removed' | 'given' | 'boundary' | 'denied' | 'control' | 'deleted';

interface Choice {
  readonly signer: Signer;
  readonly allowed: boolean;
  readonly list: boolean;
  readonly invited: boolean;
}

function changeOf(what: Happening, { signer, list, invited }: Choice): WorldChange | undefined {
  const principal = signingRole(signer).arn;
  switch (what) {
    case 'nothing':
      return undefined;
    case 'removed':
      return { kind: 'replace-policies', principal, policies: [] };
    case 'given':
      return { kind: 'put-policy', principal, policy: readerPolicy(signer, list) };
    case 'boundary':
      return {
        kind: 'put-boundary',
        principal,
        policy: policy('DraftsOnly', 'boundary', elsewhere),
      };
    case 'denied':
      return {
        kind: 'put-bucket-policy',
        bucket: BUCKET,
        policy: bucketPolicy(...(invited ? [forPartner] : []), forNobody),
      };
    case 'control': {
      const sealed = document({
        Sid: 'CasesAreSealed',
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: FILES,
      });
      return {
        kind: 'put-scp',
        target: SIGNERS[signer].account,
        policy: policy('SealedCases', 'service-control', sealed),
      };
    }
    case 'deleted':
      return { kind: 'delete-object', bucket: BUCKET, key: KEY };
  }
}

function worldOf({ signer, allowed, list, invited }: Choice): World {
  const holders = (each: Signer) => ({
    users: [clerkOf(each)],
    roles: [{ ...signingRole(each), policies: allowed ? [readerPolicy(each, list)] : [] }],
    serviceControlPolicies: [FULL_AWS_ACCESS],
  });
  const court = account(COURT, 'court', REGION, {
    ...holders('own'),
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        objects: { [KEY]: pdf('the files of case 7') },
        ...(invited && { policy: bucketPolicy(forPartner) }),
      },
    ],
  });
  const unit = { serviceControlPolicies: [FULL_AWS_ACCESS], resourceControlPolicies: [] };
  return world(
    START,
    [court, account(PARTNER, 'partner', REGION, holders('partner'))],
    [userKey(clerkOf(signer))],
    {
      organization: {
        id: 'o-justice1234',
        managementAccount: '777788889999',
        root: {
          ...unit,
          id: 'r-just',
          name: 'Root',
          units: [],
          accounts: [COURT, PARTNER],
        },
      },
    },
  );
}

/** Signing asks nobody: whether the signer may do it is looked up anew at every use, in all policies there are. */
export const permissionLost = defineScenario({
  id: 'permission-lost',
  lab: 'presigned',
  title: 'Allowed when signed, forbidden when used',
  tag: 'permission at use',
  summary:
    'A clerk signs a link to a case file with a role that may read it. Twenty minutes later the role may no longer read, and the link is worth nothing.',
  subjects: ['sts', 's3', 'changes'],
  parties: [
    { id: 'clerk', name: 'clerk', spoken: 'the clerk' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'lawyer', name: 'lawyer', spoken: 'the lawyer' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    signer: {
      kind: 'choice',
      label: 'The role belongs to',
      hint: 'Across accounts, the role’s policy and the bucket’s policy must both allow.',
      options: { own: 'the bucket’s account', partner: 'a partner’s account' },
      initial: 'own',
    },
    invited: {
      kind: 'toggle',
      label: 'Bucket policy lets the partner’s role in',
      hint: 'It names the role and allows s3:GetObject.',
      initial: true,
      when: { knob: 'signer', is: ['partner'] },
    },
    allowed: {
      kind: 'toggle',
      label: 'Allowed at first',
      hint: 'Whether the role may read when the clerk signs.',
      initial: true,
    },
    list: {
      kind: 'toggle',
      label: 'May list the bucket, too',
      hint: 'S3 tells only signers with s3:ListBucket that an object is missing.',
      initial: false,
    },
    narrowed: {
      kind: 'toggle',
      label: 'Session policy for drafts only',
      hint: 'It is passed to AssumeRole and limits this session.',
      initial: false,
    },
    meanwhile: {
      kind: 'choice',
      label: 'At 09:20',
      hint: 'What an administrator does after the link was signed.',
      options: {
        nothing: 'nothing happens',
        removed: 'the role’s permission is removed',
        given: 'the role gets the permission',
        boundary: 'the role gets a boundary',
        denied: 'the bucket policy denies everybody',
        control: 'an SCP denies it',
        deleted: 'the object is deleted',
      },
      initial: 'removed',
    },
    used: {
      kind: 'moment',
      label: 'Link is used at',
      hint: 'UTC. It was signed at 09:00 for an hour.',
      min: after(START, minutes(20)),
      max: after(START, hours(13)),
      initial: at('2026-01-21T09:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the link is used at that moment',
  lives: { 'assume-role': 'role session', sign: 'link' },
  working: { meanwhile: 'nothing' },
  variations: [
    {
      label: 'Sign first, get the permission later',
      knobs: { allowed: 'off', meanwhile: 'given' },
    },
    { label: 'Put a boundary around the role', knobs: { meanwhile: 'boundary' } },
    {
      label: 'Sign with a session that was narrowed',
      knobs: { narrowed: 'on', meanwhile: 'nothing' },
    },
    { label: 'Deny it in the bucket policy', knobs: { meanwhile: 'denied' } },
    { label: 'Deny it from above, in an SCP', knobs: { meanwhile: 'control' } },
    {
      label: 'Sign next door, and nobody was invited',
      knobs: { signer: 'partner', invited: 'off', meanwhile: 'nothing' },
    },
    {
      label: 'Delete the object; the signer may list',
      knobs: { meanwhile: 'deleted', list: 'on' },
    },
  ],
  decides: 'open-url.signer-allowed',
  about: 's3.signer-allowed',
  setup: ({ signer, invited, allowed, list, narrowed, meanwhile, used }) => {
    const choice = { signer, allowed, list, invited: signer === 'partner' && invited };
    const script: readonly Act[] = [
      {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'clerk',
        to: 'sts',
        region: REGION,
        credentials: { keyId: userKey(clerkOf(signer)).id },
        roleArn: signingRole(signer).arn,
        roleSessionName: 'clerk',
        durationSeconds: hours(12),
        ...(narrowed && { policy: JSON.stringify(elsewhere) }),
      },
      {
        id: 'sign',
        at: START,
        kind: 'presign',
        by: 'clerk',
        credentials: { issuedBy: 'assume-role' },
        method: 'GET',
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: hours(1),
      },
      shared({ at: START, by: 'clerk', to: 'lawyer' }),
      { id: 'pass', at: after(START, minutes(20)), kind: 'wait' },
      ...changed(after(START, minutes(20)), changeOf(meanwhile, choice)),
      { id: 'wait', at: used, kind: 'wait' },
      opened({ at: used, by: 'lawyer' }),
    ];
    return { world: worldOf(choice), script };
  },
});
