import type { ItemFacts } from '../domain/item.ts';
import { isLiveSource, type SourceRecordId } from '../domain/source-record.ts';
import { areDistinct } from '../store/match-items.ts';
import type { FormerNaming } from '../transfer/entry.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import type { PlacingBatch } from './placing-batch.ts';

/**
 * A thing under the name that its source's record has. The columns of a person's own table may have meant less in an earlier
 * import than they do now: what was called by its title alone then has a year in its name today, and is the same thing.
 *
 * @param taken - former names that things of this import have taken already; one more is added where this one takes it
 */
export function asKnown(batch: PlacingBatch, thing: GatheredThing, taken: Set<SourceRecordId>): GatheredThing {
  const { former, ...rest } = thing;
  const ways = former && !batch.record(thing.id) ? [...former] : [];
  const way = ways.find(([id, naming]) => !taken.has(id) && isOf(batch, id, naming, thing.facts));
  if (way === undefined) {
    return rest;
  }
  const [id] = way;
  taken.add(id);
  return { ...rest, id };
}

/**
 * Whether the record of a former name is of the thing. Two films of one title had one record while the year did not count: it
 * is of the first, and afterwards of the one that it is not told apart from.
 */
function isOf(batch: PlacingBatch, id: SourceRecordId, naming: FormerNaming, facts: ItemFacts): boolean {
  const record = batch.record(id);
  return isLiveSource(record) ? isAsThen(record.facts, naming) || mayBe(record.facts, facts) : record !== undefined;
}

/** Whether nothing has been said of it since it had that name. */
function isAsThen({ year, creators = [], identifiers }: ItemFacts, naming: FormerNaming): boolean {
  return (
    year === naming.year && isSameList(creators, naming.creators ?? []) && isSameList(identifiers, naming.identifiers)
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text) => other.includes(text));
}

/** Whether nothing tells them apart. */
function mayBe({ year, creators = [], identifiers }: ItemFacts, facts: ItemFacts): boolean {
  return (
    !areDistinct({ identifiers }, facts) &&
    (year === undefined || facts.year === undefined || year === facts.year) &&
    (creators.length === 0 || !facts.creators || facts.creators.some((one) => creators.includes(one)))
  );
}
