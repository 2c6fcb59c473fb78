import type { Stamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { JournalEntry } from './journal-entry.ts';

/**
 * Knows of what was written at some time whether an import wrote it, or a join, or the undo of one: what can be done once
 * more without what is beneath. Looks up each time once.
 */
export class LaterImports {
  readonly #database: Database;
  readonly #known = new Map<Stamp, boolean>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns which of these groups of times are all of imports and joins; one without any is not */
  async areAll(groups: readonly (readonly Stamp[])[]): Promise<boolean[]> {
    const unknown = [...new Set(groups.flat())].filter((stamp) => !this.#known.has(stamp));
    if (unknown.length > 0) {
      const entries = await this.#database.journal.where('stamp').anyOf(unknown).toArray();
      for (const entry of entries) {
        const { label } = await this.#root(entry);
        this.#known.set(entry.stamp, label === 'run-import' || label === 'join-items');
      }
    }
    return groups.map((stamps) => stamps.length > 0 && stamps.every((stamp) => this.#known.get(stamp) === true));
  }

  /** Whether it is an import, the undo of one, or one done again. */
  async isOne(entry: JournalEntry): Promise<boolean> {
    return (await this.#root(entry)).label === 'run-import';
  }

  async #root(entry: JournalEntry): Promise<JournalEntry> {
    let root = entry;
    const seen = new Set<RecordId>();
    while (root.undoes !== undefined && !seen.has(root.id)) {
      seen.add(root.id);
      const undone = await this.#database.journal.get(root.undoes);
      if (!undone) {
        break;
      }
      root = undone;
    }
    return root;
  }
}
