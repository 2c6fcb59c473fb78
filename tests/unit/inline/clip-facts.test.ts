import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readIdentifier } from '../../../src/domain/identifier.ts';
import { ITEM_KINDS, type ItemFacts } from '../../../src/domain/item.ts';
import { clipFacts } from '../../../src/inline/clip-facts.ts';
import { inlineCalls } from '../../../src/protocol/inline-wire.ts';

const imdb = readIdentifier('imdb:tt0133093')!;
const text = fc.string({ maxLength: 900, unit: 'binary' });
const some = fc.option(text, { nil: undefined });
const many = fc.option(fc.array(text, { maxLength: 60 }), { nil: undefined });

describe('clipFacts', () => {
  it('makes what the wire takes of whatever a page says', () => {
    const facts = fc.record({
      kind: fc.constantFrom(...ITEM_KINDS),
      name: text,
      creators: many,
      genres: many,
      brand: some,
      series: some,
      identifiers: fc.array(fc.constant(imdb), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(facts, (said) => {
        const clipped = clipFacts(said as ItemFacts);
        const input = { facts: clipped, halfStars: 7 };
        expect(clipped === undefined || v.safeParse(inlineCalls.rate.input, input).success).toBe(true);
        expect(clipped === undefined).toBe(
          said.name.trim().replace(/\p{Cs}/gu, '') === '' || said.identifiers.length === 0,
        );
      }),
    );
  });

  it('keeps what fits as it is', () => {
    const facts: ItemFacts = { kind: 'Movie', name: 'Heat', creators: ['Mann'], year: 1995, identifiers: [imdb] };
    expect(clipFacts(facts)).toEqual(facts);
  });

  it('leaves out an identifier that is too long, and a thing that has no other', () => {
    const long = `url:https://shop.example/${'x'.repeat(2_100)}` as typeof imdb;
    expect(clipFacts({ kind: 'Product', name: 'A', identifiers: [long, imdb] })?.identifiers).toEqual([imdb]);
    expect(clipFacts({ kind: 'Product', name: 'A', identifiers: [long] })).toBeUndefined();
  });
});
