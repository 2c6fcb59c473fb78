import { describe, expect, it } from 'vitest';
import { Gatherer } from '../../../../src/transfer/gather.ts';
import { letterboxdList } from '../../../../src/transfer/importers/letterboxd-list.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-list.txt';
describeImporterContract(letterboxdList, FIXTURE);

const films = [
  {
    thing: 'the lighthouse ledger | 1961',
    ownId: 'boxd:aB1',
    list: 'Films with lighthouses',
    facts: { kind: 'Movie', name: 'The Lighthouse Ledger', year: 1961, identifiers: ['boxd:aB1'] },
    content: {
      others: {
        List: 'Films with lighthouses',
        Position: 'Films with lighthouses: 1',
        'List note': 'The brightest.\n\nTwice.',
      },
    },
  },
  {
    thing: 'salt and tallow',
    ownId: 'letterboxd:salt-and-tallow',
    list: 'Films with lighthouses',
    facts: { kind: 'Movie', name: 'Salt and Tallow', identifiers: ['letterboxd:salt-and-tallow'] },
    content: { others: { List: 'Films with lighthouses', Position: 'Films with lighthouses: 2' } },
  },
];

describe('letterboxdList', () => {
  const content = fixtureContent(FIXTURE);

  it('reads films with the name of the list, their place on it and what was said of them: neither wish nor mark', () => {
    expect(entriesOf(letterboxdList, content)).toEqual([
      { line: 8, ...films[0] },
      { line: 11, ...films[1] },
    ]);
  });

  it('says of the list’s own row and of films without a name that they say nothing of a film', () => {
    expect(outcomesOf(letterboxdList, content).flatMap(({ remarks }) => remarks)).toEqual([
      // The films' header is no row.
      { line: 3, reason: 'other-matter', isSkipped: true },
      { line: 12, reason: 'no-name', column: 'Name', isSkipped: true },
    ]);
  });

  it('counts its films, whichever form it has', () => {
    expect(letterboxdList.rowsIn?.(content)).toBe(3);
    expect(letterboxdList.rowsIn?.(contentOf('a.txt', 'Letterboxd list export v7\nDate'))).toBeUndefined();
  });

  it('reads the older form, which begins with the list’s header', () => {
    const older = tableOf(
      '',
      'Date,Name,Tags,URL,Description',
      '2019-06-01,Films with lighthouses,,https://boxd.it/LiStA,',
      '',
      'Position,Name,Year,URL,Description',
      '1,The Lighthouse Ledger,1961,https://boxd.it/aB1,"The brightest.\n\nTwice."',
    );
    expect(letterboxdList.recognises(older)).toBe(true);
    expect(entriesOf(letterboxdList, older)).toEqual([{ line: 6, ...films[0] }]);
    expect(outcomesOf(letterboxdList, older).map(({ entries, remarks }) => (entries[0] ?? remarks[0])?.line)).toEqual([
      3, 6,
    ]);
  });

  it('knows later versions, with CRLF and a byte order mark', () => {
    const text = '\uFEFFLetterboxd list export v12\r\nDate,Name,Tags,URL,Description\r\n2024-06-01,L,,,\r\n\r\n';
    const later = contentOf('a.txt', `${text}Position,Name,Year,URL,Description\r\n1,Tide,2000,,\r\n`);
    expect(letterboxdList.recognises(later)).toBe(true);
    expect(entriesOf(letterboxdList, later)).toEqual([
      {
        line: 6,
        thing: 'tide | 2000',
        list: 'L',
        facts: { kind: 'Movie', name: 'Tide', year: 2000, identifiers: [] },
        content: { others: { List: 'L', Position: 'L: 1' } },
      },
    ]);
  });

  it('says of a list without its films that it is broken', () => {
    const cut = contentOf('a.txt', 'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-06-01,"L');
    expect(outcomesOf(letterboxdList, cut)).toEqual([
      { entries: [], remarks: [{ line: 1, reason: 'broken-row', isSkipped: true }] },
    ]);
  });

  it('reads nothing of what was removed', () => {
    const outcomes = outcomesOf(letterboxdList, content, { path: 'deleted/lists/a.csv' });
    expect(outcomes.flatMap(({ remarks }) => remarks).map(({ reason }) => reason)).toEqual(Array(4).fill('removed'));
    expect(outcomes.flatMap(({ entries }) => entries)).toEqual([]);
  });

  it('keeps the place on each list of a film that is on several, and none where there is no number', () => {
    const text = (list: string, ...rows: string[]) =>
      ['Letterboxd list export v7', 'Date,Name,Tags,URL,Description', `2024-06-01,${list},,,`, '']
        .concat('Position,Name,Year,URL,Description', rows, '')
        .join('\n');
    const gatherer = new Gatherer();
    const lists = [text('Best', '1,Ebb,2000,,', '2,Tide,2000,,'), text('Sea', '2,Tide,2000,,', ',Ebb,2000,,')];
    lists.forEach((list, file) => {
      for (const outcome of outcomesOf(letterboxdList, contentOf('a.txt', list))) {
        gatherer.add(letterboxdList, file, outcome);
      }
    });
    expect(gatherer.finish().things.map(({ content: said }) => said.others)).toEqual([
      { List: 'Best; Sea', Position: 'Best: 1' },
      { List: 'Best; Sea', Position: 'Best: 2; Sea: 2' },
    ]);
  });
});
