import type { Item, ItemFacts } from '../domain/item.ts';

/** Facts that may be missing, and are then taken from whoever knows them. */
const FACTS = ['creators', 'brand', 'series', 'genres', 'year'] as const;

/** An item with what it lacked filled in, and the names of what was. What it knows stays as it is. */
export function fillFacts(item: Item, facts: Omit<ItemFacts, 'identifiers'>): { item: Item; filled: string[] } {
  const lacking = FACTS.filter((name) => isEmpty(item[name]) && !isEmpty(facts[name]));
  // A page rated as itself, until something says what it is.
  const isNamed = item.kind === 'WebPage' && facts.kind !== 'WebPage';
  return {
    item: {
      ...item,
      ...Object.fromEntries(lacking.map((name) => [name, facts[name]])),
      ...(isNamed && { kind: facts.kind }),
    },
    filled: [...lacking, ...(isNamed ? ['kind'] : [])],
  };
}

/** Takes back what was filled in from `source`, as far as nobody has changed it since. */
export function emptyFacts(item: Item, filled: readonly string[], source: Item): Item {
  const isTheirs = (name: string): boolean =>
    filled.includes(name) && JSON.stringify(Reflect.get(item, name)) === JSON.stringify(Reflect.get(source, name));
  const kept = Object.fromEntries(
    Object.entries(item).filter(([name]) => !(FACTS as readonly string[]).includes(name) || !isTheirs(name)),
  ) as unknown as Item;
  return isTheirs('kind') ? { ...kept, kind: 'WebPage' } : kept;
}

function isEmpty(fact: string | number | readonly string[] | undefined): boolean {
  return fact === undefined || (typeof fact !== 'number' && fact.length === 0);
}
