import type { Strength } from '../domain/preference.ts';
import { WELL_KNOWN_KEYS, type WellKnownKey } from '../domain/preference.ts';
import { guideKeyName } from './dashboard/intentions/guide-names.ts';
import { type MessageKey, t } from './i18n.ts';

/** A well-known key in words ('Shoe size'), or what a needs guide remembers ('Laptop: weight'); any other as the person wrote it. */
export function preferenceKeyName(key: string): string {
  return (WELL_KNOWN_KEYS as readonly string[]).includes(key)
    ? t(`preference_key_${(key as WellKnownKey).replaceAll('-', '_')}` as MessageKey)
    : (guideKeyName(key) ?? key);
}

/** 'Never' */
export function strengthName(strength: Strength): string {
  return t(`preference_strength_${strength}`);
}
