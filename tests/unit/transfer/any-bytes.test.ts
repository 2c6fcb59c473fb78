import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_PROBLEMS } from '../../../src/transfer/file-problem.ts';
import { makeZip } from '../../support/make-zip.ts';
import { openAll } from '../../support/open-all.ts';

const limits = { fileBytes: 1_000_000, totalBytes: 4_000_000, ratioFromBytes: 100_000 };

/** Opens it, and holds that each file has content or a problem of the list. */
async function open(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const began = performance.now();
  const files = await openAll({ file: bytes }, { limits });
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect('problem' in file ? FILE_PROBLEMS : [file]).toContain('problem' in file ? file.problem.id : file);
  }
  expect(performance.now() - began).toBeLessThan(20_000);
}

/** Bytes of a well-made file, some of them changed, and cut off. */
function spoiled(bytes: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  return fc.tuple(fc.array(change, { maxLength: 6 }), fc.nat(bytes.length)).map(([changes, cut]) => {
    const copy = new Uint8Array(bytes);
    for (const [at, byte] of changes) {
      copy[at] = byte;
    }
    return cut % 3 === 0 ? copy.slice(0, cut) : copy;
  });
}

describe('threat 26: a file of any bytes', () => {
  const csv = 'Title,Stars\n"Dune, new",4\nSolaris,5\n'.repeat(3);
  const archive = makeZip(
    { path: 'a.csv', content: csv, isDeflated: true },
    { path: 'b/c.zip', content: makeZip({ path: 'd', content: csv, isZip64: true }) },
    { path: 'e.json', content: '{"a":[1,{"b":null}]}', isDeflated: true, hasDescriptor: true },
  );

  it.each<[string, fc.Arbitrary<Uint8Array>]>([
    ['bytes', fc.uint8Array({ maxLength: 5_000 })],
    [
      'bytes that say they are zip',
      fc.uint8Array({ maxLength: 500 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest)),
    ],
    [
      'bytes that say they are gzip',
      fc.uint8Array({ maxLength: 500 }).map((rest) => Uint8Array.of(31, 139, 8, 0, ...rest)),
    ],
    ['characters', fc.string({ unit: 'binary', maxLength: 500 }).map((text) => new TextEncoder().encode(text))],
    [
      'XML',
      fc
        .string({ unit: fc.constantFrom('<', '>', 'a', '/', '"', '&', ';', ' ', '!', '[', ']', '-'), maxLength: 99 })
        .map((text) => new TextEncoder().encode(`<a>${text}`)),
    ],
    [
      'JSON',
      fc
        .string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '1', '\\', 'e'), maxLength: 99 })
        .map((text) => new TextEncoder().encode(`[${text}`)),
    ],
    ['an archive', spoiled(archive)],
    ['a packed file', spoiled(gzipSync(csv))],
    ['a packed archive', spoiled(archive).map((bytes) => gzipSync(bytes))],
    ['records', spoiled(new TextEncoder().encode('{"a":[1,{"b":"c"}],"d":{"e":[]}}'))],
  ])('never throws, and ends: %s', async (_what, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, (bytes) => open(new Uint8Array(bytes))),
      { numRuns: 200 },
    );
  });
});
