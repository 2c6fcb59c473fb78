import { Dexie } from 'dexie';
import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import { readSpines, spinesOf } from './read-spines.ts';
import { ratingsRevision } from './revision.ts';
import { Shelf } from './shelf.ts';
import type { ShelfOrder } from './shelf-order.ts';
import { touchedSince } from './touched-since.ts';

/** What a transaction needs in which a shelf is asked for. */
export const SHELF_TABLES = ['meta', 'ratings', 'items', 'journal'] as const;

interface Held {
  shelf: Shelf | undefined;
  /** While one is being read. */
  building: Promise<Shelf> | undefined;
}

const shelves = new WeakMap<Database, Held>();

/**
 * Reads the shelf if there is none, and sorts it, in many small steps: the page draws and hears keys meanwhile, and
 * others may write. What they wrote is caught up with by {@link currentShelf}. Not inside a transaction.
 */
export function prepareShelf(database: Database, order: ShelfOrder): Promise<void> {
  const held = heldOf(database);
  const prepared = (async () => {
    const shelf = held.shelf ?? (await (held.building ??= buildApart(database, held)));
    await shelf.arrange(order);
  })();
  // Wrapped, so that Dexie knows after this wait whose watch it reads for: see read().
  return Dexie.Promise.resolve(prepared);
}

/**
 * The shelf as it is at this moment; inside a transaction over {@link SHELF_TABLES}. Small changes, by this page or
 * another, are taken from the journal.
 *
 * @param now - the revision of ratings and items in this transaction
 * @returns `undefined` when there is none, or too much has changed: then it is forgotten
 */
export async function currentShelf(database: Database, now: string): Promise<Shelf | undefined> {
  const held = heldOf(database);
  const { shelf } = held;
  if (!shelf || shelf.revision === now) {
    return shelf;
  }
  const touched = await touchedSince(database, shelf.revision, now);
  held.shelf = touched && shelf.changed(now, touched, await spinesOf(database, [...touched]));
  return held.shelf;
}

/** Reads a new shelf in one go; inside a transaction over {@link SHELF_TABLES}. */
export async function newShelf(database: Database): Promise<Shelf> {
  const held = heldOf(database);
  held.shelf = await build(database);
  return held.shelf;
}

/**
 * Outside whatever watches: a watch would otherwise take every record that is read here for one of its own, and start
 * anew with each change of one.
 */
function buildApart(database: Database, held: Held): Promise<Shelf> {
  const buildNow = async (): Promise<Shelf> => {
    try {
      await ready(database);
      held.shelf = await build(database);
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
async function build(database: Database): Promise<Shelf> {
  const revision = await ratingsRevision(database);
  return new Shelf(revision, await readSpines(database));
}

function heldOf(database: Database): Held {
  const held = shelves.get(database) ?? { shelf: undefined, building: undefined };
  shelves.set(database, held);
  return held;
}
