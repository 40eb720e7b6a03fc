/** Who and where: the caller belongs to HOME. */

export const HOME = '111122223333';
export const AWAY = '444455556666';
export const MANAGEMENT = '999999999999';
export const USER = `arn:aws:iam::${HOME}:user/team/alice`;
export const ROLE = `arn:aws:iam::${HOME}:role/team/worker`;
export const SESSION = `arn:aws:sts::${HOME}:assumed-role/worker/nightly`;
export const FEDERATED = `arn:aws:sts::${HOME}:federated-user/bob`;
export const SAML = `arn:aws:iam::${HOME}:saml-provider/corp`;
export const OIDC = `arn:aws:iam::${HOME}:oidc-provider/id.example.com`;
export const SERVICE = 'ec2.amazonaws.com';
