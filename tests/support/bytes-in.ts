import type { Encoding } from '../../src/transfer/encoding.ts';

/** A text in an encoding of one or two bytes a character, which browsers only read: found by reading all there are. */
export function bytesIn(encoding: Encoding, text: string): Uint8Array<ArrayBuffer> {
  const isDouble = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'].includes(encoding);
  // Node reads windows-1252 as what it is not where no more is to come.
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (...bytes: number[]): string => {
    try {
      return decoder.decode(new Uint8Array(bytes), { stream: bytes.length === 1 && !isDouble });
    } catch {
      return '';
    }
  };
  const known = new Map<string, readonly number[]>();
  for (let first = 0; first < 256; first += 1) {
    const one = read(first);
    if (one.length === 1) {
      known.set(one, [first]);
    }
    for (let second = 0x40; isDouble && first > 0x80 && second < 255; second += 1) {
      const two = read(first, second);
      if (two.length === 1 && !known.has(two)) {
        known.set(two, [first, second]);
      }
    }
  }
  return new Uint8Array(
    Array.from(text).flatMap((character) => {
      const bytes = known.get(character);
      if (!bytes) {
        throw new Error(`${encoding} has no ${character}.`);
      }
      return bytes;
    }),
  );
}
