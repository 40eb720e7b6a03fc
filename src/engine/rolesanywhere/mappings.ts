import type { AttributeMapping, MappedField, Profile } from './resources.ts';

/** How attribute mappings are edited (PutAttributeMapping, DeleteAttributeMapping). */

/** A profile with rules added for one field; that they join those that are there is modelled. */
export function withMapping(
  profile: Profile,
  { certificateField, mappingRules }: AttributeMapping,
): Profile {
  const known = profile.attributeMappings.find((one) => one.certificateField === certificateField);
  const rules = [...(known?.mappingRules ?? []), ...mappingRules];
  const specifiers = [...new Set(rules.map(({ specifier }) => specifier))];
  return {
    ...profile,
    attributeMappings: [
      ...profile.attributeMappings.filter((one) => one !== known),
      { certificateField, mappingRules: specifiers.map((specifier) => ({ specifier })) },
    ],
  };
}

/** A profile without some rules of a field, or without all of them. */
export const withoutMapping = (
  profile: Profile,
  field: MappedField,
  specifiers: readonly string[] | undefined,
): Profile => ({
  ...profile,
  attributeMappings: profile.attributeMappings.flatMap((one) => {
    if (one.certificateField !== field) return [one];
    const kept = one.mappingRules.filter(
      ({ specifier }) => specifiers !== undefined && !specifiers.includes(specifier),
    );
    return kept.length > 0 ? [{ ...one, mappingRules: kept }] : [];
  }),
});
