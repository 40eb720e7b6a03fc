import type { Fact } from '../calls/facts.ts';
import { FOLLOWS, cellsOf } from './cell.ts';
import type { Row } from './cell.ts';

/** The mechanisms for people: of a company, of its organization, of an app. */

const ADVICE = { source: 'iam.best-practices', basis: 'documented' } as const;

const THREE_VALUES = 'A session has a third value, the token. This software has no place for it.';

const SAML: Fact = { source: 'sts.saml', basis: 'documented' };
const saml = cellsOf(SAML);

export const SAML_ROW: Row = {
  ...SAML,
  is: 'The company’s directory signs a response for a person, and STS trades it for a session.',
  first: 'stays',
  columns: {
    who: {
      person: saml.stays('Who has signed in at the directory gets a response.'),
      server: saml.stays(
        'A program can bring a response too. It needs a secret to sign in at the directory, each time.',
        FOLLOWS,
      ),
      job: saml.works('A job could sign in at a directory. Most have a token already.', FOLLOWS),
      inside: saml.out('AWS brings that code a role’s credentials. No sign-in is needed.', ADVICE),
      else: saml.out('It is in no directory of the company.', FOLLOWS),
    },
    holds: {
      saml: saml.stays('The response is what the call takes.'),
      nothing: saml.works('A directory that speaks SAML has to be there first.', FOLLOWS),
      else: saml.out('The call takes a SAML response, and here is none.'),
    },
    needs: {
      console: saml.stays('The browser posts the response to AWS and is signed in.', {
        source: 'iam.saml-assertions',
      }),
      api: saml.stays('The session signs every call that the role allows.'),
      else: saml.out('It signs people in and looks after no machine.', FOLLOWS),
    },
    says: {
      accounts: saml.works('It works, with a provider and roles in each of the accounts.', FOLLOWS),
      'hidden-issuer': saml.stays(
        'IAM holds the directory’s metadata. It fetches nothing.',
        FOLLOWS,
      ),
      guests: saml.out('A guest is in no directory.', FOLLOWS),
      'thing-name': saml.out('A directory knows people, and no things.', FOLLOWS),
      else: saml.out(THREE_VALUES, FOLLOWS),
    },
  },
};

const CENTER: Fact = { source: 'iam.best-practices', basis: 'documented' };
const center = cellsOf(CENTER);

export const CENTER_ROW: Row = {
  ...CENTER,
  is: 'People of an organization sign in once and get roles in its accounts.',
  first: 'stays',
  columns: {
    who: {
      person: center.stays('AWS recommends it for people.'),
      else: center.out('It signs people in. This is no person of the organization.'),
    },
    holds: {
      saml: center.stays('The directory becomes its source of people.', FOLLOWS),
      nothing: center.stays('It can keep a directory of its own.', FOLLOWS),
      else: center.out('People come from its directory, Active Directory or SAML.', FOLLOWS),
    },
    needs: {
      console: center.stays('Its portal opens the console of each account.', {
        source: 'sso.session-duration',
      }),
      api: center.stays('After the sign-in, the CLI fetches credentials of a role.', {
        source: 'sso.role-credentials',
      }),
      else: center.out('It signs people in and looks after no machine.', FOLLOWS),
    },
    says: {
      accounts: center.stays('Access is assigned in one place, for all accounts.'),
      'hidden-issuer': center.stays('The browser carries what the directory says.', FOLLOWS),
      'two-values': center.out(THREE_VALUES, FOLLOWS),
      else: center.out('It knows people who sign in: neither guests nor things.', FOLLOWS),
    },
  },
};

const POOL: Fact = { source: 'cognito.flows', basis: 'documented' };
const pool = cellsOf(POOL);

export const COGNITO_ROW: Row = {
  ...POOL,
  is: 'Users of an app trade the token of their sign-in for a role’s credentials.',
  first: 'stays',
  columns: {
    who: {
      customer: pool.stays('It is made for the users of apps.'),
      device: pool.works('A device could come as a guest, or with a token.', FOLLOWS),
      person: pool.out('For employees AWS recommends Identity Center.', ADVICE),
      else: pool.out('It is made for users of apps, not for programs of one’s own.', FOLLOWS),
    },
    holds: {
      oidc: pool.stays('It takes tokens of user pools and of other providers.'),
      saml: pool.stays('It takes SAML responses of a provider, too.', FOLLOWS),
      nothing: pool.stays('It can let guests in.', { source: 'cognito.roles' }),
      else: pool.out('It takes no certificates.', FOLLOWS),
    },
    needs: {
      api: pool.stays('The app signs its calls with the credentials.'),
      console: pool.out('Users of an app have no business in the console.', FOLLOWS),
      else: pool.out('It gives credentials to apps and looks after no machine.', FOLLOWS),
    },
    says: {
      guests: pool.stays('Guests have a role of their own in an identity pool.', {
        source: 'cognito.roles',
      }),
      'hidden-issuer': pool.out('The issuer’s keys must be public, as for STS.', FOLLOWS),
      'two-values': pool.out(THREE_VALUES, FOLLOWS),
      else: pool.out('It knows users of one app: neither accounts nor things.', FOLLOWS),
    },
  },
};
