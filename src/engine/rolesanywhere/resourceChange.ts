import type { AttributeMapping, Crl, MappedField, Profile, TrustAnchor } from './resources.ts';

/** What an administrator can change of Roles Anywhere. What the service would refuse to save changes nothing. */
export type ResourceChange =
  /** CreateTrustAnchor, or UpdateTrustAnchor where its ARN is there already. */
  | { readonly kind: 'put-trust-anchor'; readonly trustAnchor: TrustAnchor }
  /** CreateProfile, or UpdateProfile. */
  | { readonly kind: 'put-profile'; readonly profile: Profile }
  /** ImportCrl, or UpdateCrl, which replaces the whole list. */
  | { readonly kind: 'put-crl'; readonly crl: Crl }
  /** Enable… and Disable… of a trust anchor, a profile or a CRL. */
  | { readonly kind: 'set-enabled'; readonly arn: string; readonly enabled: boolean }
  /** Delete… of a trust anchor, a profile or a CRL. */
  | { readonly kind: 'delete-resource'; readonly arn: string }
  | {
      readonly kind: 'put-attribute-mapping';
      readonly profileArn: string;
      readonly mapping: AttributeMapping;
    }
  /** Without specifiers the whole field goes. */
  | {
      readonly kind: 'delete-attribute-mapping';
      readonly profileArn: string;
      readonly certificateField: MappedField;
      readonly specifiers?: readonly string[];
    };
