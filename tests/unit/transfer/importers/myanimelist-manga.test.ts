import { describe, expect, it } from 'vitest';
import { myanimelistManga } from '../../../../src/transfer/importers/myanimelist-manga.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'myanimelist-manga.xml';
describeImporterContract(myanimelistManga, FIXTURE);

describe('myanimelistManga', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(myanimelistManga, content);

  it('reads a score, months, and counts the first time with the others', () => {
    expect(entries[0]).toEqual({
      line: 6,
      thing: 'manga/8000001',
      facts: { kind: 'Book', name: 'Inkwell Street', identifiers: ['mal:manga/8000001'] },
      content: {
        ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2021-02' }],
        uses: [{ at: '2021-02' }],
        useCount: 2,
        others: { my_start_date: '2021-01-00' },
      },
    });
  });

  it('reads the title where other tools write it', () => {
    expect(entries[1]).toEqual({
      line: 31,
      thing: 'manga/8000002',
      facts: { kind: 'Book', name: 'Under the Quay', identifiers: ['mal:manga/8000002'] },
      content: { others: { my_status: 'Reading', my_read_chapters: '12' } },
    });
  });

  it('reads the site’s numbers for its states', () => {
    expect(entries[2]).toEqual({
      line: 39,
      thing: 'manga/8000003',
      facts: { kind: 'Book', name: 'Numbers for States', identifiers: ['mal:manga/8000003'] },
      content: { wanted: {} },
    });
  });

  it('names a manga without a number by its words', () => {
    expect(entries[3]).toEqual({
      line: 45,
      thing: 'manga | no number',
      facts: { kind: 'Book', name: 'No Number', identifiers: [] },
      content: { ratings: [{ given: { value: 6, best: 10, worst: 1 } }], uses: [{}] },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(4);
    expect(outcomesOf(myanimelistManga, content).flatMap(({ remarks }) => remarks)).toEqual([]);
  });
});
