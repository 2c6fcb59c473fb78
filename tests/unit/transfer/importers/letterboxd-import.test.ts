import { describe, expect, it } from 'vitest';
import { letterboxdImport } from '../../../../src/transfer/importers/letterboxd-import.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-import.csv';
describeImporterContract(letterboxdImport, FIXTURE);

describe('letterboxdImport', () => {
  const content = fixtureContent(FIXTURE);

  it('reads marks of five and of ten, days, rewatches, tags and reviews', () => {
    expect(entriesOf(letterboxdImport, content)).toEqual([
      {
        line: 2,
        thing: 'the lighthouse ledger | 2014',
        ownId: 'letterboxd:the-lighthouse-ledger',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          creators: ['Ada Marrow', 'Ben Quill'],
          year: 2014,
          identifiers: ['imdb:tt1000001', 'tmdb:movie/910001', 'letterboxd:the-lighthouse-ledger'],
        },
        content: {
          ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2024-03-09' }],
          text: 'It grew on me.',
          tags: ['sea', 'cosy'],
          uses: [{ at: '2024-03-09', isRepeat: true }],
        },
      },
      {
        line: 3,
        thing: 'tide | 2019',
        ownId: 'imdb:tt1000005',
        facts: { kind: 'Movie', name: 'Tide', year: 2019, identifiers: ['imdb:tt1000005'] },
        content: {
          ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2024-03-10' }],
          uses: [{ at: '2024-03-10' }],
        },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(letterboxdImport, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-identifier', column: 'tmdbID', value: 'x', isSkipped: false },
      { line: 4, reason: 'bad-mark', column: 'Rating', value: '6', isSkipped: true },
      { line: 5, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('asks what a table without marks, days and reviews is a list of', () => {
    const list = tableOf('imdbID,Title,Year,Rating10,WatchedDate,Review', 'tt1000001,Tide,2019,,,');
    expect(letterboxdImport.questions?.(list, 'someone_want.csv')).toMatchObject([{ id: 'list', suggested: 'wanted' }]);
    expect(entriesOf(letterboxdImport, list, { answers: { list: 'wanted' } })[0]?.content).toEqual({ wanted: {} });
    expect(letterboxdImport.questions?.(content, 'x.csv')).toEqual([]);
  });

  it('takes a row without mark and day for a film that was seen: one with a review, with tags, with nothing', () => {
    const made = tableOf(
      'tmdbID,imdbID,Title,Rating,WatchedDate,Tags,Review',
      ',,Heat,4,,,',
      ',,Tide,,,,Slow.',
      ',,M,,,city,',
      ',,Gaslight,,,,',
      ',,Ran,0,,,',
    );
    expect(entriesOf(letterboxdImport, made).map(({ facts, content }) => [facts.name, content?.uses])).toEqual([
      ['Heat', undefined],
      ['Tide', [{}]],
      ['M', [{}]],
      ['Gaslight', [{}]],
      ['Ran', [{}]],
    ]);
  });

  it('reads a film that only its number names', () => {
    const made = tableOf('tmdbID,imdbID,Title,Rating', '910001,,,4');
    expect(entriesOf(letterboxdImport, made)).toMatchObject([
      { thing: 'tmdb:movie/910001', facts: { name: '', identifiers: ['tmdb:movie/910001'] } },
    ]);
  });

  it.each(['Title,Year,Watched Date,Rating', 'Title,imdbID,Stars', 'Name,Rating10,WatchedDate'])(
    'leaves %s to the person',
    (header) => {
      expect(letterboxdImport.recognises(tableOf(header, 'a,b,c'))).toBe(false);
    },
  );
});
