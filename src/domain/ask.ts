import type { ItemKind } from './item.ts';

/** What a vendor can ask to read. `intentions` comes with the request for proposals. */
export const COLLECTIONS = ['ratings', 'preferences', 'intentions'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** The property names of a rating's answer beyond the bare minimum (item and reviewRating). */
export const RATING_FIELDS = ['dateCreated', 'reviewBody', 'keywords', 'reviewAspect'] as const;
export type RatingField = (typeof RATING_FIELDS)[number];

/** DPV purposes (https://w3id.org/dpv#Purpose) that Sayso can say in plain words. */
export const PURPOSES = [
  'ProvideProductRecommendations',
  'ProvidePersonalisedRecommendations',
  'ServicePersonalisation',
  'ServiceProvision',
  'ServiceOptimisation',
  'CustomerCare',
  'CustomerRelationshipManagement',
  'EstablishContractualAgreement',
  'ResearchAndDevelopment',
  'Marketing',
  'Advertising',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** One thing a vendor needs. Absent lists mean everything of the collection; empty ones mean nothing. */
export interface Need {
  readonly collection: Collection;
  /** schema.org types of item (ratings). */
  readonly kinds?: readonly ItemKind[];
  /** Preference keys (preferences). */
  readonly keys?: readonly string[];
  /** Fields beyond the bare minimum (ratings). Absent means none. */
  readonly fields?: readonly RatingField[];
  readonly filter?: Filter;
  /** `rank`: the vendor may call `rank()` on this and read nothing. */
  readonly derive?: 'rank';
}

export interface Filter {
  /** ISO 8601 dates; `since` is the first moment that counts, `until` the first that does not. */
  readonly since?: string;
  readonly until?: string;
  /** On the common scale, 1 to 100, both inclusive. */
  readonly min?: number;
  readonly max?: number;
}

/** What a vendor requests. `id` must change when `text` or anything else in it does. */
export interface Ask {
  readonly id: string;
  /** Why, in the vendor's own words. Hostile text: shown as written, never as markup. */
  readonly text: string;
  readonly purpose: Purpose;
  readonly required: readonly Need[];
  readonly optional: readonly Need[];
  /** ISO 8601 duration the vendor keeps what it read, such as `P30D`. */
  readonly retention: string;
  /** `none`, or who else gets it. */
  readonly sharing: 'none' | readonly string[];
  /** IEEE 7012 agreement the grant is given under. */
  readonly agreement: string;
}
