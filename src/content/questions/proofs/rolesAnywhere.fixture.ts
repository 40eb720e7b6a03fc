import type { Trace } from '#engine/trace.ts';

import { statement, stepIn } from '../places/place.ts';
import { ending } from '../claim.ts';
import { endWorld } from '../runFacts.ts';
import { lastGives, lastSession } from './proof.fixture.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('rolesanywhere');

/** The session of Roles Anywhere that an act gave. */
function sessionOf(trace: Trace, act: string) {
  const owner = lastSession(trace, act)?.owner;
  return owner?.kind === 'role-session' ? owner : undefined;
}

const units = (trace: Trace): string =>
  `${sessionOf(trace, 'create-session')?.tags['x509Subject/OU']}`;

export const ROLES_ANYWHERE_PROOFS: Proofs = {
  'three-actions-of-trust': {
    kind: 'each',
    wants: 'refused',
    right: {
      assume: at('three-actions', 'create-session.assume-role-allowed', {
        allows: 'own',
        trust: statement({
          Effect: 'Allow',
          Principal: { Service: 'rolesanywhere.amazonaws.com' },
          Action: ['sts:TagSession', 'sts:SetSourceIdentity'],
        }),
      }),
      tag: at('three-actions', 'create-session.tag-session-allowed', { allows: 'named' }),
      'source-identity': at('three-actions', 'create-session.source-identity-allowed', {
        allows: 'tagged',
      }),
    },
  },
  'inside-create-session': {
    kind: 'order',
    rows: {
      sign: 'create-session.request',
      verify: 'create-session.signature-matches',
      path: 'create-session.path-trusted',
      assume: 'create-session.assume-role-allowed',
      return: 'create-session.answer',
    },
  },
  'one-profile-two-roles': {
    kind: 'each',
    wants: 'granted',
    right: {
      eule: at('lost-mapping', 'create-session.assume-role-allowed', {
        mapped: 'all',
        tested: 'equals',
        place: 'trust',
        machine: 'batch',
      }),
    },
  },
  // What is left open where a condition is missing: then the machine that must not get in does.
  'narrow-the-role': {
    kind: 'each',
    wants: 'granted',
    right: {
      'source-arn': at('any-certificate', 'open-other.assume-role-allowed', {
        tests: 'subject',
        other: 'namesake',
      }),
      subject: at('any-certificate', 'open-other.assume-role-allowed', { tests: 'anchor' }),
    },
  },
  'mapping-taken-away': {
    kind: 'runs',
    runs: [
      [
        at('lost-mapping', 'create-session.answer', {
          mapped: 'name',
          tested: 'equals',
          place: 'trust',
          machine: 'batch',
        }),
        'create-session',
      ],
      [
        at('lost-mapping', 'create-session.answer', {
          mapped: 'name',
          tested: 'not',
          place: 'trust',
          machine: 'batch',
        }),
        'create-session',
      ],
    ],
    claims: { neither: 'rr', bridge: 'gr', deck: 'rg', both: 'gg' },
  },
  'two-units-in-one-tag': {
    kind: 'run',
    reads: (trace) => {
      const all = units(trace);
      const parts = all.split('/');
      if (parts.length < 2) return undefined;
      const subject = endWorld(trace).x509?.certificates.find(({ subject: name }) =>
        JSON.stringify(name).includes(parts[0] ?? '?'),
      );
      const order = JSON.stringify(subject?.subject ?? '');
      const isInOrder = parts.every(
        (part, index) => index === 0 || order.indexOf(parts[index - 1] ?? '') < order.indexOf(part),
      );
      return isInOrder ? 'all in order' : 'all reversed';
    },
    claims: {
      first: 'the first',
      'in-order': 'all in order',
      last: 'the last',
      reversed: 'all reversed',
    },
  },
  'a-session-name-of-choice': {
    kind: 'run',
    reads: (trace) => sessionOf(trace, 'create-session')?.sessionName ?? 'gives-nothing',
    claims: {
      takes: 'menu-screen-2',
      'common-name': 'menu-screen-2.canteen.sim.example',
      serial: '00aa',
      'no-session': 'gives-nothing',
    },
  },
  'revoked-at-the-ca': {
    kind: 'each',
    wants: 'refused',
    right: { 'enabled-list': at('late-list', 'renew.not-revoked', { last: 'renew' }) },
  },
  'listed-while-at-work': {
    kind: 'runs',
    runs: [
      [at('late-list', 'read.answer', { listed: 'imported' }), 'read'],
      [at('late-list', 'renew.answer', { listed: 'imported', last: 'renew' }), 'renew'],
    ],
    claims: { neither: 'rr', 'old-session': 'gr', 'new-session': 'rg', both: 'gg' },
  },
  'anchor-switched-off': {
    kind: 'runs',
    runs: [
      [at('thief-again', 'read-old.answer', { last: 'old' }), 'read-old'],
      [at('switched-off', 'renew.answer', { last: 'renew' }), 'renew'],
    ],
    claims: { nobody: 'rr', 'a-alone': 'gr', 'b-alone': 'rg', both: 'gg' },
  },
  'certificate-ends-first': {
    kind: 'run',
    reads: (trace) => {
      const step = trace.steps.find(({ id }) => id === 'renew.certificate-current');
      const evidence = step?.row === 'check' ? step.check.evidence : undefined;
      return evidence?.kind === 'window' && evidence.until !== undefined
        ? ending(evidence.until)
        : undefined;
    },
    claims: {
      'certificate-end': 'ends-20260119T120000Z',
      least: 'ends-20260119T121000Z',
      'session-end': 'ends-20260119T235500Z',
      renewed: 'ends-20260120T115500Z',
    },
  },
  'certificates-refused': {
    kind: 'each',
    wants: 'refused',
    right: {
      'no-subject': at('leaf-on-trial', 'create-session.subject-named', { made: 'nameless' }),
      'no-usage': at('leaf-on-trial', 'create-session.certificate-sufficient'),
      sha1: at('leaf-on-trial', 'create-session.certificate-sufficient', { made: 'hash' }),
    },
  },
  'stops-new-sessions': {
    kind: 'each',
    wants: 'refused',
    right: {
      profile: at('switched-off', 'renew.profile-enabled', { switched: 'profile', last: 'renew' }),
      crl: at('late-list', 'renew.not-revoked', { last: 'renew' }),
      trust: at('switched-off', 'renew.assume-role-allowed', { switched: 'trust', last: 'renew' }),
    },
  },
  'two-regions-in-two-arns': {
    kind: 'each',
    wants: 'granted',
    right: { profile: at('two-regions', 'create-session.profile-found', { profile: 'central' }) },
  },
  'profile-request-role': {
    kind: 'run',
    about: 'create-session',
    reads: lastGives,
    claims: {
      nothing: 'gives-nothing',
      two: 'gives-18000',
      four: 'gives-36000',
      eight: 'gives-43200',
    },
  },
  'profile-and-request': {
    kind: 'run',
    reads: lastGives,
    claims: {
      four: 'gives-14400',
      six: 'gives-18000',
      twelve: 'gives-43200',
      'no-session': 'gives-nothing',
    },
  },
  'why-not-a-key-file': {
    kind: 'each',
    wants: 'granted',
    right: {
      'key-tuesday': at('stolen-disk', 'open-again.answer', { tries: '20260116T090000Z' }),
      'session-monday': at('stolen-disk', 'write-old.answer', {
        last: 'old',
        tries: '20260115T124000Z',
      }),
    },
  },
};
