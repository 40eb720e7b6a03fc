import { nameOf } from '#engine/arn.ts';

import { sayCertificate, sayPath, sayRevocation } from './rolesAnywherePathRules.ts';
import type { RuleWordsOf } from './ruleText.ts';
import { clockTime, dayAndTime, spokenList, timeBeside } from './words.ts';

type Words = RuleWordsOf<'rolesanywhere'>;

/** What Roles Anywhere says of a request, its signature and its certificate. */
export const ROLES_ANYWHERE_REQUEST_RULES: Pick<
  Words,
  | 'rolesanywhere.request-valid'
  | 'rolesanywhere.signature-matches'
  | 'rolesanywhere.signature-current'
  | 'rolesanywhere.certificate-sufficient'
  | 'rolesanywhere.certificate-current'
  | 'rolesanywhere.anchor-found'
  | 'rolesanywhere.anchor-enabled'
  | 'rolesanywhere.path-trusted'
  | 'rolesanywhere.not-revoked'
> = {
  'rolesanywhere.request-valid': {
    name: 'request',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'the request is complete',
            title: 'The request is well formed',
            caption: 'Roles Anywhere finds the three ARNs and a certificate in the request.',
            because: 'Every part lies within its limit.',
          }
        : {
            label: `${broken.name} breaks a limit`,
            title: 'A part of the request breaks a limit',
            caption: `Roles Anywhere refuses ${broken.name} before it looks at the signature.`,
            because: `${broken.name} has “${broken.value}”, which breaks the limit “${broken.constraint}”.`,
          };
    },
  },
  'rolesanywhere.signature-matches': {
    name: 'signature',
    says: ({ differs }, passed) =>
      passed
        ? {
            label: 'the private key signed this request',
            title: 'The caller holds the private key',
            caption:
              'Roles Anywhere verifies the signature with the public key in the certificate.',
            because: 'No secret is shared: AWS never has the private key.',
          }
        : {
            label: 'the signature does not verify',
            title: 'The caller does not prove to hold the key',
            caption:
              'Roles Anywhere verifies the signature with the public key in the certificate, and it does not fit.',
            because: `What does not fit is ${spokenList(differs)}.`,
          },
  },
  'rolesanywhere.signature-current': {
    name: 'clock',
    says: ({ at, from = at, until = at }, passed) => ({
      label: passed ? 'signed date close to AWS’s clock' : 'the caller’s clock is too far off',
      title: passed ? 'The signature is fresh' : 'The caller’s clock is wrong',
      caption: passed
        ? 'Roles Anywhere compares the signed date with its own clock and finds them close.'
        : 'The signature verifies, but its date is too far from AWS’s clock; the error does not say so.',
      because: `The caller’s clock says ${clockTime(at)}; ${clockTime(from)} to ${clockTime(until)} would do.`,
    }),
  },
  'rolesanywhere.certificate-sufficient': { name: 'certificate', says: sayCertificate },
  'rolesanywhere.certificate-current': {
    name: 'validity',
    says: ({ at, from = at, until = at }, passed) => ({
      label: passed
        ? `the certificate is valid until ${timeBeside(until, at)}`
        : at > until
          ? `the certificate ended ${dayAndTime(until)}`
          : `the certificate begins ${dayAndTime(from)}`,
      title: passed
        ? 'The certificate is valid now'
        : at > until
          ? 'The certificate has ended'
          : 'The certificate is not valid yet',
      caption: 'Roles Anywhere compares the certificate’s validity with its own clock.',
      because: `It is ${dayAndTime(at)}; the certificate is valid from ${dayAndTime(from)} to ${dayAndTime(until)}.`,
    }),
  },
  'rolesanywhere.anchor-found': {
    name: 'trust anchor',
    says: ({ wanted: [arn = ''] }, passed) => ({
      label: passed ? 'the trust anchor is there' : 'there is no such trust anchor here',
      title: passed ? 'The service knows the trust anchor' : 'The service knows no such anchor',
      caption: passed
        ? 'Roles Anywhere looks up the trust anchor that the caller names.'
        : 'Roles Anywhere finds no such trust anchor in this account and this Region.',
      because: `The request names the trust anchor ${nameOf(arn).slice(0, 8)}…${passed ? '' : `, of the Region ${arn.split(':')[3] ?? ''}`}.`,
    }),
  },
  'rolesanywhere.anchor-enabled': {
    name: 'anchor state',
    says: ({ what }, passed) => ({
      label: `the trust anchor is ${passed ? 'enabled' : 'disabled'}`,
      title: passed ? 'The trust anchor is in use' : 'The trust anchor is switched off',
      caption: passed
        ? 'Roles Anywhere takes certificates only for an enabled trust anchor.'
        : 'A disabled trust anchor opens no new session; those that live already are not asked again.',
      because: `The trust anchor “${what}” is ${passed ? 'enabled' : 'disabled'}.`,
    }),
  },
  'rolesanywhere.path-trusted': { name: 'path', says: sayPath },
  'rolesanywhere.not-revoked': { name: 'revocation', says: sayRevocation },
};
