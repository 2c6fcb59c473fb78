import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalName } from '../../../src/policy/normal-name.ts';

describe('normalName', () => {
  it.each([
    ['Ursula K. Le Guin', 'ursula k le guin'],
    ['  URSULA   K LE\tGUIN ', 'ursula k le guin'],
    ['J.R.R. Tolkien', 'j r r tolkien'],
    ['J. R. R. Tolkien', 'j r r tolkien'],
    ['Sci-Fi', 'sci fi'],
    ['Pedro Almodóvar', 'pedro almodovar'],
    ['Pedro Almodo\u0301var', 'pedro almodovar'],
    ['Øyvind', 'øyvind'],
    ['宮崎 駿', '宮崎 駿'],
    ['ＡＢＣ', 'abc'],
    ['', ''],
    [' . - ', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(normalName(text)).toBe(expected);
  });

  it.each([
    ['C++', 'C'],
    ['C#', 'C'],
    ['Yes!', 'Yes'],
    ['が', 'か'],
  ])('keeps %j apart from %j', (one, other) => {
    expect(normalName(one)).not.toBe(normalName(other));
  });

  it('cuts what is too long to be a name', () => {
    expect(normalName('x'.repeat(1_000_000))).toHaveLength(100);
    expect(normalName('\ufdfa'.repeat(1000)).length).toBeLessThanOrEqual(100);
  });

  it('takes any text, even half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalName(`\ud800${text}`).length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('finds nothing more to do in what it gave, for names in plain letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', ' ', 'é', '.', '-', '_', ',', 'Ü', '9') }), (text) => {
        expect(normalName(normalName(text))).toBe(normalName(text));
      }),
    );
  });
});
