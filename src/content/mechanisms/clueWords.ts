import type { Clue, Clues, MechanismsView } from './clues.ts';
import type { Mechanism } from './mechanism.ts';

/** The clues and the mechanisms in words. */

export const CLUE_LABELS: Readonly<Record<Clue, string>> = {
  who: 'Who calls',
  holds: 'What the caller holds',
  needs: 'What is needed',
  says: 'The case also says',
};

export const CLUE_HINTS: Readonly<Record<Clue, string>> = {
  who: 'Person, program or machine: it decides most.',
  holds: 'The proof that is there already.',
  needs: 'Calls of its own, the console, or only to be looked after.',
  says: 'Words that exams hide in the last sentence.',
};

export const CLUE_OPTIONS: {
  readonly [Name in Clue]: Readonly<Record<Clues[Name], string>>;
} = {
  who: {
    any: 'not said',
    server: 'a program on a server on premises',
    job: 'a job of a build service, or a pod of a cluster',
    person: 'an employee',
    customer: 'a user of a phone app',
    device: 'a device in the field',
    inside: 'code on EC2, ECS or Lambda',
  },
  holds: {
    any: 'not said',
    certificate: 'a certificate of the company’s CA',
    thing: 'a certificate registered in AWS IoT Core',
    saml: 'a SAML response of the directory',
    oidc: 'an OIDC token',
    nothing: 'no proof yet',
  },
  needs: {
    any: 'not said',
    api: 'to call AWS APIs',
    console: 'the AWS console',
    managed: 'only patches, inventory, Session Manager',
  },
  says: {
    any: 'nothing else',
    accounts: 'many accounts, assigned in one place',
    guests: 'guests who have not signed in',
    'thing-name': 'policies by the name of the thing',
    'hidden-issuer': 'AWS cannot reach the company’s issuer',
    'two-values': 'the software takes a key id and a secret only',
  },
};

export const MECHANISM_NAMES: Readonly<Record<Mechanism, string>> = {
  'roles-anywhere': 'IAM Roles Anywhere',
  saml: 'SAML federation',
  oidc: 'OIDC federation',
  cognito: 'Cognito identity pool',
  'identity-center': 'IAM Identity Center',
  'ssm-hybrid': 'Systems Manager hybrid activation',
  iot: 'AWS IoT credentials provider',
  'attached-role': 'Role attached to EC2, ECS or Lambda',
  'access-key': 'Long-term access key',
};

export const MECHANISMS_VIEW_NAMES: Readonly<Record<MechanismsView, string>> = {
  choose: 'Choose by clues',
  compare: 'One job, four ways',
};
