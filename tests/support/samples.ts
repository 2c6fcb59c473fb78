import type { Identifier } from '../../src/domain/identifier.ts';
import { readIdentifier } from '../../src/domain/identifier.ts';
import type { Origin } from '../../src/domain/ids.ts';
import type { ItemFacts } from '../../src/domain/item.ts';
import { originOf } from '../../src/domain/origin.ts';
import type { Given } from '../../src/domain/scale.ts';

export const SHOP: Origin = originOf('https://shop.example');
export const CINEMA: Origin = originOf('https://cinema.example');

/** @throws when it is no identifier: a sample has to be right. */
export function id(text: string): Identifier {
  const identifier = readIdentifier(text);
  if (identifier === undefined) {
    throw new Error(`Not an identifier: ${text}`);
  }
  return identifier;
}

/** So many of five stars. */
export function stars(value: number): Given {
  return { value, best: 5, worst: 0.5 };
}

export function film(number: number, facts: Partial<ItemFacts> = {}): ItemFacts {
  return {
    kind: 'Movie',
    name: `Film ${number}`,
    identifiers: [id(`imdb:tt${String(number).padStart(7, '0')}`)],
    ...facts,
  };
}

export function product(name: string, ...identifiers: string[]): ItemFacts {
  return { kind: 'Product', name, identifiers: identifiers.map(id) };
}
