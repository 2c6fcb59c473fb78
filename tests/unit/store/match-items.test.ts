import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { Identifier } from '../../../src/domain/identifier.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { Item } from '../../../src/domain/item.ts';
import { areDistinct, gainedIdentifiers, matchItems, sortedIdentifiers } from '../../../src/store/match-items.ts';
import { id } from '../../support/samples.ts';

const STAMP = '000000000000000aaaaaaaa' as Stamp;
const GTIN = 'gtin:04006381333931';
const OTHER_GTIN = 'gtin:00036000291452';
const PAGE = 'url:https://one.example/a';

function item(name: string, ...identifiers: string[]): Item {
  return {
    id: name as ItemId,
    kind: 'Product',
    name,
    identifiers: identifiers.map(id),
    createdAt: STAMP,
    updatedAt: STAMP,
  };
}

function known(...items: readonly Item[]): Map<Identifier, Item> {
  return new Map(items.flatMap((one) => one.identifiers.map((name) => [name, one] as const)));
}

function namesOf(texts: readonly string[], ...items: readonly Item[]): string[] {
  return matchItems(texts.map(id), known(...items)).map(({ name }) => name);
}

describe('matchItems', () => {
  it('finds what any identifier names, the strongest first, each once', () => {
    const [one, two] = [item('one', PAGE), item('two', GTIN, 'imdb:tt0000001')];
    expect(namesOf([PAGE, 'imdb:tt0000001', GTIN], one, two)).toEqual(['two', 'one']);
    expect(namesOf([], one, two)).toEqual([]);
    expect(namesOf(['wikidata:Q1'], one, two)).toEqual([]);
  });

  it.each([
    ['no number of its own', [PAGE], [PAGE], true],
    ['a number where none is known', [PAGE, GTIN], [PAGE], true],
    ['no number where one is known', [PAGE], [PAGE, GTIN], true],
    ['the same number', [PAGE, GTIN], [PAGE, GTIN], true],
    ['one number of several', [PAGE, GTIN], [PAGE, GTIN, OTHER_GTIN], true],
    ['another number', [PAGE, GTIN], [PAGE, OTHER_GTIN], false],
    ['a number in another scheme', [PAGE, GTIN], [PAGE, 'imdb:tt0000001'], true],
    ['another word of the site', [PAGE, 'sku:one.example/1'], [PAGE, 'sku:one.example/2'], true],
  ])('takes one address with %s for one thing: %s', (_name, asked, held, expected) => {
    expect(namesOf(asked, item('thing', ...held)).length === 1).toBe(expected);
  });

  it('takes what a strong identifier names, whatever else differs', () => {
    expect(namesOf([GTIN, 'imdb:tt0000002'], item('thing', GTIN, 'imdb:tt0000001'))).toEqual(['thing']);
  });
});

describe('areDistinct', () => {
  it.each([
    [['imdb:tt0000001'], ['imdb:tt0000002'], true],
    [['imdb:tt0000001'], ['imdb:tt0000001'], false],
    [['imdb:tt0000001'], ['wikidata:Q1'], false],
    [['wikidata:Q2', 'imdb:tt0000001'], ['wikidata:Q1', 'imdb:tt0000001'], true],
    [[GTIN], [OTHER_GTIN], false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(areDistinct(item('one', ...one), item('other', ...other))).toBe(expected);
    expect(areDistinct(item('other', ...other), item('one', ...one))).toBe(expected);
  });
});

describe('gainedIdentifiers', () => {
  it('takes on what is new, but no second number of a catalogue', () => {
    const thing = item('thing', 'imdb:tt0000001', GTIN);
    const offered = [GTIN, OTHER_GTIN, 'imdb:tt0000002', 'wikidata:Q1', 'wikidata:Q2', PAGE].map(id);
    expect(gainedIdentifiers(thing, offered)).toEqual([OTHER_GTIN, 'wikidata:Q1', PAGE].map(id));
  });
});

describe('sortedIdentifiers', () => {
  it('has each once, in one order however they came', () => {
    const names = [GTIN, OTHER_GTIN, PAGE, 'imdb:tt0000001', 'sku:one.example/1'].map(id);
    const sorted = sortedIdentifiers(names);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(sortedIdentifiers([...shuffled, ...shuffled])).toEqual(sorted);
      }),
    );
  });
});
