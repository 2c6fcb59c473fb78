import type { Strength, WellKnownKey } from '../../../domain/preference.ts';

/**
 * How a well-known key is asked for.
 *
 * `tokens` are values that are kept under one name whatever language the person reads, so that a vendor in another
 * country understands them; any other text is as good. They are shown through the message `preference_<key>_<token>`.
 */
export interface PreferenceForm {
  readonly key: WellKnownKey;
  readonly value: 'text' | 'number' | 'tokens' | 'language' | 'names';
  readonly tokens?: readonly string[];
  /** The systems a value can be told in, the likeliest first. They are names, the same in every language. */
  readonly units?: readonly string[];
  readonly strength: Strength;
  /** What it tells of the person is nobody's business unless they say so: the private switch starts on. */
  readonly isDelicate?: true;
}

/** schema.org's `RestrictedDiet` names. */
const DIETS = [
  'VegetarianDiet',
  'VeganDiet',
  'GlutenFreeDiet',
  'LowLactoseDiet',
  'HalalDiet',
  'KosherDiet',
  'HinduDiet',
  'DiabeticDiet',
  'LowCalorieDiet',
  'LowFatDiet',
  'LowSaltDiet',
] as const;

/** The fourteen that European law (Regulation 1169/2011, annex II) has every label name. */
const ALLERGENS = [
  'celery',
  'crustaceans',
  'eggs',
  'fish',
  'gluten',
  'lupin',
  'milk',
  'molluscs',
  'mustard',
  'nuts',
  'peanuts',
  'sesame',
  'soybeans',
  'sulphites',
] as const;

const DELIVERY = ['home', 'locker', 'pickup-point', 'in-store', 'neighbour', 'bundled', 'slow'] as const;
const PACKAGING = ['plastic-free', 'recycled', 'reusable', 'minimal', 'returnable'] as const;
const VALUES = [
  'animal-welfare',
  'fair-trade',
  'independent',
  'local',
  'low-carbon',
  'open-source',
  'organic',
  'repairable',
  'second-hand',
] as const;

/** In the order in which they are offered. */
export const PREFERENCE_FORMS: readonly PreferenceForm[] = [
  { key: 'clothing-size', value: 'text', units: ['EU', 'UK', 'US', 'FR', 'IT', 'JP'], strength: 'must' },
  { key: 'shoe-size', value: 'number', units: ['EU', 'UK', 'US M', 'US W', 'cm'], strength: 'must' },
  { key: 'diet', value: 'tokens', tokens: DIETS, strength: 'must', isDelicate: true },
  { key: 'allergen', value: 'tokens', tokens: ALLERGENS, strength: 'never', isDelicate: true },
  { key: 'language', value: 'language', strength: 'prefer' },
  { key: 'delivery', value: 'tokens', tokens: DELIVERY, strength: 'prefer' },
  { key: 'packaging', value: 'tokens', tokens: PACKAGING, strength: 'prefer' },
  { key: 'value', value: 'tokens', tokens: VALUES, strength: 'prefer' },
  { key: 'brand', value: 'names', strength: 'prefer' },
  { key: 'maker', value: 'names', strength: 'prefer' },
  { key: 'genre', value: 'names', strength: 'prefer' },
];

/** @returns `undefined` for a key of the person's own. */
export function preferenceForm(key: string): PreferenceForm | undefined {
  return PREFERENCE_FORMS.find((form) => form.key === key);
}

/** What the person typed as a name for a key: small, joined by hyphens. Empty when nothing of it can be used. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/ß/gu, 'ss')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
}
