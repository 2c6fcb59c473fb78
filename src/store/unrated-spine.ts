import type { StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import type { RatingVersion } from '../domain/rating.ts';
import { isLiveSource, type StoredSourceRecord } from '../domain/source-record.ts';
import { type TraceKind, tracesOf } from '../domain/trace.ts';
import { searched, type ThingSpine } from './spine.ts';

/** What a list is sorted and filtered by, of one thing that is the person's without a mark. */
export interface UnratedSpine extends ThingSpine {
  /** The last that is known of it, as a moment's text; empty when no date is. */
  readonly at: string;
  readonly sources: readonly string[];
  readonly traces: readonly TraceKind[];
}

/** What makes a thing the person's, beside a mark. */
export interface Belongings {
  readonly records: readonly StoredSourceRecord[];
  readonly intentions: readonly StoredIntention[];
  /** What was thought of it before the mark was taken off. */
  readonly versions: readonly RatingVersion[];
}

/** @returns `undefined` for what no live record makes the person's: a thing that only was there once */
export function unratedSpineOf(item: Item, { records, intentions, versions }: Belongings): UnratedSpine | undefined {
  const { traces, sources, at = '' } = tracesOf(records, intentions, versions);
  if (sources.length === 0) {
    return undefined;
  }
  const { id: itemId, kind, name, year } = item;
  const contents = records.filter(isLiveSource).map(({ content }) => content);
  const tags = [...new Set(contents.flatMap((content) => content.tags ?? []))];
  const words = contents.flatMap(({ text, note, wanted }) =>
    [text, note, wanted?.note].filter((one) => one !== undefined),
  );
  return {
    itemId,
    kind,
    name,
    year,
    tags,
    at,
    sources,
    traces: traces.map((trace) => trace.kind),
    text: searched(item, [...tags, ...words]),
  };
}
