import { describe, expect, it } from 'vitest';
import { plainFromBbCode } from '../../../src/transfer/bb-code.ts';

describe('plainFromBbCode', () => {
  it.each([
    ['[b]Loud[/b] and [I]fast[/I]', 'Loud and fast'],
    ['[url=https://reviews.example/1]this[/url]', 'this'],
    ['[url]https://reviews.example/1[/url]', 'https://reviews.example/1'],
    ['[Artist12,Ben Quill] and [Album3,Salt [live]]', 'Ben Quill and Salt [live]'],
    ['[list][*]one[*]two[/list]', '\none\ntwo'],
    ['what he [sic] wrote [Album12]', 'what he [sic] wrote [Album12]'],
    ['[b', '[b'],
  ])('makes %j to %j', (text, plain) => {
    expect(plainFromBbCode(text)).toBe(plain);
  });

  it('takes many marks that never end in one go', () => {
    const text = '[b=[Artist1,'.repeat(50_000);
    expect(plainFromBbCode(text)).toBe(text);
  });
});
