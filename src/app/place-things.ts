import type { ItemId } from '../domain/ids.ts';
import type { SourceRecordId } from '../domain/source-record.ts';
import type { Winner } from '../policy/settle-rating.ts';
import { isConflict } from '../policy/settle-rating.ts';
import { JOIN_TABLES } from '../store/join-item.ts';
import type { ImportCounts } from '../store/rows.ts';
import type { TableName } from '../store/table-name.ts';
import { type Counted, countedIn } from '../transfer/file-counts.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { asKnown } from './as-known.ts';
import { placeThing, type Placement, showsOne } from './place-thing.ts';
import { cleanFacts } from './clean-facts.ts';
import type { PlacingBatch } from './placing-batch.ts';

/** The tables that placing reads or writes. */
export const PLACE_TABLES = JOIN_TABLES satisfies readonly TableName[];

/**
 * So many things are looked up and written at once. Each table is written for all of them before the next: the browser keeps
 * only so much of a database at hand, and turning from table to table for every few things costs half as much again.
 */
const THINGS_AT_ONCE = 4_000;

/** What the things of an import come to. */
export type PlacedCounts = Omit<ImportCounts, 'rows' | 'skipped'> & {
  /** Where the person's rule had to decide. */
  readonly conflicts: number;
  /** Rated at the source once, and not any more: kept here. */
  readonly withdrawn: number;
};

export interface PlaceOptions {
  readonly winner: Winner;
  /** Of the files that are read. What others of their source said stays. */
  readonly kinds: ReadonlySet<string>;
  /** How many make a part; {@link THINGS_AT_ONCE}, when absent. */
  readonly thingsAtOnce?: number;
  /** A new one for each part, or the same for all. */
  readonly batch: () => PlacingBatch;
  /** After each part, with how many things are done; may wait or throw, but only for the database. */
  readonly onPart: (done: number) => Promise<void> | void;
  /** Meanwhile, with how many would be done if each took as long; may throw. */
  readonly onWritten?: (done: number) => void;
  readonly onPlaced?: (placement: Placement, thing: GatheredThing) => void;
}

/** Places all things of an import, part by part. Inside a transaction over {@link PLACE_TABLES}. */
export async function placeThings(
  things: readonly GatheredThing[],
  { winner, kinds, thingsAtOnce = THINGS_AT_ONCE, batch, onPart, onWritten, onPlaced }: PlaceOptions,
): Promise<PlacedCounts> {
  const counts = {
    ratings: 0,
    reviews: 0,
    intentions: 0,
    likes: 0,
    owned: 0,
    seen: 0,
    added: 0,
    joined: 0,
    changed: 0,
    same: 0,
    conflicts: 0,
    withdrawn: 0,
  };
  const made = new Set<ItemId>();
  const taken = new Set<SourceRecordId>();
  for (let from = 0; from < things.length; from += thingsAtOnce) {
    const part = things.slice(from, from + thingsAtOnce);
    const present = batch();
    await present.load(part);
    for (const gathered of part) {
      const thing = asKnown(present, gathered, taken);
      if (showsOne(present, thing)) {
        await present.join(cleanFacts(thing.facts));
      }
      const placement = ownNews(placeThing(present, thing, { winner, kinds }), made);
      counts[placement.state] += 1;
      counts.conflicts += placement.settlement !== undefined && isConflict(placement.settlement) ? 1 : 0;
      counts.withdrawn += placement.isWithdrawn ? 1 : 0;
      countContent(counts, thing);
      onPlaced?.(placement, thing);
    }
    await present.write((share) => onWritten?.(from + Math.floor(share * part.length)));
    await onPart(from + part.length);
  }
  return counts;
}

/** What joins only what the same import made is new too: the person had neither of the two. */
function ownNews(placement: Placement, made: Set<ItemId>): Placement {
  if (placement.state === 'added') {
    made.add(placement.item.id);
  }
  return placement.state === 'joined' && made.has(placement.item.id) ? { ...placement, state: 'added' } : placement;
}

function countContent(counts: Record<Counted, number>, { content }: GatheredThing): void {
  for (const one of countedIn(content)) {
    counts[one] += 1;
  }
}
