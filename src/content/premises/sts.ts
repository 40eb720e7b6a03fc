/** Premises of the stories about AWS STS. */
export const STS_PREMISES: Readonly<Record<string, string>> = {
  'why-temporary':
    'Mia pastes credentials into a public chat at 09:10. A thief finds them, looks at 09:20 and comes back later.',
  'who-am-i': 'Leo wants to know whose credentials he holds, and asks STS.',
  'named-user-or-root':
    'Tom is an IAM user. He asks for a role of his own account, to read a plan with it.',
  'both-sides':
    'Lena works in one account. The role of a print shop is in another. She asks for the role, to read a poster with it.',
  'confused-deputy':
    'A cost advisor reads the books of its customers with roles that they made for it. Anna has made one. Mallory, another customer, names Anna’s role as her own.',
  'mfa-to-assume':
    'Rosa has an MFA device. The payroll role’s trust policy may ask for it. Rosa calls AssumeRole.',
  'mfa-after-assume':
    'Rosa shows an MFA code somewhere on her way. Later she deletes an object, and policies may ask for MFA again.',
  'context-provided':
    'A dashboard takes a role in another account. It may bring what IAM Identity Center says of the people behind the call.',
  'deleted-principal':
    'A role trusts the user Bob. At 10:00 Bob is deleted, and created again under the same name.',
  'assume-itself':
    'A job works with a session of a role. It asks for a new session of the same role.',
  'twelve-hours-asked':
    'A backup job asks for a session of a role at 20:00, and works with it later.',
  'one-hour-chained':
    'Lena wants a session of the role Deploy. She may ask for it with her own key, or with a session that she has.',
  'session-policy':
    'Omar takes a role and may pass a session policy. With the session he reads and writes objects.',
  'session-tags':
    'Mira takes a role and tags her session with the project heron. With that session she takes a second role and reads a file of the project.',
  'source-identity':
    'Ana takes the role Support. With its session she takes the role PayrollReader, and reads payroll data.',
  'federation-token':
    'A portal asks for a federated session for Maria. The portal’s user may read every scan. Maria uses the session.',
  'session-token-mfa':
    'Priya asks for a session of her own with GetSessionToken and uses it. Her policies may ask for MFA.',
  'assume-root':
    'Nadia wants to do one task as the root user of the shop’s account, a member of the organization. She asks with AssumeRoot.',
  'delegated-hour':
    'Paula allows a partner to act in her account for a while. She sends a token at 10:00, and the partner trades it in.',
  'regional-endpoints':
    'A kitchen asks for a session of the role Menus. With it, it reads in Frankfurt and in Milan, a Region one must opt in to.',
  'saml-corporate':
    'Nora signs in at headquarters at 09:00 and gets a SAML response. She brings it to STS and asks for the role Analyst.',
  'github-wildcard':
    'A shop deploys from GitHub with a role. Jobs bring the tokens that GitHub gives them. Another job asks for the role, too.',
  'cognito-guest':
    'A visitor uses a museum’s app. Cognito vouches for the visitor, and the app gets a session of a role. Then it asks for a secret.',
  'outbound-token':
    'A billing job works with a session from 12:00 to 13:00. It asks STS for a token that tells a bank who it is.',
  'decode-message':
    'EC2 refuses to start a machine for Lena and adds an encoded message. Somebody wants it decoded.',
  'leak-and-respond':
    'A thief has a user’s access key. At 08:00 the thief opens a session of a role for 12 hours and one of the user for 36. At 08:30 somebody responds.',
  'console-clock':
    'A broker has a session of one hour. It trades the session for a way into the console. Ines works there.',
  'scp-over-everything':
    'Somebody deletes a backup from a bucket of a shop’s account. Service control policies of the organization may bind the caller.',
};
