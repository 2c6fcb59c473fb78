import type { GivenNeed } from '../../domain/grant.ts';

/** Preference keys that say something about a person's health. */
const HEALTH_KEYS: readonly string[] = ['diet', 'allergen'];

/** Firefox's own words for what is handed over, see the manifest's `data_collection_permissions`. */
export function handoverCategories(scope: readonly GivenNeed[]): readonly string[] {
  const isHealth = scope.some(
    ({ collection, keys }) => collection === 'preferences' && (keys?.some((key) => HEALTH_KEYS.includes(key)) ?? true),
  );
  return isHealth ? ['personallyIdentifyingInfo', 'healthInfo'] : ['personallyIdentifyingInfo'];
}
