import type { GateId } from '#engine/policy/gates.ts';
import type { Decision } from '#engine/policy/decide.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Outcome, Trace } from '#engine/trace.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, stopping } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import { answersIn, changeIn, endWorld } from '../questions/runFacts.ts';

/** Wrong ideas of why the last request of a run should not have been refused, and of how AWS refuses. */

type Refusal = Extract<Outcome, { kind: 'refused' }>;

/** How the last request of a run was refused; undefined where it was granted. */
function refusalIn(trace: Trace): Refusal | undefined {
  const outcome = answersIn(trace).at(-1)?.outcome;
  return outcome?.kind === 'refused' ? outcome : undefined;
}

const GRANTED: readonly Claim[] = [answering(200), stopping(undefined)];

/** An idea by which a request that one of these rules refuses would be granted. */
const deniesRules =
  (...rules: readonly RuleId[]) =>
  (trace: Trace): readonly Claim[] => {
    const refusal = refusalIn(trace);
    return when(refusal !== undefined && rules.includes(refusal.rule), ...GRANTED);
  };

/** An idea by which a request that policies refuse would be granted. */
const deniesDecisions =
  (holds: (decision: Decision, rule: RuleId) => boolean) =>
  (trace: Trace): readonly Claim[] => {
    const refusal = refusalIn(trace);
    const evidence = refusal?.check.evidence;
    return when(
      refusal !== undefined &&
        evidence?.kind === 'policy' &&
        holds(evidence.decision, refusal.rule),
      ...GRANTED,
    );
  };

const isAssuming = (rule: RuleId): boolean => rule.endsWith('.assume-role-allowed');

const LIMITS: readonly GateId[] = [
  'boundary',
  'session',
  'service-control',
  'resource-control',
  'endpoint',
];

