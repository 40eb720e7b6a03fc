import { nameOf } from '#engine/arn.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import type { World } from '#engine/world.ts';

import type { Said } from './ruleText.ts';
import { spokenLength, spokenList } from './words.ts';

/** A change to the world in words: what somebody does, and what it means for what was issued before. */

const said = (label: string, title: string, caption: string, because: string): Said => ({
  label,
  title,
  caption,
  because,
});

type Kind = WorldChange['kind'];
type Sayings = {
  readonly [K in Kind]: (change: Extract<WorldChange, { kind: K }>, who: string) => Said;
};

const SAYINGS: Sayings = {
  'replace-policies': ({ principal }, who) =>
    said(
      `the policies of ${nameOf(principal)} change`,
      'Permissions change',
      `${who} changes what ${nameOf(principal)} may do; that counts for sessions and links that are out already.`,
      'Permissions are looked up at every request, not when a session is issued or a link is signed.',
    ),
  'put-policy': ({ principal, policy }, who) =>
    said(
      `${policy.name} is attached to ${nameOf(principal)}`,
      'A policy is attached',
      `${who} attaches the policy ${policy.name} to ${nameOf(principal)}.`,
      'Permission policies are read at every request, so sessions that live now feel it too.',
    ),
  'detach-policy': ({ principal, policyId }, who) =>
    said(
      `a policy of ${nameOf(principal)} is detached`,
      'A policy is detached',
      `${who} detaches the policy ${nameOf(policyId)} from ${nameOf(principal)}.`,
      'Permission policies are read at every request, so sessions that live now feel it too.',
    ),
  'put-boundary': ({ principal, policy }, who) =>
    said(
      `${nameOf(principal)} gets a permissions boundary`,
      'A permissions boundary is set',
      `${who} sets ${policy.name} as the permissions boundary of ${nameOf(principal)}.`,
      'A boundary grants nothing; from now on it limits what the other policies grant.',
    ),
  'delete-boundary': ({ principal }, who) =>
    said(
      `${nameOf(principal)} loses its permissions boundary`,
      'The permissions boundary is gone',
      `${who} removes the permissions boundary of ${nameOf(principal)}.`,
      'What the other policies grant is no longer limited by it.',
    ),
  'put-trust-policy': ({ role }, who) =>
    said(
      `the trust policy of ${nameOf(role)} changes`,
      'The trust policy changes',
      `${who} replaces the trust policy of ${nameOf(role)}.`,
      'Trust is checked when a session is issued, so sessions that live now do not notice.',
    ),
  'revoke-sessions': ({ role }, who) =>
    said(
      `sessions of ${nameOf(role)} are revoked`,
      'All sessions of the role are revoked',
      `${who} attaches a deny policy to ${nameOf(role)} for every session issued before now.`,
      'AWSRevokeOlderSessions compares aws:TokenIssueTime with this moment; the token itself stays valid.',
    ),
  'create-role': ({ role }, who) =>
    said(
      `the role ${nameOf(role)} is created`,
      'A role is created',
      `${who} creates the role ${nameOf(role)}.`,
      'It gets a unique id of its own: a role of the same name that was deleted is another role.',
    ),
  'delete-role': ({ role }, who) =>
    said(
      `the role ${nameOf(role)} is deleted`,
      'The role is deleted',
      `${who} deletes the role ${nameOf(role)}, and its sessions stop working.`,
      'Policies that named the role now show its unique id, which matches nobody.',
    ),
  'create-user': ({ user }, who) =>
    said(
      `the user ${nameOf(user)} is created`,
      'A user is created',
      `${who} creates the user ${nameOf(user)}.`,
      'It gets a unique id of its own: a user of the same name that was deleted is another user.',
    ),
  'delete-user': ({ user }, who) =>
    said(
      `the user ${nameOf(user)} is deleted`,
      'The user is deleted',
      `${who} deletes the user ${nameOf(user)} with all access keys.`,
      'The user’s own sessions lose their permissions; sessions of roles it has assumed live on.',
    ),
  'tag-role': ({ role, tags }, who) =>
    said(
      `the role ${nameOf(role)} is tagged`,
      'The role’s tags change',
      `${who} sets ${spokenList(Object.keys(tags))} on the role ${nameOf(role)}.`,
      'Tags of the role count for its sessions, unless a session tag of the same key stands over them.',
    ),
  'untag-role': ({ role, tagKeys }, who) =>
    said(
      `the role ${nameOf(role)} loses tags`,
      'The role’s tags change',
      `${who} removes ${spokenList(tagKeys)} from the role ${nameOf(role)}.`,
      'Session tags stay as they were when the session was issued.',
    ),
  'set-max-session-duration': ({ role, maxSessionDuration }, who) =>
    said(
      `${nameOf(role)} allows sessions of ${maxSessionDuration} s`,
      'The role’s maximum changes',
      `${who} sets MaxSessionDuration of ${nameOf(role)} to ${spokenLength(maxSessionDuration)}.`,
      'Sessions that live now keep the end they were issued with.',
    ),
  'delete-provider': ({ provider }, who) =>
    said(
      `the provider ${nameOf(provider)} is deleted`,
      'The identity provider is deleted',
      `${who} deletes the identity provider ${nameOf(provider)}.`,
      'No new session can come from it; sessions that live now do not notice.',
    ),
  'create-key': ({ user }, who) =>
    said(
      `${nameOf(user)} gets an access key`,
      'A new access key is created',
      `${who} creates an access key for the user ${nameOf(user)}.`,
      'A user may have two, so that one can be rotated without an outage.',
    ),
  'activate-key': (_, who) =>
    said(
      'the user’s access key is activated',
      'The user’s key is switched on',
      `${who} activates the user’s access key.`,
      'What was signed with the key is accepted again.',
    ),
  'deactivate-key': (_, who) =>
    said(
      'the user’s access key is deactivated',
      'The user’s key is switched off',
      `${who} deactivates the user’s access key.`,
      'What is signed with the key itself is refused from now on; sessions it has opened live on.',
    ),
  'delete-key': (_, who) =>
    said(
      'the user’s access key is deleted',
      'The user’s key is deleted',
      `${who} deletes the user’s access key.`,
      'What is signed with the key itself is refused from now on; sessions it has opened live on.',
    ),
  'put-scp': ({ target, policy }, who) =>
    said(
      `an SCP is attached to ${target}`,
      'A service control policy is attached',
      `${who} attaches the service control policy ${policy.name} to ${target}.`,
      'It limits the principals of the accounts below, and grants nothing.',
    ),
  'put-rcp': ({ target, policy }, who) =>
    said(
      `an RCP is attached to ${target}`,
      'A resource control policy is attached',
      `${who} attaches the resource control policy ${policy.name} to ${target}.`,
      'It limits whoever comes to the resources of the accounts below, strangers too.',
    ),
  'detach-control-policy': ({ target, policyId }, who) =>
    said(
      `a control policy is detached from ${target}`,
      'A control policy is detached',
      `${who} detaches the control policy ${nameOf(policyId)} from ${target}.`,
      'It counts from the next request on.',
    ),
  'set-sts-region': ({ account, region, active }, who) =>
    said(
      `STS is ${active ? 'activated' : 'deactivated'} in ${region}`,
      active ? 'STS is activated in a Region' : 'STS is deactivated in a Region',
      `${who} ${active ? 'activates' : 'deactivates'} STS in ${region} for the account ${account}.`,
      'It decides where credentials of this account are issued, not where they can be used.',
    ),
  'enable-region': ({ account, region }, who) =>
    said(
      `the Region ${region} is enabled`,
      'An opt-in Region is enabled',
      `${who} enables the Region ${region} for the account ${account}.`,
      'STS is active there from now on; version 1 tokens of the global endpoint do not work there.',
    ),
  'set-token-version': ({ account, version }, who) =>
    said(
      `global endpoint: version ${version} tokens`,
      'The global endpoint issues other tokens',
      `${who} sets the tokens of the global endpoint to version ${version} for the account ${account}.`,
      version === 1
        ? 'Version 1 tokens are good only in Regions that are enabled by default.'
        : 'Version 2 tokens are good in every Region, and longer.',
    ),
  'put-bucket-policy': (_, who) =>
    said(
      'the bucket policy changes',
      'The bucket policy changes',
      `${who} replaces the bucket’s policy.`,
      'It counts from the next request on.',
    ),
  'delete-object': (_, who) =>
    said(
      'the object is deleted',
      'The object is deleted',
      `${who} deletes the object that the link points to.`,
      'The link knows nothing of this.',
    ),
};

/** What is said where AWS does not save a policy: nothing changes. */
const UNSAVED = said(
  'the policy is not saved',
  'AWS does not save the policy',
  'IAM and S3 refuse to save the policy, so everything stays as it was.',
  'It names a user or role that is not there, or an id that a deleted one left behind.',
);

/** Whether a policy that was to be saved on a role or bucket is not on it afterwards. */
function isUnsaved(change: WorldChange, { accounts }: World): boolean {
  const owners = Object.values(accounts);
  switch (change.kind) {
    case 'put-trust-policy':
      return !owners.some(({ roles }) => roles[change.role]?.trustPolicy === change.policy);
    case 'create-role':
      return !owners.some(({ roles }) => roles[change.role]?.trustPolicy === change.trustPolicy);
    case 'put-bucket-policy':
      return !owners.some(({ buckets }) => buckets[change.bucket]?.policy === change.policy);
    default:
      return false;
  }
}

/** A change in words, with the world it leaves. */
export function sayChange(change: WorldChange, who: string, after: World): Said {
  if (isUnsaved(change, after)) return UNSAVED;
  // The table holds each kind's words under the kind itself.
  const say = SAYINGS[change.kind] as (change: WorldChange, who: string) => Said;
  return say(change, who);
}
