import type { ItemFacts } from '../domain/item.ts';
import {
  isLiveSource,
  type SourceContent,
  type SourceRecord,
  type SourceTombstone,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { boundContent } from '../transfer/bound-content.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { joinContent } from '../transfer/join-content.ts';
import { cleanFacts } from './clean-facts.ts';

/** What a source says of a thing by now. */
export type SaidNow = Pick<SourceRecord, 'facts' | 'content' | 'from' | 'parts' | 'partFacts'>;

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
  { content, from, parts, partFacts }: GatheredThing,
  facts: ItemFacts,
  kinds: ReadonlySet<string>,
): SaidNow {
  const now: SaidNow = {
    facts,
    content,
    ...(from !== undefined && { from }),
    ...(parts && { parts }),
    ...otherFacts(facts, cleaned(partFacts, facts)),
  };
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
    ...(isAsBefore && isDescribedAlike(stored, now, [...fresh.keys()])
      ? { facts: stored.facts, ...(stored.partFacts && { partFacts: stored.partFacts }) }
      : describedAnew(stored, now, { silent: silent.map(([kind]) => kind), fresh: [...fresh.keys()], kinds })),
    // What is new comes last, and wins.
    content: isAsBefore ? stored.content : joined([...silent.map(([, said]) => said), content]),
    parts: isAsBefore && stored.parts ? stored.parts : Object.fromEntries([...silent, ...fresh]),
  };
}

/**
 * What only files of some kinds say, of a record that was written when they were read. Of a record that does not tell
 * them apart it is all.
 */
export function saidByKinds({ facts, content, from, parts, partFacts }: SaidNow, kinds: ReadonlySet<string>): SaidNow {
  const said = Object.entries(parts ?? {}).filter(([kind]) => kinds.has(kind));
  const [first] = said;
  if (first === undefined || said.length === Object.keys(parts ?? {}).length) {
    return {
      facts,
      content,
      ...(from !== undefined && { from }),
      ...(parts && { parts }),
      ...(parts && partFacts && { partFacts }),
    };
  }
  const known = partFacts && { partFacts };
  const told = [...new Set([...said.map(([kind]) => kind), ...Object.keys(partFacts ?? {})])].filter((kind) =>
    kinds.has(kind),
  );
  const described = describedBy({ facts, ...known }, told);
  return said.length === 1
    ? { facts: described, content: first[1], from: first[0] }
    : {
        facts: described,
        content: joined(said.map(([, part]) => part)),
        parts: Object.fromEntries(said),
        ...otherFacts(described, Object.fromEntries(told.map((kind) => [kind, factsOf({ facts, ...known }, kind)]))),
      };
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

function partsOf({
  content,
  from = UNKNOWN,
  parts,
}: Pick<SaidNow, 'content' | 'from' | 'parts'>): ReadonlyMap<string, SourceContent> {
  return new Map(parts ? Object.entries(parts) : [[from, content]]);
}

/** Of no known file, and said anew in full: nothing is lost with it. */
function isAllIn(before: ReadonlyMap<string, SourceContent>, kind: string, content: SourceContent): boolean {
  const said = kind === UNKNOWN ? before.get(kind) : undefined;
  return said !== undefined && isSame(joinContent(said, content).content, content);
}

type Described = Pick<SaidNow, 'facts' | 'partFacts'>;

/** Whether these files describe the thing as they did, or, where that was not told apart, with nothing that was not known. */
function isDescribedAlike(stored: Described, now: Described, fresh: readonly string[]): boolean {
  return stored.partFacts
    ? [...fresh, ...Object.keys(now.partFacts ?? {})].every((kind) => isSame(factsOf(stored, kind), factsOf(now, kind)))
    : isSame(stored.facts, joinFacts(stored.facts, now.facts));
}

/** As it is called now, with what only other files know of it. */
function describedAnew(
  stored: Described,
  now: Described,
  {
    silent,
    fresh,
    kinds,
  }: Readonly<Record<'silent' | 'fresh', readonly string[]>> & { readonly kinds: ReadonlySet<string> },
): Described {
  const others = Object.keys(stored.partFacts ?? {}).filter((kind) => !fresh.includes(kind) && !kinds.has(kind));
  const left = [...new Set([...silent, ...others])].map((kind) => [kind, factsOf(stored, kind)] as const);
  const told = [...new Set([...fresh, ...Object.keys(now.partFacts ?? {})])];
  const facts = [...left.map(([, known]) => known), now.facts].reduce(joinFacts);
  return {
    facts,
    ...otherFacts(facts, Object.fromEntries([...left, ...told.map((kind) => [kind, factsOf(now, kind)] as const)])),
  };
}

/** Only of those kinds of files that describe a thing otherwise than all do together. */
function otherFacts(facts: ItemFacts, all: Readonly<Record<string, ItemFacts>> = {}): Pick<SaidNow, 'partFacts'> {
  const others = Object.entries(all).filter(([, known]) => !isSame(known, facts));
  return others.length === 0 ? {} : { partFacts: Object.fromEntries(others) };
}

function cleaned(partFacts: GatheredThing['partFacts'] = {}, { name }: ItemFacts): Record<string, ItemFacts> {
  const all = Object.entries(partFacts);
  return Object.fromEntries(all.map(([kind, facts]) => [kind, cleanFacts({ ...facts, name: facts.name || name })]));
}

/** How files of some kinds describe a thing. */
function describedBy(record: Described, kinds: readonly string[]): ItemFacts {
  return kinds.map((kind) => factsOf(record, kind)).reduce(joinFacts);
}

function factsOf({ facts, partFacts }: Described, kind: string): ItemFacts {
  return partFacts?.[kind] ?? facts;
}

function isSame(one: object | undefined, other: object): boolean {
  return one !== undefined && fingerprint(one) === fingerprint(other);
}

/** What each part says stays with it, where that is more together than Sayso keeps of one thing. */
function joined([first = {}, ...others]: readonly SourceContent[]): SourceContent {
  return others.reduce((all, one) => boundContent(joinContent(all, one).content).content, first);
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
