import { describe, expect, it } from 'vitest';
import { type ColumnMapping, mappedTable, readMapping } from '../../../src/transfer/mapped-table.ts';
import { entriesOf, outcomesOf } from '../../contracts/importer-contract.ts';
import { tableOf } from '../../support/read-content.ts';

const FULL: ColumnMapping = {
  source: 'my-list',
  name: 'Titel',
  kind: { column: 'Art' },
  mark: { column: 'Note', best: 10, worst: 1, zeroIsNone: true },
  date: { column: 'Am', order: 'day-first', means: 'used' },
  creators: { column: 'Von', separator: ';' },
  year: 'Jahr',
  text: 'Rezension',
  note: 'Notiz',
  tags: { column: 'Tags', separator: ',' },
  wanted: { column: 'Wunsch', equals: ['ja'] },
  owned: { column: 'Besitz', equals: ['ja', '1'] },
  liked: { column: 'Herz', equals: ['x'] },
  identifiers: [
    { scheme: 'isbn', column: 'ISBN' },
    { scheme: 'url', column: 'Link' },
  ],
};
const HEADER = 'Titel,Art,Note,Am,Von,Jahr,Rezension,Notiz,Tags,Wunsch,Besitz,Herz,ISBN,Link';
const LEAST: ColumnMapping = { name: 'Title', kind: { fixed: 'Movie' }, identifiers: [] };
const marked = (mark: Partial<NonNullable<ColumnMapping['mark']>>): ColumnMapping => ({
  ...LEAST,
  mark: { column: 'Mark', best: 10, worst: 1, zeroIsNone: false, ...mark },
});

