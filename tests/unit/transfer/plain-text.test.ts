import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/transfer/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['Wonderful.<br/><br/>Would read <i>again</i>.', 'Wonderful.\n\nWould read again.'],
    ['one  \n  two', 'one\ntwo'],
    ['one \n\n\n\n two', 'one\n\ntwo'],
    ['a < b &amp;&lt;3', 'a < b &<3'],
    ['Bj&ouml;rk &mdash; &#233;t&#xE9;&hellip; &amp;eacute;', 'Björk — été… &eacute;'],
    ['AT&T &copy 1999 &nosuchname; &;', 'AT&T &copy 1999 &nosuchname; &;'],
    ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
  ])('makes %j to %j', (html, plain) => {
    expect(plainText(html)).toBe(plain);
  });

  it('takes a long run of blanks in one go', () => {
    expect(plainText(`a${' '.repeat(300_000)}b`)).toHaveLength(300_002);
  });
});
