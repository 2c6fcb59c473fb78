import { describe, expect, it } from 'vitest';
import { RowReader } from '../../../src/transfer/row-reader.ts';

describe('RowReader.name', () => {
  it('puts a name on one line', () => {
    expect(new RowReader(1).name('Title', '  Salt\n\tRoads ')).toBe('Salt Roads');
    expect(new RowReader(1).name('Title', ' ')).toBe('');
  });

  it('drops characters that are no text, and says so', () => {
    const reader = new RowReader(3);
    expect(reader.name('Title', 'Salt\u0000 \u202ERoads')).toBe('Salt Roads');
    expect(reader.keep().remarks).toEqual([
      { line: 3, reason: 'bad-characters', column: 'Title', value: 'Salt Roads', isSkipped: false },
    ]);
  });

  it('cuts what is longer than any name, not through a character, and says so', () => {
    const reader = new RowReader(3);
    expect(reader.name('Title', `${'a'.repeat(499)}😀b`)).toBe('a'.repeat(499));
    expect(reader.keep().remarks).toMatchObject([{ reason: 'too-long', column: 'Title' }]);
  });
});

describe('RowReader.words', () => {
  it('cuts what is longer than Sayso keeps, not through a character', () => {
    expect(new RowReader(1).words('Review', `${'a'.repeat(19_999)}😀b`)).toBe('a'.repeat(19_999));
  });
});

describe('RowReader.moment', () => {
  it.each([
    ['03/04/2021', 'unclear-date'],
    ['03/03/2021', 'bad-date'], // not this reader's form, but one day whichever way it is read
    ['31/02/2021', 'bad-date'],
    ['soon', 'bad-date'],
  ] as const)('says of the date %s that it is %s', (text, reason) => {
    const reader = new RowReader(2);
    expect(reader.moment('Date', text, () => undefined)).toBeUndefined();
    expect(reader.keep().remarks).toMatchObject([{ reason, column: 'Date', value: text, isSkipped: false }]);
  });
});