export const REFUSAL_IDEAS = {
  'trust-is-enough': {
    belief: 'Whom the trust policy names gets in.',
    truth: 'The trust policy is one side. The policies of the caller’s side have a say, too.',
    trap: 'C1',
    about: ['request'],
    expects: deniesDecisions(
      ({ verdict, decidedBy: { gate } }, rule) =>
        isAssuming(rule) && verdict === 'implicit-deny' && gate !== 'trust',
    ),
  },
  'permission-is-enough': {
    belief: 'Whoever has the permission sts:AssumeRole gets the role.',
    truth: 'The role’s trust policy must let the caller in, whatever the caller’s policies allow.',
    trap: 'C1',
    about: ['request'],
    expects: deniesDecisions(
      ({ decidedBy: { gate } }, rule) => isAssuming(rule) && gate === 'trust',
    ),
  },
  'allow-outweighs-deny': {
    belief: 'An Allow outweighs a Deny.',
    truth: 'One Deny that matches outweighs every Allow.',
    about: ['request'],
    expects: deniesDecisions(({ verdict }) => verdict === 'explicit-deny'),
  },
  'own-policies-decide': {
    belief: 'What the caller’s own policies allow, nothing else takes away.',
    truth: 'Boundaries, session policies and the organization’s policies can take it away.',
    trap: 'C10',
    about: ['request'],
    expects: deniesDecisions(
      ({ verdict, decidedBy: { gate } }) => verdict === 'implicit-deny' && LIMITS.includes(gate),
    ),
  },
  'silence-allows': {
    belief: 'What no policy denies is allowed.',
    truth: 'What no policy allows is denied.',
    about: ['request'],
    expects: deniesDecisions(
      ({ verdict, decidedBy: { gate } }) =>
        verdict === 'implicit-deny' && (gate === 'identity' || gate === 'resource'),
    ),
  },
  'sessions-run-on': {
    belief: 'A session that was opened works until somebody closes it.',
    truth: 'Temporary credentials work until their end, whoever uses them.',
    trap: 'D11',
    about: ['link', 'request'],
    expects: deniesRules('s3.token-alive', 'api.token-alive', 'signin.credentials-alive'),
  },
  'links-outlive-their-date': {
    belief: 'A link works for as long as the key that signed it.',
    truth: 'A link ends by its own date, however long its signer’s credentials live.',
    about: ['link'],
    expects: deniesRules('s3.url-alive', 's3.form-alive'),
  },
  'clocks-do-not-matter': {
    belief: 'AWS does not mind what the caller’s clock says.',
    truth: 'The date is part of what is signed, and AWS holds it against its own clock.',
    about: ['link', 'request'],
    expects: deniesRules('sts.signature-current', 's3.not-in-the-future'),
  },
  'numbers-are-cut': {
    belief: 'A number that is too large is cut to what is allowed.',
    truth: 'A number out of range is an error. Nothing is cut to fit.',
    trap: 'B9',
    about: ['link', 'request'],
    expects: deniesRules(
      'sts.parameters-valid',
      'sts.token-within-session',
      's3.expires-in-range',
      'rolesanywhere.duration-within-role',
      'rolesanywhere.request-valid',
      'signin.duration-in-range',
      'signin.duration-fits-session',
    ),
  },
  'small-changes-do-no-harm': {
    belief: 'A small change to a link does no harm.',
    truth:
      'Method, path, query and signed headers are all signed. Any change there breaks the signature.',
    trap: 'E15',
    about: ['link'],
    expects: deniesRules('s3.signature-matches', 's3.headers-signed', 's3.form-covered'),
  },
  'good-once-good-ever': {
    belief: 'Credentials that were good once stay good.',
    truth: 'AWS looks the access key up at every request.',
    about: ['link', 'request'],
    expects: deniesRules('s3.key-known', 'api.key-known', 'sts.caller-authenticated'),
  },
  'tokens-fit-everywhere': {
    belief: 'A session works in every Region, wherever it was opened.',
    truth: 'A version 1 token of the global endpoint works only in Regions enabled by default.',
    trap: 'C17',
    about: ['request'],
    expects: deniesRules('api.token-fits-region', 'api.region-enabled'),
  },
  'user-sessions-call-everything': {
    belief: 'Every session may call every API that its policies allow.',
    truth: 'Some APIs are closed to some kinds of sessions, whatever their policies allow.',
    trap: 'A9',
    about: ['request'],
    expects: deniesRules('api.session-kind', 'sts.caller-kind', 'signin.session-kind'),
  },
  'names-make-the-path': {
    belief: 'A certificate counts by the names that stand in it.',
    truth: 'What counts is a path of good signatures, sent with the request, to the trust anchor.',
    trap: 'F16',
    about: ['request'],
    expects: deniesRules('rolesanywhere.path-trusted'),
  },
  'certificates-are-alike': {
    belief: 'Any certificate of the company’s CA will do.',
    truth: 'AWS wants a certificate of version 3, for digital signatures, and none of a CA.',
    trap: 'F9',
    about: ['request'],
    expects: deniesRules('rolesanywhere.certificate-sufficient', 'rolesanywhere.subject-named'),
  },
  'switches-can-wait': {
    belief: 'Trust anchors and profiles that are switched off still serve those who know them.',
    truth: 'Anchor and profile must both be there, and enabled, when a session is asked for.',
    about: ['request'],
    expects: deniesRules(
      'rolesanywhere.anchor-found',
      'rolesanywhere.anchor-enabled',
      'rolesanywhere.profile-found',
      'rolesanywhere.profile-enabled',
      'rolesanywhere.role-listed',
    ),
  },
  'attributes-come-free': {
    belief: 'Whoever may assume a role may also tag the session and name its source.',
    truth: 'Tags, a source identity and a context each take a permission of their own.',
    trap: 'C15',
    about: ['request'],
    expects: deniesRules(
      'sts.tag-session-allowed',
      'sts.source-identity-allowed',
      'sts.context-allowed',
      'sts.tag-token-allowed',
      'rolesanywhere.tag-session-allowed',
      'rolesanywhere.source-identity-allowed',
    ),
  },
  'same-name-same-user': {
    belief: 'A user made again under the old name is the old user.',
    truth: 'AWS keeps the unique id of a principal, and the new one has another.',
    trap: 'C12',
    about: ['request'],
    expects: (trace) =>
      when(
        refusalIn(trace) !== undefined && changeIn(trace, 'create-user') !== undefined,
        ...GRANTED,
      ),
  },
  'every-refusal-is-denied': {
    belief: 'Whatever AWS refuses, it answers AccessDenied.',
    truth: 'AccessDenied is one code of many, and this fault has another.',
    about: ['link', 'request'],
    expects: (trace) => {
      const refusal = refusalIn(trace);
      if (!refusal || refusal.error.code.startsWith('AccessDenied')) return [];
      return refusal.error.service === 'rolesanywhere'
        ? [answering(403, 'AccessDeniedException')]
        : [answering(403, 'AccessDenied')];
    },
  },
  'denials-mean-bad-keys': {
    belief: 'Who is refused has bad credentials.',
    truth: 'The credentials are known. What is missing is the permission, or something else.',
    about: ['link', 'request'],
    expects: (trace) => {
      const refusal = refusalIn(trace);
      if (refusal?.check.evidence.kind !== 'policy') return [];
      return refusal.error.service === 's3'
        ? [answering(403, 'InvalidAccessKeyId'), stopping('s3.key-known')]
        : [answering(403, 'InvalidClientTokenId'), stopping('api.key-known')];
    },
  },
  'missing-is-not-found': {
    belief: 'S3 tells everybody that an object is missing.',
    truth: 'S3 says 404 only to signers who may list the bucket. The others read 403.',
    about: ['link'],
    expects: (trace) =>
      when(
        refusalIn(trace)?.rule === 's3.signer-allowed' &&
          Object.values(endWorld(trace).accounts).some(({ buckets }) =>
            Object.values(buckets).some(({ objects }) => Object.keys(objects).length === 0),
          ),
        answering(404, 'NoSuchKey'),
        stopping('s3.object-found'),
      ),
  },
} as const satisfies Record<string, Misconception>;
