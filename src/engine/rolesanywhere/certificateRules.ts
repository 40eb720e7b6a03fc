import { actField } from '../credentials.ts';
import type { PathEvidence } from '../evidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { END_ENTITY_RULES } from '../x509/endEntityRules.ts';
import { judgeCertificates } from '../x509/judgeCertificates.ts';
import { judgePaths } from '../x509/judgePaths.ts';
import type { JudgedPaths } from '../x509/judgePaths.ts';
import type { PathQuestion } from '../x509/paths.ts';
import { anchorIn, anchorOf, chainOf, denied, leafOf } from './context.ts';
import type { Asked, SessionContext } from './context.ts';
import { crlsOf, findCertificate, findList } from './find.ts';

/** Roles Anywhere's checks of the certificate: by itself, against the trust anchor, against revocation lists (roles-anywhere.md 2). */

const INSUFFICIENT = 'Untrusted certificate. Insufficient certificate';

/** What AWS asks of an end-entity certificate (User Guide, trust model). The subject has a rule of its own: its error is another. */
export const certificateSufficient: Rule<SessionContext, 'rolesanywhere.certificate-sufficient'> = {
  id: 'rolesanywhere.certificate-sufficient',
  test: (context) => {
    const certificate = leafOf(context);
    const judgement = judgeCertificates(END_ENTITY_RULES, certificate);
    const { refusal } = judgement;
    return finding(
      {
        kind: 'certificate',
        certificate,
        judgement,
        paths: [`certificate:${certificate.id}/extensions`],
      },
      // Seen where digitalSignature was missing (roles-anywhere.md 5.1, row 2).
      refusal &&
        denied(INSUFFICIENT, refusal.rule === 'leaf.digital-signature' ? 'observed' : 'modelled'),
    );
  },
};

/** Both ends belong to the validity (RFC 5280, 4.1.2.5). What AWS answers outside it was not found. */
export const certificateCurrent: Rule<SessionContext, 'rolesanywhere.certificate-current'> = {
  id: 'rolesanywhere.certificate-current',
  test: (context) => {
    const { id, notBefore: from, notAfter: until } = leafOf(context);
    const at = context.world.now;
    return finding(
      { kind: 'window', at, from, until, paths: [`certificate:${id}/validity`, 'clock'] },
      at < from || at > until ? denied(INSUFFICIENT, 'modelled') : undefined,
    );
  },
};

const NO_ANCHOR = "Specified Trust Anchor wasn't found.";

export const anchorFound: Rule<SessionContext, 'rolesanywhere.anchor-found'> = {
  id: 'rolesanywhere.anchor-found',
  test: (context) => {
    const { trustAnchorArn } = context.act;
    const isFound = anchorIn(context) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [trustAnchorArn],
        missing: isFound ? [] : [trustAnchorArn],
        paths: [actField(context.act, 'trustAnchorArn'), actField(context.act, 'region')],
      },
      isFound ? undefined : denied(NO_ANCHOR, 'observed'),
    );
  },
};

/** With a disabled anchor requests are unauthorized (DisableTrustAnchor); the words are those for one that is not there. */
export const anchorEnabled: Rule<SessionContext, 'rolesanywhere.anchor-enabled'> = {
  id: 'rolesanywhere.anchor-enabled',
  test: (context) => {
    const { arn, name, enabled } = anchorOf(context);
    return finding(
      {
        kind: 'equality',
        what: name,
        expected: 'enabled',
        actual: enabled ? 'enabled' : 'disabled',
        paths: [`trust-anchor:${arn}/enabled`],
      },
      enabled ? undefined : denied(NO_ANCHOR, 'modelled'),
    );
  },
};

/** What the paths from the caller's certificate to the trust anchor are judged by; lists that are not enabled say nothing. */
export function questionOf(asked: Asked): PathQuestion {
  const { world } = asked;
  const anchor = anchorIn(asked);
  return {
    leaf: leafOf(asked),
    sent: chainOf(asked),
    anchors: (anchor?.source.certificates ?? []).flatMap((id) => findCertificate(world, id) ?? []),
    lists: (anchor ? crlsOf(world, anchor) : [])
      .filter(({ enabled }) => enabled)
      .flatMap(({ list }) => findList(world, list) ?? []),
    verified: world.x509?.verified ?? [],
    at: world.now,
  };
}

const evidenceOf = (
  { leaf, sent, anchors }: PathQuestion,
  judged: JudgedPaths,
  paths: PathEvidence['paths'],
): PathEvidence => ({ kind: 'path', certificates: [leaf, ...sent, ...anchors], judged, paths });

/** RFC 5280's path validation; that AWS applies each part of it is not confirmed (roles-anywhere.md 2.3). */
export const pathTrusted: Rule<SessionContext, 'rolesanywhere.path-trusted'> = {
  id: 'rolesanywhere.path-trusted',
  test: (context) => {
    const question = questionOf(context);
    const judged = judgePaths(question, 'off');
    return finding(
      evidenceOf(question, judged, [
        actField(context.act, 'certificate'),
        actField(context.act, 'chain'),
        `trust-anchor:${context.act.trustAnchorArn}/source`,
      ]),
      judged.isTrusted ? undefined : denied('Untrusted signing certificate', 'observed'),
    );
  },
};

/**
 * No OCSP and no distribution point: only lists that were imported and enabled count (User Guide, revocation). That a list
 * still counts after its nextUpdate, and for intermediates too, is modelled.
 */
export const notRevoked: Rule<SessionContext, 'rolesanywhere.not-revoked'> = {
  id: 'rolesanywhere.not-revoked',
  test: (context) => {
    const question = questionOf(context);
    const judged = judgePaths(question, 'imported');
    const crls = crlsOf(context.world, anchorOf(context));
    return finding(
      evidenceOf(
        question,
        judged,
        crls.map(({ arn }) => `crl:${arn}/enabled` as const),
      ),
      judged.isTrusted ? undefined : denied('Certificate revoked', 'observed'),
    );
  },
};
