import type { RuleId } from '#engine/rules.ts';

import type { RuleFacts } from './ruleText.ts';

/** AWS publishes no order for the checks of STS, so the place of each is modelled. */
const order = 'modelled';

/** The facts of STS's rules beside those that every AssumeRole passes. */
export const STS_RULE_FACTS = {
  'sts.endpoint-serves': {
    question: 'Does this endpoint serve the operation?',
    statement:
      'AssumeRoot and GetWebIdentityToken are served by Regional endpoints only, not by sts.amazonaws.com.',
    basis: { verdict: 'documented', order },
    source: 'sts.root',
  },
  'sts.signature-matches': {
    question: 'Does STS arrive at the same signature?',
    statement:
      'STS signs the request it received with the secret of the key. Another secret or a changed request gives another signature.',
    basis: { verdict: 'observed', order },
    source: 'sts.signature',
  },
  'sts.region-active': {
    question: 'Is STS active in the Region of the endpoint?',
    statement:
      'STS must be active in the Region for the account that would own the credentials; in an opt-in Region for the caller’s account too.',
    basis: { verdict: 'documented', order },
    source: 'iam.sts-regions',
  },
  'sts.mfa-proved': {
    question: 'Does the caller prove to have the MFA device?',
    statement:
      'Serial number and code come together, the device is the caller’s own, and each code works once.',
    basis: { verdict: 'observed', order },
    source: 'sts.mfa',
  },
  'sts.session-policies-valid': {
    question: 'Are the session policies ones that AWS can read?',
    statement:
      'A session policy is a policy text or the ARN of a managed policy of AWS or of the session’s account.',
    basis: { verdict: 'documented', order },
    source: 'sts.assume-role',
  },
  'sts.tags-consistent': {
    question: 'Do the session tags fit together?',
    statement:
      'Tag keys ignore case, a transitive key must be among the tags, and a tag that was handed down cannot be set again.',
    basis: { verdict: 'observed', order },
    source: 'sts.recorded',
  },
  'sts.source-identity-kept': {
    question: 'Does the source identity stay what it was?',
    statement:
      'A source identity is set once and cannot be changed by a later session of the chain.',
    basis: { verdict: 'documented', order },
    source: 'sts.source-identity',
  },
  'sts.tag-session-allowed': {
    question: 'May the caller tag the session?',
    statement:
      'Session tags take the permission sts:TagSession beside the permission for the call itself.',
    basis: { verdict: 'documented', order },
    source: 'sts.session-tags',
  },
  'sts.source-identity-allowed': {
    question: 'May the caller set or hand on a source identity?',
    statement:
      'A source identity takes the permission sts:SetSourceIdentity, also where a chained session only inherits it.',
    basis: { verdict: 'documented', order },
    source: 'sts.source-identity',
  },
  'sts.context-allowed': {
    question: 'May the caller hand over a context?',
    statement: 'ProvidedContexts take the permission sts:SetContext on the role.',
    basis: { verdict: 'documented', order },
    source: 'sts.authorization',
  },
  'sts.packed-size': {
    question: 'Do policies and tags fit into their space?',
    statement:
      'STS packs session policies and tags together and allows 100 % of a space whose size it does not publish.',
    basis: { verdict: 'modelled', order },
    source: 'sts.assume-role',
  },
  'sts.token-readable': {
    question: 'Can STS read who is vouched for?',
    statement:
      'AssumeRoleWithSAML takes a SAML 2.0 response in base64, AssumeRoleWithWebIdentity a token with whole-number dates.',
    basis: { verdict: 'modelled', order },
    source: 'sts.web-identity',
  },
  'sts.provider-found': {
    question: 'Does the account know this identity provider?',
    statement: 'The SAML provider or the issuer of the token must be set up in the account.',
    basis: { verdict: 'observed', order },
    source: 'sts.saml-errors',
  },
  'sts.keys-available': {
    question: 'Can STS get the keys of the provider?',
    statement: 'STS fetches the keys of an OIDC provider to check what it signed.',
    basis: { verdict: 'observed', order },
    source: 'sts.web-identity',
  },
  'sts.token-signed': {
    question: 'Did the provider itself sign this?',
    statement:
      'The signature must be made with a key of the provider, and the issuer must be the provider’s own.',
    basis: { verdict: 'documented', order },
    source: 'sts.saml-errors',
  },
  'sts.token-audience': {
    question: 'Is it meant for this audience?',
    statement:
      'A token’s audience must be registered with the provider; a SAML response must be made for AWS.',
    basis: { verdict: 'observed', order },
    source: 'sts.saml-errors',
  },
  'sts.token-current': {
    question: 'Is it still time to trade this in?',
    statement:
      'A web identity token is good until its exp. A SAML response must be traded within 5 minutes and before its own end.',
    basis: { verdict: 'observed', order },
    source: 'sts.saml-age',
  },
  'sts.token-unrejected': {
    question: 'Does the provider stand by it?',
    statement: 'A provider can report that a sign-in did not succeed or has been taken back.',
    basis: { verdict: 'modelled', order },
    source: 'sts.model',
  },
  'sts.assertion-complete': {
    question: 'Does the response hold what AWS reads from it?',
    statement:
      'A SAML response must name the role with its provider, a session name and a subject, each well formed.',
    basis: { verdict: 'documented', order },
    source: 'sts.saml-errors',
  },
  'sts.federation-allowed': {
    question: 'Does the role’s trust policy let this identity in?',
    statement:
      'The trust policy must allow the very action that is called, for this provider, under its conditions.',
    basis: { verdict: 'documented', order },
    source: 'sts.saml',
  },
  'sts.action-allowed': {
    question: 'Do the caller’s policies allow this call?',
    statement: 'These operations name no role; the caller’s own policies must allow them.',
    basis: { verdict: 'documented', order },
    source: 'sts.authorization',
  },
  'sts.tag-token-allowed': {
    question: 'May the caller put tags into the token?',
    statement: 'Tags in a web identity token take the permission sts:TagGetWebIdentityToken.',
    basis: { verdict: 'documented', order },
    source: 'sts.authorization',
  },
  'sts.task-known': {
    question: 'Is the task one that AWS has a policy for?',
    statement: 'AssumeRoot takes one of five task policies, and nothing else.',
    basis: { verdict: 'documented', order },
    source: 'sts.root',
  },
  'sts.root-access-central': {
    question: 'Can this account reach the root user of that one?',
    statement:
      'Centralized root access must be on, the caller must sit in the management or the delegated account, and the target must be a member.',
    basis: { verdict: 'documented', order },
    source: 'sts.root',
  },
  'sts.key-known': {
    question: 'Does the key id tell an account?',
    statement:
      'GetAccessKeyInfo tells the account of a key, whoever owns it, and nothing about its state.',
    basis: { verdict: 'modelled', order },
    source: 'sts.key-info',
  },
  'sts.message-decodable': {
    question: 'Is the message a whole encoded one?',
    statement:
      'An encoded message can be decoded only as it came, without a line break or another change.',
    basis: { verdict: 'documented', order },
    source: 'sts.decode',
  },
  'sts.outbound-enabled': {
    question: 'Does the account issue tokens for outside?',
    statement:
      'Outbound web identity federation is off until an administrator enables it for the account.',
    basis: { verdict: 'documented', order },
    source: 'sts.web-token',
  },
  'sts.token-within-session': {
    question: 'Does the token end before the caller’s session?',
    statement: 'A web identity token may not outlive the session of the caller.',
    basis: { verdict: 'documented', order },
    source: 'sts.web-token',
  },
  'sts.trade-in-known': {
    question: 'Was this token sent to this partner?',
    statement:
      'A trade-in token comes from a customer who accepted a delegation request of this partner.',
    basis: { verdict: 'documented', order },
    source: 'sts.delegated',
  },
  'sts.trade-in-current': {
    question: 'Is it still time to trade the token in?',
    statement:
      'The session of a delegation is counted from the sending of the token, not from the trade.',
    basis: { verdict: 'documented', order },
    source: 'iam.send-delegation',
  },
} as const satisfies Partial<Record<RuleId, RuleFacts>>;
