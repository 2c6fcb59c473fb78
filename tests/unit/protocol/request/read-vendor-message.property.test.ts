import * as fc from 'fast-check';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { AppError } from '../../../../src/domain/errors.ts';
import type { VendorMessage as WireVendorMessage } from '../../../../src/protocol/customer-reply.ts';
import { readVendorMessage } from '../../../../src/protocol/request/read-vendor-message.ts';
import type { vendorMessage } from '../../../../src/protocol/request/vendor-message-schema.ts';
import { vendorMessages } from '../../../support/arbitrary-vendor-message.ts';
import { messageId } from '../../../support/request-samples.ts';
import { SHOP } from '../../../support/samples.ts';
import { writeVendorMessage } from '../../../support/write-vendor-message.ts';

const FROM = { id: messageId('m1'), vendor: SHOP };

/** Anything that can travel as JSON, with names that mean something to an object or to the schemas. */
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, '', 'Offer', 'offered', '0', '1e9', 'EUR', 1e308, -1, 0.1, 2 ** 53),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'kind', 'price', 'lines', '@type'), tie('value')), {
        maxLength: 5,
      })
      .map((entries) => {
        const text = entries.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join();
        return JSON.parse(`{${text}}`) as unknown;
      }),
  ),
}));

type ReadonlyDeep<T> = { readonly [K in keyof T]: ReadonlyDeep<T[K]> };

/** Puts `spoil` in the place of one value, at any depth. */
function spoilt(value: unknown, at: number, spoil: unknown): unknown {
  let left = at;
  const walk = (one: unknown): unknown => {
    left -= 1;
    if (left === 0) {
      return spoil;
    }
    if (Array.isArray(one)) {
      return one.map(walk);
    }
    return typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]))
      : one;
  };
  return walk(value);
}

describe('what a vendor says', () => {
  it('comes back from the wire as it was meant', () => {
    fc.assert(
      fc.property(vendorMessages, (message) => {
        const json = JSON.stringify(writeVendorMessage(message));
        expect(readVendorMessage(JSON.parse(json), { id: message.id, vendor: SHOP })).toStrictEqual(
          JSON.parse(JSON.stringify(message)),
        );
      }),
    );
  });

  it('is read or refused whatever is put into it, with a path and a rule, and reads the same a second time', () => {
    fc.assert(
      fc.property(vendorMessages, fc.integer({ min: 1, max: 60 }), anything, (message, at, spoil) => {
        const body = JSON.parse(JSON.stringify(spoilt(writeVendorMessage(message), at, spoil))) as unknown;
        const before = JSON.stringify(body);
        try {
          const read = readVendorMessage(body, FROM);
          expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
          expect(readVendorMessage(body, FROM)).toStrictEqual(read);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
          expect((thrown as AppError).message).toMatch(/^.{1,125}: .{1,200}$/su);
        }
        expect(JSON.stringify(body)).toBe(before);
      }),
    );
  });

  it('is by its types what the schemas take', () => {
    expectTypeOf<WireVendorMessage>().toExtend<ReadonlyDeep<v.InferInput<typeof vendorMessage>>>();
  });
});
