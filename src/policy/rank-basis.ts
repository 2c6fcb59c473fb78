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
 * The preferences that an order follows: those given for it, and those that may be read anyway. No others, since a list
 * made for the purpose would find out what an order follows. Private ones never count, for the same reason.
 */
export function preferencesForRank(preferences: readonly Preference[], needs: readonly GivenNeed[]): Preference[] {
  return minimisePreferences(preferences, rankBasis(needs)).map(({ preference }) => preference);
}
