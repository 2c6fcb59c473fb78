import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchText } from '../../../src/store/search-text.ts';

describe('many texts as one', () => {
  const text = new SearchText(['heat', '', 'the heat of the night', 'night', 'heath']);

  it.each<[string[], number[]]>([
    [['heat'], [0, 2, 4]],
    [['night'], [2, 3]],
    [['heat', 'night'], [2]],
    [
      ['t', 'h', 'e'],
      [0, 2, 4],
    ],
    [['nobody'], []],
    [['heath'], [4]],
    // What would be found across two texts is in neither.
    [['tnight'], []],
    [['nightheath'], []],
  ])('finds %j in %j', (words, indexes) => {
    expect(text.find(words)).toEqual(indexes);
  });

  it('finds nothing where nothing is', () => {
    expect(new SearchText([]).find(['a'])).toEqual([]);
    expect(new SearchText(['']).find(['a'])).toEqual([]);
  });

  it('finds what a look into each text finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ä', '語'), maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ä', '語'), maxLength: 12 }), { maxLength: 40 }),
        fc.array(
          word.filter((one) => one !== ''),
          { minLength: 1, maxLength: 3 },
        ),
        (texts, words) => {
          const expected = texts.flatMap((one, index) => (words.every((each) => one.includes(each)) ? [index] : []));
          expect(new SearchText(texts).find(words)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
