import type { Stamp } from './clock.ts';
import type { ItemId, RecordId } from './ids.ts';
import type { Moment } from './moment.ts';

/** Something the person means to see, read, play or buy. */
export interface Intention {
  readonly id: RecordId;
  readonly itemId: ItemId;
  /** Since when, as precise as it was told. */
  readonly wantedAt?: Moment;
  readonly note?: string;
  /** `person`, or the source whose list it was on. */
  readonly source: string;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}

export interface IntentionTombstone {
  readonly id: RecordId;
  readonly itemId: ItemId;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly deletedAt: Stamp;
}

export type StoredIntention = Intention | IntentionTombstone;

export function isLiveIntention(intention: StoredIntention): intention is Intention {
  return !('deletedAt' in intention);
}
