import type { ItemKind } from '../../../domain/item.ts';
import type { Preference } from '../../../domain/preference.ts';
import { valueName } from '../preferences/value-name.ts';
import { guideOfKey } from './needs-guides.ts';
import { propertyName } from './property-name.ts';
import { type LineDraft, newRequirement, type RequirementDraft } from './request-draft.ts';

/**
 * The standing preferences that say something about things of a kind and are not among the requirements yet, to be added
 * one by one. What a needs guide remembered is offered by that guide.
 */
export function offeredPreferences(
  preferences: readonly Preference[],
  { requirements }: Pick<LineDraft, 'requirements'>,
  kind: ItemKind,
): readonly Preference[] {
  const isThere = ({ property, anyOf }: RequirementDraft, other: RequirementDraft): boolean =>
    property.toLowerCase() === other.property.toLowerCase() && anyOf === other.anyOf;
  return preferences.filter((preference) => {
    const { key, kinds } = preference;
    const fits = kinds === undefined || kinds.includes(kind);
    const wish = requirementOfPreference(preference);
    return fits && guideOfKey(key) === undefined && !requirements.some((one) => isThere(one, wish));
  });
}

/** A standing preference as a requirement. What never leaves as a preference does not leave here, either. */
export function requirementOfPreference(preference: Preference): RequirementDraft {
  const { key, value, unit, strength, isPrivate } = preference;
  // A comma would part it in two, and the one of a number is its decimal sign.
  const text = /^[\d.]+$/u.test(value) ? value : valueName(key, value).replaceAll(',', ' ');
  return {
    ...newRequirement(propertyName(key.replaceAll('-', ' '))),
    strength: strength === 'never' ? 'avoid' : strength,
    anyOf: unit === undefined ? text : `${text} ${unit}`,
    isPrivate,
  };
}
