import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './compareName.ts';
import { extensionOf } from './extension.ts';

/**
 * Certificate policies, with any policy acceptable to the user (RFC 5280, 6.1). All that then matters is whether the
 * tree of valid policies becomes empty while a CA insists on one, so its deepest level stands for the whole tree.
 */

const ANY = '2.5.29.32.0';

interface State {
  /** The policies that the next certificate may name; `ANY` stands for all. */
  readonly valid: ReadonlySet<string>;
  /** Certificates that may still follow until a policy is insisted on, mapping ends, or `ANY` counts no more. */
  readonly explicit: number;
  readonly mapping: number;
  readonly any: number;
}

const lower = (current: number, asked: number | undefined): number =>
  asked === undefined ? current : Math.min(current, asked);

/** The policies that are still valid after a certificate that names some (RFC 5280, 6.1.3 d, e). */
function named(state: State, certificate: Certificate, isLast: boolean): ReadonlySet<string> {
  const own = extensionOf(certificate, 'certificatePolicies')?.policies.map(({ oid }) => oid) ?? [];
  const valid = own.filter((oid) => oid !== ANY && (state.valid.has(oid) || state.valid.has(ANY)));
  const isAnyMeant = state.any > 0 || (!isLast && isSelfIssued(certificate));
  return new Set([...valid, ...(own.includes(ANY) && isAnyMeant ? state.valid : [])]);
}

/** The policies after a CA said which of its own stand for which of the subject's (RFC 5280, 6.1.4 b). */
function mapped(valid: ReadonlySet<string>, certificate: Certificate, isAllowed: boolean) {
  const mappings = extensionOf(certificate, 'policyMappings')?.mappings ?? [];
  const sources = new Set(mappings.map(({ issuer }) => issuer));
  const kept = [...valid].filter((oid) => !sources.has(oid));
  const targets = mappings
    .filter(({ issuer }) => isAllowed && (valid.has(issuer) || valid.has(ANY)))
    .map(({ subject }) => subject);
  return new Set([...kept, ...targets]);
}

/** The state that the next certificate meets (RFC 5280, 6.1.4). */
function prepared(state: State, certificate: Certificate): State {
  const valid = mapped(state.valid, certificate, state.mapping > 0);
  const step = isSelfIssued(certificate) ? 0 : 1;
  const down = (count: number): number => Math.max(0, count - step);
  const constraints = extensionOf(certificate, 'policyConstraints');
  const skip = extensionOf(certificate, 'inhibitAnyPolicy')?.skipCertificates;
  return {
    valid,
    explicit: lower(down(state.explicit), constraints?.requireExplicitPolicy),
    mapping: lower(down(state.mapping), constraints?.inhibitPolicyMapping),
    any: lower(down(state.any), skip),
  };
}

/** Whether a mapping names `anyPolicy`, which nobody may map (RFC 5280, 6.1.4 a). */
const mapsAny = (certificate: Certificate): boolean =>
  (extensionOf(certificate, 'policyMappings')?.mappings ?? []).some(
    ({ issuer, subject }) => issuer === ANY || subject === ANY,
  );

/** The certificate at which no policy is left although one is insisted on; undefined where none is. `path` is leaf first, anchor last. */
export function policyRefusal(path: readonly Certificate[]): Certificate | undefined {
  const subjects = path.slice(0, Math.max(1, path.length - 1)).toReversed();
  const open = subjects.length + 1;
  let state: State = { valid: new Set([ANY]), explicit: open, mapping: open, any: open };
  for (const [index, certificate] of subjects.entries()) {
    const isLast = index === subjects.length - 1;
    state = { ...state, valid: named(state, certificate, isLast) };
    if (state.explicit === 0 && state.valid.size === 0) return certificate;
    if (mapsAny(certificate) && !isLast) return certificate;
    if (!isLast) state = prepared(state, certificate);
    else if (insistsAtTheEnd(state, certificate)) return certificate;
  }
  return undefined;
}

/** RFC 5280, 6.1.5 a, b, g. */
function insistsAtTheEnd({ explicit, valid }: State, certificate: Certificate): boolean {
  const own = extensionOf(certificate, 'policyConstraints')?.requireExplicitPolicy;
  return (explicit <= 1 || own === 0) && valid.size === 0;
}
