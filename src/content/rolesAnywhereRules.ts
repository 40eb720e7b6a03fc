import type { Constraints, PolicyEvidence } from '#engine/evidence.ts';
import { nameOf } from '#engine/arn.ts';

import { policyReason } from './policyReason.ts';
import type { RuleWordsOf, Said } from './ruleText.ts';
import { ROLES_ANYWHERE_REQUEST_RULES } from './rolesAnywhereRequestRules.ts';
import { shortLength, spokenLength } from './words.ts';

/** The last characters of an ARN with a UUID: enough to tell two apart. */
const short = (arn: string | undefined = ''): string => nameOf(arn).slice(0, 8);

/** What STS says to one of the three actions that the service needs on the role. */
const sayAction =
  (action: string, what: string) =>
  (evidence: PolicyEvidence, passed: boolean): Said => {
    const why = evidence.decision.gates.find(({ gate }) => gate === 'trust')?.because;
    if (!passed && why === 'no-resource-policy') {
      return {
        label: 'there is no such role in this account',
        title: 'There is no such role',
        caption: 'STS finds no role of this name in the account of the trust anchor.',
        because: 'Only roles of the trust anchor’s own account can be asked for.',
      };
    }
    return {
      label: passed
        ? `the trust policy allows sts:${action}`
        : `the trust policy does not allow sts:${action}`,
      title: passed ? `Roles Anywhere may ${what}` : `Roles Anywhere may not ${what}`,
      caption: passed
        ? 'STS reads the role’s trust policy, with the certificate’s attributes and the trust anchor as conditions.'
        : 'STS reads the role’s trust policy and does not let the service in for this certificate.',
      because: policyReason(evidence),
    };
  };

/** The first parameter that is not met, in words. */
const brokenIn = ({ parameters }: Constraints): string => {
  const broken = parameters.find(({ met }) => !met);
  return broken ? `${broken.name} (${broken.value}), which ${broken.constraint}` : 'nothing';
};

export const ROLES_ANYWHERE_RULES: RuleWordsOf<'rolesanywhere'> = {
  ...ROLES_ANYWHERE_REQUEST_RULES,
  'rolesanywhere.profile-found': {
    name: 'profile',
    says: ({ wanted: [arn] }, passed) =>
      passed
        ? {
            label: 'the profile is there',
            title: 'The service knows the profile',
            caption: 'Roles Anywhere looks up the profile that the caller has chosen.',
            because: `The profile ${short(arn)}… is of this account and this Region.`,
          }
        : {
            label: 'there is no such profile here',
            title: 'The service knows no such profile',
            caption: 'Roles Anywhere finds no such profile in this account and this Region.',
            because: `The request names the profile ${short(arn)}…, of the Region ${arn?.split(':')[3] ?? ''}.`,
          },
  },
  'rolesanywhere.profile-enabled': {
    name: 'profile state',
    says: ({ what }, passed) => ({
      label: `the profile is ${passed ? 'enabled' : 'disabled'}`,
      title: passed ? 'The profile is in use' : 'The profile is switched off',
      caption: passed
        ? 'Roles Anywhere gives sessions only through an enabled profile.'
        : 'A disabled profile gives no new session; those that live already are not asked again.',
      because: `The profile “${what}” is ${passed ? 'enabled' : 'disabled'}.`,
    }),
  },
  'rolesanywhere.role-listed': {
    name: 'roles of the profile',
    says: ({ wanted: [arn = ''] }, passed) => ({
      label: passed
        ? `the profile lists ${nameOf(arn)}`
        : `the profile does not list ${nameOf(arn)}`,
      title: passed ? 'The profile has this role' : 'The profile does not have this role',
      caption: passed
        ? 'Roles Anywhere looks for the role among those of the profile.'
        : 'A profile opens only the roles that an administrator put into it.',
      because: `The request asks for the role ${nameOf(arn)}.`,
    }),
  },
  'rolesanywhere.session-name-accepted': {
    name: 'session name',
    says: ({ found: [name] }, passed) => ({
      label: passed ? 'the profile takes a name of the caller' : 'the caller may choose no name',
      title: passed ? 'The caller may name the session' : 'The caller may not name the session',
      caption: passed
        ? 'The profile accepts a session name that the caller chooses.'
        : 'The profile accepts no session name, and a name that comes anyway is refused, not ignored.',
      because: passed
        ? 'The profile has acceptRoleSessionName switched on.'
        : `The request asks for the name “${name ?? ''}”; without it the session would get the serial number.`,
    }),
  },
  'rolesanywhere.subject-named': {
    name: 'subject',
    says: (_, passed) => ({
      label: passed ? 'the certificate has a subject' : 'the certificate has no subject',
      title: passed ? 'The certificate names somebody' : 'The certificate names nobody',
      caption: passed
        ? 'The subject of the certificate becomes source identity and tags of the session.'
        : 'A certificate with an empty subject opens no role, even if alternative names stand in it.',
      because: passed ? 'The subject is not empty.' : 'The subject is empty.',
    }),
  },
  'rolesanywhere.assume-role-allowed': {
    name: 'trust policy',
    says: sayAction('AssumeRole', 'assume the role'),
  },
  'rolesanywhere.tag-session-allowed': {
    name: 'tags',
    says: sayAction('TagSession', 'tag the session'),
  },
  'rolesanywhere.source-identity-allowed': {
    name: 'source identity',
    says: sayAction('SetSourceIdentity', 'set a source identity'),
  },
  'rolesanywhere.duration-within-role': {
    name: 'role maximum',
    says: ({ asked, limits: [limit] }, passed) => {
      const most = limit?.value ?? asked;
      return {
        label: passed
          ? `${shortLength(asked)} wanted, the role allows ${shortLength(most)}`
          : `${shortLength(asked)} wanted, the role allows only ${shortLength(most)}`,
        title: passed ? 'The length fits the role' : 'The session would be too long for the role',
        caption: passed
          ? `The shorter of profile and request counts, ${spokenLength(asked)}, and the role allows it.`
          : 'The shorter of profile and request counts; STS refuses what is above the role’s maximum and does not cut it.',
        because: `The session would last ${asked} seconds; the role’s MaxSessionDuration is ${most}.`,
      };
    },
  },
  'rolesanywhere.session-fits': {
    name: 'size',
    says: (evidence, passed) => ({
      label: passed
        ? 'policies, tags and names fit the session'
        : 'policies, tags or names do not fit',
      title: passed ? 'The session can carry it all' : 'The session cannot carry it all',
      caption: passed
        ? 'STS makes room for session policies, tags and the source identity.'
        : 'STS cannot make a session with these policies, tags and names.',
      because: passed
        ? 'Everything is within STS’s limits.'
        : `What does not fit: ${brokenIn(evidence)}.`,
    }),
  },
};
