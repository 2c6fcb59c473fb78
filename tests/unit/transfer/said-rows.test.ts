import { describe, expect, it } from 'vitest';
import { type SaidRow, SaidRows } from '../../../src/transfer/said-rows.ts';
import { id } from '../../support/samples.ts';

const heat = { kind: 'Movie' as const, name: 'Heat', identifiers: [] };
const row: SaidRow = { file: 0, kind: 'imdb-ratings', facts: heat, content: { owned: { count: 1 } } };

function saidOnce(): SaidRows {
  const said = new SaidRows();
  said.add(row);
  return said;
}

describe('SaidRows', () => {
  it('knows a row of another file of the same kind', () => {
    const said = saidOnce();
    expect(said.add({ ...row, file: 1 })).toBe(true);
    expect(said.add({ ...row, file: 2 })).toBe(true);
  });

  it('counts the same row of one file as often as it is there', () => {
    const said = saidOnce();
    expect([0, 1, 1, 1].map((file) => said.add({ ...row, file }))).toEqual([false, true, true, false]);
  });

  it.each<[string, Partial<SaidRow>]>([
    ['of another kind of file', { kind: 'imdb-watchlist' }],
    ['that says something else', { content: { owned: { count: 2 } } }],
    ['that describes it otherwise', { facts: { ...heat, year: 1995 } }],
    ['of another film of that name', { ownId: id('boxd:aB1') }],
    ['that only describes it', { content: {} }],
  ])('does not know a row %s', (_what, other) => {
    expect(saidOnce().add({ ...row, file: 1, ...other })).toBe(false);
  });
});
