import { AWAY, FEDERATED, HOME, OIDC, ROLE, SAML, SERVICE, SESSION, USER } from './names.mjs';
import {
  eachName,
  everyCondition,
  everyDocument,
  everyDocumentByType,
  everyText,
  inStatements,
  listed,
  onResource,
} from './rewrite.mjs';

/** @typedef {import('../../src/engine/policy/document.ts').PrincipalElement} PrincipalElement */
/** @typedef {import('../../src/engine/policy/document.ts').Statement} Statement */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {ReadonlyMap<string, string | readonly string[]>} Keys the condition keys of a request, in lower case */

/**
 * Where the peer is known to differ from what AWS documents. A class explains a difference only if its rewritten case,
 * which by AWS's documents means the same, brings the peer to our verdict and leaves ours as it was.
 * @typedef {object} Difference
 * @property {string} name
 * @property {string} because what AWS says, and where
 * @property {(simulated: Case, keys: Keys) => Case} rewrite
 */

const NOBODY = `arn:aws:iam::${AWAY}:root`;

/** @type {Statement} */
const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };

/** All that names each kind of caller, from the account down. @type {Readonly<Record<import('./cases.mjs').Kind, readonly string[]>>} */
const NAMED = {
  root: ['account'],
  user: ['account', USER],
  'user-session': ['account', USER],
  'role-session': ['account', ROLE, SESSION],
  'federated-user': ['account', FEDERATED],
  'saml-identity': [SAML],
  'web-identity': [OIDC],
  service: [SERVICE],
  anonymous: [],
};

/** The names in a Principal element, both ways to write our account made one. @param {PrincipalElement} element */
const namesIn = (element) =>
  (element === '*' ? ['*'] : Object.values(element).flatMap((names) => listed(names))).map((name) =>
    name === HOME || name === `arn:aws:iam::${HOME}:root` ? 'account' : name,
  );

/** @param {Case} simulated @param {PrincipalElement} element */
const isSpared = ({ kind, boundary }, element) => {
  if (boundary && /^(?:user|role|federated)/.test(kind)) return false;
  const names = namesIn(element);
  if (names.includes('*')) return true;
  return NAMED[kind].length > 0 && NAMED[kind].every((name) => names.includes(name));
};

