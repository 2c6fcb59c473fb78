import type { Stamp } from './clock.ts';
import type { RecordId } from './ids.ts';
import type { ItemKind } from './item.ts';

/** How strongly a preference is meant, from 'nothing else will do' to 'never offer me that'. */
export const STRENGTHS = ['must', 'prefer', 'avoid', 'never'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * The well-known keys. Any other key the person likes is as good: lower case, words joined by hyphens.
 * `brand` and `maker` are what `rank` reads.
 */
export const WELL_KNOWN_KEYS = [
  'clothing-size',
  'shoe-size',
  'diet',
  'allergen',
  'language',
  'delivery',
  'packaging',
  'value',
  'brand',
  'maker',
  'genre',
] as const;
export type WellKnownKey = (typeof WELL_KNOWN_KEYS)[number];

/** A standing fact or wish: 'shoe-size is 42 EU', 'never offer me brand Acme'. */
export interface Preference {
  readonly id: RecordId;
  /** `[a-z][a-z0-9-]{0,39}` */
  readonly key: string;
  readonly value: string;
  /** A unit or system that the value is told in: `EU`, `cm`, an ISO 639 list … */
  readonly unit?: string;
  readonly strength: Strength;
  /** The kinds of item it applies to; absent means all kinds, an empty list means none. */
  readonly kinds?: readonly ItemKind[];
  /** Never leaves, whatever a vendor asks: the person marked it so. */
  readonly isPrivate: boolean;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}

export interface PreferenceTombstone {
  readonly id: RecordId;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly deletedAt: Stamp;
}

export type StoredPreference = Preference | PreferenceTombstone;

export const PREFERENCE_KEY = /^[a-z][a-z0-9-]{0,39}$/u;
