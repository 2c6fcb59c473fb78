import { describe, expect, it } from 'vitest';
import type { Entry, Outcome } from '../../../src/transfer/entry.ts';
import { Gatherer } from '../../../src/transfer/gather.ts';
import { id } from '../../support/samples.ts';

function row(line: number, thing: string, entry: Partial<Entry>): Outcome {
  return { entries: [{ line, thing, facts: { kind: 'Movie', name: '', identifiers: [] }, ...entry }], remarks: [] };
}

const heat = { kind: 'Movie' as const, name: 'Heat', year: 1995, identifiers: [id('imdb:tt0113277')] };
const marked = { ratings: [{ given: { value: 4, best: 5, worst: 0.5 } }] };

describe('Gatherer', () => {
  it('makes one thing of rows in several files: a mark here, a name there, an id elsewhere', () => {
    const gatherer = new Gatherer();
    gatherer.add('movielens', 0, row(2, '6', { content: marked }));
    gatherer.add('movielens', 1, row(7, '6', { facts: { ...heat, identifiers: [] } }));
    gatherer.add('movielens', 2, row(9, '6', { facts: { ...heat, name: '' } }));
    expect(gatherer.rows).toBe(3);
    expect(gatherer.finish()).toEqual({
      things: [{ id: 'movielens 6', source: 'movielens', facts: heat, content: marked }],
      remarks: [],
    });
  });

  it('keeps things of two sources apart, though they have one name there', () => {
    const gatherer = new Gatherer();
    gatherer.add('imdb', 0, row(2, '6', { facts: heat, content: marked }));
    gatherer.add('trakt', 0, row(3, '6', { facts: heat, content: marked }));
    expect(gatherer.finish().things.map((thing) => thing.id)).toEqual(['imdb 6', 'trakt 6']);
  });

  it('reports every row of a thing that nothing names, and of one that nothing is said of', () => {
    const gatherer = new Gatherer();
    gatherer.add('movielens', 1, row(5, '7', { content: marked }));
    gatherer.add('movielens', 0, row(2, '6', { facts: heat }));
    gatherer.add('movielens', 1, row(3, '7', { content: marked }));
    expect(gatherer.finish()).toEqual({
      things: [],
      remarks: [
        { file: 0, line: 2, reason: 'says-nothing', isSkipped: true },
        { file: 1, line: 3, reason: 'no-name', isSkipped: true },
        { file: 1, line: 5, reason: 'no-name', isSkipped: true },
      ],
    });
  });

  it('says which row contradicts an earlier one, and keeps both', () => {
    const gatherer = new Gatherer();
    const other = { ratings: [{ given: { value: 1, best: 5, worst: 0.5 } }] };
    gatherer.add('imdb', 0, row(2, '6', { facts: heat, content: marked }));
    gatherer.add('imdb', 0, row(3, '6', { facts: heat, content: other }));
    const { things, remarks } = gatherer.finish();
    expect(things[0]?.content.ratings).toHaveLength(2);
    expect(remarks).toEqual([{ file: 0, line: 3, reason: 'contradicts', isSkipped: false }]);
  });
});
