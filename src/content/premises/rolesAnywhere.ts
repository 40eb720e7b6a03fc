/** Premises of the stories about IAM Roles Anywhere. */
export const ROLES_ANYWHERE_PREMISES: Readonly<Record<string, string>> = {
  'key-file':
    'A server in a plant shows a certificate to Roles Anywhere and asks for a session. The trust anchor holds the root of the company’s CA.',
  'whole-journey':
    'At 11:30 a server shows its certificate and asks for a session. At 11:40 it signs a link, and a customer opens that later.',
  'leaf-on-trial':
    'A technician makes the server’s certificate by hand. The company’s CA has signed it. The server asks for a session.',
  'gap-second':
    'A server’s certificates change at noon. One ends at 11:59:59, the next begins at 12:00:01. The server asks for a session with one of them.',
  'missing-link':
    'The server’s certificate was signed by an issuing CA, and that CA by the company’s root. The server asks for a session.',
  'narrow-ca':
    'A machine brings its certificate and those of all CAs above it. The device CA may sign only for names below plant7.sim.example.',
  'any-certificate':
    'A payroll server and another machine each have a certificate. Both ask for a session of the payroll role and read with it.',
  'three-actions':
    'A server asks for a session. Roles Anywhere assumes the role for it, sets a source identity, and tags the session.',
  'lost-mapping':
    'A machine asks for a session and reads prices. Attributes of its certificate can become tags of the session, which policies may test.',
  'press-folders':
    'A machine asks for a session and writes into a folder. All presses share one role, whose policy names the folder by a tag.',
  'other-profile':
    'The role of the presses is listed in a profile with a session policy. There may be a second profile. A press opens a session and deletes an object.',
  'too-long-for-role':
    'A weather model runs from 12:00 for five hours. Its server asks for a session at the start, and writes the result with it.',
  'own-name':
    'The menu screen of a canteen has a certificate of its own. It asks for a session and may name it. Then it deletes an object.',
  'two-regions':
    'A company’s trust anchor is in eu-central-1. It has profiles in two Regions. A server asks for a session and writes photos to a bucket in us-east-1.',
  'switched-off':
    'A turbine opens a session at noon, for an hour. At 12:10 an administrator may change something.',
  'late-list':
    'The CA has revoked the certificate of batch-03, since its key was stolen. A thief comes at 12:00 and again later.',
  'thief-again':
    'A thief holds the key of batch-03 and a session of 12 hours, opened at noon. batch-07 works with the same role. At 12:30 an administrator responds.',
  'dead-certificate':
    'A server’s certificate ends at 12:00. At 11:55 the server asks for a session. Profile and role allow twelve hours.',
  'stolen-disk':
    'A server writes its results to a bucket. At 12:03 a thief copies its disk, with whatever the server keeps there. At 12:30 somebody notices.',
};
