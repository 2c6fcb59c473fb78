import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RatingRow } from '../../../app/rating-rows.ts';
import type { UnratedRow } from '../../../app/unrated-rows.ts';
import type { ItemId } from '../../../domain/ids.ts';

/** Rows beyond these are forgotten when they are out of sight. */
const MOST_KEPT = 1_500;

/** One of a list of ratings, or of a list of things without one. */
export type ListedRow = RatingRow | UnratedRow;

/** What {@link RowsInView} reads for. */
export interface RowsHost extends ReactiveControllerHost {
  /** Reads some rows, in whatever order, and tells of which revision they are. */
  rowsOf(itemIds: readonly ItemId[]): Promise<{ readonly rows: readonly ListedRow[]; readonly revision: string }>;
  /** The rows could not be read. */
  failed(thrown: unknown): void;
}

/**
 * The rows of what is in sight, read as they are wanted and kept while nothing changes. After a change the old ones
 * stand until the new ones are there. One reading at a time: what was wanted and scrolled past meanwhile is never read.
 */
export class RowsInView implements ReactiveController {
  readonly #host: RowsHost;
  readonly #rows = new Map<ItemId, ListedRow>();
  /** Those that are as they were at {@link #revision}; the others wait for their new state. */
  readonly #fresh = new Set<ItemId>();
  #revision = '';
  #wanted: readonly ItemId[] = [];
  #isReading = false;

  constructor(host: RowsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#read();
  }

  rowOf(id: ItemId): ListedRow | undefined {
    return this.#rows.get(id);
  }

  /**
   * @param ids - what is in sight or may soon be
   * @param revision - of the list that they are from
   */
  want(ids: readonly ItemId[], revision: string): void {
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#fresh.clear();
    }
    this.#wanted = ids;
    void this.#read();
  }

  async #read(): Promise<void> {
    const missing = this.#wanted.filter((id) => !this.#fresh.has(id));
    if (this.#isReading || missing.length === 0) {
      return;
    }
    this.#isReading = true;
    try {
      const { rows, revision } = await this.#host.rowsOf(missing);
      this.#keep(missing, rows, revision);
      this.#host.requestUpdate();
    } catch (thrown) {
      this.#wanted = [];
      this.#host.failed(thrown);
    } finally {
      this.#isReading = false;
    }
    await this.#read();
  }

  #keep(asked: readonly ItemId[], rows: readonly ListedRow[], revision: string): void {
    // Of a later revision than the list: the list will follow, and what is read is right already.
    const isLater = revision !== this.#revision;
    this.#forget();
    const found = new Map(rows.map((row) => [row.item.id, row]));
    for (const id of asked) {
      const row = found.get(id);
      if (row) {
        this.#rows.set(id, row);
      } else {
        this.#rows.delete(id);
      }
      this.#fresh.add(id);
    }
    if (isLater) {
      this.#revision = revision;
    }
  }

  #forget(): void {
    if (this.#rows.size > MOST_KEPT) {
      const wanted = new Set(this.#wanted);
      for (const id of [...this.#rows.keys()].filter((known) => !wanted.has(known))) {
        this.#rows.delete(id);
        this.#fresh.delete(id);
      }
    }
  }
}
