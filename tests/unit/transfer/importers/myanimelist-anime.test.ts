import { describe, expect, it } from 'vitest';
import { myanimelistAnime } from '../../../../src/transfer/importers/myanimelist-anime.ts';
import { myanimelistManga } from '../../../../src/transfer/importers/myanimelist-manga.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'myanimelist-anime.xml';
describeImporterContract(myanimelistAnime, FIXTURE);

describe('myanimelistAnime', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(myanimelistAnime, content);

  it('reads a score, days, tags, notes out of HTML, and counts the first time with the others', () => {
    expect(entries[0]).toEqual({
      line: 9,
      thing: 'anime/9000001',
      facts: { kind: 'TVSeries', name: 'Lantern & Tide', identifiers: ['mal:anime/9000001'] },
      content: {
        ratings: [{ given: { value: 9, best: 10, worst: 1 }, at: '2019-03-30' }],
        note: 'Slow start.\nWorth it.',
        tags: ['quiet', 'sea'],
        uses: [{ at: '2019-03-30' }],
        useCount: 3,
        others: { my_start_date: '2019-01-05' },
      },
    });
  });

  it('takes 0 for no score, a film for a film, and a year alone for what is known', () => {
    expect(entries[1]).toEqual({
      line: 34,
      thing: 'anime/9000002',
      facts: { kind: 'Movie', name: 'The Glass Ferry', identifiers: ['mal:anime/9000002'] },
      content: { uses: [{ at: '2018' }] },
    });
  });

  it('takes what is planned for a wish', () => {
    expect(entries[2]).toEqual({
      line: 47,
      thing: 'anime/9000003',
      facts: { kind: 'TVSeries', name: 'Not Begun', identifiers: ['mal:anime/9000003'] },
      content: { wanted: {} },
    });
  });

  it('keeps the state and the progress of what was dropped', () => {
    expect(entries[3]).toEqual({
      line: 57,
      thing: 'anime/9000004',
      facts: { kind: 'TVSeries', name: 'Left Behind', identifiers: ['mal:anime/9000004'] },
      content: {
        others: {
          my_status: 'Dropped',
          my_start_date: '2020-02-01',
          my_finish_date: '2020-02-31',
          my_watched_episodes: '3',
        },
      },
    });
  });

  it('keeps what has a number but no name', () => {
    expect(entries[4]).toEqual({
      line: 67,
      thing: 'anime/9000005',
      facts: { kind: 'TVSeries', name: '', identifiers: ['mal:anime/9000005'] },
      content: { ratings: [{ given: { value: 4, best: 10, worst: 1 } }], others: { my_status: 'On-Hold' } },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(5);
    expect(outcomesOf(myanimelistAnime, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 57, reason: 'bad-mark', column: 'my_score', value: '11', isSkipped: false },
      { line: 57, reason: 'bad-date', column: 'my_finish_date', value: '2020-02-31', isSkipped: false },
      { line: 73, reason: 'bad-identifier', column: 'series_animedb_id', value: 'none', isSkipped: false },
      { line: 73, reason: 'no-name', column: 'series_title', isSkipped: true },
    ]);
  });

  it('keeps a state it does not know, whatever it is called', () => {
    const list = contentOf(
      'a.xml',
      '<myanimelist><anime><series_animedb_id>3</series_animedb_id><my_status>constructor</my_status></anime></myanimelist>',
    );
    expect(entriesOf(myanimelistAnime, list)[0]?.content).toEqual({ others: { my_status: 'constructor' } });
  });

  it('knows an empty list by its head, and a film by the number that old files have for it', () => {
    const head = '<myinfo><user_export_type>1</user_export_type><user_total_anime>0</user_total_anime></myinfo>';
    const empty = contentOf('a.xml', `<myanimelist>${head}</myanimelist>`);
    expect(myanimelistAnime.recognises(empty)).toBe(true);
    expect(outcomesOf(myanimelistAnime, empty)).toEqual([]);
    expect(myanimelistManga.recognises(empty)).toBe(false);
    const old = contentOf(
      'a.xml',
      `<myanimelist>${head}<anime><series_animedb_id>3</series_animedb_id><series_type>3</series_type><my_status>2</my_status></anime></myanimelist>`,
    );
    expect(entriesOf(myanimelistAnime, old)[0]).toMatchObject({ facts: { kind: 'Movie' }, content: { uses: [{}] } });
  });
});
