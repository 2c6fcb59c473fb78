import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inlineCalls, inlineMessage } from '../../../src/protocol/inline-wire.ts';
import { unwrap } from '../../../src/protocol/reply.ts';

const facts = { kind: 'Product', name: 'Kettle', identifiers: ['gtin:4006381333931'] };

describe('the inline wire', () => {
  it('knows four calls and no more', () => {
    expect(Object.keys(inlineCalls)).toEqual(['look-up', 'rate', 'clear', 'undo']);
  });

  it('normalises the identifiers of a look-up and keeps the order and number of things', () => {
    const input = { things: [['gtin:4006381333931', 'nonsense:1'], [], ['imdb:133093']] };
    expect(v.parse(inlineCalls['look-up'].input, input)).toEqual({
      things: [['gtin:04006381333931'], [], ['imdb:tt0133093']],
    });
  });

  it.each([
    ['a field more', { facts: { ...facts, id: 'x' }, halfStars: 1 }],
    ['no identifier that Sayso knows', { facts: { ...facts, identifiers: ['x:y'] }, halfStars: 1 }],
    ['an unknown kind', { facts: { ...facts, kind: 'Thing' }, halfStars: 1 }],
    ['a name too long', { facts: { ...facts, name: 'x'.repeat(301) }, halfStars: 1 }],
    ['no star', { facts, halfStars: 0 }],
    ['eleven halves', { facts, halfStars: 11 }],
    ['a part of a half', { facts, halfStars: 1.5 }],
    ['marks as text', { facts, halfStars: '5' }],
  ])('refuses to rate with %s', (_what, input) => {
    expect(v.safeParse(inlineCalls.rate.input, input).success).toBe(false);
  });

  it('refuses 501 things and 13 identifiers of one', () => {
    const lookUp = inlineCalls['look-up'].input;
    expect(v.safeParse(lookUp, { things: Array.from({ length: 500 }, () => ['imdb:1']) }).success).toBe(true);
    expect(v.safeParse(lookUp, { things: Array.from({ length: 501 }, () => []) }).success).toBe(false);
    expect(v.safeParse(lookUp, { things: [Array.from({ length: 13 }, () => 'imdb:1')] }).success).toBe(false);
  });

  it('lets nothing out that it does not name', () => {
    const shown = { halfStars: 7, given: { value: 3.5, best: 5, worst: 0.5 }, ratedAt: '2026-03-09' };
    const answer = [null, { ...shown, text: 'my words', itemId: 'x' }];
    expect(v.parse(inlineCalls['look-up'].output, answer)).toEqual([null, shown]);
  });

  it('takes a message of its own wire only', () => {
    expect(v.safeParse(inlineMessage, { wire: 'inline', call: 'rate', input: {} }).success).toBe(true);
    expect(v.safeParse(inlineMessage, { wire: 'vendor', call: 'rate', input: {} }).success).toBe(false);
    expect(v.safeParse(inlineMessage, { wire: 'inline', call: 'x'.repeat(41), input: {} }).success).toBe(false);
  });
});

describe('unwrap', () => {
  it('hands out the value, or throws the failure with its code', () => {
    expect(unwrap({ ok: true, value: 3 })).toBe(3);
    expect(() => unwrap({ ok: false, error: { code: 'storage-full', message: 'No room.' } })).toThrow(
      expect.objectContaining({ code: 'storage-full', message: 'No room.' }),
    );
  });
});
