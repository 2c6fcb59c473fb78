import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortName } from '../../../../src/ui/dashboard/short-name.ts';

it('leaves a name that fits as it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (name) => {
      expect(shortName(name)).toBe(name);
    }),
  );
});

it('cuts a long name and says so, never through a character', () => {
  expect(shortName('x'.repeat(10_000))).toBe(`${'x'.repeat(80)}…`);
  expect(shortName('𝒻'.repeat(81))).toBe(`${'𝒻'.repeat(80)}…`);
});
