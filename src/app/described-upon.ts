import type { Item, ItemFacts } from '../domain/item.ts';
import { fingerprint } from '../store/fingerprint.ts';

const FACTS = ['kind', 'name', 'originalName', 'creators', 'brand', 'series', 'genres', 'year'] as const;

/** An item with the facts that the person changed or took off, when it was `before` and became `after`. */
export function describedUpon(beneath: Item, before: Item, after: Item): Item {
  const changed = changedFacts(before, after);
  const left = Object.entries(beneath).filter(([name]) => !(changed as readonly string[]).includes(name));
  return { ...Object.fromEntries(left), ...factsOf(after, changed) } as unknown as Item;
}

/** What is known of an item only since a change. @param item - to which it is to be added: its own name and kind stay */
export function gainedFacts(item: Item, before: Item | undefined, after: Item): Omit<ItemFacts, 'identifiers'> {
  const names = before ? changedFacts(before, after) : FACTS;
  return { kind: item.kind, name: item.name, ...factsOf(after, names) };
}

function changedFacts(before: Item, after: Item): (typeof FACTS)[number][] {
  return FACTS.filter((name) => fingerprint({ is: before[name] }) !== fingerprint({ is: after[name] }));
}

function factsOf(item: Item, names: readonly (typeof FACTS)[number][]): Partial<ItemFacts> {
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
}
