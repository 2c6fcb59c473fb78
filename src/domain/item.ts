import type { Stamp } from './clock.ts';
import type { Identifier } from './identifier.ts';
import type { ItemId } from './ids.ts';

/** What can be rated or wanted, in schema.org's own type names. `WebPage` is a page rated as itself. */
export const ITEM_KINDS = [
  'Product',
  'Movie',
  'TVSeries',
  'TVEpisode',
  'Book',
  'VideoGame',
  'Game',
  'MusicAlbum',
  'MusicRecording',
  'PodcastSeries',
  'SoftwareApplication',
  'Recipe',
  'Place',
  'Restaurant',
  'Hotel',
  'Event',
  'Course',
  'Service',
  'Organization',
  'Person',
  'CreativeWork',
  'WebPage',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What is known of a thing before it has a record: from a page, a file, or the person. */
export interface ItemFacts {
  readonly kind: ItemKind;
  readonly name: string;
  /** What it is called where it is from, where a source tells it apart from `name`. May be the same. */
  readonly originalName?: string;
  /** Who made it: director, author, artist, brand, manufacturer. */
  readonly creators?: readonly string[];
  readonly brand?: string;
  /** The series, franchise or collection it belongs to (schema.org `isPartOf`). */
  readonly series?: string;
  readonly genres?: readonly string[];
  /** First published or released, a calendar year. */
  readonly year?: number;
  /** Strongest first. May be empty only for what the person typed in. */
  readonly identifiers: readonly Identifier[];
}

/** A thing that can be rated or wanted. Two records that share a strong identifier are one item. */
export interface Item extends ItemFacts {
  readonly id: ItemId;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly deletedAt?: Stamp;
}

export function isItemKind(text: string): text is ItemKind {
  return (ITEM_KINDS as readonly string[]).includes(text);
}
