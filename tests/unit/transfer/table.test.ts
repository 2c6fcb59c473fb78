import { describe, expect, it } from 'vitest';
import { Table } from '../../../src/transfer/table.ts';

describe('Table', () => {
  const row = { line: 2, cells: ['1', ' 2 ', "'=3"] };

  it('finds columns by name, whatever their case and blanks', () => {
    const table = new Table(['\uFEFFBook Id', ' my RATING', 'Date  Read'], [row]);
    expect(table.has('Book Id', 'My Rating', 'Date Read')).toBe(true);
    expect(table.cell(row, 'BookID')).toBe('1');
    expect(table.cell(row, 'My Rating')).toBe('2');
    expect(table.cell(row, 'Date Read')).toBe('=3');
    expect(table.has('My Ratings')).toBe(false);
    expect(table.cell(row, 'My Ratings')).toBe('');
    expect(table.placeOf('My Ratings')).toBe(-1);
  });

  it('prefers the column with the very name, then the first', () => {
    const table = new Table(['RATING', 'Rating', 'rating'], [row]);
    expect([table.placeOf('Rating'), table.placeOf('rating'), table.placeOf('RaTing')]).toEqual([1, 2, 0]);
    expect(new Table(['A', 'A'], []).placeOf('A')).toBe(0);
  });

  it('does not take `movie_id` for `movieId`', () => {
    expect(new Table(['movie_id'], []).has('movieId')).toBe(false);
  });
});
