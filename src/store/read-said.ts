import type { ItemId } from '../domain/ids.ts';
import { isLiveSource, type SourceRecordId, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { lumps } from './lumps.ts';

/** Which sources say something of one thing. */
export interface SaidSpine {
  readonly itemId: ItemId;
  /** Their names, each once. */
  readonly sources: readonly string[];
}

/**
 * One pass over all that sources say, a lump at a time, in the order of their keys: by item the browser would look each
 * record up, at half the speed. Holds of each thing only who speaks of it.
 */
export async function readSaid(database: Database): Promise<SaidSpine[]> {
  const said = new Said();
  for await (const records of lumps<StoredSourceRecord, SourceRecordId>(database.sourceRecords, ({ id }) => id)) {
    said.add(records);
  }
  return said.spines();
}

/** The same of some items; inside a transaction. */
export async function saidAmong(database: Database, ids: readonly ItemId[]): Promise<SaidSpine[]> {
  const said = new Said();
  said.add(await database.sourceRecords.where('itemId').anyOf(ids).toArray());
  return said.spines();
}

class Said {
  readonly #sources = new Map<ItemId, readonly string[]>();
  /** Each set of sources once: a hundred thousand things have a handful of them. */
  readonly #sets = new Map<string, readonly string[]>();

  add(records: readonly StoredSourceRecord[]): void {
    for (const { itemId, source } of records.filter(isLiveSource)) {
      const known = this.#sources.get(itemId) ?? [];
      if (!known.includes(source)) {
        this.#sources.set(itemId, this.#shared([...known, source].sort()));
      }
    }
  }

  spines(): SaidSpine[] {
    return [...this.#sources].map(([itemId, sources]) => ({ itemId, sources }));
  }

  #shared(sources: readonly string[]): readonly string[] {
    const key = sources.join('\n');
    const shared = this.#sets.get(key) ?? sources;
    this.#sets.set(key, shared);
    return shared;
  }
}
