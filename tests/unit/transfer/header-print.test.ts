import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/transfer/csv.ts';
import { headerPrint } from '../../../src/transfer/header-print.ts';

const printOf = (header: string): string => headerPrint(parseTable(`${header}\n1,2`));

describe('headerPrint', () => {
  it('is the same for columns in another order, letter case, with other accents and blanks', () => {
    expect(printOf('Título,My  Rating')).toBe('my rating | titulo');
    expect(printOf('my rating, TITULO ')).toBe('my rating | titulo');
  });

  it('differs where a column is new, and tells names of signs alone apart', () => {
    expect(printOf('Title,Rating,Date')).not.toBe(printOf('Title,Rating'));
    expect(printOf('#,Title')).not.toBe(printOf('%,Title'));
  });
});
