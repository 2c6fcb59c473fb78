import { readIdentifier } from '../domain/identifier.ts';
import type { Item, ItemFacts } from '../domain/item.ts';

/** Facts that may be missing, and are then taken from whoever knows them. */
const FACTS = ['originalName', 'creators', 'brand', 'series', 'genres', 'year'] as const;

/** An item with what it lacked filled in, and the names of what was. What it knows stays as it is. */
export function fillFacts(item: Item, facts: Omit<ItemFacts, 'identifiers'>): { item: Item; filled: string[] } {
  const lacking = FACTS.filter((name) => isEmpty(item[name]) && !isEmpty(facts[name]));
  // A page rated as itself, until something says what it is.
  const isKnown = item.kind === 'WebPage' && facts.kind !== 'WebPage';
  // A thing called by its identifier, until something says its name.
  const isNamed = isUnnamed(item.name) && !isUnnamed(facts.name);
  return {
    item: {
      ...item,
      ...Object.fromEntries(lacking.map((name) => [name, facts[name]])),
      ...(isKnown && { kind: facts.kind }),
      ...(isNamed && { name: facts.name }),
    },
    filled: [...lacking, ...(isKnown ? ['kind'] : []), ...(isNamed ? ['name'] : [])],
  };
}

/** Takes back what was filled in from `source`, as far as nobody has changed it since. */
export function emptyFacts(item: Item, filled: readonly string[], source: Item): Item {
  const isTheirs = (name: string): boolean =>
    filled.includes(name) && JSON.stringify(Reflect.get(item, name)) === JSON.stringify(Reflect.get(source, name));
  const kept = Object.fromEntries(
    Object.entries(item).filter(([name]) => !(FACTS as readonly string[]).includes(name) || !isTheirs(name)),
  ) as unknown as Item;
  const own = item.identifiers.find((identifier) => !source.identifiers.includes(identifier));
  return {
    ...kept,
    ...(isTheirs('kind') && { kind: 'WebPage' }),
    ...(isTheirs('name') && own !== undefined && { name: own }),
  };
}

function isUnnamed(name: string): boolean {
  return name === '' || readIdentifier(name) === name;
}

function isEmpty(fact: string | number | readonly string[] | undefined): boolean {
  return fact === undefined || (typeof fact !== 'number' && fact.length === 0);
}
