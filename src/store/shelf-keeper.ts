import { Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import { read } from './read.ts';
import { ratingsRevision } from './revision.ts';
import { type Comparisons, Shelf } from './shelf.ts';
import type { Shelved } from './spine.ts';
import type { TableName } from './table-name.ts';
import { type BelongingTable, touchedSince } from './touched-since.ts';

/** How the spines of one sort of list are read and sorted. */
export interface ShelfPlan<One extends Shelved, Order extends string> {
  readonly compare: Comparisons<One, Order>;
  /** Tables that the spines are made of beside `items` and `ratings`. */
  readonly belongings: readonly BelongingTable[];
  /** All, in small steps: in a transaction or not. Tells, if it can, how much of how much is read. */
  readonly readAll: (database: Database, onRead: OnRead) => Promise<One[]>;
  /** Those of some items; inside a transaction. */
  readonly readSome: (database: Database, ids: readonly ItemId[]) => Promise<One[]>;
  /** Those that an earlier page kept; not inside a transaction. */
  readonly kept?: (database: Database) => Promise<KeptSpines<One> | undefined>;
  /** Keeps them for later pages, or tells why not; never throws. Not inside a transaction. */
  readonly keep?: (database: Database, kept: KeptSpines<One>) => Promise<void>;
}

/** Spines as they stood at a revision. */
export interface KeptSpines<One> {
  readonly revision: string;
  readonly spines: readonly One[];
}

/** Hears how many of how many are read. */
export type OnRead = (read: number, of: number) => void;

interface Held<One extends Shelved, Order extends string> {
  shelf: Shelf<One, Order> | undefined;
  /** While one is being read. */
  building: Promise<Shelf<One, Order>> | undefined;
  readonly listeners: Set<OnRead>;
}

/** Holds one shelf of each database, from when it is first asked for, and has it follow the changes. */
export class ShelfKeeper<One extends Shelved, Order extends string> {
  /** What a transaction needs in which the shelf is asked for. */
  readonly tables: readonly TableName[];
  readonly #plan: ShelfPlan<One, Order>;
  readonly #helds = new WeakMap<Database, Held<One, Order>>();

  constructor(plan: ShelfPlan<One, Order>) {
    this.#plan = plan;
    this.tables = ['meta', 'ratings', 'items', 'journal', ...plan.belongings];
  }

  /**
   * Reads the shelf if there is none, as an earlier page kept it or anew, and sorts it, in many small steps: the page draws
   * and hears keys meanwhile, and others may write. What they wrote is caught up with by {@link current}. Not inside a
   * transaction.
   */
  prepare(database: Database, order: Order): Promise<void> {
    const held = this.#heldOf(database);
    const prepared = (async () => {
      const shelf = held.shelf ?? (await (held.building ??= this.#buildApart(database, held)));
      await shelf.arrange(order);
    })();
    // Wrapped, so that Dexie knows after this wait whose watch it reads for: see read().
    return Dexie.Promise.resolve(prepared);
  }

  /** Hears how far the reading is, whenever the shelf is read. @returns the way to stop */
  onReading(database: Database, listener: OnRead): () => void {
    const { listeners } = this.#heldOf(database);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /**
   * The shelf as it is at this moment; inside a transaction over {@link tables}. Small changes, by this page or another,
   * are taken from the journal.
   *
   * @param now - the revision of ratings and items in this transaction
   * @returns `undefined` when there is none, or too much has changed: then it is forgotten
   */
  async current(database: Database, now: string): Promise<Shelf<One, Order> | undefined> {
    const held = this.#heldOf(database);
    const { shelf } = held;
    if (!shelf || shelf.revision === now) {
      return shelf;
    }
    const touched = await touchedSince(database, shelf.revision, now, this.#plan.belongings);
    held.shelf = touched && shelf.changed(now, touched, await this.#plan.readSome(database, [...touched]));
    return held.shelf;
  }

  /** Reads a new shelf in one go; inside a transaction over {@link tables}. */
  async renew(database: Database): Promise<Shelf<One, Order>> {
    const held = this.#heldOf(database);
    held.shelf = await this.#build(database);
    return held.shelf;
  }

  /**
   * Outside whatever watches: a watch would otherwise take every record that is read here for one of its own, and start
   * anew with each change of one.
   */
  #buildApart(database: Database, held: Held<One, Order>): Promise<Shelf<One, Order>> {
    const buildNow = async (): Promise<Shelf<One, Order>> => {
      try {
        await ready(database);
        const kept = await this.#plan.kept?.(database);
        if (kept) {
          held.shelf = new Shelf(kept.revision, this.#plan.compare, kept.spines);
          await read(database, this.tables, async () => this.current(database, await ratingsRevision(database)));
        }
        held.shelf ??= await this.#build(database);
        if (held.shelf.revision !== kept?.revision) {
          // Whoever waits for the shelf does not wait for this.
          void this.#plan.keep?.(database, held.shelf);
        }
        return held.shelf;
      } catch (thrown) {
        throw failureIn(database, thrown);
      } finally {
        held.building = undefined;
      }
    };
    return new Promise((resolve) => {
      setTimeout(() => {
        resolve(buildNow());
      });
    });
  }

  /** The revision comes first: what is written while the rest is read is caught up with afterwards. */
  async #build(database: Database): Promise<Shelf<One, Order>> {
    const revision = await ratingsRevision(database);
    const onRead: OnRead = (read, of) => {
      for (const listener of this.#heldOf(database).listeners) {
        listener(read, of);
      }
    };
    return new Shelf(revision, this.#plan.compare, await this.#plan.readAll(database, onRead));
  }

  #heldOf(database: Database): Held<One, Order> {
    const held = this.#helds.get(database) ?? { shelf: undefined, building: undefined, listeners: new Set() };
    this.#helds.set(database, held);
    return held;
  }
}
