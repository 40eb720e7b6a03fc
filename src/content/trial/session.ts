import {
  isTaggable,
  mappedAttributes,
  principalTags,
  sourceIdentityOf,
} from '#engine/rolesanywhere/identity.ts';
import { CERTIFICATE_FIELDS, DEFAULT_MAPPINGS } from '#engine/rolesanywhere/resources.ts';
import type { AttributeMapping, MappedField } from '#engine/rolesanywhere/resources.ts';
import type { Certificate } from '#engine/x509/certificate.ts';

/** What the session of a role would carry of a certificate, and the conditions that fit it. */

/** Which attributes become tags, as somebody writes it: specifiers with commas between, field by field. */
export type MappingTexts = Readonly<Record<MappedField, string>>;

const textOf = (field: MappedField): string =>
  DEFAULT_MAPPINGS.filter(({ certificateField }) => certificateField === field)
    .flatMap(({ mappingRules }) => mappingRules)
    .map(({ specifier }) => specifier)
    .join(', ');

/** What a new profile maps (User Guide, default mapping behavior). */
export const DEFAULT_TEXTS: MappingTexts = {
  x509Subject: textOf('x509Subject'),
  x509Issuer: textOf('x509Issuer'),
  x509SAN: textOf('x509SAN'),
};

/** The mappings that texts stand for; an empty text maps nothing of its field. */
export const mappingsOf = (texts: MappingTexts): readonly AttributeMapping[] =>
  CERTIFICATE_FIELDS.flatMap((certificateField) => {
    const specifiers = texts[certificateField].split(/[\s,]+/).filter((text) => text !== '');
    return specifiers.length === 0
      ? []
      : [{ certificateField, mappingRules: specifiers.map((specifier) => ({ specifier })) }];
  });

/** What a role session would carry. */
export interface Carried {
  readonly sessionName: string;
  readonly sourceIdentity: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** Mapped, but with characters that no tag takes. */
  readonly leftOut: readonly { readonly key: string; readonly value: string }[];
}

export function carriedBy(certificate: Certificate, texts: MappingTexts): Carried {
  const profile = { attributeMappings: mappingsOf(texts) };
  return {
    sessionName: certificate.serialNumber.hex,
    sourceIdentity: sourceIdentityOf(certificate),
    tags: Object.entries(principalTags(certificate, profile)).map(([key, value]) => ({
      key,
      value,
    })),
    leftOut: mappedAttributes(certificate, profile)
      .filter((attribute) => !isTaggable(attribute))
      .map(({ field, name, value }) => ({ key: `${field}/${name}`, value })),
  };
}

/** Tags that tell one workload from another: who it is, then whom it belongs to. */
const TELLING = ['x509Subject/CN', 'x509Subject/OU', 'x509Issuer/CN'];

const ANCHOR = 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/your-anchor-id';

/** A trust policy that lets the service in for this certificate under one anchor, and for no other name. */
export const trustPolicyFor = ({ tags }: Carried): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'rolesanywhere.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
          Condition: {
            ArnEquals: { 'aws:SourceArn': ANCHOR },
            ...conditionOn(tags.filter(({ key }) => TELLING.includes(key))),
          },
        },
      ],
    },
    undefined,
    2,
  );

const conditionOn = (tags: Carried['tags']) =>
  tags.length === 0
    ? {}
    : {
        StringEquals: Object.fromEntries(
          tags.map(({ key, value }) => [`aws:PrincipalTag/${key}`, value]),
        ),
      };
