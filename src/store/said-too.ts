/**
 * What an import found as it would have written it itself. Nothing of that is written, so no image tells of it; yet while
 * the import stands, its things stand, whatever earlier import brought them and is undone. It stands among the parts of
 * large changes, under a name that is no entry's.
 */
import { Dexie } from 'dexie';
import type { Stamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { ImageChunk, JournalEntry, Taking } from './journal-entry.ts';

const PREFIX = 'said too ';

/** Part of an import's change, for each of its parts. */
export async function addSaidToo({ journalImages }: Database, { id, index, keys, taking }: SaidTooPart): Promise<void> {
  if (index === 0 || keys.length > 0) {
    await journalImages.add({
      entryId: saidTooOf(id),
      index,
      images: [],
      said: keys,
      ...(index === 0 && { taking }),
    });
  }
}

export interface SaidTooPart {
  /** Of the import's entry. */
  readonly id: RecordId;
  /** From 0. */
  readonly index: number;
  /** Of records of what sources say. */
  readonly keys: readonly string[];
  readonly taking: Taking;
}

/** @returns how an import was taken in, and what it found as it says it; `undefined` of those before November 2026 */
export async function readSaidToo(
  { journalImages }: Database,
  id: RecordId,
): Promise<{ keys: readonly string[]; taking: Taking } | undefined> {
  const rows: ImageChunk[] = await journalImages
    .where(':id')
    .between([saidTooOf(id), Dexie.minKey], [saidTooOf(id), Dexie.maxKey])
    .toArray();
  const taking = rows[0]?.taking;
  return taking && { keys: rows.flatMap(({ said = [] }) => said), taking };
}

/** Under which name it stands. */
export function saidTooOf(id: RecordId): RecordId {
  return `${PREFIX}${id}` as RecordId;
}

/** What imports that stand say, too. Reads it when it is first asked, inside a transaction over the journal's tables. */
export class SaidToo {
  readonly #database: Database;
  readonly #going: JournalEntry;
  #parts: Promise<readonly SaidPart[]> | undefined;

  /** @param going - what is undone now: it says nothing any more, and what it had undone says it again */
  constructor(database: Database, going: JournalEntry) {
    this.#database = database;
    this.#going = going;
  }

  /** @returns records of what sources say, each with the time of an import after that moment which says it, too */
  async since(moment: Stamp): Promise<ReadonlyMap<string, Stamp>> {
    this.#parts ??= this.#read();
    const later = (await this.#parts).filter(({ stamp }) => stamp > moment);
    return new Map(later.flatMap(({ keys, stamp }) => keys.map((key) => [key, stamp] as const)));
  }

  async #read(): Promise<readonly SaidPart[]> {
    const { journal, journalImages } = this.#database;
    const rows: ImageChunk[] = await journalImages
      .where(':id')
      .between([PREFIX, Dexie.minKey], [`${PREFIX}\uffff`, Dexie.maxKey])
      .toArray();
    const ids = new Set(rows.map(({ entryId }) => entryId.slice(PREFIX.length) as RecordId));
    const entries = (await journal.bulkGet([...ids])).flatMap((entry) => entry ?? []);
    const turned = await this.#turned();
    const standing = new Map(
      entries
        .filter(({ id, undoneBy }) => turned.get(id) ?? undoneBy === undefined)
        .map(({ id, stamp }) => [saidTooOf(id), stamp]),
    );
    return rows.flatMap(({ entryId, said = [] }) => {
      const stamp = standing.get(entryId);
      return stamp === undefined ? [] : [{ keys: said, stamp }];
    });
  }

  /** Which of the entry and those it goes back to will stand: each undid the next. */
  async #turned(): Promise<ReadonlyMap<RecordId, boolean>> {
    const turned = new Map<RecordId, boolean>();
    let entry: JournalEntry | undefined = this.#going;
    for (let stands = false; entry && !turned.has(entry.id); stands = !stands) {
      turned.set(entry.id, stands);
      entry = entry.undoes === undefined ? undefined : await this.#database.journal.get(entry.undoes);
    }
    return turned;
  }
}

interface SaidPart {
  readonly keys: readonly string[];
  readonly stamp: Stamp;
}
