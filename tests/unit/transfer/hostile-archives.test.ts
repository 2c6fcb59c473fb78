import { gzipSync } from 'node:zlib';
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { deflatedBytes, joined, makeZip } from '../../support/make-zip.ts';
import { openAll, openOne, outcomes } from '../../support/open-all.ts';

const CSV = 'Title,Stars\nDune,4\nSolaris,5\n';
const MEBIBYTE = 1_048_576;

describe('threat 26: archives made to harm', () => {
  it('opens none whose path leads out of the archive, and the others', async () => {
    const paths = [
      '../../x.csv',
      'a/../../x.csv',
      '/etc/x.csv',
      'C:/x.csv',
      'c:x.csv',
      'a\\b.csv',
      'x.csv\0.png',
      '..',
    ];
    const archive = makeZip(...[...paths, 'a..b/c..csv'].map((path) => ({ path, content: CSV })));
    expect(await outcomes({ z: archive })).toEqual([
      ...paths.map((path) => `z/${path}: unsafe-path`),
      'z/a..b/c..csv: table',
    ]);
  });

  it('says of a file that is packed by another method that it is, and reads the others', async () => {
    const parts = [
      { path: 'a', content: CSV, claimedMethod: 14 },
      { path: 'b', content: CSV },
    ];
    expect(await outcomes({ z: makeZip(...parts) })).toEqual(['z/a: unsupported', 'z/b: table']);
  });

  it('says that a file with a password has one', async () => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    await writer.add('a.csv', new TextReader(CSV), { password: 'x', encryptionStrength: 3 });
    await writer.add('b.csv', new TextReader(CSV), { password: 'x', zipCrypto: true });
    const archive = new Uint8Array(await (await writer.close()).arrayBuffer());
    expect(await outcomes({ z: archive })).toEqual(['z/a.csv: encrypted', 'z/b.csv: encrypted']);
    expect(await outcomes({ z: makeZip({ path: 'c', content: CSV, isEncrypted: true }) })).toEqual(['z/c: encrypted']);
  });

  it('opens zip64, data descriptors, stored and packed files, and two of one name', async () => {
    const archive = makeZip(
      { path: 'a', content: CSV, isZip64: true },
      { path: 'b', content: CSV, isDeflated: true, hasDescriptor: true },
      { path: 'c', content: CSV, isDeflated: true },
      { path: 'c', content: 'A,B\n1,2\n' },
    );
    expect(await outcomes({ z: archive })).toEqual(['z/a: table', 'z/b: table', 'z/c: table', 'z/c: table']);
    const sizes = (await openAll({ z: archive })).map(({ sizeBytes }) => sizeBytes);
    expect(sizes).toEqual([CSV.length, CSV.length, CSV.length, 8]);
  });

  it('opens what is written as a stream', async () => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, zip64: true, dataDescriptor: true });
    await writer.add('a.csv', new BlobReader(new Blob([CSV])));
    const archive = new Uint8Array(await (await writer.close()).arrayBuffer());
    expect(await outcomes({ z: archive })).toEqual(['z/a.csv: table']);
  });

  it.each([
    ['less', 5],
    ['more', 5_000],
    ['nothing', 0],
    ['4 GB', 0xfffffffe],
  ])('says that a file is damaged whose list promises %s than it holds', async (_what, claimedBytes) => {
    for (const isDeflated of [true, false]) {
      expect(await outcomes({ z: makeZip({ path: 'a', content: CSV, isDeflated, claimedBytes }) })).toEqual([
        'z/a: damaged',
      ]);
    }
  });

  it('says that a file is damaged whose check sum is another', async () => {
    const archive = makeZip({ path: 'a', content: CSV, claimedCrc: 1 }, { path: 'b', content: CSV });
    expect(await outcomes({ z: archive })).toEqual(['z/a: damaged', 'z/b: table']);
  });

  it('says that an archive is damaged wherever it was cut short', async () => {
    const archive = makeZip({ path: 'a', content: CSV }, { path: 'b', content: CSV.repeat(9), isDeflated: true });
    const cuts = Array.from({ length: Math.floor((archive.length - 5) / 10) }, (_, at) =>
      archive.slice(0, 5 + at * 10),
    );
    for (const cut of cuts) {
      expect(await outcomes({ z: cut })).toEqual(['z: damaged']);
    }
    expect(cuts.length).toBeGreaterThan(20);
  });

  it('says that gzip is damaged wherever it was cut short, and where a byte was changed', async () => {
    const packed = new Uint8Array(gzipSync(CSV.repeat(20)));
    for (let end = 3; end < packed.length; end += 7) {
      expect(await outcomes({ g: packed.slice(0, end) })).toEqual(['g: damaged']);
    }
    const changed = packed.slice();
    changed[packed.length - 6]! ^= 1;
    expect(await outcomes({ g: changed })).toEqual(['g: damaged']);
  });

  it.each([
    ['less', 10, 'damaged'],
    ['as much', 64 * MEBIBYTE, 'bomb'],
    ['more', 0xfffffffe, 'bomb'],
  ] as const)('stops unpacking at the limits where the headers promise %s', async (_what, claimedBytes, id) => {
    const lines = deflatedBytes(10, 64);
    const bomb = makeZip({ path: 'a', content: '', packed: lines, claimedBytes }, { path: 'b', content: CSV });
    for (const archive of [bomb, makeZip({ path: 'n', content: bomb, isDeflated: true })]) {
      const [first, second] = await openAll({ z: archive }, { limits: { ratioFromBytes: MEBIBYTE } });
      expect(first).toMatchObject({ problem: { id } });
      expect(first?.sizeBytes).toBeLessThan(15 * MEBIBYTE);
      expect(second).toMatchObject({ content: { sort: 'table' } });
    }
  });

  it.each([
    ['NUL', 0, 'not-text', 1],
    ['blanks', 32, 'line-too-long', 8],
    ['empty lines', 10, 'bomb', 300],
  ] as const)('stops 10 GB of %s out of 10 MB, soon and in little memory', async (_what, byte, id, mebibytes) => {
    const inner = makeZip({ path: 'a', content: '', packed: deflatedBytes(byte, 10_240), claimedBytes: 0xfffffff0 });
    const began = performance.now();
    const memory = process.memoryUsage().rss;
    const file = await openOne(makeZip({ path: 'n.zip', content: inner, isDeflated: true }));
    expect(file).toMatchObject({ path: 'file/n.zip/a', problem: { id } });
    expect(file.sizeBytes).toBeLessThan(mebibytes * MEBIBYTE);
    expect(performance.now() - began).toBeLessThan(40_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(1_024 * MEBIBYTE);
  });

  it('stops where many files lie on one another, each within the limits', async () => {
    const content = new TextEncoder().encode(CSV.repeat(1_000));
    const archive = makeZip(
      ...Array.from({ length: 50 }, (_, at) => ({ path: `${at}.csv`, content, isDeflated: true })),
    );
    const found = await outcomes({ z: archive }, { limits: { totalBytes: 300_000 } });
    expect(found.at(-1)).toBe('z: bomb');
    expect(found.length).toBeLessThan(15);
  });

  it('stops gzip at the limits', async () => {
    const packed = new Uint8Array(gzipSync(new TextEncoder().encode('a,b\n'.repeat(MEBIBYTE / 2))));
    expect(await outcomes({ g: packed }, { limits: { ratioFromBytes: MEBIBYTE } })).toEqual(['g: bomb']);
    expect(await outcomes({ g: packed }, { limits: { fileBytes: MEBIBYTE } })).toEqual(['g: bomb']);
    expect(await outcomes({ g: packed })).toEqual(['g: table']);
  });

  it('gives up a list of files that is no list', async () => {
    const whole = makeZip({ path: 'a', content: CSV });
    const rest = makeZip({ path: 'b', content: CSV });
    expect((await openAll({ z: joined([whole, rest.slice(0, 40)]) })).length).toBeGreaterThan(0);
    expect(await outcomes({ z: new Uint8Array([0x50, 0x4b, 3, 4, ...new Array<number>(100).fill(0)]) })).toEqual([
      'z: damaged',
    ]);
  });
});
