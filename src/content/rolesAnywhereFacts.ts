import type { RuleId } from '#engine/rules.ts';

import type { RuleFacts } from './ruleText.ts';

/** Where a check stands is published for few of them (roles-anywhere.md 5.3). */
const order = 'modelled';

type Prefixed = Extract<RuleId, `rolesanywhere.${string}`>;

/** What the rules of CreateSession say, how sure we are, and where it is written. */
export const ROLES_ANYWHERE_FACTS: Readonly<Record<Prefixed, RuleFacts>> = {
  'rolesanywhere.request-valid': {
    question: 'Is the request complete and within its limits?',
    statement:
      'CreateSession takes the ARNs of trust anchor, profile and role, a certificate, and five more certificates at most.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.signature-matches': {
    question: 'Did the private key of the certificate sign this request?',
    statement:
      'The caller signs the request with its private key, and AWS verifies with the public key in the certificate.',
    basis: { verdict: 'documented', order: 'documented' },
    source: 'rolesanywhere.sign-process',
  },
  'rolesanywhere.signature-current': {
    question: 'Is the signed date close to AWS’s clock?',
    statement:
      'A request whose date is half an hour off was answered as if its signature were wrong; how much is tolerated is not published.',
    basis: { verdict: 'modelled', order },
    source: 'rolesanywhere.sign-process',
  },
  'rolesanywhere.certificate-sufficient': {
    question: 'Is this a kind of certificate that AWS takes?',
    statement:
      'An end-entity certificate must be X.509 version 3, no CA’s, with digitalSignature, signed with SHA-256 or stronger.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.certificate-current': {
    question: 'Is the certificate valid at this moment?',
    statement:
      'A certificate counts from its notBefore to its notAfter, both included; a session may live on after that.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.anchor-found': {
    question: 'Is there such a trust anchor in this account and Region?',
    statement: 'Trust anchor and profile must be in one account and one Region.',
    basis: { verdict: 'observed', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.anchor-enabled': {
    question: 'Is the trust anchor switched on?',
    statement: 'While a trust anchor is disabled, requests that name it are unauthorized.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.disable-anchor',
  },
  'rolesanywhere.path-trusted': {
    question: 'Does a path of certificates lead to the trust anchor?',
    statement:
      'The certificate must have a path to one that the trust anchor holds; intermediates come with the request.',
    basis: { verdict: 'documented', order: 'documented' },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.not-revoked': {
    question: 'Is a certificate on an enabled revocation list?',
    statement:
      'Only lists that were imported and enabled revoke; AWS asks no OCSP responder and no distribution point.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.profile-found': {
    question: 'Is there such a profile in this account and Region?',
    statement: 'The caller chooses the profile: any enabled one that lists the role will do.',
    basis: { verdict: 'observed', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.profile-enabled': {
    question: 'Is the profile switched on?',
    statement: 'While a profile is disabled, it gives no sessions.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.disable-profile',
  },
  'rolesanywhere.role-listed': {
    question: 'Does the profile list the role?',
    statement: 'A session can be had only for a role that the profile lists.',
    basis: { verdict: 'observed', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.session-name-accepted': {
    question: 'May the caller choose the session’s name?',
    statement:
      'A name is taken only where the profile accepts names; otherwise the serial number in hex is the name.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.subject-named': {
    question: 'Has the certificate a subject?',
    statement: 'The subject must not be empty, even if the alternative names are critical.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.assume-role-allowed': {
    question: 'Does the role’s trust policy let the service in for this certificate?',
    statement:
      'The trust policy must allow rolesanywhere.amazonaws.com; its conditions see the trust anchor and the certificate’s attributes.',
    basis: { verdict: 'documented', order: 'observed' },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.tag-session-allowed': {
    question: 'May the service tag the session?',
    statement:
      'The trust policy must allow sts:TagSession: attributes of the certificate are tags.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.source-identity-allowed': {
    question: 'May the service set a source identity?',
    statement:
      'The trust policy must allow sts:SetSourceIdentity: the common name is the source identity.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.trust-model',
  },
  'rolesanywhere.duration-within-role': {
    question: 'Is the session to be longer than the role allows?',
    statement:
      'The shorter of profile and request is passed on as it is; above the role’s maximum the call fails.',
    basis: { verdict: 'documented', order },
    source: 'rolesanywhere.create-session',
  },
  'rolesanywhere.session-fits': {
    question: 'Do policies, tags and names fit the session?',
    statement:
      'STS takes ten managed policies, 2,048 characters of policy text and fifty tags, and packs them into a space of unpublished size.',
    basis: { verdict: 'modelled', order },
    source: 'sts.assume-role',
  },
};
