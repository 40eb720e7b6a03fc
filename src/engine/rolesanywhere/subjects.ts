import { accountOf } from '../arn.ts';
import type { World } from '../world.ts';
import type { Certificate } from '../x509/certificate.ts';
import { formatName } from '../x509/name.ts';
import type { CreateSession } from './acts.ts';
import { resourcesOf } from './find.ts';
import { resourceArn } from './resources.ts';
import type { SeenCertificate, Subject } from './resources.ts';
import { withResources } from './withResources.ts';

/**
 * The world once a certificate has authenticated, and the subject it did so as: one for each subject name, made at the
 * first time (User Guide, monitoring subjects). That a refusal behind the certificate's own checks shows as failed is modelled.
 */
export function seen(
  world: World,
  { region, trustAnchorArn }: CreateSession,
  certificate: Certificate,
  failed: boolean,
): { readonly world: World; readonly subject: Subject } {
  const account = accountOf(trustAnchorArn);
  const x509Subject = formatName(certificate.subject);
  const arn = resourceArn('subject', { region, account }, x509Subject);
  const known = resourcesOf(world, account).subjects[arn];
  const credential: SeenCertificate = {
    seenAt: world.now,
    serialNumber: certificate.serialNumber.hex,
    issuer: formatName(certificate.issuer),
    enabled: true,
    failed,
    certificate: certificate.id,
  };
  const subject: Subject = {
    arn,
    x509Subject,
    enabled: true,
    createdAt: known?.createdAt ?? world.now,
    lastSeenAt: world.now,
    credentials: [
      ...(known?.credentials ?? []).filter((one) => one.certificate !== certificate.id),
      credential,
    ],
  };
  return {
    subject,
    world: withResources(world, account, (resources) => ({
      ...resources,
      subjects: { ...resources.subjects, [arn]: subject },
    })),
  };
}
