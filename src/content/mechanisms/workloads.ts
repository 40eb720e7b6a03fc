import type { Fact } from '../calls/facts.ts';
import { FOLLOWS, cellsOf } from './cell.ts';
import type { Row } from './cell.ts';

/** The mechanisms for programs: a certificate, a token, an attached role, and the key in a file. */

const ADVICE = { source: 'iam.best-practices', basis: 'documented' } as const;

const X509: Fact = { source: 'rolesanywhere.trust-model', basis: 'documented' };
const anywhere = cellsOf(X509);

export const ROLES_ANYWHERE_ROW: Row = {
  ...X509,
  is: 'A program signs with a certificate’s private key and gets a session of a role.',
  first: 'stays',
  columns: {
    who: {
      server: anywhere.stays('It is made for programs outside AWS.', ADVICE),
      job: anywhere.stays('A build machine of your own is a program outside AWS too.', FOLLOWS),
      device: anywhere.stays('A device can use it where it can keep a private key.', FOLLOWS),
      inside: anywhere.works('It would work there. But AWS brings that code credentials.', ADVICE),
      customer: anywhere.out(
        'No certificate of yours belongs on the phone of a customer.',
        FOLLOWS,
      ),
      else: anywhere.out('It is made for programs. People sign in some other way.', ADVICE),
    },
    holds: {
      certificate: anywhere.stays('A trust anchor names the CA, and the certificate is enough.'),
      thing: anywhere.works(
        'If the certificate is from your own CA, a trust anchor can name that. It would be a second place to manage the device.',
        FOLLOWS,
      ),
      nothing: anywhere.stays('A CA gives it a certificate first: AWS Private CA or your own.', {
        source: 'rolesanywhere.getting-started',
      }),
      else: anywhere.works(
        'It takes neither a SAML response nor a token. A CA has to give it a certificate first.',
        { source: 'rolesanywhere.authentication' },
      ),
    },
    needs: {
      api: anywhere.stays('The session signs every call that the role allows.'),
      console: anywhere.works(
        'The session could open the console. But no person signs in.',
        FOLLOWS,
      ),
      else: anywhere.out('It gives credentials to programs and looks after no machine.', FOLLOWS),
    },
    says: {
      'hidden-issuer': anywhere.stays('AWS holds the CA’s certificate. It calls nobody of yours.'),
      'two-values': anywhere.out(
        'A session has a third value, the token. This software has no place for it.',
        FOLLOWS,
      ),
      'thing-name': anywhere.out('It knows names of certificates, and none of things.', FOLLOWS),
      else: anywhere.out('It knows programs by their certificates, and no people.', FOLLOWS),
    },
  },
};

const TOKEN: Fact = { source: 'sts.web-identity', basis: 'documented' };
const oidc = cellsOf(TOKEN);

export const OIDC_ROW: Row = {
  ...TOKEN,
  is: 'A program brings a token of an OIDC provider to STS and gets a session of a role.',
  first: 'stays',
  columns: {
    who: {
      job: oidc.stays('Build services and clusters give each job a token of its own.', {
        source: 'iam.oidc-roles',
      }),
      server: oidc.stays('A server fits where something it runs on gives it tokens.', FOLLOWS),
      device: oidc.works('A device fits where a provider gives it tokens.', FOLLOWS),
      inside: oidc.works('A pod of Amazon EKS can do this. Other code has a role attached.', {
        source: 'iam.oidc-roles',
        ...FOLLOWS,
      }),
      customer: oidc.works('An app could call STS itself. AWS recommends Cognito for apps.'),
      else: oidc.works('A person’s token opens a role too. AWS sends employees elsewhere.', ADVICE),
    },
    holds: {
      oidc: oidc.stays('The token is what the call takes.'),
      nothing: oidc.stays('Its platform has to give it a token first.', FOLLOWS),
      else: oidc.out('The call takes a token of an OIDC provider, and here is none.'),
    },
    needs: {
      api: oidc.stays('The session signs every call that the role allows.'),
      console: oidc.works('The session can be traded for a sign-in to the console.', {
        source: 'iam.console-federation',
      }),
      else: oidc.out('It gives credentials to programs and looks after no machine.', FOLLOWS),
    },
    says: {
      'hidden-issuer': oidc.out('STS fetches the issuer’s keys, so the issuer must be public.', {
        source: 'iam.create-oidc-provider',
      }),
      'two-values': oidc.out(
        'A session has a third value, the token. This software has no place for it.',
        FOLLOWS,
      ),
      guests: oidc.out('A guest has no token to bring.'),
      'thing-name': oidc.out('A token carries claims, and no name of a thing.', FOLLOWS),
      else: oidc.out('Each account needs a provider and roles of its own.', {
        source: 'iam.create-oidc-provider',
        ...FOLLOWS,
      }),
    },
  },
};

const ATTACHED: Fact = { source: 'iam.instance-roles', basis: 'documented' };
const attached = cellsOf(ATTACHED);

export const ATTACHED_ROW: Row = {
  ...ATTACHED,
  is: 'AWS gives the credentials of a role to what runs in its own services.',
  first: 'stays',
  columns: {
    who: {
      inside: attached.stays('AWS brings the credentials there, and renews them.'),
      job: attached.works('It fits where the job runs on EC2 or in ECS.', FOLLOWS),
      else: attached.out('AWS attaches roles only to what runs in its own services.'),
    },
    holds: { else: attached.stays('It needs no proof: AWS knows what it runs.') },
    needs: {
      managed: attached.stays('Systems Manager can look after instances through a role.', FOLLOWS),
      api: attached.stays('The session signs every call that the role allows.'),
      else: attached.out('A role of an instance is for code. No person signs in.', FOLLOWS),
    },
    says: {
      'hidden-issuer': attached.stays('It has no issuer.', FOLLOWS),
      'two-values': attached.out(
        'A session has a third value, the token. This software has no place for it.',
        FOLLOWS,
      ),
      else: attached.out('It is for code that runs in AWS, not for people or things.', FOLLOWS),
    },
  },
};

const KEY: Fact = { source: 'iam.user-cases', basis: 'documented' };
const key = cellsOf(KEY);
const LAST = 'It would work, and it never ends. AWS says: only where nothing else can.';

export const KEY_ROW: Row = {
  ...KEY,
  is: 'An IAM user’s key id and secret lie in a file and work until somebody ends them.',
  first: 'last',
  columns: {
    who: {
      customer: key.out('A key inside an app is in the hands of everybody.', ADVICE),
      inside: key.out('AWS brings that code a role’s credentials. No key is needed.', ADVICE),
      else: key.last(LAST),
    },
    holds: { else: key.last('A key asks for no proof. Who has the secret is the user.') },
    needs: {
      api: key.stays('The key signs every call that the user’s policies allow.'),
      console: key.out('A key does not sign in to the console.', FOLLOWS),
      else: key.out('Systems Manager wants a registered machine, and no key.', FOLLOWS),
    },
    says: {
      'two-values': key.stays('AWS names this case: a client that cannot use roles.'),
      'hidden-issuer': key.last('It has no issuer. It is also a secret that never ends.'),
      else: key.out('A key belongs to one user of one account.', FOLLOWS),
    },
  },
};
