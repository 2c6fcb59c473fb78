import type { ItemId } from '../domain/ids.ts';
import { type Intention, isLiveIntention, type StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating, type RatingVersion, type StoredRating } from '../domain/rating.ts';
import { isLiveSource, type SourceContent, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from '../store/database.ts';
import { read } from '../store/read.ts';
import { rowChunks } from '../store/row-chunks.ts';
import type { ExportedCsv, ExportThing, LossReason } from '../transfer/exporter.ts';
import { EXPORTERS } from '../transfer/exporters/index.ts';
import type { AppContext } from './context.ts';
import { removedSoFar, withoutRemoved } from './without-removed.ts';

export interface ServiceExport extends ExportedCsv {
  readonly fileName: string;
  /** How often each thing could not be said, the most frequent first. */
  readonly lossCounts: readonly { readonly reason: LossReason; readonly count: number }[];
}

/** The services that Sayso writes files for. */
export const SERVICES = EXPORTERS.map(({ id, label }) => ({ id, label }));

/** What one service reads, and what it can't be told. */
export async function exportForService(
  { database }: AppContext,
  { id }: { readonly id: string },
): Promise<ServiceExport> {
  const exporter = EXPORTERS.find((one) => one.id === id) ?? EXPORTERS[0];
  const things = await read(database, ['items', 'ratings', 'versions', 'sourceRecords', 'intentions'], async () =>
    thingsOf(database),
  );
  const exported = exporter?.write(things) ?? { csv: '', rows: 0, losses: [] };
  const counts = new Map<LossReason, number>();
  for (const { reason } of exported.losses) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lossCounts = [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((left, right) => right.count - left.count);
  return { ...exported, fileName: exporter?.fileName ?? '', lossCounts };
}

/** Whose makers of a film are its directors: their columns say so. A page names those who wrote it, too. */
const DIRECTED = ['imdb', 'letterboxd'];

/** Whatever the person said something of, by the item's key; inside a transaction. */
async function thingsOf(database: Database): Promise<ExportThing[]> {
  const ratings = new Map<ItemId, Rating>();
  const sources = new Map<ItemId, SourceContent[]>();
  const directors = new Map<ItemId, readonly string[]>();
  const intentions = new Map<ItemId, Intention>();
  const things: ExportThing[] = [];
  await rowChunks(database, 'ratings', (rows) => {
    (rows as StoredRating[]).filter(isLive).forEach((rating) => ratings.set(rating.itemId, rating));
  });
  await rowChunks(database, 'sourceRecords', (rows) => {
    for (const { itemId, source, facts, content } of (rows as StoredSourceRecord[]).filter(isLiveSource)) {
      if (DIRECTED.includes(source) && facts.creators !== undefined) {
        directors.set(itemId, directors.get(itemId) ?? facts.creators);
      }
      sources.set(itemId, [...(sources.get(itemId) ?? []), content]);
    }
  });
  await rowChunks(database, 'intentions', (rows) => {
    (rows as StoredIntention[]).filter(isLiveIntention).forEach((one) => intentions.set(one.itemId, one));
  });
  const judgedBefore = new Set(await database.versions.orderBy('itemId').uniqueKeys());
  const earlier = await earlierRemovals(database);
  await rowChunks(database, 'items', (rows) => {
    for (const item of rows as Item[]) {
      const rating = ratings.get(item.id);
      const intention = intentions.get(item.id);
      const directed = directors.get(item.id);
      const removed = removedSoFar([...(earlier.get(item.id) ?? []), ...(rating ? [rating] : [])]);
      const said = sources.get(item.id) ?? [];
      if (item.deletedAt === undefined && (rating || intention || said.length > 0)) {
        things.push({
          item,
          ...(directed && { directors: directed }),
          ...(rating && { rating }),
          ...(intention && { intention }),
          sources: said.map((content) => withoutRemoved(content, removed)),
          hasHistory: judgedBefore.has(item.id),
        });
      }
    }
  });
  return things;
}

/** Earlier judgements of the few things of which one took something off, in their order. */
async function earlierRemovals(database: Database): Promise<Map<ItemId, Rating[]>> {
  const ids = new Set<ItemId>();
  await rowChunks(database, 'versions', (rows) => {
    for (const { itemId, rating } of rows as RatingVersion[]) {
      if (rating.removed !== undefined) {
        ids.add(itemId);
      }
    }
  });
  const versions = await database.versions
    .where('itemId')
    .anyOf([...ids])
    .toArray();
  const earlier = new Map<ItemId, Rating[]>();
  for (const { itemId, rating } of versions.sort((one, other) => (one.replacedAt < other.replacedAt ? -1 : 1))) {
    earlier.set(itemId, [...(earlier.get(itemId) ?? []), rating]);
  }
  return earlier;
}
