import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Moment } from '../domain/moment.ts';
import { lastSaidAt, type Rating } from '../domain/rating.ts';
import { isLiveSource } from '../domain/source-record.ts';
import type { Database } from '../store/database.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { read } from '../store/read.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { beginAnew } from './begin-anew.ts';
import type { AppContext } from './context.ts';
import type { Placement } from './place-thing.ts';
import { PLACE_TABLES, type PlacedCounts, placeThings } from './place-things.ts';
import { PlacingBatch } from './placing-batch.ts';
import { SomeOfEach } from './some-of-each.ts';
import { stay } from './stay.ts';
import type { ImportControl, ImportInput } from './run-import.ts';

/** One thing as it will be. */
export interface PreviewRow {
  readonly thing: GatheredThing;
  readonly item: Item;
  readonly state: Placement['state'];
  readonly settlement: Placement['settlement'];
  /** Which of the files says it first. */
  readonly file: number;
  /** The mark that stands here before, where another follows or was to: whose it is, which, and of when, if anybody knows. */
  readonly here?: Pick<Rating, 'given' | 'source'> & { readonly at?: Moment };
}

export interface ImportPreview {
  readonly counts: PlacedCounts;
  /** The first few of each file, in the order of the files. */
  readonly rows: readonly PreviewRow[];
  /** The first few that will be joined to what is known already. */
  readonly joined: readonly PreviewRow[];
  /** The first few where the person's rule decides. */
  readonly conflicts: readonly PreviewRow[];
}

/** More rows than these show no more of what a file is. */
const SHOWN = 20;

export interface PreviewInput extends Pick<ImportInput, 'things' | 'kinds' | 'winner'> {
  /** The file that says each of the things first; all of one, when absent. */
  readonly firstFiles?: readonly number[];
}

/**
 * What an import would come to, by the very way it is written; nothing is.
 *
 * @throws {AppError} `cancelled`; `storage-unavailable`
 */
export function previewImport(
  context: AppContext,
  input: PreviewInput,
  control: ImportControl = {},
): Promise<ImportPreview> {
  return beginAnew(control, () => readPreview(context, input, control));
}

function readPreview(
  { database, clock }: AppContext,
  { things, kinds = new Set(), winner, firstFiles = [] }: PreviewInput,
  { onProgress, ...control }: ImportControl,
): Promise<ImportPreview> {
  const rows = new SomeOfEach<PreviewRow>(SHOWN);
  const joined: PreviewRow[] = [];
  const conflicts: PreviewRow[] = [];
  /** Whose mark an item has by now, where this very import gave it. */
  const sourceGiven = new Map<ItemId, string>();
  /** Rows where the mark that stands here is one of those. */
  const isOfThese = new Set<PreviewRow>();
  let placed = 0;
  return read(database, PLACE_TABLES, async () => {
    const batch = new PlacingBatch({ database, nowMs: clock.nowMs() });
    const counts = await placeThings(things, {
      winner,
      kinds,
      batch: () => batch,
      onPart: (done) => {
        onProgress?.(done);
        stay(control);
      },
      onPlaced: ({ item, state, settlement, here }, thing) => {
        const isDecided = settlement === 'keep' || settlement === 'replace';
        const isOther = here && (isDecided || settlement === 'update');
        const file = firstFiles[placed] ?? 0;
        placed += 1;
        const row: PreviewRow = {
          thing,
          item,
          state,
          settlement,
          file,
          ...(isOther && { here: standing(here) }),
        };
        if (here && sourceGiven.get(item.id) === here.source) {
          isOfThese.add(row);
        }
        if (settlement === 'new' || settlement === 'update' || settlement === 'replace') {
          sourceGiven.set(item.id, thing.source);
        }
        rows.add(String(file), row);
        for (const [list, belongs] of [
          [joined, state === 'joined'],
          [conflicts, isDecided],
        ] as const) {
          if (belongs && list.length < SHOWN) {
            list.push(row);
          }
        }
      },
    });
    const told = (list: readonly PreviewRow[]) =>
      Promise.all(list.map((row) => withGiver(database, row, isOfThese.has(row))));
    return { counts, rows: await told(rows.chosen), joined: await told(joined), conflicts: await told(conflicts) };
  });
}

/** With the day by which the newer of two wins. */
function standing(rating: Rating): NonNullable<PreviewRow['here']> {
  const at = lastSaidAt(rating);
  return { given: rating.given, source: rating.source, ...(at !== undefined && { at }) };
}

/** A mark that came from a source and was changed here since is the person's: no source says it any more. */
async function withGiver(database: Database, row: PreviewRow, isGivenNow: boolean): Promise<PreviewRow> {
  const { here, item } = row;
  if (!here || isGivenNow || here.source === 'person') {
    return row;
  }
  const records = await database.sourceRecords.where('itemId').equals(item.id).toArray();
  const isSaid = records.some(
    (record) =>
      isLiveSource(record) &&
      record.source === here.source &&
      record.content.ratings?.some(({ given }) => fingerprint(given) === fingerprint(here.given)) === true,
  );
  return isSaid ? row : { ...row, here: { ...here, source: 'person' } };
}
