import { WELL_KNOWN_KEYS } from '../../../domain/preference.ts';
import { preferenceKeyName } from '../../preference-key-name.ts';

/**
 * A property as the person reads it. Those that are standing preferences, too, go by one name in every language, so that
 * any vendor understands them: `shoe size` is 'Schuhgröße' in German. Any other is as the person wrote it.
 */
export function propertyName(property: string): string {
  const key = keyOfProperty(property);
  return key === undefined ? property : preferenceKeyName(key);
}

/** What is kept for a property that was typed. The other way of {@link propertyName}. */
export function propertyOf(typed: string): string {
  const text = typed.trim().replaceAll(/\s+/gu, ' ');
  const key = WELL_KNOWN_KEYS.find((one) => preferenceKeyName(one).toLowerCase() === text.toLowerCase());
  return key?.replaceAll('-', ' ') ?? text;
}

/** The key of standing preferences about a property, if there is one. */
export function keyOfProperty(property: string): string | undefined {
  return WELL_KNOWN_KEYS.find((key) => key.replaceAll('-', ' ') === property.toLowerCase());
}
