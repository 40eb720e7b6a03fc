/** Providers that need no resource in the account (IAM User Guide, roles for OIDC federation). */
export const BUILT_IN: readonly string[] = [
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
];
