import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/transfer/importer.ts';
import { IMPORTERS } from '../../../src/transfer/importers/index.ts';
import { belowPreamble, recogniseFile } from '../../../src/transfer/recognise-file.ts';
import { fixtureContent, tableOf } from '../../support/read-content.ts';

describe('recogniseFile', () => {
  it.each(readdirSync('tests/fixtures/imports'))('finds one importer for %s, never two', (fixture) => {
    const content = fixtureContent(fixture);
    const all = IMPORTERS.filter((importer) => importer.recognises(content));
    expect(all).toHaveLength(1);
    expect(recogniseFile(content)).toBe(all[0]);
  });

  it.each<[string, Content]>([
    ['a table', tableOf('a,b', '1,2')],
    ['records', { sort: 'json', value: { a: 1 } }],
    ['an element', { sort: 'xml', root: { name: 'a', text: '', children: [], line: 1 } }],
    ['a text', { sort: 'text', text: 'a' }],
  ])('finds none for %s of nobody', (_what, content) => {
    expect(recogniseFile(content)).toBeUndefined();
  });

  it('takes the first where several would', () => {
    const importer = (id: string) => ({ id, source: id, recognises: () => true, read: () => [] });
    expect(recogniseFile(tableOf('a,b'), [importer('one'), importer('two')])?.id).toBe('one');
  });
});

describe('belowPreamble', () => {
  it('finds a header below what somebody has written above it, and keeps the lines', () => {
    const content = tableOf(
      'My ratings,,,,',
      'as of today,,,,',
      'Const,Your Rating,Date Rated,Title,Title Type',
      'tt1000001,8,2023-01-01,Tide,Movie',
    );
    expect(recogniseFile(content)).toBeUndefined();
    const below = belowPreamble(content);
    expect(below?.importer.id).toBe('imdb-ratings');
    expect(below?.content.sort === 'table' && below.content.table.rows.map(({ line }) => line)).toEqual([4]);
  });

  it.each<[string, Content]>([
    ['a table of nobody', tableOf('a,b,c', '1,2,3', '4,5,6')],
    ['a row of numbers', tableOf('who,what,stars,when', '196,242,3,881250949')],
    ['a header far below', tableOf(...'1234567'.split(''), 'Const,Your Rating,Date Rated,Title,Title Type')],
    ['what is no table', { sort: 'json', value: [] }],
  ])('finds none in %s', (_what, content) => {
    expect(belowPreamble(content)).toBeUndefined();
  });
});
