import { describe, expect, it } from 'vitest';
import type { ComparedQuote, CurrencyGroup } from '../../../../../src/app/weigh-quotes.ts';
import type { ThreadId } from '../../../../../src/domain/ids.ts';
import { comparedTables } from '../../../../../src/ui/dashboard/compare/compared-tables.ts';

function group(currency: string, from: number, count: number): CurrencyGroup {
  const quotes = Array.from({ length: count }, (_, place) => ({ quote: { thread: `thread ${from + place}` } }));
  return { currency: currency as CurrencyGroup['currency'], quotes: quotes as unknown as readonly ComparedQuote[] };
}

const thread = (number: number): ThreadId => `thread ${number}` as ThreadId;

describe('comparedTables', () => {
  it('draws all of fifty quotes of one line, and of twelve of twenty', () => {
    expect(comparedTables([group('EUR', 0, 50)], { abreast: 4, rows: 19, turns: 0 })).toMatchObject({
      count: 50,
      shown: 50,
      wanted: 13,
      next: undefined,
    });
    expect(comparedTables([group('EUR', 0, 12)], { abreast: 4, rows: 94, turns: 0 }).next).toBeUndefined();
  });

  it('draws as many again each time somebody asks, until all are there', () => {
    const groups = [group('EUR', 0, 50)];
    const turns = [0, 1, 2, 3, 4, 5].map((turn) => comparedTables(groups, { abreast: 4, rows: 94, turns: turn }));
    expect(turns.map(({ shown }) => shown)).toEqual([12, 24, 36, 48, 50, 50]);
    expect(turns.map(({ next }) => next)).toEqual([12, 24, 36, 48].map(thread).concat([undefined, undefined] as never));
  });

  it('goes on with the next currency, each with a table of its own', () => {
    const groups = [group('EUR', 0, 6), group('USD', 6, 30)];
    const tables = comparedTables(groups, { abreast: 4, rows: 94, turns: 0 });
    expect(tables.groups.map(({ count, banks }) => [count, banks.length])).toEqual([
      [6, 2],
      [30, 8],
    ]);
    expect(tables).toMatchObject({ count: 36, shown: 10, wanted: 3, next: thread(10) });
  });

  it('knows how often to ask until a quote is there, and asks nothing for one that never is', () => {
    const tables = comparedTables([group('EUR', 0, 50)], { abreast: 4, rows: 94, turns: 0 });
    expect([0, 11, 12, 49].map((number) => tables.turnOf(thread(number)))).toEqual([0, 0, 1, 4]);
    expect(tables.turnOf(thread(99))).toBe(0);
  });

  it('draws a table that is too big by itself, one at a time, and all of them for paper', () => {
    expect(comparedTables([group('EUR', 0, 9)], { abreast: 4, rows: 999, turns: 0 })).toMatchObject({ shown: 4 });
    expect(comparedTables([group('EUR', 0, 9)], { abreast: 3, rows: 999, turns: Infinity })).toMatchObject({
      wanted: 3,
      shown: 9,
      next: undefined,
    });
  });
});
