import { describe, expect, it } from 'vitest';
import { type NamedRow, tellApart } from '../../../src/transfer/tell-apart.ts';
import { id } from '../../support/samples.ts';

const [one, other] = [id('boxd:xDZ8'), id('boxd:l8jm')];
const seen = { uses: [{}] };

/** How the rows are told apart, by their numbers. */
function parts(...rows: readonly NamedRow[]): [suffix: string, rows: number[]][] {
  return tellApart(rows).map(({ suffix, rows: own }) => [suffix, own.map((row) => rows.indexOf(row))]);
}

describe('tellApart', () => {
  it('makes one thing of rows that nothing tells apart', () => {
    expect(parts({}, { ownId: one }, { content: seen })).toEqual([['', [0, 1, 2]]]);
    expect(parts({ ownId: one }, { ownId: id('letterboxd:rain-2019') })).toEqual([['', [0, 1]]]);
  });

  it('makes one thing of each of the source’s own words, in their order', () => {
    expect(parts({ ownId: other }, { ownId: one }, { ownId: other })).toEqual([
      [' | boxd:l8jm', [0, 2]],
      [' | boxd:xDZ8', [1]],
    ]);
  });

  it('leaves the name to the only one that was seen, and with it what says of one that it was', () => {
    expect(parts({ content: seen }, { ownId: one, content: { wanted: {} } }, { ownId: other, content: seen })).toEqual([
      [' | boxd:xDZ8', [1]],
      ['', [0, 2]],
    ]);
  });

  it('keeps apart what may mean either: what was not said to be seen, and a word that can’t be compared', () => {
    const rows: NamedRow[] = [
      { content: { liked: {} } },
      { ownId: one, content: seen },
      { ownId: other, content: { wanted: {} } },
      { ownId: id('letterboxd:rain-2019'), content: { others: { List: 'Wet' } } },
    ];
    expect(parts(...rows)).toEqual([
      ['', [1]],
      [' | boxd:l8jm', [2]],
      [' | ?', [0, 3]],
    ]);
    expect(tellApart(rows).map(({ isUnclear }) => isUnclear)).toEqual([false, false, true]);
  });
});
