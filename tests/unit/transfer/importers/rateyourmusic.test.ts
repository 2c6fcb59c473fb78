import { describe, expect, it } from 'vitest';
import { rateyourmusic } from '../../../../src/transfer/importers/rateyourmusic.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'rateyourmusic.csv';
describeImporterContract(rateyourmusic, FIXTURE);

describe('rateyourmusic', () => {
  const content = fixtureContent(FIXTURE);

  it('reads half stars, what is owned and wanted, and a review out of its marks', () => {
    expect(entriesOf(rateyourmusic, content)).toEqual([
      {
        line: 2,
        thing: '501',
        facts: { kind: 'MusicAlbum', name: 'Salt & Tide', creators: ['Ada Marrow'], year: 1997, identifiers: [] },
        content: {
          ratings: [{ given: { value: 9, best: 10, worst: 1 } }],
          text: 'Loud and Ben Quill at his best.\n\nSee this <3 [sic]',
          owned: { at: '2021-04-03' },
          others: { 'Media Type': 'CD', 'Review Title': 'A Storm' },
        },
      },
      {
        line: 3,
        thing: '502',
        facts: { kind: 'MusicAlbum', name: 'Quay', creators: ['The Harbour Lights'], year: 2003, identifiers: [] },
        content: { wanted: {} },
      },
      {
        line: 4,
        thing: '503',
        facts: {
          kind: 'MusicAlbum',
          name: 'Together',
          creators: ['Ben Quill', 'Cy Dray'],
          year: 2010,
          identifiers: [],
        },
        content: {
          ratings: [{ given: { value: 1, best: 10, worst: 1 } }],
          others: { Ownership: 'u', 'Purchase Date': '2011-02-30', 'Media Type': 'Vinyl' },
        },
      },
      {
        line: 5,
        thing: '504',
        facts: { kind: 'MusicAlbum', name: 'Волна', creators: ['Юрий Причал'], identifiers: [] },
        content: { ratings: [{ given: { value: 5, best: 10, worst: 1 } }] },
      },
      {
        line: 7,
        thing: '506',
        facts: {
          kind: 'MusicAlbum',
          name: 'Bought Once',
          creators: ['The Harbour Lights'],
          year: 1999,
          identifiers: [],
        },
        content: { owned: {} },
      },
      {
        line: 8,
        thing: 'the harbour lights | no number',
        facts: { kind: 'MusicAlbum', name: 'No Number', creators: ['The Harbour Lights'], year: 1999, identifiers: [] },
        content: { ratings: [{ given: { value: 6, best: 10, worst: 1 } }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(rateyourmusic, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 6, reason: 'says-nothing', isSkipped: true },
      { line: 7, reason: 'bad-mark', column: 'Rating', value: '11', isSkipped: false },
      { line: 7, reason: 'bad-date', column: 'Purchase Date', value: '2011-02-30', isSkipped: false },
      { line: 9, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('reads the older form, without titles of reviews', () => {
    const older = tableOf(
      'RYM Album, First Name,Last Name,First Name localized, Last Name localized,Title,Release_Date,Rating,Ownership,Purchase Date,Media Type,Review',
      '501,Ada,Marrow,,,Salt & Tide,1997,9,n,,,Loud.',
    );
    expect(rateyourmusic.recognises(older)).toBe(true);
    expect(outcomesOf(rateyourmusic, older)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: '501',
            facts: { kind: 'MusicAlbum', name: 'Salt & Tide', creators: ['Ada Marrow'], year: 1997, identifiers: [] },
            content: { ratings: [{ given: { value: 9, best: 10, worst: 1 } }], text: 'Loud.' },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('reads files whose last cell is a quotation behind blanks, and leaves out an artist’s other name', () => {
    const table = tableOf(
      'RYM Album, First Name,Last Name,First Name localized, Last Name localized,Title,Release_Date,Rating,Ownership,Purchase Date,Media Type,Review',
      '"601","","Волна [Volna]","","","&#34;Salt&#34;","1982","6","n","","",  ""',
      '"602","Ada","Marrow","","","Tide","1997","9","n","","",  "Loud, and ""good"".',
      'Twice."',
    );
    expect(outcomesOf(rateyourmusic, table)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: '601',
            facts: { kind: 'MusicAlbum', name: '"Salt"', creators: ['Волна'], year: 1982, identifiers: [] },
            content: { ratings: [{ given: { value: 6, best: 10, worst: 1 } }] },
          },
        ],
        remarks: [],
      },
      {
        entries: [
          {
            line: 3,
            thing: '602',
            facts: { kind: 'MusicAlbum', name: 'Tide', creators: ['Ada Marrow'], year: 1997, identifiers: [] },
            content: {
              ratings: [{ given: { value: 9, best: 10, worst: 1 } }],
              text: 'Loud, and "good".\nTwice.',
            },
          },
        ],
        remarks: [],
      },
    ]);
  });
});
