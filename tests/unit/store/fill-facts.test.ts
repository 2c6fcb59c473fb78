import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { Identifier } from '../../../src/domain/identifier.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { Item } from '../../../src/domain/item.ts';
import { emptyFacts, fillFacts } from '../../../src/store/fill-facts.ts';

const STAMP = '000000000000000aaaaaaaa' as Stamp;

function item(facts: Partial<Item> = {}): Item {
  return {
    id: 'a' as ItemId,
    kind: 'Movie',
    name: 'One',
    identifiers: [],
    createdAt: STAMP,
    updatedAt: STAMP,
    ...facts,
  };
}

describe('fillFacts', () => {
  it('takes what is lacking, and leaves what is known', () => {
    const { item: filled, filled: names } = fillFacts(item({ brand: 'Acme', genres: [] }), {
      ...item({ brand: 'Other', genres: ['Drama'], year: 1999, series: '' }),
      name: 'Two',
    });
    expect(filled).toEqual(item({ brand: 'Acme', genres: ['Drama'], year: 1999 }));
    expect(names).toEqual(['genres', 'year']);
  });

  it('learns what a page is, once', () => {
    expect(fillFacts(item({ kind: 'WebPage' }), item({ kind: 'Book' })).item.kind).toBe('Book');
    expect(fillFacts(item({ kind: 'Movie' }), item({ kind: 'Book' })).item.kind).toBe('Movie');
    expect(fillFacts(item({ kind: 'WebPage' }), item({ kind: 'WebPage' })).filled).toEqual([]);
  });
});

describe('a thing that is called by its identifier', () => {
  const unnamed = item({ name: 'anilist:anime/21', identifiers: ['anilist:anime/21' as Identifier] });
  const named = item({ name: 'Tide', identifiers: ['mal:anime/5' as Identifier] });

  it('takes a name from whoever knows it, and keeps it', () => {
    const { item: filled, filled: names } = fillFacts(unnamed, named);
    expect([filled.name, names]).toEqual(['Tide', ['name']]);
    expect(fillFacts(filled, item({ name: 'Ebb' })).item.name).toBe('Tide');
    expect(fillFacts(unnamed, item({ name: 'mal:anime/5' })).filled).toEqual([]);
    expect(fillFacts(named, unnamed).filled).toEqual([]);
  });

  it('is called so again when the name is taken back', () => {
    const { item: filled, filled: names } = fillFacts(unnamed, named);
    const both = { ...filled, identifiers: [...named.identifiers, ...filled.identifiers] };
    expect(emptyFacts(both, names, named).name).toBe('anilist:anime/21');
    expect(emptyFacts({ ...both, name: 'Mine' }, names, named).name).toBe('Mine');
  });
});

describe('emptyFacts', () => {
  it('takes back what was filled in, as far as it is still so', () => {
    const source = item({ kind: 'Book', genres: ['Drama'], year: 1999, brand: 'Acme' });
    const { item: filled, filled: names } = fillFacts(item({ kind: 'WebPage' }), source);
    expect(emptyFacts(filled, names, source)).toEqual(item({ kind: 'WebPage' }));
    const changed = { ...filled, year: 2000, kind: 'Movie' as const };
    expect(emptyFacts(changed, names, source)).toEqual(item({ kind: 'Movie', year: 2000 }));
  });

  it('takes back nothing that was known before', () => {
    const both = item({ genres: ['Drama'] });
    expect(emptyFacts(both, [], both)).toEqual(both);
  });
});
