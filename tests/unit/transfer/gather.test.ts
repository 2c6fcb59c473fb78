import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import type { Entry, Outcome } from '../../../src/transfer/entry.ts';
import { type GatheredImporter, Gatherer } from '../../../src/transfer/gather.ts';
import { id } from '../../support/samples.ts';

type Kind = GatheredImporter;

function row(line: number, thing: string, entry: Partial<Entry>): Outcome {
  return { entries: [{ line, thing, facts: { kind: 'Movie', name: '', identifiers: [] }, ...entry }], remarks: [] };
}

const [movielens, imdb, trakt, letterboxd] = ['movielens', 'imdb', 'trakt', 'letterboxd'].map((source) => ({
  source,
  id: `${source}-ratings`,
  ...(source === 'letterboxd' && { hasOnlyNames: true as const }),
})) as [Kind, Kind, Kind, Kind];
const heat = { kind: 'Movie' as const, name: 'Heat', year: 1995, identifiers: [id('imdb:tt0113277')] };
const marked = { ratings: [{ given: { value: 4, best: 5, worst: 0.5 } }] };

describe('Gatherer', () => {
  it('makes one thing of rows in several files: a mark here, a name there, an id elsewhere', () => {
    const gatherer = new Gatherer();
    gatherer.add(movielens, 0, row(2, '6', { content: marked }));
    gatherer.add(movielens, 1, row(7, '6', { facts: { ...heat, identifiers: [] } }));
    gatherer.add(movielens, 2, row(9, '6', { facts: { ...heat, name: '' } }));
    expect(gatherer.rows).toBe(3);
    const { things, remarks, files, firstFiles } = gatherer.finish();
    expect({ things, remarks }).toEqual({
      things: [{ id: 'movielens 6', source: 'movielens', facts: heat, content: marked, from: 'movielens-ratings' }],
      remarks: [],
    });
    expect(firstFiles).toEqual([0]);
    expect(files.map(({ file, rows, ratings, seen }) => [file, rows, ratings, seen])).toEqual([
      [0, 1, 1, 0],
      [1, 1, 0, 0],
      [2, 1, 0, 0],
    ]);
  });

  it('keeps no more of a thing than an export is read with, and tells of the row that goes beyond', () => {
    const gatherer = new Gatherer();
    const diary = { ...imdb, id: 'imdb-diary' };
    for (const [line, letter] of ['a', 'b', 'c'].entries()) {
      gatherer.add(
        line === 0 ? imdb : diary,
        0,
        row(line + 2, 'tt1', { facts: heat, content: { note: letter.repeat(60_000) } }),
      );
    }
    gatherer.add(imdb, 0, row(9, 'L'.repeat(3_000), { facts: heat, content: marked }));
    const { things, remarks } = gatherer.finish();
    const [first, second] = things;
    expect(first?.content.note).toHaveLength(100_000);
    expect(first?.parts?.['imdb-diary']?.note).toHaveLength(100_000);
    expect(second?.id.length).toBeLessThanOrEqual(2_500);
    expect(remarks.map(({ line, reason, isSkipped }) => [line, reason, isSkipped])).toEqual([
      [3, 'too-long', false],
      [4, 'too-long', false],
      [9, 'too-long', false],
    ]);
  });

  it('tells apart which kind of file said what, and knows of those that say nothing', () => {
    const gatherer = new Gatherer();
    const words = { tags: ['b'], text: 'Words.' };
    const tags = { ...movielens, id: 'movielens-tags' };
    for (const list of ['seen', 'liked', '']) {
      gatherer.begin({ id: 'movielens-list' }, list);
    }
    gatherer.add(movielens, 0, row(2, '6', { facts: heat, content: { ...marked, tags: ['a'] } }));
    gatherer.add(tags, 1, row(2, '6', { content: words }));
    gatherer.add(movielens, 0, row(3, '6', { content: { uses: [{}] } }));
    gatherer.add(tags, 2, row(2, '7', { facts: heat, content: words, list: 'mine' }), 'seen');
    const [six, seven] = gatherer.finish().things;
    expect(six).toMatchObject({
      content: { ...marked, tags: ['a', 'b'], text: 'Words.', uses: [{}] },
      parts: { 'movielens-ratings': { ...marked, tags: ['a'], uses: [{}] }, 'movielens-tags': words },
    });
    expect(six).not.toHaveProperty('from');
    expect(seven).toMatchObject({ from: 'movielens-tags mine', content: words });
    expect([...gatherer.kinds]).toEqual([
      'movielens-list seen',
      'movielens-list liked',
      'movielens-list',
      'movielens-ratings',
      'movielens-tags',
      'movielens-tags mine',
    ]);
  });

  it('keeps things of two sources apart, though they have one name there', () => {
    const gatherer = new Gatherer();
    gatherer.add(imdb, 0, row(2, '6', { facts: heat, content: marked }));
    gatherer.add(trakt, 0, row(3, '6', { facts: heat, content: marked }));
    expect(gatherer.finish().things.map((thing) => thing.id)).toEqual(['imdb 6', 'trakt 6']);
  });

  it('reports every row of a thing that nothing names, and of one that nothing is said of', () => {
    const gatherer = new Gatherer();
    gatherer.add(movielens, 1, row(5, '7', { content: marked }));
    gatherer.add(movielens, 0, row(2, '6', { facts: heat }));
    gatherer.add(movielens, 1, row(3, '7', { content: marked }));
    const { things, remarks } = gatherer.finish();
    expect({ things, remarks }).toEqual({
      things: [],
      remarks: [
        { file: 0, line: 2, reason: 'says-nothing', isSkipped: true },
        { file: 1, line: 3, reason: 'no-name', isSkipped: true },
        { file: 1, line: 5, reason: 'no-name', isSkipped: true },
      ],
    });
  });

  it('calls what nothing names by its identifier, and says so of each row', () => {
    const gatherer = new Gatherer();
    const unnamed = { ...heat, name: '' };
    gatherer.add(movielens, 0, row(2, '6', { facts: unnamed, content: marked }));
    gatherer.add(movielens, 1, row(3, '6', { facts: unnamed }));
    const { things, remarks } = gatherer.finish();
    expect(things.map(({ facts }) => facts)).toEqual([{ ...heat, name: 'imdb:tt0113277' }]);
    expect(remarks).toEqual([
      { file: 0, line: 2, reason: 'no-name', isSkipped: false },
      { file: 1, line: 3, reason: 'no-name', isSkipped: false },
    ]);
  });

  it('says which row contradicts an earlier one, and keeps both', () => {
    const gatherer = new Gatherer();
    const other = { ratings: [{ given: { value: 1, best: 5, worst: 0.5 } }] };
    gatherer.add(imdb, 0, row(2, '6', { facts: heat, content: marked }));
    gatherer.add(imdb, 0, row(3, '6', { facts: heat, content: other }));
    const { things, remarks } = gatherer.finish();
    expect(things[0]?.content.ratings).toHaveLength(2);
    expect(remarks).toEqual([
      { file: 0, line: 3, reason: 'contradicts', over: { file: 0, line: 2 }, isSkipped: false },
    ]);
  });

  it('takes the last of three marks of one time for the present one, and says of which row that is', () => {
    const gatherer = new Gatherer();
    const at = '2024-03-09' as Moment;
    const rows = [4, 2, 4].map((value) => ({ ratings: [{ given: { value, best: 5, worst: 0.5 }, at }] }));
    for (const [index, content] of rows.entries()) {
      gatherer.add(imdb, 0, row(index + 2, '6', { facts: heat, content }));
    }
    // Another file, or the same one once more, tells again what was told.
    gatherer.add(imdb, 1, row(2, '6', { facts: heat, content: rows[1]! }));
    const { things, remarks } = gatherer.finish();
    expect(things[0]?.content.ratings?.map(({ given }) => given.value)).toEqual([2, 4]);
    expect(remarks.map(({ file, line, over }) => [file, line, over?.line])).toEqual([
      [0, 3, 2],
      [0, 4, 3],
    ]);
  });

  describe('where one name is of two things', () => {
    const rain = { kind: 'Movie' as const, name: 'Rain', year: 2019 };
    const [one, other, slug] = ['boxd:xDZ8', 'boxd:l8jm', 'letterboxd:rain-2019'].map((text) => id(text));
    const own = (ownId: typeof one, content?: Entry['content']): Partial<Entry> => ({
      facts: { ...rain, identifiers: ownId ? [ownId] : [] },
      ...(ownId && { ownId }),
      ...(content && { content }),
    });
    const diary = own(undefined, { uses: [{ at: '2020-02-03' as Moment }], ...marked });
    const gathered = (...rows: Partial<Entry>[]) => {
      const gatherer = new Gatherer();
      rows.forEach((entry, index) => {
        gatherer.add(letterboxd, 0, row(index + 2, 'rain | 2019', entry));
      });
      return gatherer.finish();
    };

    it('tells them apart by what the source itself calls them', () => {
      const { things, remarks } = gathered(
        own(one, { wanted: {} }),
        own(other, { liked: {} }),
        own(one, { liked: {} }),
      );
      expect(things.map((thing) => [thing.id, thing.facts.identifiers, thing.content])).toEqual([
        ['letterboxd rain | 2019 | boxd:xDZ8', [one], { wanted: {}, liked: {} }],
        ['letterboxd rain | 2019 | boxd:l8jm', [other], { liked: {} }],
      ]);
      expect(remarks).toEqual([]);
    });

    it('takes a row of a diary for the only one that was seen or rated, which keeps the name', () => {
      const { things } = gathered(diary, own(one, { wanted: {} }), own(other, marked));
      expect(things.map((thing) => [thing.id, thing.content.uses?.length])).toEqual([
        ['letterboxd rain | 2019 | boxd:xDZ8', undefined],
        ['letterboxd rain | 2019', 1],
      ]);
    });

    it.each([
      ['both were seen', { uses: [{}] }],
      ['neither was', { wanted: {} }],
    ])('guesses nothing where %s', (_what, content) => {
      const { things, remarks } = gathered(own(one, content), diary, own(other, content));
      expect(things.map((thing) => [thing.id, thing.content.ratings?.length ?? 0])).toEqual([
        ['letterboxd rain | 2019 | boxd:xDZ8', 0],
        ['letterboxd rain | 2019 | boxd:l8jm', 0],
        ['letterboxd rain | 2019 | ?', 1],
      ]);
      expect(remarks).toEqual([{ file: 0, line: 3, reason: 'unclear', isSkipped: false }]);
    });

    it('makes one thing more of all rows that do not say which they mean', () => {
      const { things, remarks } = gathered(own(one, { uses: [{}] }), diary, diary, own(other, { uses: [{}] }));
      expect(things.map((thing) => thing.id)).toEqual([
        'letterboxd rain | 2019 | boxd:xDZ8',
        'letterboxd rain | 2019 | boxd:l8jm',
        'letterboxd rain | 2019 | ?',
      ]);
      expect(remarks.map(({ line, reason }) => [line, reason])).toEqual([
        [3, 'unclear'],
        [4, 'unclear'],
      ]);
    });

    it('does not take two sorts of address for two films', () => {
      const { things } = gathered(own(one, marked), own(slug, { liked: {} }), diary);
      expect(things.map((thing) => [thing.id, thing.facts.identifiers])).toEqual([
        ['letterboxd rain | 2019', [one, slug]],
      ]);
    });

    it('contradicts none of them with another’s mark', () => {
      const worse = { ratings: [{ given: { value: 1, best: 5, worst: 0.5 } }] };
      const { things, remarks } = gathered(own(one, marked), own(other, worse));
      expect(things.map((thing) => thing.content)).toEqual([marked, worse]);
      expect(remarks).toEqual([]);
    });
  });

  describe('where a file was added twice', () => {
    const owned = { owned: { count: 2 }, ...marked };
    const things = (...rows: readonly (readonly [kind: Kind, file: number, line: number])[]) => {
      const gatherer = new Gatherer();
      for (const [kind, file, line] of rows) {
        gatherer.add(kind, file, row(line, '6', { facts: heat, content: owned }));
      }
      return gatherer.finish();
    };

    it('counts the same row of another file once', () => {
      const { things: found, remarks } = things([imdb, 0, 2], [imdb, 1, 7], [imdb, 2, 7]);
      expect(found.map((thing) => thing.content)).toEqual([owned]);
      expect(remarks).toEqual([]);
    });

    it('counts two copies of one file as two, however often the file is there', () => {
      const { things: found } = things([imdb, 0, 2], [imdb, 0, 3], [imdb, 1, 2], [imdb, 1, 3], [imdb, 1, 4]);
      expect(found.map((thing) => thing.content.owned)).toEqual([{ count: 6 }]);
    });

    it('counts the same words of another kind of file', () => {
      const {
        things: [thing],
        remarks,
      } = things([imdb, 0, 2], [{ ...imdb, id: 'imdb-watchlist' }, 1, 2]);
      expect(thing?.content.owned).toEqual({ count: 4 });
      expect(remarks).toEqual([]);
    });
  });
});
