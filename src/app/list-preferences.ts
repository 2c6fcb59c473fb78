import { type Preference, STRENGTHS } from '../domain/preference.ts';
import { livePreferences } from '../store/live-preferences.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** The person's preferences by key, then by strength, then by value. */
export function listPreferences({ database }: AppContext): Promise<Preference[]> {
  return read(database, ['preferences'], async () => (await livePreferences(database)).sort(byKey));
}

function byKey(left: Preference, right: Preference): number {
  return (
    left.key.localeCompare(right.key, 'en') ||
    STRENGTHS.indexOf(left.strength) - STRENGTHS.indexOf(right.strength) ||
    left.value.localeCompare(right.value, 'en', { numeric: true })
  );
}
