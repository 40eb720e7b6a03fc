import type { Basis } from '#engine/basis.ts';

import type { SourceId } from '../sources.ts';
import type { Call, OtherCall } from './callIds.ts';
import type { Origin, Target } from './choices.ts';

/** What no run of the engine can tell about the calls: what each is for, in words, and where that is written. */

export interface Fact {
  readonly source: SourceId;
  readonly basis: Basis;
}

export interface CallFacts extends Fact {
  /** What the caller gets, after "It gives": `a session of a role`. */
  readonly gives: string;
  /** How it serves each purpose it can serve. */
  readonly serves: Partial<Readonly<Record<Target, string>>>;
  /** What the caller shows beside or instead of credentials, after "It takes"; absent where credentials are all. */
  readonly shows?: string;
}

const documented = 'documented';

const ROLE_TARGETS = {
  'other-account': 'The role stands in the other account, and its trust policy lets the caller in.',
  'same-account': 'The role stands in the caller’s own account; it too must trust the caller.',
} as const;

export const CALL_FACTS: Readonly<Record<Call, CallFacts>> = {
  AssumeRole: {
    gives: 'a session of a role, to a caller that signs with AWS credentials',
    serves: {
      ...ROLE_TARGETS,
      console:
        'The session is traded for a sign-in token at the federation endpoint, and that opens the console.',
      outsider:
        'A broker assumes a role and hands the session over; a session policy cuts it down for the guest.',
    },
    source: 'sts.assume-role',
    basis: documented,
  },
  AssumeRoleWithSAML: {
    gives: 'a session of a role, to whoever brings a SAML response',
    shows: 'a SAML response',
    serves: {
      ...ROLE_TARGETS,
      console: 'The sign-in page of AWS makes this call with the response that the browser posts.',
      outsider: 'Whoever signs in at the corporate directory gets in without an IAM user.',
    },
    source: 'sts.saml',
    basis: documented,
  },
  AssumeRoleWithWebIdentity: {
    gives: 'a session of a role, to whoever brings a web identity token',
    shows: 'a token of an OIDC provider',
    serves: {
      ...ROLE_TARGETS,
      console: 'The session is traded for a sign-in token at the federation endpoint.',
      outsider: 'Whoever has a token of the provider gets in without an IAM user.',
    },
    source: 'sts.web-identity',
    basis: documented,
  },
  GetSessionToken: {
    gives: 'a session of the very identity that asks',
    serves: {
      'own-identity':
        'The session is the same user with the same permissions; with a code it carries the proof of MFA.',
    },
    source: 'sts.get-session-token',
    basis: documented,
  },
  GetFederationToken: {
    gives: 'a session for a guest, within the permissions of the user who asks',
    serves: {
      console: 'The guest’s session is traded for a sign-in token at the federation endpoint.',
      outsider:
        'A broker with long-term keys names the guest and passes a session policy; no role is needed.',
    },
    source: 'sts.get-federation-token',
    basis: documented,
  },
  AssumeRoot: {
    gives: 'fifteen minutes as the root user of a member account, for one of five tasks',
    serves: {
      'root-task':
        'Centralized root access is on, and the task is one of the five that AWS allows.',
    },
    source: 'sts.root',
    basis: documented,
  },
  GetWebIdentityToken: {
    gives: 'a signed token that says who the caller is, for services outside AWS',
    serves: {
      outward: 'The outside service checks the token against the issuer of the account.',
    },
    source: 'sts.web-token',
    basis: documented,
  },
  GetDelegatedAccessToken: {
    gives: 'a session within what a customer has delegated to an AWS partner',
    shows: 'the trade-in token that a customer sent',
    serves: {
      delegation: 'The customer has accepted the request, and its token is traded in here.',
    },
    source: 'sts.delegated',
    basis: documented,
  },
  GetCallerIdentity: {
    gives: 'the account, the ARN and the id of whoever signed',
    serves: { 'who-am-i': 'It needs no permission, and no policy can deny it.' },
    source: 'sts.caller-identity',
    basis: documented,
  },
  GetAccessKeyInfo: {
    gives: 'the account that an access key id belongs to',
    serves: {
      'key-owner': 'It works for keys of other accounts too, and it tells nothing but the account.',
    },
    source: 'sts.key-info',
    basis: documented,
  },
  DecodeAuthorizationMessage: {
    gives: 'the text of an encoded message from a refusal',
    serves: {
      'why-refused': 'Only some services put such a message into a refusal; EC2 is the usual one.',
    },
    source: 'sts.decode',
    basis: documented,
  },
  CreateSession: {
    gives: 'a session of a role, to whoever proves a private key and its certificate',
    shows: 'a certificate of an authority that a trust anchor names',
    serves: {
      'same-account':
        'The server signs with its certificate’s key; IAM Roles Anywhere assumes the role for it.',
      outsider:
        'A server outside AWS gets in with its certificate, and no long-term key is copied to it.',
    },
    source: 'rolesanywhere.create-session',
    basis: documented,
  },
  GetRoleCredentials: {
    gives:
      'a session of a permission set’s role, to people who are signed in to IAM Identity Center',
    shows: 'a bearer token from the sign-in to IAM Identity Center',
    serves: {
      'other-account': 'The permission set was assigned in that account, so its role stands there.',
      'same-account': 'The permission set was assigned in this account, so its role stands here.',
      console: 'The access portal opens the console of every account assigned to the person.',
      outsider: 'A person of the company’s directory gets in without an IAM user.',
    },
    source: 'sso.role-credentials',
    basis: documented,
  },
};

/** What is wanted, after "wanted here is". */
export const WANTED: Readonly<Record<Target, string>> = {
  'other-account': 'a role in another account',
  'same-account': 'a role in the caller’s own account',
  'own-identity': 'the caller’s own identity, as a session',
  console: 'a console session',
  outsider: 'access for somebody whom AWS does not know',
  'root-task': 'a task that only a root user can do',
  outward: 'a proof of identity for a service outside AWS',
  delegation: 'work in the account of a customer who has delegated it',
  'who-am-i': 'the identity behind some credentials',
  'key-owner': 'the account behind an access key id',
  'why-refused': 'the reason behind a refusal',
};

/** Who must come for the two calls that the engine does not play. */
export const OTHER_FROM: Readonly<Record<OtherCall, Origin>> = {
  CreateSession: 'on-premises',
  GetRoleCredentials: 'workforce',
};

/** How long the sessions of the two calls last, in seconds. */
export const OTHER_LENGTHS: Readonly<
  Record<
    OtherCall,
    { readonly least: number; readonly initial: number; readonly most: number } & Fact
  >
> = {
  CreateSession: {
    least: 900,
    initial: 3600,
    most: 43_200,
    source: 'rolesanywhere.create-session',
    basis: documented,
  },
  // Remembered, not read (sts.md 9).
  GetRoleCredentials: {
    least: 3600,
    initial: 3600,
    most: 43_200,
    source: 'sso.role-credentials',
    basis: 'modelled',
  },
};
