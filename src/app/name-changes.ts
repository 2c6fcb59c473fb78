import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Preference, StoredPreference } from '../domain/preference.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Database } from '../store/database.ts';
import type { Image, JournalEntry } from '../store/journal-entry.ts';

/** What a change was about: a thing or a site by its name, a preference by its words. */
export type ChangedName =
  | { readonly kind: 'item'; readonly name: string }
  /** `wasChosen`: it was connected or had stars before, and needs the browser's leave to be so again. */
  | { readonly kind: 'site'; readonly name: string; readonly wasChosen: boolean }
  | { readonly kind: 'preference'; readonly preference: Pick<Preference, 'key' | 'value' | 'unit'> };

/** More names than these say no more on one line. */
const MAX_NAMES = 3;

/**
 * The first few names of what each entry changed: as it is called now, or, where it is gone, as it was called before that.
 *
 * @param entries - newest first
 *
 * Call it inside a read of `items` and `preferences`.
 */
export async function nameChanges(database: Database, entries: readonly JournalEntry[]): Promise<ChangedName[][]> {
  const subjects = entries.map(({ images }) => subjectsOf(images));
  const ids = (kind: Subject['kind']): string[] =>
    subjects.flat().flatMap((subject) => (subject.kind === kind ? [subject.key] : []));
  const items = await database.items.bulkGet(ids('item') as ItemId[]);
  const preferences = await database.preferences.bulkGet(ids('preference') as RecordId[]);
  const now = new Map<string, Item | StoredPreference>();
  for (const record of [...items, ...preferences]) {
    if (record) {
      now.set(record.id, record);
    }
  }
  const found = foundByLater(entries);
  return subjects.map((group) =>
    group.flatMap(({ kind, key, before }) => nameOf(kind, key, [now.get(key), before, found.get(key)])),
  );
}

/** Things and preferences as the latest change found them that was to delete them, or to join them into others. */
function foundByLater(entries: readonly JournalEntry[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { table, key, before } of entries.flatMap(({ images }) => images)) {
    const isNamed = table === 'items' || table === 'preferences';
    if (isNamed && before !== undefined && !('deletedAt' in (before as object)) && !found.has(key)) {
      found.set(key, before);
    }
  }
  return found;
}

interface Subject {
  readonly kind: ChangedName['kind'];
  readonly key: string;
  /** The record as it was, if the entry changed the record itself. */
  readonly before: unknown;
}

const KINDS: Partial<Record<Image['table'], Subject['kind']>> = {
  items: 'item',
  ratings: 'item',
  preferences: 'preference',
  vendors: 'site',
};

/** Each thing once, however many of its records were changed. */
function subjectsOf(images: readonly Image[]): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const { table, key, before } of images) {
    if (table === 'refusedJoins') {
      // Two things by their keys: the row itself has no more.
      for (const id of key.split(' ').slice(0, MAX_NAMES - subjects.size)) {
        subjects.set(id, subjects.get(id) ?? { kind: 'item', key: id, before: undefined });
      }
    }
    const kind = KINDS[table];
    if (kind && (table === 'items' || !subjects.has(key)) && (subjects.has(key) || subjects.size < MAX_NAMES)) {
      subjects.set(key, { kind, key, before: table === 'ratings' ? undefined : before });
    }
  }
  return [...subjects.values()];
}

function nameOf(kind: Subject['kind'], key: string, states: readonly unknown[]): ChangedName[] {
  if (kind === 'site') {
    const vendors = states.filter((state) => state !== undefined) as Partial<Vendor>[];
    const wasChosen = vendors.some(({ isConnected, hasStars }) => isConnected === true || hasStars === true);
    return [{ kind, name: key, wasChosen }];
  }
  const live = states.find((state) => state !== undefined && !('deletedAt' in (state as object)));
  if (live === undefined) {
    return [];
  }
  return kind === 'item' ? [{ kind, name: (live as Item).name }] : [{ kind, preference: live as Preference }];
}
