import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newRecordId } from '../../../../src/domain/ids.ts';
import { sourceRecordId } from '../../../../src/domain/source-record.ts';
import { RECORD_SCHEMAS } from '../../../../src/transfer/export-schema.ts';
import { Table } from '../../../../src/transfer/table.ts';
import type { Entry } from '../../../../src/transfer/entry.ts';
import type { Content, Importer, XmlNode } from '../../../../src/transfer/importer.ts';
import { amazonOrders } from '../../../../src/transfer/importers/amazon-orders.ts';
import { anilist } from '../../../../src/transfer/importers/anilist.ts';
import { boardgamegeek } from '../../../../src/transfer/importers/boardgamegeek.ts';
import { discogs } from '../../../../src/transfer/importers/discogs.ts';
import { goodreadsLibrary } from '../../../../src/transfer/importers/goodreads-library.ts';
import { googlePlay } from '../../../../src/transfer/importers/google-play.ts';
import { librarything } from '../../../../src/transfer/importers/librarything.ts';
import { myanimelistAnime } from '../../../../src/transfer/importers/myanimelist-anime.ts';
import { myanimelistManga } from '../../../../src/transfer/importers/myanimelist-manga.ts';
import { storygraph } from '../../../../src/transfer/importers/storygraph.ts';
import { untappd } from '../../../../src/transfer/importers/untappd.ts';
import { vivino } from '../../../../src/transfer/importers/vivino.ts';
import { mappedTable } from '../../../../src/transfer/mapped-table.ts';
import { outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

/** Control characters but tab and line feed, and those that turn the reading direction around. */
const BAD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
const HOSTILE = [
  'NaN',
  '-1',
  '1e308',
  '1.5',
  'Infinity',
  '9'.repeat(400),
  'L'.repeat(3_000),
  '__proto__',
  'constructor',
  '=HYPERLINK("https://evil.example","x")',
  'a\u202Eb',
  'a\uD800b',
  'a\u0000b',
  '0000-00-00',
  '9999-12-31',
  '0001/01/01',
  '[',
  '[[]]',
  '-',
  ',,,',
  '   ',
  '&#0;&#1114112;',
  '{"toString":1}',
];
const MAPPED = mappedTable({
  name: 'Title',
  kind: { column: 'Format' },
  mark: { column: 'Rating', best: 5, worst: 1, zeroIsNone: true },
  date: { column: 'Date Added', means: 'used' },
  creators: { column: 'Artist', separator: ',' },
  year: 'Released',
  text: 'Collection Notes',
  tags: { column: 'CollectionFolder', separator: ';' },
  identifiers: [{ scheme: 'gtin', column: 'Catalog#' }],
});
const FORMATS: readonly (readonly [Importer, string])[] = [
  [storygraph, 'storygraph.csv'],
  [librarything, 'librarything.tsv'],
  [boardgamegeek, 'boardgamegeek.csv'],
  [untappd, 'untappd.csv'],
  [vivino, 'vivino.csv'],
  [discogs, 'discogs.csv'],
  [goodreadsLibrary, 'goodreads-library.csv'],
  [googlePlay, 'google-play.json'],
  [amazonOrders, 'amazon-orders.csv'],
  [myanimelistAnime, 'myanimelist-anime.xml'],
  [myanimelistManga, 'myanimelist-manga.xml'],
  [anilist, 'anilist.json'],
  [MAPPED, 'discogs.csv'],
];

/** The same content, with one field after the other, and all at once, holding that value. */
function* spoilt(content: Content, value: string): Iterable<Content> {
  if (content.sort === 'table') {
    const { header, rows } = content.table;
    const row = rows[0]!;
    for (let at = -1; at < header.length; at += 1) {
      const cells = header.map((_name, index) => (at === -1 || at === index ? value : (row.cells[index] ?? '')));
      yield { sort: 'table', table: new Table(header, [{ line: 2, cells }]) };
    }
  } else if (content.sort === 'xml') {
    yield { sort: 'xml', root: spoiltNode(content.root, value) };
  } else if (content.sort === 'json') {
    for (const other of [value, { toString: 1, valueOf: 1 }, [[value]], 1e308, null, true]) {
      yield { sort: 'json', value: spoiltJson(content.value, other) };
    }
  }
}

function spoiltNode(node: XmlNode, value: string): XmlNode {
  return node.children.length === 0
    ? { ...node, text: value }
    : { ...node, children: node.children.map((child) => spoiltNode(child, value)) };
}

function spoiltJson(value: unknown, other: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => spoiltJson(one, other));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, typeof one === 'object' ? spoiltJson(one, other) : other]),
      )
    : other;
}

/** Every text in it, names of fields included. */
function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
      : [];
}

/** Why a restore would refuse what is kept of an entry. */
function unreadable(source: string, { thing, facts, content }: Entry): string[] {
  const stamp = '000mjw4hmko0000abcdefgh';
  const record = {
    id: sourceRecordId(source, thing),
    itemId: newRecordId(0),
    source,
    facts,
    content: content ?? {},
    createdAt: stamp,
    updatedAt: stamp,
  };
  const { issues = [] } = v.safeParse(RECORD_SCHEMAS.sourceRecords, JSON.parse(JSON.stringify(record)));
  return issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

describe.each(FORMATS)('$id, given hostile cells', (importer, fixture) => {
  it.each(HOSTILE.map((value) => [value.slice(0, 40), value]))(
    'has an outcome for every row, and lets no bad text through: %j',
    (_start, value) => {
      const read = [...spoilt(fixtureContent(fixture), value)].map((content) => outcomesOf(importer, content));
      const entries = read.flat().flatMap((outcome) => outcome.entries);
      expect(read.filter((outcomes) => outcomes.length === 0)).toEqual([]);
      expect(read.flat().filter((outcome) => outcome.entries.length + outcome.remarks.length === 0)).toEqual([]);
      expect(entries.filter(({ thing }) => thing === '' || thing !== thing.trim())).toEqual([]);
      expect(entries.filter(({ facts }) => facts.name.length > 500)).toEqual([]);
      expect(textsIn(read).filter((text) => !text.isWellFormed() || BAD.test(text))).toEqual([]);
      // What can be kept can be exported and restored: one bad record, and no copy of all the others opens any more.
      expect(entries.flatMap((entry) => unreadable(importer.source, entry))).toEqual([]);
    },
  );
});
