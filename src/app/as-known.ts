import type { ItemFacts } from '../domain/item.ts';
import { isLiveSource, type SourceRecordId } from '../domain/source-record.ts';
import { areDistinct } from '../store/match-items.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import type { PlacingBatch } from './placing-batch.ts';

/**
 * A thing under the name that its source's record has. The columns of a person's own table may have meant less in an earlier
 * import than they do now: what was called by its title alone then has a year in its name today, and is the same thing.
 *
 * @param taken - former names that things of this import have taken already; one more is added where this one takes it
 */
export function asKnown(batch: PlacingBatch, thing: GatheredThing, taken: Set<SourceRecordId>): GatheredThing {
  const { formerIds = [], ...rest } = thing;
  const former = batch.record(thing.id)
    ? undefined
    : formerIds.find((id) => !taken.has(id) && mayBe(batch, id, thing.facts));
  if (former === undefined) {
    return rest;
  }
  taken.add(former);
  return { ...rest, id: former };
}

/** Two films of one title had one record while the year did not count: it is of the one that it is not told apart from. */
function mayBe(batch: PlacingBatch, id: SourceRecordId, facts: ItemFacts): boolean {
  const record = batch.record(id);
  if (!isLiveSource(record)) {
    return record !== undefined;
  }
  const { year, creators = [], identifiers } = record.facts;
  return (
    !areDistinct({ identifiers }, facts) &&
    (year === undefined || facts.year === undefined || year === facts.year) &&
    (creators.length === 0 || !facts.creators || facts.creators.some((one) => creators.includes(one)))
  );
}
