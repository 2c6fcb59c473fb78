import type { Need } from '../domain/ask.ts';
import type { RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';

export interface PreviewRecord {
  readonly id: RecordId;
  readonly name: string;
  readonly kind?: ItemKind;
  /** The kinds a preference applies to, which go along with it; absent means all. */
  readonly kinds?: readonly ItemKind[];
  /** '4.5 / 5', or a preference's value. */
  readonly said: string;
  /** What goes beyond that, by the names of the fields: a date, a note, tags, aspects. For a preference `strength`. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface NeedPreview {
  readonly need: Need;
  readonly count: number;
  /** The first 500, newest first; preferences by key. For a need with `derive` these stay, and only an order goes. */
  readonly records: readonly PreviewRecord[];
}

export interface AskPreview {
  readonly required: readonly NeedPreview[];
  readonly optional: readonly NeedPreview[];
}
