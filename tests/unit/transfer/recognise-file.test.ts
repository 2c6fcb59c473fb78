import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/transfer/importer.ts';
import { IMPORTERS } from '../../../src/transfer/importers/index.ts';
import { recogniseFile } from '../../../src/transfer/recognise-file.ts';
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
