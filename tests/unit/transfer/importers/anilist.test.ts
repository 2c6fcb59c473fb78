import { describe, expect, it } from 'vitest';
import { anilist } from '../../../../src/transfer/importers/anilist.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import type { Content } from '../../../../src/transfer/importer.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'anilist.json';
describeImporterContract(anilist, FIXTURE);

describe('anilist', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(anilist, content);

  it('reads a score, a day as a number, times seen, notes and lists of the person’s own', () => {
    expect(entries[0]).toEqual({
      line: 1,
      thing: 'anime/21',
      facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/21'] },
      content: {
        ratings: [{ given: { value: 85, best: 100, worst: 1 }, at: '2021-06-13' }],
        note: 'with Jo',
        tags: ['Cosy', 'Loud'],
        uses: [{ at: '2021-06-12' }],
        useCount: 2,
        others: { started_on: '2021-06-01' },
      },
    });
  });

  it('reads manga, a year alone, and lists that are no text', () => {
    expect(entries[1]).toEqual({
      line: 2,
      thing: 'manga/30',
      facts: { kind: 'Book', name: '', identifiers: ['anilist:manga/30'] },
      content: {
        ratings: [{ given: { value: 7.5, best: 100, worst: 1 }, at: '2020-01-01' }],
        tags: ['Shelf'],
        uses: [{ at: '2020' }],
      },
    });
  });

  it('keeps a state between by AniList’s word for its number', () => {
    expect(entries[2]).toEqual({
      line: 3,
      thing: 'manga/31',
      facts: { kind: 'Book', name: '', identifiers: ['anilist:manga/31'] },
      content: { others: { status: 'dropped', progress: '4', progress_volume: '1' } },
    });
  });

  it('takes what is planned for a wish, and a title where there is one', () => {
    expect(entries.slice(3, 6)).toEqual([
      {
        line: 4,
        thing: 'anime/22',
        facts: { kind: 'Movie', name: 'The Glass Ferry', identifiers: ['anilist:anime/22'] },
        content: { wanted: { at: '2022-05-05' } },
      },
      {
        line: 5,
        thing: 'anime/26',
        facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/26'] },
        content: { wanted: { at: '2022-05-06' } },
      },
      {
        line: 6,
        thing: 'anime/23',
        facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/23'] },
        content: { wanted: {} },
      },
    ]);
  });

  it('keeps a review beside the list’s score, which is the judgement', () => {
    expect(entries[6]).toEqual({
      line: 1,
      thing: 'anime/21',
      facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/21'] },
      content: { text: 'Slow, then not.\n\nIt grew on me.', others: { 'review score': '90' } },
    });
  });

  it('takes a review’s score where the list has none, and a private one for a note', () => {
    expect(entries[7]).toEqual({
      line: 2,
      thing: 'manga/40',
      facts: { kind: 'Book', name: '', identifiers: ['anilist:manga/40'] },
      content: { ratings: [{ given: { value: 55, best: 100, worst: 1 }, at: '2021-07-02' }], note: 'For me alone.' },
    });
  });

  it('takes favourites for liked', () => {
    expect(entries.slice(8, 10)).toEqual([
      {
        line: 1,
        thing: 'anime/21',
        facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/21'] },
        content: { liked: {} },
      },
      {
        line: 2,
        thing: 'manga/30',
        facts: { kind: 'Book', name: '', identifiers: ['anilist:manga/30'] },
        content: { liked: {} },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(10);
    expect(outcomesOf(anilist, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'updated_at', value: '2020-02-30 00:00:00', isSkipped: false },
      { line: 7, reason: 'says-nothing', isSkipped: true },
      { line: 8, reason: 'bad-identifier', column: 'series_id', value: '-4', isSkipped: false },
      { line: 8, reason: 'no-name', column: 'series_id', isSkipped: true },
      { line: 9, reason: 'no-name', column: 'series_id', isSkipped: true },
      { line: 10, reason: 'no-name', column: 'series_id', isSkipped: true },
      { line: 3, reason: 'unknown-kind', column: 'favourite_type', value: '3', isSkipped: true },
    ]);
  });

  const list = (...scores: readonly unknown[]): Content => ({
    sort: 'json',
    value: {
      lists: scores.map((score, index) => ({ series_id: index + 1, series_type: 0, score })),
      reviews: [],
      favourites: [],
    },
  });

  it.each<[string, readonly unknown[], string | undefined]>([
    ['100 by a mark over 10', [7, 74], '100'],
    ['10 with decimals by a fraction', [7, 7.5], '10-decimal'],
    ['none by whole marks up to 10', [3, 5, 10], undefined],
  ])('suggests a scale of %s', (_what, scores, suggested) => {
    expect(anilist.questions?.(list(...scores), '')).toEqual([
      {
        id: 'scale',
        choices: [{ value: '100' }, { value: '10' }, { value: '10-decimal' }, { value: '5' }, { value: '3' }],
        ...(suggested !== undefined && { suggested }),
      },
    ]);
  });

  it('asks nothing where nothing is scored', () => {
    expect(anilist.questions?.(list(0, undefined), '')).toEqual([]);
  });

  it.each([
    ['100', { value: 3, best: 100, worst: 1 }],
    ['10', { value: 3, best: 10, worst: 1 }],
    ['10-decimal', { value: 3, best: 10, worst: 0.1 }],
    ['5', { value: 3, best: 5, worst: 1 }],
    ['3', { value: 3, best: 3, worst: 1 }],
  ])('reads a score on the scale of %s that was chosen', (scale, given) => {
    expect(entriesOf(anilist, list(3), { answers: { scale } })[0]?.content).toEqual({ ratings: [{ given }] });
  });

  it('takes no score on a scale that nobody chose', () => {
    const [outcome] = [...anilist.read(list(3), { path: '', answers: {} })];
    expect(outcome).toEqual({
      entries: [],
      remarks: [{ line: 1, reason: 'bad-mark', column: 'score', value: '3', isSkipped: true }],
    });
  });

  it('knows it by its lists, not by one of that name', () => {
    expect(anilist.recognises({ sort: 'json', value: { lists: [], reviews: [], favourites: [] } })).toBe(false);
    expect(anilist.recognises({ sort: 'json', value: { lists: [{ id: 1 }], reviews: [], favourites: [] } })).toBe(
      false,
    );
    expect(anilist.recognises({ sort: 'json', value: { lists: [{ series_id: 1 }] } })).toBe(false);
  });

  it('knows it by an entry alone, where an older copy lacks the favourites', () => {
    const value = { user: {}, lists: [{ series_id: 1, series_type: 0, status: 2, score: 80 }], reviews: [] };
    expect(anilist.recognises({ sort: 'json', value })).toBe(true);
  });

  it('counts the lists where they are no zeros and ones, and takes names for themselves', () => {
    const user = { custom_lists: { anime: ['Cosy', 'Grim', 'Loud'] } };
    const tagsOf = (custom_lists: unknown): unknown =>
      entriesOf(anilist, {
        sort: 'json',
        value: { user, lists: [{ series_id: 1, series_type: 0, status: 2, custom_lists }] },
      })[0]?.content?.tags;
    expect(tagsOf('[0,2]')).toEqual(['Cosy', 'Loud']);
    expect(tagsOf(['Loud'])).toEqual(['Loud']);
    expect(tagsOf('[0,0,0]')).toBeUndefined();
  });

  it('keeps marks of the sides of a series as words', () => {
    const value = {
      user: { advanced_scores: { active: true, names: ['Story', 'Audio', 'Visuals'] } },
      lists: [{ series_id: 1, series_type: 0, status: 2, score: 90, advanced_scores: '[9,0,7.5]' }],
    };
    expect(entriesOf(anilist, { sort: 'json', value })[0]?.content?.others).toEqual({
      advanced_scores: 'Story 9, Visuals 7.5',
    });
  });
});
