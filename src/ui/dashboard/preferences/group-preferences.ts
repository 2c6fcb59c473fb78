import { STRENGTHS, WELL_KNOWN_KEYS, type Preference } from '../../../domain/preference.ts';

export interface PreferenceGroup {
  readonly key: string;
  readonly preferences: readonly Preference[];
}

/** Preferences by key: the well-known keys in their own order, then the person's; inside, strongest first, then by value. */
export function groupPreferences(preferences: readonly Preference[]): PreferenceGroup[] {
  const keys = [...new Set(preferences.map(({ key }) => key))];
  return keys
    .map((key) => [key, preferences.filter((preference) => preference.key === key)] as const)
    .map(([key, group]) => ({ key, preferences: group.toSorted(byStrength) }))
    .sort((left, right) => placeOf(left.key) - placeOf(right.key) || (left.key < right.key ? -1 : 1));
}

function byStrength(left: Preference, right: Preference): number {
  return STRENGTHS.indexOf(left.strength) - STRENGTHS.indexOf(right.strength) || (left.value < right.value ? -1 : 1);
}

function placeOf(key: string): number {
  const place = (WELL_KNOWN_KEYS as readonly string[]).indexOf(key);
  return place < 0 ? WELL_KNOWN_KEYS.length : place;
}
