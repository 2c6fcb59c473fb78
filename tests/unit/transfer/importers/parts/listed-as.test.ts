import { describe, expect, it } from 'vitest';
import { listedAs, suggestedByPath } from '../../../../../src/transfer/importers/parts/listed-as.ts';
import { momentOf } from '../../../../../src/domain/moment.ts';

describe('listedAs', () => {
  const at = momentOf(0);

  it('gives the day to the wish and to the like, not to the seeing', () => {
    expect(listedAs('wanted', at)).toEqual({ wanted: { at } });
    expect(listedAs('liked', at)).toEqual({ liked: { at } });
    expect(listedAs('seen', at)).toEqual({ uses: [{}] });
    expect(listedAs('liked', undefined)).toEqual({ liked: {} });
  });

  it('says nothing of a list that nobody explained, but keeps the words', () => {
    expect(listedAs(undefined, at)).toEqual({});
    expect(listedAs('constructor', at, ['notes', 'from Jo'])).toEqual({ others: { notes: 'from Jo' } });
  });
});

describe('suggestedByPath', () => {
  it.each([
    ['lists-watchlist.json', 'wanted'],
    ['trakt/lists-watchlist-2.json', 'wanted'],
    ['My Watch List/lists-favorites.json', 'liked'],
    ['favourites.csv', 'liked'],
    ['watched.json', 'seen'],
    ['lists-list-9-best-of.json', undefined],
    ['lists-list-9-unlikely.json', undefined],
    ['', undefined],
  ])('suggests for %s: %s', (path, suggested) => {
    expect(suggestedByPath(path)).toEqual(suggested === undefined ? {} : { suggested });
  });
});
