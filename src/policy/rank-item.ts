import type { ItemKind } from '../domain/item.ts';

/** What a vendor told of one item of its list, read from the wire. Names are the vendor's, as written. */
export interface RankItem {
  readonly name?: string;
  readonly kind?: ItemKind;
  readonly genre?: readonly string[];
  readonly brand?: string;
  readonly creator?: readonly string[];
  /** The series it belongs to. */
  readonly isPartOf?: string;
  readonly average?: VendorAverage;
}

/** What the vendor's customers think of an item. */
export interface VendorAverage {
  /** On the common scale, 1 to 100. */
  readonly value: number;
  /** How many ratings it is the average of, where the vendor says so. */
  readonly count?: number;
}
