import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readCustomerDocument } from '../../../src/protocol/customer-document.ts';
import { INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import { vendorCalls } from '../../../src/protocol/vendor-wire.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { SHOP } from '../../support/samples.ts';
import { wrongWith } from '../../support/wrong-with.ts';

const calls = Object.entries(vendorCalls);

/** Anything that can travel as JSON, with names that mean something to an object or to the schemas. */
const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'length',
    'id',
    'required',
    'identifiers',
    'collection',
    'filter',
  ),
  fc.string({ maxLength: 10 }),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, '', 'none', 'ratings', 'imdb:tt0133093', 'P30D', 1e308, -1),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double({ noNaN: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 6 }).map((entries) => {
      const text = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join();
      return JSON.parse(`{${text}}`) as unknown;
    }),
  ),
}));

/** A good ask with one of its fields, at any depth, replaced by anything. */
const spoiltAsk = fc
  .tuple(fc.constantFrom(...Object.keys(MINIMAL_ASK)), anything)
  .map(([name, value]) => ({ ...MINIMAL_ASK, [name]: value }));

describe.each(calls)('%s', (_call, { input }) => {
  it('takes or refuses anything, and never breaks', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const wrong = wrongWith(input, value);
        return wrong === undefined || (wrong.length > 0 && wrong.length < 1_000);
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const before = JSON.stringify(value);
        wrongWith(input, value);
        expect(JSON.stringify(value)).toBe(before);
      }),
    );
  });
});

describe('an ask', () => {
  it('comes out of anything with nothing but its own fields', () => {
    fc.assert(
      fc.property(spoiltAsk, (value) => {
        const parsed = v.safeParse(vendorCalls.request.input, value);
        if (parsed.success) {
          expect(Object.getPrototypeOf(parsed.output)).toBe(Object.prototype);
          expect(new Set(Object.keys(parsed.output))).toEqual(new Set([...Object.keys(MINIMAL_ASK), 'agreement']));
        }
      }),
    );
  });
});

describe('a customer.json', () => {
  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          anything.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          try {
            readCustomerDocument(text, SHOP);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(AppError);
          }
        },
      ),
    );
  });
});

describe('threat 6', () => {
  const deep = `${'['.repeat(INPUT_LIMIT / 2)}${']'.repeat(INPUT_LIMIT / 2)}`;
  const deepObjects = `${'{"filter":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const wide = JSON.stringify(Array.from({ length: 80_000 }, () => 0));
  const long = JSON.stringify({ ...MINIMAL_ASK, text: 'x'.repeat(INPUT_LIMIT) });
  const fields = `{${Array.from({ length: 20_000 }, (_none, index) => `"field${index}":1`).join()}}`;

  it.each([
    ['10⁵-deep arrays', deep],
    ['deep objects', deepObjects],
    ['wide arrays', wide],
    ['long texts', long],
    ['many fields', fields],
  ])('refuses %s in bounded time', (_what, json) => {
    const startedAt = performance.now();
    for (const [call, { input }] of calls) {
      const value: unknown = JSON.parse(json);
      expect(wrongWith(input, value), call).toBeDefined();
    }
    // A thousand times what it takes: a bound on the order of the work, not a measurement.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
