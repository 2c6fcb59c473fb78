import { describe, expect, it } from 'vitest';
import { imdbPeople } from '../../../../src/transfer/importers/imdb-people.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'imdb-people.csv';
describeImporterContract(imdbPeople, FIXTURE);

describe('imdbPeople', () => {
  const content = fixtureContent(FIXTURE);

  it('takes people on a list for liked, unless the person says otherwise', () => {
    expect(entriesOf(imdbPeople, content)).toEqual([
      {
        line: 2,
        thing: 'nm9000001',
        facts: { kind: 'Person', name: 'Ada Marrow', identifiers: ['imdb:nm9000001'] },
        content: { liked: { at: '2024-05-01' }, others: { Description: 'Sees what others walk past' } },
      },
      {
        line: 3,
        thing: 'nm9000002',
        facts: { kind: 'Person', name: 'Ben Quill', identifiers: ['imdb:nm9000002'] },
        content: { liked: {} },
      },
    ]);
    expect(entriesOf(imdbPeople, content, { answers: { list: 'wanted' } })[0]?.content).toEqual({
      wanted: { at: '2024-05-01', note: 'Sees what others walk past' },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(imdbPeople, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'Created', value: '2024-02-30', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'Const', isSkipped: true },
      { line: 5, reason: 'no-name', column: 'Name', isSkipped: true },
    ]);
  });
});
