import type { GivenNeed } from '../domain/grant.ts';
import type { Preference } from '../domain/preference.ts';
import { minimisePreferences } from './minimise.ts';

/**
 * What an order may rest on, as needs for reading: those given for `rank` alone, and those that may be read anyway.
 * Fields don't matter to an order.
 */
export function rankBasis(needs: readonly GivenNeed[]): GivenNeed[] {
  return needs.map(({ derive: _derive, fields: _fields, ...need }) => need);
}

/**
 * The preferences that an order follows. Needs that name preferences limit it to those; ratings given for ordering bring
 * all others along, since an order that offers what the person never wants helps nobody. Private ones never count: an
 * order that followed them would tell.
 */
export function preferencesForRank(preferences: readonly Preference[], needs: readonly GivenNeed[]): Preference[] {
  const named = rankBasis(needs).filter(({ collection }) => collection === 'preferences');
  const basis = named.length > 0 ? named : [{ collection: 'preferences' } as const];
  return minimisePreferences(preferences, basis).map(({ preference }) => preference);
}
