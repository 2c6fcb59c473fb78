import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/transfer/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['Wonderful.<br/><br/>Would read <i>again</i>.', 'Wonderful.\n\nWould read again.'],
    ['one  \n  two', 'one\ntwo'],
    ['one \n\n\n\n two', 'one\n\ntwo'],
    ['a < b &amp;&lt;3', 'a < b &<3'],
  ])('makes %j to %j', (html, plain) => {
    expect(plainText(html)).toBe(plain);
  });

  it('takes a long run of blanks in one go', () => {
    expect(plainText(`a${' '.repeat(300_000)}b`)).toHaveLength(300_002);
  });
});
