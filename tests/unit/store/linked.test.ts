import { describe, expect, it } from 'vitest';
import { linked } from '../../../src/store/linked.ts';

function linkedWords(words: readonly string[]): string[][] {
  return linked(words, (word) => word.split('-'));
}

describe('linked', () => {
  it('groups what shares a name, and leaves the rest alone', () => {
    expect(linkedWords(['a-b', 'c-d', 'b-e', 'f'])).toEqual([['a-b', 'b-e'], ['c-d'], ['f']]);
  });

  it('follows a chain, whichever of its links comes last', () => {
    expect(linkedWords(['a-b', 'c-d', 'e-f', 'b-c', 'd-e'])).toEqual([['a-b', 'c-d', 'e-f', 'b-c', 'd-e']]);
  });

  it('makes nothing of nothing', () => {
    expect(linkedWords([])).toEqual([]);
  });
});
