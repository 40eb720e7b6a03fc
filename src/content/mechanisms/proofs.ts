import type { Fact } from '../calls/facts.ts';
import type { CompareCell } from './compareCell.ts';
import type { Way } from './ways.ts';

/** What no run can tell about the four ways: what each proof is, where the next comes from, and what ends it. */

interface Proof {
  readonly proof: CompareCell;
  readonly disk: CompareCell;
  readonly next: CompareCell;
  readonly door: CompareCell;
  readonly room: CompareCell;
  /** What AWS does not say of a second use of the proof. */
  readonly twice?: CompareCell & { readonly says: string };
  /** What else the disk may be worth. */
  readonly also?: CompareCell & { readonly says: string };
}

const written = (source: Fact['source'], says: string) => ({
  says,
  fact: { source, basis: 'documented' } as const,
});

/** What follows from what is written. */
const follows = (source: Fact['source'], says: string) => ({
  says,
  fact: { source, basis: 'modelled' } as const,
});

const REVOKE = written(
  'iam.revoke-sessions',
  'A denial of the role’s older sessions. It meets every session of the role.',
);

export const PROOFS: Readonly<Record<Way, Proof>> = {
  key: {
    proof: written(
      'iam.create-signature',
      'The secret key signs every request. AWS holds the same secret.',
    ),
    disk: written('iam.user-cases', 'A key id and its secret. They have no end.'),
    next: written('iam.user-cases', 'There is none. The key stays until somebody changes it.'),
    door: written('iam.temporary-control', 'The key is deactivated.'),
    room: written(
      'iam.temporary-control',
      'The user is denied everything. Sessions of GetSessionToken are the user’s own.',
    ),
  },
  certificate: {
    proof: written(
      'rolesanywhere.sign-process',
      'The private key signs one dated request. AWS never has the key.',
    ),
    disk: written('rolesanywhere.helper', 'A private key, and the certificate that belongs to it.'),
    next: written(
      'rolesanywhere.create-session',
      'From the same private key, until the certificate ends. Then the company’s CA issues the next.',
    ),
    door: written('rolesanywhere.import-crl', 'The CA’s revocation list is imported and enabled.'),
    room: REVOKE,
  },
  saml: {
    proof: written(
      'sts.saml',
      'The directory’s signature under the response. The call is unsigned.',
    ),
    disk: follows(
      'sts.saml',
      'The response of noon. Most likely also what the server signs in with at the directory.',
    ),
    next: follows(
      'sts.saml',
      'From a new sign-in at the directory. A server without a person needs a stored secret for that.',
    ),
    door: follows('sts.saml', 'The trust policy denies this subject. The directory locks it too.'),
    room: REVOKE,
    twice: follows(
      'sts.saml',
      'AWS does not say whether one response may be brought twice. Here it may.',
    ),
    also: follows(
      'sts.saml',
      'If a secret for the directory lies beside it, that brings new ones until it is changed.',
    ),
  },
  oidc: {
    proof: written(
      'sts.web-identity',
      'The provider’s signature under the token. The call is unsigned.',
    ),
    disk: follows('sts.web-identity', 'The token of noon.'),
    next: follows(
      'iam.oidc-roles',
      'From what runs the job: a cluster or a build service. A plain server has nobody who hands it one.',
    ),
    door: follows('iam.oidc-roles', 'The trust policy denies this subject.'),
    room: REVOKE,
  },
};

/** The question of the page, answered. Each sentence can be seen in the rows. */
export const REFLECTION: readonly (CompareCell & { readonly title: string })[] = [
  {
    title: 'Why it solves the problem on premises',
    ...written(
      'rolesanywhere.trust-model',
      'A server of your own runs outside AWS, so no role can be attached to it. People copy an access key to it, and that key never ends. Roles Anywhere takes the certificate that the server has from the company’s CA. What comes back ends by itself, and AWS keeps no secret of the server.',
    ),
  },
  {
    title: 'How it differs from SAML and OIDC',
    ...written(
      'rolesanywhere.authentication',
      'There, an identity provider must speak for the caller each time. Its response or token dies within minutes or hours. Here the server proves itself with its own key, and nobody else has to be running.',
    ),
  },
  {
    title: 'Its honest limit',
    ...written(
      'rolesanywhere.trust-model',
      'The private key is a long-term secret too. Whoever takes it has what the certificate gives, until the certificate ends or an imported list names it. Keep it where it cannot be copied, such as a TPM, and let certificates live for days.',
    ),
  },
];
