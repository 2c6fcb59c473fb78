import { describe, expect, it } from 'vitest';
import { type ComparedQuoteRecord, comparisonCsv, comparisonJson } from '../../../src/transfer/comparison.ts';
import { EUR, euro, quantity } from '../../support/request-samples.ts';

const QUOTE: ComparedQuoteRecord = {
  vendor: 'https://shop.example',
  quote: 'q1',
  currency: EUR,
  total: euro('548.80'),
  atLeast: euro('548.80'),
  isTaxIncluded: true,
  pricing: 'fixed',
  leadDays: 4,
  validUntil: '2026-11-17T09:00:00.000Z',
  budget: { max: euro('600'), meets: 'within' },
  lines: [
    {
      line: 1,
      wanted: 'Rover Duo',
      state: 'offered',
      offered: '=HYPERLINK("https://evil.example")',
      isSubstitute: false,
      quantity: quantity('1'),
      amount: euro('499'),
      options: ['Red, matte'],
      met: [{ asked: 'weight', level: 'met' }],
    },
    { line: 2, wanted: 'Rain cover', state: 'pending', options: [], met: [] },
  ],
};

describe('a comparison as a file', () => {
  it('has a row for each line of each quote, and runs nothing in a spreadsheet', () => {
    const rows = comparisonCsv([QUOTE]).trimEnd().split('\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain(
      `548.80,548.80,,,,,true,fixed,4,2026-11-17T09:00:00.000Z,,,,600.00,EUR,within,1,Rover Duo,offered,`,
    );
    expect(rows[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(rows[1]).toContain(`499.00,"Red, matte",weight: met`);
    expect(rows[2]).toContain('2,Rain cover,pending,,,,,,,,,');
    const widths = rows.map((row) => row.replaceAll(/"(?:[^"]|"")*"/gu, '').split(',').length);
    expect(new Set(widths).size).toBe(1);
  });

  it('leaves the budget’s columns empty where the person has none', () => {
    const { budget: _budget, ...without } = QUOTE;
    const [header, row] = comparisonCsv([without]).split('\n');
    expect(header).toContain('return days,budget at least,budget at most,budget currency,within budget,line');
    expect(row).toContain('2026-11-17T09:00:00.000Z,,,,,,,1,Rover');
  });

  it('keeps amounts whole for programs', () => {
    expect(JSON.parse(comparisonJson([QUOTE]))).toEqual({ version: 1, quotes: [QUOTE] });
  });
});
