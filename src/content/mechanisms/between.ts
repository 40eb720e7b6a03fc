import type { Mechanism } from './mechanism.ts';

/** Where two mechanisms fit a case: what decides between them, in words. */

interface Between {
  readonly pair: readonly [Mechanism, Mechanism];
  readonly says: string;
}

const BETWEEN: readonly Between[] = [
  {
    pair: ['roles-anywhere', 'saml'],
    says: 'A certificate or a SAML response: take what the caller can get without a person. Both leave a secret with it, a private key or a password of the directory.',
  },
  {
    pair: ['roles-anywhere', 'oidc'],
    says: 'A certificate or a token: if a cluster or a build service hands out tokens, take those. A plain server has nobody who hands it one, so a CA gives it a certificate.',
  },
  {
    pair: ['roles-anywhere', 'ssm-hybrid'],
    says: 'Do programs on the server call AWS? Then it is Roles Anywhere. Shall the server only be looked after? Then it is the activation. One server may have both.',
  },
  {
    pair: ['roles-anywhere', 'iot'],
    says: 'If the device is a thing of AWS IoT already, take its own provider. If it is no thing, take Roles Anywhere.',
  },
  {
    pair: ['roles-anywhere', 'attached-role'],
    says: 'Where does it run? In AWS a role is attached, and outside it shows a certificate.',
  },
  {
    pair: ['saml', 'identity-center'],
    says: 'Both are right. For people AWS recommends Identity Center. SAML straight to IAM fits where the directory itself shall pick the roles of an account.',
  },
  {
    pair: ['saml', 'attached-role'],
    says: 'Where does it run? In AWS a role is attached, and no sign-in is needed.',
  },
  {
    pair: ['oidc', 'cognito'],
    says: 'Whose token is it? Users of an app go to Cognito, programs straight to STS.',
  },
];

/** What decides between mechanisms that all fit, in sentences. */
export const between = (fitting: readonly Mechanism[]): readonly string[] =>
  BETWEEN.flatMap(({ pair, says }) => (pair.every((one) => fitting.includes(one)) ? [says] : []));
