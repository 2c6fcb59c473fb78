import { describe, expect, it } from 'vitest';
import {
  dateIn,
  hasScale,
  identifierIn,
  kindOf,
  kindOption,
  markIn,
  separatedBy,
  separatedIn,
  whereIn,
  withPart,
  wordsOf,
} from '../../../../../src/ui/dashboard/import/mapping-draft.ts';

const MAPPING = { name: 'Title', kind: { fixed: 'Movie' }, identifiers: [] } as const;

describe('a mapping in the making', () => {
  it('gains and loses a meaning', () => {
    const dated = withPart({ ...MAPPING, identifiers: [] }, 'year', 'Year');
    expect(dated.year).toBe('Year');
    expect(withPart(dated, 'year', undefined)).toEqual(MAPPING);
  });

  it('keeps a mark’s scale and a date’s order when the column changes', () => {
    expect(markIn('Score', { column: 'Rating', best: 10, worst: 1, zeroIsNone: false })).toEqual({
      column: 'Score',
      best: 10,
      worst: 1,
      zeroIsNone: false,
    });
    expect(markIn('Score', undefined)).toEqual({ column: 'Score', best: 5, worst: 0.5, zeroIsNone: true });
    expect(markIn('', undefined)).toBeUndefined();
    expect(dateIn('Seen', { column: 'Date', order: 'day-first', means: 'used' })).toEqual({
      column: 'Seen',
      order: 'day-first',
      means: 'used',
    });
  });

  it('knows one from several', () => {
    const tags = separatedIn('Tags', undefined)!;
    expect(tags).toEqual({ column: 'Tags', separator: ',' });
    expect(separatedBy(tags, '')).toEqual({ column: 'Tags' });
    expect(separatedBy(tags, ';')).toEqual({ column: 'Tags', separator: ';' });
  });

  it('takes kinds from all or from a column, whatever that is called', () => {
    for (const kind of [{ fixed: 'Book' }, { column: 'fixed:Movie' }, { column: 'A: b' }] as const) {
      expect(kindOf(kindOption(kind))).toEqual(kind);
    }
  });

  it('reads the words of a yes', () => {
    expect(whereIn('Owned', undefined)?.equals).toContain('yes');
    expect(wordsOf(' ja, ja ,, doch ')).toEqual(['ja', 'doch']);
  });

  it('puts identifiers in the order of the list, one column each', () => {
    const one = identifierIn({ ...MAPPING, identifiers: [] }, ['gtin', 'isbn'], 'isbn', 'ISBN');
    const two = identifierIn(one, ['gtin', 'isbn'], 'gtin', 'EAN');
    expect(two.identifiers.map(({ scheme }) => scheme)).toEqual(['gtin', 'isbn']);
    expect(identifierIn(two, ['gtin', 'isbn'], 'isbn', '').identifiers).toEqual([{ scheme: 'gtin', column: 'EAN' }]);
  });

  it('tells a scale from none', () => {
    const mark = { column: 'x', best: 5, worst: 1, zeroIsNone: true };
    expect(hasScale({ ...MAPPING, identifiers: [] })).toBe(true);
    expect(hasScale({ ...MAPPING, identifiers: [], mark })).toBe(true);
    for (const wrong of [{ best: 1 }, { best: Number.NaN }, { best: -1, worst: -5 }]) {
      expect(hasScale({ ...MAPPING, identifiers: [], mark: { ...mark, ...wrong } })).toBe(false);
    }
  });
});
