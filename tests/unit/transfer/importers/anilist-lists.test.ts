import { describe, expect, it } from 'vitest';
import { anilistLists } from '../../../../src/transfer/importers/anilist-lists.ts';
import type { Content } from '../../../../src/transfer/importer.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'anilist-lists.json';
describeImporterContract(anilistLists, FIXTURE);

describe('anilistLists', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(anilistLists, content);

  it('reads a mark on the scale the file names, a month, times seen, notes and lists of the person’s own', () => {
    expect(anilistLists.questions?.(content, '')).toEqual([]);
    expect(entries[0]).toEqual({
      line: 1,
      thing: 'anime/21',
      facts: {
        kind: 'TVSeries',
        name: 'The Glass Ferry',
        year: 2020,
        identifiers: ['anilist:anime/21', 'mal:anime/9021'],
      },
      content: {
        ratings: [{ given: { value: 8.5, best: 10, worst: 0.1 }, at: '2021-06-13T10:30:00.000Z' }],
        note: 'with Jo',
        tags: ['Cosy'],
        uses: [{ at: '2021-06' }],
        useCount: 2,
        others: { started_on: '2021-06-01' },
      },
    });
  });

  it('reads a film without a mark, a wish for a book, and what stands on a list of the person’s own', () => {
    expect(entries.slice(1)).toEqual([
      {
        line: 2,
        thing: 'anime/22',
        facts: { kind: 'Movie', name: 'Fune', identifiers: ['anilist:anime/22'] },
        content: { uses: [{}] },
      },
      {
        line: 3,
        thing: 'manga/30',
        facts: { kind: 'Book', name: 'Ledger', identifiers: ['anilist:manga/30'] },
        content: { wanted: { at: '2021-06-13T10:31:40.000Z' } },
      },
      {
        line: 5,
        thing: 'anime/21',
        facts: { kind: 'TVSeries', name: '', identifiers: ['anilist:anime/21'] },
        content: {
          ratings: [{ given: { value: 8.5, best: 10, worst: 0.1 } }],
          tags: ['Best of all'],
          others: { status: 'paused', progress: '4' },
        },
      },
    ]);
  });

  it('says which entries it can’t use', () => {
    expect(outcomesOf(anilistLists, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-identifier', column: 'series_id', value: '-4', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'series_id', isSkipped: true },
    ]);
  });

  const json = (value: unknown): Content => ({ sort: 'json', value });

  it.each<[string, unknown, string]>([
    ['entries alone', [{ mediaId: 5, status: 'COMPLETED', score: 70, media: { type: 'MANGA' } }], 'manga/5'],
    ['both lists in one file', { anime: [], manga: [{ mediaId: 6, status: 'COMPLETED', score: 70 }] }, 'manga/6'],
    [
      'lists that say once what they are of',
      { type: 'MANGA', User: { name: 'x' }, lists: [{ name: 'Completed', entries: [{ mediaId: 7, score: 70 }] }] },
      'manga/7',
    ],
    ['lists that do not say it', { lists: [{ name: 'Completed', entries: [{ mediaId: 8, score: 70 }] }] }, 'anime/8'],
  ])('reads %s', (_what, value, thing) => {
    expect(anilistLists.recognises(json(value))).toBe(true);
    expect(anilistLists.questions?.(json(value), '')).toMatchObject([{ id: 'scale', suggested: '100' }]);
    expect(entriesOf(anilistLists, json(value))).toMatchObject([
      { thing, content: { ratings: [{ given: { value: 70, best: 100, worst: 1 } }] } },
    ]);
  });

  it('takes a raw mark for one of 100, whatever the person’s scale is', () => {
    const raw = json({
      User: { mediaListOptions: { scoreFormat: 'POINT_5' } },
      lists: [{ entries: [{ mediaId: 8, score: 4, scoreRaw: 70 }] }],
    });
    expect(entriesOf(anilistLists, raw)[0]?.content?.ratings).toEqual([{ given: { value: 70, best: 100, worst: 1 } }]);
  });

  it('takes names of lists however they are written, and the path for a hint', () => {
    const listed = (customLists: unknown): unknown =>
      entriesOf(anilistLists, json([{ mediaId: 8, status: 'COMPLETED', customLists }]), { path: 'my-manga.json' })[0];
    expect(
      listed([
        { name: 'Cosy', enabled: true },
        { name: 'Loud', enabled: false },
      ]),
    ).toMatchObject({
      thing: 'manga/8',
      content: { tags: ['Cosy'] },
    });
    expect(listed(['Cosy'])).toMatchObject({ content: { tags: ['Cosy'] } });
    expect(
      entriesOf(anilistLists, json([{ mediaId: 8, status: 'COMPLETED', advancedScores: { Story: 8, Audio: 0 } }]))[0]
        ?.content?.others,
    ).toEqual({ advanced_scores: 'Story 8' });
  });

  it.each([
    [{ lists: [{ entries: [{ mediaId: 3 }] }] }],
    [{ account: [{ mediaId: 3, score: 1 }] }],
    [[{ id: 3, score: 1 }]],
  ])('does not take %j for lists of AniList', (value) => {
    expect(anilistLists.recognises(json(value))).toBe(false);
  });
});
