import { newRecordId, type ItemId } from '../../src/domain/ids.ts';
import type { ItemFacts } from '../../src/domain/item.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { type SourceContent, sourceRecordId } from '../../src/domain/source-record.ts';
import { JOIN_TABLES, joinItem } from '../../src/store/join-item.ts';
import { write } from '../../src/store/write.ts';
import type { AppContext } from '../../src/app/context.ts';

/** A thing without a mark, as an import would leave it. */
export interface Brought {
  readonly facts: ItemFacts;
  /** `letterboxd` when absent. */
  readonly source?: string;
  /** Absent for a thing that is only wanted. */
  readonly content?: SourceContent;
  readonly wanted?: { readonly at?: Moment };
}

/** Brings things into the store as one change. */
export async function bring(context: AppContext, ...things: readonly Brought[]): Promise<ItemId[]> {
  const nowMs = context.clock.nowMs();
  const { value } = await write(
    context.database,
    { tables: JOIN_TABLES, nowMs, label: 'run-import' },
    async (writer) => {
      const stamps = { createdAt: writer.stamp, updatedAt: writer.stamp };
      const ids: ItemId[] = [];
      for (const { facts, source = 'letterboxd', content, wanted } of things) {
        const { id: itemId } = await joinItem(writer, facts);
        ids.push(itemId);
        if (content) {
          const id = sourceRecordId(source, facts.name);
          await writer.put('sourceRecords', { id, itemId, source, facts, content, ...stamps });
        }
        if (wanted) {
          const since = wanted.at === undefined ? {} : { wantedAt: wanted.at };
          await writer.put('intentions', { id: newRecordId(nowMs), itemId, source, ...since, ...stamps });
        }
      }
      return ids;
    },
  );
  return value;
}
