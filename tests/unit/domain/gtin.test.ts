import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, gtin14 } from '../../../src/domain/gtin.ts';

/** Twelve digits with a prefix that GS1 gives out, and the digit that checks them. */
const global13 = fc
  .tuple(fc.constantFrom('400', '590', '761', '692', '978'), fc.stringMatching(/^\d{9}$/u))
  .map(([prefix, rest]) => `${prefix}${rest}${checkDigit(`${prefix}${rest}`)}`);

describe('gtin14', () => {
  it.each([
    ['4006381333931', '04006381333931'],
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
    ['10012345678902', '10012345678902'],
    [' 4 006381-333931 ', '04006381333931'],
  ])('pads %j to fourteen digits', (raw, padded) => {
    expect(gtin14(raw)).toBe(padded);
  });

  it.each([
    ['4006381333932', 'the check digit is wrong'],
    ['400638133393', 'a digit is missing'],
    ['4006381333931X', 'there is a letter in it'],
    ['', 'it is empty'],
    ['00000000000000', 'it is nothing but zeros'],
  ])('refuses %j: %s', (raw) => {
    expect(gtin14(raw)).toBeUndefined();
  });

  it.each([
    '0200000000004',
    '0400000000002',
    '2001234567893',
    '2912345678902',
    '212345678906',
    '9812345678908',
    '9912345678907',
    '20123451',
  ])("refuses %s, a shop's own number", (raw) => {
    const checked = raw.slice(0, -1) + checkDigit(raw.slice(0, -1));
    expect(gtin14(checked)).toBeUndefined();
  });

  it('gives back what it gave', () => {
    fc.assert(
      fc.property(global13, (raw) => {
        const once = gtin14(raw);
        expect(once).toBe(`0${raw}`);
        expect(gtin14(once ?? '')).toBe(once);
      }),
    );
  });

  it('refuses every other last digit', () => {
    fc.assert(
      fc.property(global13, fc.integer({ min: 1, max: 9 }), (raw, off) => {
        const wrong = raw.slice(0, -1) + String((Number(raw.at(-1)) + off) % 10);
        expect(gtin14(wrong)).toBeUndefined();
      }),
    );
  });

  it('never throws and gives fourteen digits or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(gtin14(raw) ?? '00000000000000').toMatch(/^\d{14}$/u);
      }),
    );
  });
});
