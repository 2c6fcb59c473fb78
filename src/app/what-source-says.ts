import type { ItemFacts } from '../domain/item.ts';
import {
  isLiveSource,
  type SourceContent,
  type SourceRecord,
  type SourceTombstone,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import { fingerprint } from '../store/fingerprint.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { joinContent } from '../transfer/join-content.ts';

/** What a source says of a thing by now. */
export type SaidNow = Pick<SourceRecord, 'facts' | 'content' | 'from' | 'parts'>;

/** Of records that do not say which file they are of. */
const UNKNOWN = '';

/**
 * What a source says once these files of it are read: what they say, and what its other files said before. A file of the
 * same kind without a word of the thing takes back what its like said. Without knowing kinds, what is new is all there is.
 *
 * @param facts - of the thing, cleaned
 * @param kinds - of the files that are read now
 */
export function whatSourceSays(
  stored: StoredSourceRecord | undefined,
  { content, from, parts }: GatheredThing,
  facts: ItemFacts,
  kinds: ReadonlySet<string>,
): SaidNow {
  const now = { facts, content, ...(from !== undefined && { from }), ...(parts && { parts }) };
  const fresh = partsOf(now);
  if (!isLiveSource(stored) || fresh.has(UNKNOWN)) {
    return now;
  }
  const before = partsOf(stored);
  const silent = [...before].filter(
    ([kind]) => !fresh.has(kind) && !kinds.has(kind) && !isAllIn(before, kind, content),
  );
  if (silent.length === 0) {
    return now;
  }
  const isAsBefore =
    before.size === silent.length + fresh.size && [...fresh].every(([kind, said]) => isSame(before.get(kind), said));
  return {
    facts: joinFacts(stored.facts, facts),
    // What is new comes last, and wins.
    content: isAsBefore ? stored.content : joined([...silent.map(([, said]) => said), content]),
    parts: isAsBefore && stored.parts ? stored.parts : Object.fromEntries([...silent, ...fresh]),
  };
}

/**
 * What only files of some kinds say, of a record that was written when they were read. Of a record that does not tell
 * them apart it is all.
 */
export function saidByKinds(
  { content, from, parts }: Omit<SaidNow, 'facts'>,
  kinds: ReadonlySet<string>,
): Omit<SaidNow, 'facts'> {
  const said = Object.entries(parts ?? {}).filter(([kind]) => kinds.has(kind));
  const [first] = said;
  if (first === undefined || said.length === Object.keys(parts ?? {}).length) {
    return { content, ...(from !== undefined && { from }), ...(parts && { parts }) };
  }
  return said.length === 1
    ? { content: first[1], from: first[0] }
    : { content: joined(said.map(([, part]) => part)), parts: Object.fromEntries(said) };
}

/** Whether the files say of a thing what they said when the person deleted it. */
export function isAsDeleted(tombstone: SourceTombstone, { content, from, parts }: GatheredThing): boolean {
  const prints = new Map(Object.entries(tombstone.parts ?? {}));
  return (
    tombstone.said === fingerprint(content) ||
    [...partsOf({ content, ...(from !== undefined && { from }), ...(parts && { parts }) })].every(
      ([kind, said]) => prints.get(kind) === fingerprint(said),
    )
  );
}

function partsOf({ content, from = UNKNOWN, parts }: Omit<SaidNow, 'facts'>): ReadonlyMap<string, SourceContent> {
  return new Map(parts ? Object.entries(parts) : [[from, content]]);
}

/** Of no known file, and said anew in full: nothing is lost with it. */
function isAllIn(before: ReadonlyMap<string, SourceContent>, kind: string, content: SourceContent): boolean {
  const said = kind === UNKNOWN ? before.get(kind) : undefined;
  return said !== undefined && isSame(joinContent(said, content).content, content);
}

function isSame(one: SourceContent | undefined, other: SourceContent): boolean {
  return one !== undefined && fingerprint(one) === fingerprint(other);
}

function joined([first = {}, ...others]: readonly SourceContent[]): SourceContent {
  return others.reduce((all, one) => joinContent(all, one).content, first);
}

/** As it is called now, with what only other files know of it. */
function joinFacts(before: ItemFacts, now: ItemFacts): ItemFacts {
  return {
    ...before,
    ...now,
    kind: now.kind === 'CreativeWork' ? before.kind : now.kind,
    identifiers: [...new Set([...before.identifiers, ...now.identifiers])],
  };
}