describe('mappedTable', () => {
  it('reads every part that is mapped', () => {
    const importer = mappedTable(FULL);
    const table = tableOf(
      HEADER,
      'Salzwege,Buch,"8,5",06/07/2021,Ada Marrow; Ben Quill,ca. 1994,"Still, gut.",von Jo,"Meer, leise",nein,Ja,X,="9780141439600",https://books.example/1?utm_source=a',
    );
    expect(importer.source).toBe('my-list');
    expect(outcomesOf(importer, table)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'isbn:9780141439600',
            facts: {
              kind: 'Book',
              name: 'Salzwege',
              creators: ['Ada Marrow', 'Ben Quill'],
              year: 1994,
              identifiers: ['isbn:9780141439600', 'url:https://books.example/1'],
            },
            content: {
              ratings: [{ given: { value: 8.5, best: 10, worst: 1 }, at: '2021-07-06' }],
              text: 'Still, gut.',
              note: 'von Jo',
              tags: ['Meer', 'leise'],
              uses: [{ at: '2021-07-06' }],
              liked: {},
              owned: {},
            },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('keeps what is left of a row with bad cells, and skips one that only names a thing', () => {
    const table = tableOf(
      HEADER,
      'A,Ding,11,31/02/2021,,,,,,ja,,,123,',
      'B,Film,0,,,,,,,,,,,',
      ',Film,5,,,,,,,,,,,',
      'C,Film,5,,,,,,,,,,,,more',
    );
    expect(outcomesOf(mappedTable(FULL), table)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'a',
            facts: { kind: 'CreativeWork', name: 'A', identifiers: [] },
            content: { wanted: {} },
          },
        ],
        remarks: [
          { line: 2, reason: 'bad-identifier', column: 'ISBN', value: '123', isSkipped: false },
          { line: 2, reason: 'unknown-kind', column: 'Art', value: 'Ding', isSkipped: false },
          { line: 2, reason: 'bad-mark', column: 'Note', value: '11', isSkipped: false },
          { line: 2, reason: 'bad-date', column: 'Am', value: '31/02/2021', isSkipped: false },
        ],
      },
      { entries: [], remarks: [{ line: 3, reason: 'says-nothing', isSkipped: true }] },
      { entries: [], remarks: [{ line: 4, reason: 'no-name', column: 'Titel', isSkipped: true }] },
      { entries: [], remarks: [{ line: 5, reason: 'broken-row', isSkipped: true }] },
    ]);
  });

  it('recognises a table by the columns it maps, in any order, letter case and accents', () => {
    const importer = mappedTable({ ...LEAST, name: 'Título' });
    expect(importer.recognises(tableOf('x, TITULO', '1,A'))).toBe(true);
    expect(importer.recognises(tableOf('x,Title', '1,A'))).toBe(false);
    expect(importer.recognises({ sort: 'json', value: [] })).toBe(false);
    expect(outcomesOf(importer, tableOf('x,Title', '1,A'))).toEqual([]);
  });

  it.each([
    ['8', 8],
    ['8/10', 8],
    ['8 / 10', 8],
    ['7,5', 7.5],
    ['★★★½☆', 3.5],
  ])('reads the mark %s', (text, value) => {
    const [entry] = entriesOf(mappedTable(marked({})), tableOf('Title;Mark', `A;${text}`));
    expect(entry?.content).toEqual({ ratings: [{ given: { value, best: 10, worst: 1 } }] });
  });

  it.each(['4/5', '80%', 'NaN', '1e308', '-1', 'good', '0', '=HYPERLINK("x")'])(
    'takes %s for no mark of ten',
    (text) => {
      const outcomes = outcomesOf(mappedTable(marked({})), tableOf('Title;Mark', `A;${text}`));
      expect(outcomes[0]?.entries).toEqual([]);
      expect(outcomes[0]?.remarks.map(({ reason }) => reason)).toEqual(['bad-mark']);
      expect(outcomes[0]?.remarks[0]?.isSkipped).toBe(true);
    },
  );

  it('takes zero for a mark where the scale has it', () => {
    const [entry] = entriesOf(mappedTable(marked({ worst: 0 })), tableOf('Title,Mark', 'A,0'));
    expect(entry?.content).toEqual({ ratings: [{ given: { value: 0, best: 10, worst: 0 } }] });
  });

  it.each([
    ['2021-06-13', '2021-06-13'],
    ['2021', '2021'],
    ['2021-06-13T10:30:00Z', '2021-06-13T10:30:00.000Z'],
    ['13/06/2021', '2021-06-13'],
    ['Dec 31 2016', '2016-12-31'],
    ['1623580200', '2021-06-13T10:30:00.000Z'],
    ['1623580200000', '2021-06-13T10:30:00.000Z'],
    ['06/07/2021', undefined],
    ['0000-00-00', undefined],
    ['9999-12-31', undefined],
  ])('reads %s as %s where no order is known', (text, at) => {
    const mapping: ColumnMapping = { ...marked({}), date: { column: 'On', means: 'rated' } };
    const [entry] = entriesOf(mappedTable(mapping), tableOf('Title,Mark,On', `A,5,${text}`));
    expect(entry?.content?.ratings?.[0]?.at).toBe(at);
  });

  it('names a thing by its words where it has no identifier', () => {
    const mapping: ColumnMapping = { ...marked({}), year: 'Year', creators: { column: 'By' } };
    const [entry] = entriesOf(mappedTable(mapping), tableOf('Title,Mark,Year,By', 'A  B,5,1999,"Quill, Ben"'));
    expect(entry).toMatchObject({ thing: 'a b | 1999 | quill, ben', facts: { creators: ['Quill, Ben'] } });
    expect(mappedTable(mapping).source).toBe('table');
  });
});

describe('readMapping', () => {
  it('accepts what is remembered', () => {
    expect(readMapping(JSON.parse(JSON.stringify(FULL)))).toEqual(FULL);
  });

  it.each<[string, unknown]>([
    ['no name', { kind: { fixed: 'Book' }, identifiers: [] }],
    ['a kind nobody knows', { ...LEAST, kind: { fixed: 'Thing' } }],
    ['a scale upside down', marked({ best: 1, worst: 6 })],
    ['a scale without end', marked({ best: Number.POSITIVE_INFINITY })],
    ['a scheme nobody knows', { ...LEAST, identifiers: [{ scheme: 'constructor', column: 'a' }] }],
    ['a source with blanks', { ...LEAST, source: 'my list' }],
    ['nothing', undefined],
    ['more than it should', { ...LEAST, more: 1 }],
  ])('refuses %s', (_what, mapping) => {
    expect(readMapping(mapping)).toBeUndefined();
  });
});
