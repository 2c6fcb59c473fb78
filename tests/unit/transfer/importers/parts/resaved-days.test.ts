import { describe, expect, it } from 'vitest';
import { askForResaved, withDays } from '../../../../../src/transfer/importers/parts/resaved-days.ts';
import { tableOf } from '../../../../support/read-content.ts';
import type { Content } from '../../../../../src/transfer/importer.ts';

const days = (content: Content): string[] =>
  content.sort === 'table' ? content.table.rows.map((row) => content.table.cell(row, 'Date')) : [];

describe('dates a spreadsheet has written again', () => {
  it('are read by the order that one of them tells', () => {
    const content = tableOf('Date,Name', '3/9/2024,a', '3/31/24 0:00,b', '2024-01-02,c', ',d');
    expect(askForResaved(content, ['Date'])).toEqual([]);
    expect(days(withDays(content, ['Date'], {}))).toEqual(['2024-03-09', '2024-03-31', '2024-01-02', '']);
  });

  it('are asked about where none tells, and stay as they stand without an answer', () => {
    const content = tableOf('Date,Name', '03.09.2024,a', '05.05.2024,b');
    expect(askForResaved(content, ['Date'])).toEqual([
      { id: 'day-or-month-first', choices: [{ value: 'day-first' }, { value: 'month-first' }] },
    ]);
    expect(days(withDays(content, ['Date'], { 'day-or-month-first': 'day-first' }))).toEqual([
      '2024-09-03',
      '2024-05-05',
    ]);
    expect(days(withDays(content, ['Date'], { 'day-or-month-first': 'month-first' }))).toEqual([
      '2024-03-09',
      '2024-05-05',
    ]);
    expect(days(withDays(content, ['Date'], {}))).toEqual(['03.09.2024', '2024-05-05']);
  });

  it('are none in a table as its source wrote it, nor in other columns', () => {
    const content = tableOf('Date,Name', '2024-03-09,1/2/2024', '30 Feb,x');
    expect(withDays(content, ['Date', 'None'], {})).toBe(content);
    expect(askForResaved(content, ['Date'])).toEqual([]);
    expect(askForResaved({ sort: 'json', value: [] }, ['Date'])).toEqual([]);
  });
});
