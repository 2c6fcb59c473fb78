import type { Decimal } from './decimal.ts';
import type { UnitCode } from './quantity.ts';

/** How strongly a requirement is meant. `avoid` is what the person would rather not have. */
export const REQUIREMENT_STRENGTHS = ['must', 'prefer', 'avoid'] as const;
export type RequirementStrength = (typeof REQUIREMENT_STRENGTHS)[number];

/** What the property has to be (of `avoid`: what it had better not be). At least one end of a range is there. */
export type WantedValue =
  | {
      readonly kind: 'text';
      readonly anyOf: readonly string[];
      /** It has to be all of them at once, and not one of them. Never of `avoid`. */
      readonly isAll?: true;
    }
  | { readonly kind: 'range'; readonly min?: Decimal; readonly max?: Decimal; readonly unit?: UnitCode }
  | { readonly kind: 'flag'; readonly is: boolean };

/** What a thing wanted must, should or should not be: one property and its value or range. */
export interface Requirement {
  /** As the person calls it: `weight`, `brand`, `folds with one hand`. Compared without letter case and blanks. */
  readonly property: string;
  readonly strength: RequirementStrength;
  readonly wanted: WantedValue;
  /** Held against every quote here, and told to no vendor. */
  readonly isPrivate: boolean;
}

/** What a vendor says a property of its thing is. */
export type QuotedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit?: UnitCode }
  | { readonly kind: 'flag'; readonly is: boolean };

export interface QuotedProperty {
  readonly property: string;
  readonly value: QuotedValue;
}
