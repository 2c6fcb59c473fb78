import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Preference } from '../domain/preference.ts';
import { isLive, type Rating, type StoredRating } from '../domain/rating.ts';
import type { Database } from '../store/database.ts';
import { fingerprint } from '../store/fingerprint.ts';
import type { ChangeLabel, Image, JournalEntry } from '../store/journal-entry.ts';
import type { ImportRecord } from '../store/rows.ts';

/** What a change made of one thing: what it was, and what it became. Absent is: there was none, or there is none any more. */
export type ChangeTold =
  | { readonly kind: 'rating'; readonly from?: Rating; readonly to?: Rating }
  | { readonly kind: 'item'; readonly from: Item; readonly to: Item }
  | { readonly kind: 'preference'; readonly from?: Preference; readonly to?: Preference }
  | { readonly kind: 'import'; readonly files: readonly string[]; readonly counts: ImportRecord['counts'] };

export interface EntryTold {
  /** Of an undo: what was taken back, or was done again since it had been taken back. */
  readonly of?: { readonly label: ChangeLabel; readonly isAgain: boolean };
  /** Absent for a change of many things, and where nothing knows any more what the change made of it. */
  readonly told?: ChangeTold;
}

/** Which record a change of one thing is about. */
const TOLD_TABLES: Partial<Record<ChangeLabel, 'ratings' | 'items' | 'preferences'>> = {
  'rate-item': 'ratings',
  'edit-rating': 'ratings',
  'clear-mark': 'ratings',
  'delete-rating': 'ratings',
  'describe-item': 'items',
  'save-preference': 'preferences',
  'delete-preference': 'preferences',
};

/**
 * What each change made of what it changed, in the order of the entries. A journal keeps of each record what it was, and a
 * print of what it became: that is looked for in what there is now, in what later changes found, and among earlier ratings.
 *
 * Call it inside a read of `journal`, `imports`, `ratings`, `versions`, `items` and `preferences`.
 */
export async function tellChanges(database: Database, entries: readonly JournalEntry[]): Promise<EntryTold[]> {
  const roots = await Promise.all(entries.map((entry) => rootOf(database, entry)));
  const images = entries.map((entry, index) => imageOf(entry, roots[index]?.entry.label));
  const states = await statesOf(
    database,
    entries.flatMap((entry) => entry.images),
    images.flatMap((image) => image ?? []),
  );
  const imports = await importsOf(database, roots);
  return entries.map((entry, index) => {
    const root = roots[index];
    const record = root && imports.get(root.entry.id);
    const image = images[index];
    const told: ChangeTold | undefined = record
      ? { kind: 'import', files: record.files, counts: record.counts }
      : image && toldOf(image, states);
    return {
      ...(root && entry.undoes !== undefined && { of: { label: root.entry.label, isAgain: root.isAgain } }),
      ...(told && { told }),
    };
  });
}

interface Root {
  readonly entry: JournalEntry;
  readonly isAgain: boolean;
}

/** What an undo was of in the end, and whether it put it in force again. Itself of any other change. */
async function rootOf(database: Database, entry: JournalEntry): Promise<Root | undefined> {
  let root: JournalEntry | undefined = entry;
  let isAgain = true;
  while (root?.undoes !== undefined) {
    root = await database.journal.get(root.undoes);
    isAgain = !isAgain;
  }
  return root && { entry: root, isAgain };
}

/** The one image of what the change is about. */
function imageOf({ images, chunks }: JournalEntry, label: ChangeLabel | undefined): Image | undefined {
  const table = label && TOLD_TABLES[label];
  const [image, ...others] = chunks === undefined ? images.filter((one) => one.table === table) : [];
  return others.length === 0 ? image : undefined;
}

type States = ReadonlyMap<string, readonly object[]>;

/** All that is known of what these records were at one time or other, by table and key. */
async function statesOf(database: Database, known: readonly Image[], images: readonly Image[]): Promise<States> {
  const states = new Map<string, object[]>(images.map((image) => [placeOf(image), []]));
  const add = (table: Image['table'], key: string, state: object | undefined): void => {
    if (state) {
      states.get(placeOf({ table, key }))?.push(state);
    }
  };
  const keysIn = (table: Image['table']): string[] => [
    ...new Set(images.flatMap((image) => (image.table === table ? [image.key] : []))),
  ];
  const itemIds = keysIn('ratings') as ItemId[];
  for (const rating of await database.ratings.bulkGet(itemIds)) {
    add('ratings', rating?.itemId ?? '', rating);
  }
  for (const { itemId, rating } of await database.versions.where('itemId').anyOf(itemIds).toArray()) {
    add('ratings', itemId, rating);
  }
  for (const item of await database.items.bulkGet(keysIn('items') as ItemId[])) {
    add('items', item?.id ?? '', item);
  }
  for (const preference of await database.preferences.bulkGet(keysIn('preferences') as RecordId[])) {
    add('preferences', preference?.id ?? '', preference);
  }
  for (const { table, key, before } of known) {
    add(table, key, before as object | undefined);
  }
  return states;
}

function placeOf({ table, key }: Pick<Image, 'table' | 'key'>): string {
  return `${table} ${key}`;
}

function toldOf(image: Image, states: States): ChangeTold | undefined {
  const { table, before, after } = image;
  const found =
    after === undefined ? undefined : states.get(placeOf(image))?.find((state) => fingerprint(state) === after);
  if (after !== undefined && !found) {
    return undefined;
  }
  const [from, to] = [before, found].map((state) => (isThere(state) ? state : undefined));
  if (table === 'items') {
    return from && to ? { kind: 'item', from: from as Item, to: to as Item } : undefined;
  }
  return {
    kind: table === 'ratings' ? 'rating' : 'preference',
    ...(from && { from }),
    ...(to && { to }),
  } as ChangeTold;
}

function isThere(state: unknown): state is object {
  return state !== undefined && isLive(state as StoredRating);
}

/** The imports that changes were, by the ids of the changes. There are few, and they stand in no order of those. */
async function importsOf(
  database: Database,
  roots: readonly (Root | undefined)[],
): Promise<ReadonlyMap<RecordId, ImportRecord>> {
  const ids = new Set(roots.flatMap((root) => (root?.entry.label === 'run-import' ? [root.entry.id] : [])));
  const records = ids.size === 0 ? [] : await database.imports.filter(({ journalId }) => ids.has(journalId)).toArray();
  return new Map(records.map((record) => [record.journalId, record]));
}
