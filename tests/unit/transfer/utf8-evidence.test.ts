import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Evidence } from '../../../src/transfer/utf8-evidence.ts';

function evidenceOf(...pieces: readonly Uint8Array[]): Utf8Evidence {
  const evidence = new Utf8Evidence();
  pieces.forEach((piece) => evidence.add(piece));
  evidence.end();
  return evidence;
}

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);

describe('Utf8Evidence', () => {
  it('finds every sequence of UTF-8, wherever it is cut into pieces', () => {
    const text = new TextEncoder().encode('aé€😀z');
    for (let at = 0; at <= text.length; at += 1) {
      expect(evidenceOf(text.slice(0, at), text.slice(at))).toMatchObject({ valid: 3, invalid: 0, isLikely: true });
    }
  });

  it.each<[string, Uint8Array]>([
    ['a byte of windows-1252', bytes(0x41, 0xe9, 0x41)],
    ['a sequence that is longer than it has to be', bytes(0xc0)],
    ['half of a pair', bytes(0xed)],
    ['a sequence that the end cuts', bytes(0xe2, 0x82)],
  ])('counts %s against it', (_what, some) => {
    expect(evidenceOf(some)).toMatchObject({ valid: 0, invalid: 1, isLikely: false });
  });

  it('finds German of windows-1252 unlikely, though a capital before a sign looks like a sequence', () => {
    // Gruß“ für Öl
    const german = bytes(0x47, 0x72, 0x75, 0xdf, 0x93, 0x20, 0x66, 0xfc, 0x72, 0x20, 0xd6, 0x6c);
    expect(evidenceOf(german)).toMatchObject({ valid: 1, invalid: 2, isLikely: false });
  });

  it('counts as many broken places as a decoder marks, of any bytes', () => {
    const some = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          some,
          some.map((all) => all.map((byte) => byte | 0x80)),
        ),
        fc.nat(40),
        (all, cut) => {
          // Of bytes no three become the mark itself here but those that spell it.
          const marks = new TextDecoder('utf-8', { ignoreBOM: true }).decode(all).split('\uFFFD').length - 1;
          const spelt = all.filter((byte, at) => byte === 0xef && all[at + 1] === 0xbf && all[at + 2] === 0xbd).length;
          expect(evidenceOf(all.slice(0, cut), all.slice(cut)).invalid).toBe(marks - spelt);
        },
      ),
      { numRuns: 500 },
    );
  });
});
