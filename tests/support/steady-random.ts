import { vi } from 'vitest';

/**
 * From here on, random bytes are the same every time: what failed once fails again. Ids made in one moment sort by them.
 * Undone with the other mocks when the test is over.
 */
export function steadyRandom(seed = 1): void {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const { buffer, byteOffset, byteLength } = array as unknown as Uint8Array;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    bytes.forEach((_byte, index) => {
      bytes[index] = next();
    });
    return array;
  });
}
