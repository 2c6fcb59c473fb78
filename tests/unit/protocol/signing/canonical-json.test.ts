import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/protocol/signing/canonical-json.ts';

function numberOfBits(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe('the examples of RFC 8785', () => {
  it('3.2.2: values', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('3.2.3: names by their UTF-16 units', () => {
    const input = String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}`;
    expect(Object.values(JSON.parse(canonicalJson(JSON.parse(input))) as object)).toHaveLength(7);
    expect([...canonicalJson(JSON.parse(input)).matchAll(/:(\d)/gu)].map(([, value]) => value).join('')).toBe(
      '2467153',
    );
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
  ])('appendix B: %s is %s', (bits, text) => {
    expect(canonicalJson(numberOfBits(bits))).toBe(text);
  });
});

describe('canonicalJson', () => {
  it('is one text for one value, in whatever order its names came', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const once = JSON.parse(JSON.stringify(value)) as unknown;
        const text = canonicalJson(once);
        expect(JSON.parse(text)).toEqual(once);
        expect(canonicalJson(reversed(once))).toBe(text);
        expect(text).not.toMatch(/[\n\r]/u);
      }),
    );
  });

  it('takes a name that objects have by themselves as any other', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2},"constructor":3}'))).toBe(
      '{"__proto__":{"a":2},"b":1,"constructor":3}',
    );
  });

  it.each([
    ['not finite', Number.POSITIVE_INFINITY],
    ['no number', Number.NaN],
    ['nothing', undefined],
    ['nothing in an object', { a: undefined }],
    ['a hole', Array(2)],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['half of a pair', '\ud800'],
    ['half of a pair as a name', { '\udc00': 1 }],
  ])('refuses what is no JSON: %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it('refuses what is nested for ever, and takes 32 levels', () => {
    expect(canonicalJson(nested(32))).toHaveLength(65);
    expect(() => canonicalJson(nested(33))).toThrow(expect.objectContaining({ code: 'bad-request' }));
    expect(() => canonicalJson(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))).toThrow('deeper');
  });
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) {
    value = [value];
  }
  return value;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // Not by assignment: a name such as `__proto__` is a name here.
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}
