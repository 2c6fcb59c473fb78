import { readFileSync } from 'node:fs';
import { belowPreamble } from '../../src/transfer/below-preamble.ts';
import { parseTable } from '../../src/transfer/csv.ts';
import type { Content } from '../../src/transfer/importer.ts';
import { recogniseFile } from '../../src/transfer/recognise-file.ts';
import { parseXml } from '../../src/transfer/xml.ts';

/** A fixture of `tests/fixtures/imports/` as an importer gets it, by the end of its name. */
export function fixtureContent(file: string): Content {
  return contentOf(file, readFileSync(`tests/fixtures/imports/${file}`, 'utf8'));
}

/** A text as an importer gets it, as if it stood in a file of that name. */
export function contentOf(file: string, text: string): Content {
  if (file.endsWith('.json')) {
    return { sort: 'json', value: JSON.parse(text) as unknown };
  }
  if (file.endsWith('.xml')) {
    return { sort: 'xml', root: parseXml(text) };
  }
  if (file.endsWith('.txt')) {
    return { sort: 'text', text };
  }
  const content: Content = { sort: 'table', table: parseTable(text) };
  return recogniseFile(content) ? content : (belowPreamble(text)?.content ?? content);
}

/** A table out of lines. */
export function tableOf(...lines: readonly string[]): Content {
  return contentOf('table.csv', lines.join('\n'));
}
