import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isOwnExport } from '../../../src/transfer/own-export.ts';
import { sealBackup } from '../../../src/transfer/seal-backup.ts';
import { openFiles } from '../../../src/transfer/open-files.ts';
import type { Table } from '../../../src/transfer/table.ts';
import { makeZip } from '../../support/make-zip.ts';
import { type Bytes, openAll, openOne, outcomes } from '../../support/open-all.ts';

const CSV = 'Title,Stars\nDune,4\nSolaris,5\n';

async function tableOf(bytes: Bytes): Promise<Table> {
  const file = await openOne(bytes);
  if (!('content' in file) || file.content.sort !== 'table') {
    throw new Error(JSON.stringify(file));
  }
  return file.content.table;
}

const gzipped = (bytes: Bytes): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));
const zipped = (files: Record<string, Bytes>): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, typeof bytes === 'string' ? strToU8(bytes) : bytes]),
    ),
  );

describe('openFiles', () => {
  it('gives a table that nobody knows without an importer', async () => {
    const [file] = await openAll({ 'a.csv': CSV });
    expect(file).toEqual({
      path: 'a.csv',
      sizeBytes: CSV.length,
      content: { sort: 'table', table: expect.anything() as unknown },
    });
    expect((await tableOf(CSV)).rows).toEqual([
      { line: 2, cells: ['Dune', '4'] },
      { line: 3, cells: ['Solaris', '5'] },
    ]);
  });

  it('names the importer that recognises the content, whatever the file is called', async () => {
    const goodreads = 'Book Id,Title,Author,ISBN13,My Rating,Date Added,Exclusive Shelf\n1,A,B,,3,2024/01/01,read\n';
    expect(await outcomes({ 'picture.png': goodreads })).toEqual(['picture.png: goodreads-library']);
  });

  it('opens zip, gzip, gzip in zip and zip in zip, and tells each file with the path of its archive', async () => {
    const inner = zipped({ 'deep/b.csv': CSV });
    expect(
      await outcomes({
        'all.zip': zipped({ 'a.csv': CSV, 'inner.zip': inner, 'c.csv.gz': gzipped(CSV) }),
        'd.gz': gzipped(CSV),
        'e.zip.gz': gzipped(inner),
      }),
    ).toEqual([
      'all.zip/a.csv: table',
      'all.zip/inner.zip/deep/b.csv: table',
      'all.zip/c.csv.gz: table',
      'd.gz: table',
      'e.zip.gz/deep/b.csv: table',
    ]);
  });

  it('does not open a third archive, nor gzip in gzip', async () => {
    const third = zipped({ 'b.zip': zipped({ 'c.zip': zipped({ 'd.csv': CSV }), 'e.csv': CSV }) });
    expect(await outcomes({ 'a.zip': third, 'f.gz': gzipped(gzipped(CSV)) })).toEqual([
      'a.zip/b.zip/c.zip: too-deep',
      'a.zip/b.zip/e.csv: table',
      'f.gz: too-deep',
    ]);
  });

  it('passes over folders, and says what systems have put there', async () => {
    const archive = zipped({
      'lists/': '',
      '__MACOSX/._a.csv': 'x',
      '.DS_Store': 'x',
      'lists/Thumbs.db': 'x',
      'a.csv': CSV,
    });
    expect(await outcomes({ 'a.zip': archive, '.DS_Store': 'Bud1' })).toEqual([
      'a.zip/__MACOSX/._a.csv: ignored',
      'a.zip/.DS_Store: ignored',
      'a.zip/lists/Thumbs.db: ignored',
      'a.zip/a.csv: table',
      '.DS_Store: ignored',
    ]);
  });

  it('says of an archive of folders alone that it is empty', async () => {
    expect(await outcomes({ 'a.zip': zipped({ 'lists/': '' }) })).toEqual(['a.zip: empty']);
  });

  it('threat 26 takes no list of an archive within for that of one that is cut off behind it', async () => {
    const inner = makeZip({ path: 'b.csv', content: CSV });
    const whole = makeZip({ path: 'a.csv', content: CSV }, { path: 'inner.zip', content: inner });
    const end = Buffer.from(whole).lastIndexOf(Buffer.from(inner)) + inner.length;
    expect(await outcomes({ 'a.zip': whole.slice(0, end) })).toContain('a.zip: damaged');
  });

  it.each<[string, Bytes]>([
    ['nothing', ''],
    ['blanks', ' \r\n\t\n'],
    ['a byte order mark', '\uFEFF'],
    ['an archive of nothing', makeZip()],
  ])('says that %s is empty', async (_what, bytes) => {
    expect(await outcomes({ a: bytes })).toEqual(['a: empty']);
  });

  it('knows a sealed backup of Sayso’s own, which is for another page', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const sealed = await sealBackup(new Uint8Array(2_000), { key, salt: new Uint8Array(16), iterations: 1 });
    const file = await openOne(sealed);
    expect('content' in file && isOwnExport(file.content)).toBe(true);
    expect(file).toMatchObject({ sizeBytes: sealed.length });
  });

  it.each<[string, Bytes]>([
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a PDF', '%PDF-1.7\n1 0 obj\n'],
    ['a film', '\0\0\0\u0020ftypisom'],
    ['an old spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a new spreadsheet', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })],
    ['an open document', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['bytes', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 167 + (at >> 3)) % 256)],
  ])('says that %s is no text', async (_what, bytes) => {
    expect(await outcomes({ 'ratings.csv': bytes })).toEqual(['ratings.csv: not-text']);
  });

  it.each<[string, Bytes, string]>([
    ['records', '{"a":[1,2]}', 'not-recognised'],
    ['an element', '<list><a>1</a></list>', 'not-recognised'],
    ['a web page', '\n<!DOCTYPE html><html><p>Sign in', 'not-recognised'],
    ['prose', 'Dear diary, today, as it were,\nI saw nothing.\nNothing, I say.\nAnd so on.\n', 'not-recognised'],
    ['a single column', 'Title\nDune\n', 'not-recognised'],
    ['a header alone', 'Title,Stars\n', 'empty'],
    ['a list of nothing', '[]', 'empty'],
    ['a record of nothing', ' {} ', 'empty'],
    ['our own export', '{"sayso":"export","version":1}\n{"a":1}\n', 'text'],
    ['a list of Letterboxd', 'Letterboxd list export v7\nDate,Name\n', 'letterboxd-list'],
  ])('tells %s by the shape', async (_what, text, outcome) => {
    expect(await outcomes({ file: text })).toEqual([`file: ${outcome}`]);
  });

  it('gives records and elements to who recognises them', async () => {
    const all = {
      id: 'all',
      source: 'all',
      label: 'All',
      recognises: () => true,
      read: () => [],
    };
    const files = await openAll({ a: '{"__proto__":{"x":1}}', b: '<l><a>1</a></l>' }, { importers: [all] });
    expect(files.map((file) => 'content' in file && [file.importer?.id, file.content])).toEqual([
      ['all', { sort: 'json', value: JSON.parse('{"__proto__":{"x":1}}') as unknown }],
      [
        'all',
        {
          sort: 'xml',
          root: { name: 'l', text: '', line: 1, children: [{ name: 'a', text: '1', line: 1, children: [] }] },
        },
      ],
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('says where records and elements break', async () => {
    const files = await openAll({
      a: '[\n  {"a": 1,\n   "b": }\n]',
      b: '<a>\n<b>\n</a>',
      c: '['.repeat(500),
      d: '<a>'.repeat(500),
    });
    expect(files.map((file) => 'problem' in file && { ...file.problem, detail: '' })).toEqual([
      { id: 'broken-json', line: 3, column: 9, detail: '' },
      { id: 'broken-xml', line: 3, column: expect.any(Number) as unknown, detail: '' },
      { id: 'nested-too-deeply', line: 1, column: 201, detail: '' },
      { id: 'nested-too-deeply', line: 1, column: expect.any(Number) as unknown, detail: '' },
    ]);
  });

  it('says how far it is, in bytes of what was dropped', async () => {
    const seen: { bytes: number; total: number; path: string }[] = [];
    const archive = zipped({ 'a.csv': CSV, 'b.csv': CSV });
    await openAll({ 'a.zip': archive, 'c.csv': CSV }, { onProgress: (done) => seen.push(done) });
    const total = archive.length + CSV.length;
    expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).sort((a, b) => a - b));
    expect(seen.every((done) => done.total === total)).toBe(true);
    expect(seen.map(({ path }) => path)).toContain('a.zip/b.csv');
    expect(seen.at(-1)).toEqual({ bytes: total, total, path: 'c.csv' });
  });

  it('stops with the reason of its signal, before, between and within files', async () => {
    const stop = new AbortController();
    const large = new Blob([CSV.repeat(100_000)]);
    const reason = new Error('enough');
    const files = openFiles(
      [
        { path: 'a', blob: new Blob([CSV]) },
        { path: 'b', blob: large },
      ],
      {
        signal: stop.signal,
        onProgress: ({ path }) => path === 'b' && stop.abort(reason),
      },
    );
    expect((await files.next()).value).toMatchObject({ path: 'a' });
    await expect(files.next()).rejects.toBe(reason);
    await expect(openOne(CSV, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('opens the next file only when it is asked for', async () => {
    let opened = 0;
    class Watched extends Blob {
      override stream(): ReturnType<Blob['stream']> {
        opened += 1;
        return super.stream();
      }
    }
    const files = openFiles(['a', 'b', 'c'].map((path) => ({ path, blob: new Watched([CSV]) })));
    await files.next();
    expect(opened).toBe(1);
    await files.return(undefined);
    expect(opened).toBe(1);
  });

  it('opens no more files than it may, folders and others of an archive with them', async () => {
    const limits = { files: 3 };
    expect(await outcomes({ a: CSV, b: zipped({ c: CSV, d: CSV }), e: CSV }, { limits })).toEqual([
      'a: table',
      'b/c: table',
      'b/d: too-many-files',
    ]);
  });
});
