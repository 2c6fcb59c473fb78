import type { Stamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { TableName } from './table-name.ts';

/** What a change was, by its use-case's name: the interface has a text for each. */
export type ChangeLabel =
  | 'rate-item'
  | 'edit-rating'
  | 'clear-mark'
  | 'delete-rating'
  | 'describe-item'
  | 'split-items'
  | 'save-preference'
  | 'delete-preference'
  | 'forget-vendor'
  | 'run-import'
  | 'restore-backup'
  | 'join-items'
  | 'refuse-join'
  | 'want-item'
  | 'write-request'
  | 'discard-request'
  | 'answer-proposal'
  | 'undo-change';

/** One record as it was before a change, and a print of what the change made of it. */
export interface Image {
  readonly table: TableName;
  readonly key: string;
  /** The whole record; `undefined` when there was none. */
  readonly before: unknown;
  /** {@link fingerprint} of the record afterwards; `undefined` when there was none. */
  readonly after: string | undefined;
}

/** A record before a change of the person and after it, whole; `undefined` where there was none. */
export interface RecordChange {
  readonly table: TableName;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Everything one change did, as one value: enough to undo it while nothing else has touched the same records. */
export interface JournalEntry {
  readonly id: RecordId;
  /** Sorts entries; strictly later than the entry before. */
  readonly stamp: Stamp;
  readonly atMs: number;
  readonly label: ChangeLabel;
  /** How many things the person would say were changed: ratings, preferences, vendors. */
  readonly count: number;
  readonly images: readonly Image[];
  /** How many {@link ImageChunk}s hold more of them; absent for none. */
  readonly chunks?: number;
  /** The entry that undid this one. It can be undone itself. */
  readonly undoneBy?: RecordId;
  /** The entry that this one undid. */
  readonly undoes?: RecordId;
  /** Of a change that was done again since: when it was made first. By this it lies among others. */
  readonly firstStamp?: Stamp;
  /** A step of another change: not told apart from it. */
  readonly isStep?: true;
  /** Of a change that was taken off and done again beneath another: the entry by which it goes since. */
  readonly again?: RecordId;
  /** Of a change by hand that was done again: what it changed the first time, on what stood there then. */
  readonly meant?: readonly RecordChange[];
  /** It was taken off with what it was about, and is done again when that is. */
  readonly isAsleep?: true;
  /** Where what had to wait when this one was undone was put back later, oldest first. */
  readonly taken?: readonly Pick<ImageChunk, 'entryId' | 'index'>[];
}

/** More images of one entry. A thing's images stand together in one chunk, so that it can be undone without the others. */
export interface ImageChunk {
  readonly entryId: RecordId;
  /** From 0. */
  readonly index: number;
  readonly images: readonly Image[];
  /** An older entry, undone before, of which this is what had to wait until then. */
  readonly takenFor?: RecordId;
  /** Records that an import found as it would have written them: it says them, too. Then there are no images. */
  readonly said?: readonly string[];
  /** How an import was taken in: in the first of these parts. */
  readonly taking?: Taking;
  /** Entries that a restore turned, or the undo of one. Then the images are those of the imports that went with it. */
  readonly turned?: readonly Turned[];
}

/** How an entry stands among others. */
export type Standing = Pick<JournalEntry, 'undoneBy' | 'isStep' | 'again' | 'isAsleep'>;

/** An entry that stands otherwise since a restore. */
export interface Turned {
  readonly id: RecordId;
  readonly before: Standing;
  readonly after: Standing;
}

/** What it takes to do an import once more. */
export interface Taking {
  /** Of its files; what others of their source said stays. */
  readonly kinds: readonly string[];
  /** What the person let win. */
  readonly winner: 'mine' | 'theirs' | 'newer';
}