/** The variables without default in a text that have no value in a request. @param {string} text @param {Keys} keys */
const isUnresolved = (text, keys) =>
  [...text.matchAll(/\$\{([^}',]+)\}/g)].some(
    ([, key = '']) => !'*?$'.includes(key) && typeof keys.get(key.toLowerCase()) !== 'string',
  );

/** @param {string} key @param {Keys} keys */
const isMissing = (key, keys) => listed(keys.get(key.toLowerCase()) ?? []).length === 0;

const COVERED = /^(?:s3|sts|sqs|kms|secretsmanager):/;

/** @type {readonly Difference[]} */
export const DIFFERENCES = [
  {
    name: 'IPv4 ranges of length 0',
    because: '0.0.0.0/0 holds every IPv4 address (RFC 4632); the peer never matches it',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ values }) =>
        values.flatMap((value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value])),
      ),
  },
  {
    name: 'bare IP addresses',
    because:
      'an address without a length is a range of one (IAM User Guide, IP address operators); the peer compares its spelling',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ operator, values }) =>
        operator.includes('IpAddress')
          ? values.map((value) => {
              const text = String(value);
              if (/^[\d.]+$/.test(text)) return `${text}/32`;
              return /^[\da-f:]+$/i.test(text) ? `${text}/128` : value;
            })
          : values,
      ),
  },
  {
    name: 'variables before Version 2012-10-17',
    because: 'they are literal text (IAM User Guide, Version); the peer expands them',
    rewrite: (simulated) =>
      everyDocument(simulated, (document) =>
        document.Version === '2012-10-17'
          ? document
          : {
              ...everyText(document, (text) => text.replaceAll('${', '${$}{')),
              Version: '2012-10-17',
            },
      ),
  },
  {
    name: 'negated operators and variables without a value',
    because:
      'a negated comparison with such a variable is true (IAM User Guide, policy variables with no value); the peer calls it false',
    rewrite: (simulated, keys) =>
      everyCondition(simulated, ({ operator, values, version }) =>
        /Not(?:Equals|Like)/.test(operator) && version === '2012-10-17'
          ? values.filter((value) => !isUnresolved(String(value), keys))
          : values,
      ),
  },
  {
    name: 'NotResource and variables without a value',
    because:
      'such a variable matches no resource (IAM User Guide, policy variables with no value), so NotResource leaves it out; the peer lets the statement fail (modelled: AWS says it of Resource only)',
    rewrite: (simulated, keys) =>
      everyDocument(simulated, (document) =>
        document.Version === '2012-10-17'
          ? inStatements(({ NotResource, ...rest }) => {
              if (NotResource === undefined) return [rest];
              const kept = listed(NotResource).filter((value) => !isUnresolved(value, keys));
              return [
                kept.length > 0 ? { ...rest, NotResource: kept } : { ...rest, Resource: '*' },
              ];
            })(document)
          : document,
      ),
  },
  {
    name: 'NotResource and ARNs that leave parts out',
    because:
      'NotResource matches everything not listed (IAM User Guide, NotResource); the peer lets the statement fail when such an ARN does not cover the resource (modelled: AWS does not say how they are read)',
    rewrite: (simulated) => {
      /** @type {(expands: (value: string) => boolean) => import('./rewrite.mjs').Rewrite} */
      const completed = (expands) =>
        inStatements(({ NotResource, ...rest }) => {
          if (NotResource === undefined) return [rest];
          const kept = listed(NotResource).flatMap((value) => {
            const missing = 6 - value.split(':').length;
            if (value === '*' || missing <= 0) return [value];
            return expands(value) ? [value + ':*'.repeat(missing)] : [];
          });
          return [kept.length > 0 ? { ...rest, NotResource: kept } : { ...rest, Resource: '*' }];
        });
      return everyDocumentByType(simulated, {
        identity: completed(() => true),
        resource: completed((value) => value.endsWith('*')),
        serviceControl: completed((value) => value.endsWith('*')),
        resourceControl: completed(() => false),
      });
    },
  },
  {
    name: 'negated operators and ARNs of five parts',
    because:
      'what is no ARN compares with nothing (modelled: AWS does not say); the peer finds it different',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ operator, values }) =>
        operator.includes('ArnNot')
          ? values.map((value) => (value === 'arn:aws:sns:*:topic' ? 'arn:*:*:*:*:*' : value))
          : values,
      ),
  },
  {
    name: 'a wildcard for the service of a resource',
    because: 'none works in that part of an ARN (IAM User Guide, Resource); the peer takes it',
    rewrite: (simulated) =>
      everyDocument(simulated, (document) =>
        everyText(document, (text) => text.replace(/^arn:aws:s\*:/, 'arn:aws:nowhere:')),
      ),
  },
  {
    name: 'keys with an empty list',
    because:
      'an empty list is no value, so the key is missing (IAM User Guide, multivalued keys); the peer finds it there',
    rewrite: (simulated) => ({
      ...simulated,
      context: Object.fromEntries(
        Object.entries(simulated.context).filter(([, value]) => value.length > 0),
      ),
    }),
  },
  {
    name: 'ForAnyValue with IfExists',
    because:
      'IfExists makes a missing key true under every operator but Null (IAM User Guide, IfExists); the peer says false, as does the page on ForAnyValue alone (modelled)',
    rewrite: (simulated, keys) =>
      everyCondition(simulated, ({ operator, key, values }) =>
        operator.startsWith('ForAnyValue:') && operator.endsWith('IfExists') && isMissing(key, keys)
          ? []
          : values,
      ),
  },
  {
    name: 'dates in seconds',
    because:
      'a date may be seconds since 1970 (IAM User Guide, date operators); the peer takes them for milliseconds',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ operator, values }) =>
        operator.includes('Date')
          ? values.map((value) =>
              /^\d+$/.test(String(value)) ? new Date(Number(value) * 1000).toISOString() : value,
            )
          : values,
      ),
  },
  {
    name: 'numbers that are none',
    because:
      'a number is an integer or a decimal (IAM User Guide, numeric operators); the peer reads the digits in front of other text (modelled: AWS does not say how that is read)',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ operator, values }) =>
        operator.includes('Numeric')
          ? values.map((value) => (value === '7many' ? 'many' : value === '3e2' ? '300' : value))
          : values,
      ),
  },
  {
    name: 'a lone * under an ARN operator',
    because:
      'a * may stand for each part (IAM User Guide, ARN operators), so one alone stands for all (modelled); the peer calls it no ARN',
    rewrite: (simulated) =>
      everyCondition(simulated, ({ operator, values }) =>
        operator.includes('Arn')
          ? values.map((value) => (value === '*' ? 'arn:*:*:*:*:*' : value))
          : values,
      ),
  },
  {
    name: 'Deny with NotPrincipal',
    because:
      'it spares only a caller whose account, role and session are all named, and none with a boundary (IAM User Guide, NotPrincipal); the peer spares whoever is named in part',
    rewrite: (simulated) =>
      onResource(simulated, (statement) => {
        const { NotPrincipal, ...rest } = statement;
        if (NotPrincipal === undefined || statement.Effect === 'Allow') return [statement];
        return isSpared(simulated, NotPrincipal) ? [] : [{ ...rest, Principal: '*' }];
      }),
  },
  {
    name: 'a session policy beside a grant to the session itself',
    because:
      'a resource-based Allow to the session’s own ARN, or to everyone, is not limited by it in the same account (IAM User Guide, evaluation logic); the peer applies it',
    rewrite: (simulated) => {
      const { kind, owner, session } = simulated;
      const isSession = kind === 'role-session' || kind === 'federated-user';
      if (owner !== HOME || !isSession) return simulated;
      const own = new Set(['*', kind === 'role-session' ? SESSION : FEDERATED]);
      return {
        ...onResource(simulated, (statement) => {
          const { Principal } = statement;
          if (statement.Effect === 'Deny' || Principal === undefined) return [statement];
          const kept = eachName(Principal, (name) => (own.has(name) ? [name] : []));
          return namesIn(kept).length > 0 ? [{ ...statement, Principal: kept }] : [];
        }),
        session: session
          ? inStatements((statement) => [statement, ALLOW])(session)
          : { Version: '2012-10-17', Statement: [ALLOW] },
      };
    },
  },
  {
    name: 'resource control policies of services they do not cover',
    because:
      'they bind only the services of AWS’s list (AWS Organizations, RCPs); the peer applies them to all',
    rewrite: (simulated) =>
      COVERED.test(simulated.action) ? simulated : { ...simulated, resourceControl: undefined },
  },
  {
    name: 'a stranger before a trust policy',
    because: '* in a trust policy is everyone who is authenticated (sts.md 5.2)',
    rewrite: (simulated) =>
      simulated.kind === 'anonymous' && simulated.action.startsWith('sts:')
        ? onResource(simulated, (statement) => [
            {
              ...statement,
              ...(statement.Principal && {
                Principal: eachName(statement.Principal, (name) => [name === '*' ? NOBODY : name]),
              }),
            },
          ])
        : simulated,
  },
  {
    name: 'an account’s name for an identity of its provider',
    because:
      'a federated identity belongs to no account before its role is assumed (IAM User Guide, Principal); the peer counts its provider’s',
    rewrite: (simulated) =>
      simulated.kind === 'saml-identity' || simulated.kind === 'web-identity'
        ? onResource(simulated, (statement) => [
            {
              ...statement,
              ...(statement.Principal && {
                Principal: eachName(statement.Principal, (name) => [name === '*' ? name : NOBODY]),
              }),
            },
          ])
        : simulated,
  },
];
