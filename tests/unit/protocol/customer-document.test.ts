import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { DOCUMENT_LIMIT, readCustomerDocument } from '../../../src/protocol/customer-document.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { SHOP } from '../../support/samples.ts';

const valid = { version: '1', name: 'Matinee', asks: [MINIMAL_ASK] };

function failure(text: string): AppError {
  try {
    readCustomerDocument(text, SHOP);
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return thrown;
    }
    throw thrown;
  }
  throw new Error('it was read');
}

describe('readCustomerDocument', () => {
  it('reads a vendor’s name and asks, with the standing agreement', () => {
    expect(readCustomerDocument(JSON.stringify(valid), SHOP)).toEqual({
      ...valid,
      asks: [{ ...MINIMAL_ASK, agreement: 'SD-BASE' }],
    });
  });

  it.each([
    [{ ...valid, version: '2' }, 'version: '],
    [{ ...valid, version: 1 }, 'version: '],
    [{ ...valid, name: '' }, 'name: '],
    [{ ...valid, name: 'n'.repeat(101) }, 'name: '],
    [{ ...valid, asks: [] }, 'asks: '],
    [{ ...valid, asks: Array.from({ length: 9 }, () => MINIMAL_ASK) }, 'asks: '],
    [{ ...valid, asks: [{ ...MINIMAL_ASK, purpose: 'Anything' }] }, 'asks.0.purpose: '],
    [
      { ...valid, asks: [MINIMAL_ASK, { ...MINIMAL_ASK, optional: [{ collection: 'all' }] }] },
      'asks.1.optional.0.collection: ',
    ],
    [{ ...valid, icon: 'https://vendor.example/icon.png' }, 'icon: '],
    [[], 'version: '],
    [null, 'the value: '],
    ['Matinee', 'the value: '],
  ])('refuses %j by path', (document, words) => {
    const { code, message } = failure(JSON.stringify(document));
    expect(code).toBe('bad-request');
    expect(message).toMatch(/^customer\.json: /u);
    expect(message).toContain(words);
  });

  const keys = [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }];

  it.each([
    ['/quotes', 'https://shop.example/quotes'],
    ['https://shop.example/a/b?c=d#e', 'https://shop.example/a/b?c=d'],
  ])('reads where requests are sent: %s', (quotes, whole) => {
    expect(readCustomerDocument(JSON.stringify({ ...valid, quotes, keys }), SHOP)).toMatchObject({
      quotes: whole,
      keys,
    });
  });

  it('takes an endpoint on loopback from a vendor on that very origin only', () => {
    const local = originOf('http://shop.localhost:7000');
    const text = (quotes: string) => JSON.stringify({ ...valid, quotes, keys });
    expect(readCustomerDocument(text('/quotes'), local).quotes).toBe('http://shop.localhost:7000/quotes');
    expect(() => readCustomerDocument(text('http://shop.localhost:7001/quotes'), local)).toThrow('own origin');
    expect(failure(text('http://shop.localhost:7000/quotes')).message).toContain('own origin');
  });

  it.each([
    ['https://evil.example/quotes', 'customer.json: quotes: Not an https address'],
    ['https://www.shop.example/quotes', 'customer.json: quotes: Not an https address'],
    ['https://shop.example:8443/quotes', 'customer.json: quotes: Not an https address'],
    ['http://shop.example/quotes', 'customer.json: quotes: Not an https address'],
    ['//evil.example/quotes', 'customer.json: quotes: Not an https address'],
    ['\\\\evil.example', 'customer.json: quotes: Not an https address'],
    ['https://user:word@shop.example/', 'customer.json: quotes: Not an https address'],
    ['javascript:alert(1)', 'customer.json: quotes: Not an https address'],
    ['https://shop.example.', 'customer.json: quotes: Not an https address'],
    ['', 'customer.json: quotes: '],
    [7, 'customer.json: quotes: '],
  ])('refuses %j as an endpoint', (quotes, told) => {
    expect(failure(JSON.stringify({ ...valid, quotes, keys }))).toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(told) as string,
    });
  });

  it.each([
    [[], 'keys: '],
    [[{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }], 'keys.0.kty: '],
    [[{ ...keys[0], d: 'A'.repeat(43) }], 'keys.0.d: '],
    [[{ kty: 'OKP', crv: 'Ed25519', x: 'A' }], 'keys.0.x: '],
    [Array.from({ length: 21 }, () => keys[0]), 'keys: '],
  ])('refuses %j as keys', (wrong, told) => {
    expect(failure(JSON.stringify({ ...valid, keys: wrong })).message).toContain(told);
  });

  it('refuses an endpoint without keys', () => {
    expect(failure(JSON.stringify({ ...valid, quotes: '/quotes' })).message).toContain('quotes goes with keys');
  });

  it('refuses an own __proto__', () => {
    expect(failure(`{"__proto__": {}, ${JSON.stringify(valid).slice(1)}`).message).toContain('__proto__');
  });

  it.each(['', '<!doctype html>', '{', '{"version": "1",}', '\u0000'])('says of %j that it is not JSON', (text) => {
    expect(failure(text)).toMatchObject({ code: 'bad-request', message: 'customer.json is not JSON.' });
  });

  it('reads up to the limit and no further', () => {
    const text = JSON.stringify(valid);
    expect(readCustomerDocument(text.padEnd(DOCUMENT_LIMIT), SHOP)).toBeDefined();
    expect(failure(text.padEnd(DOCUMENT_LIMIT + 1)).code).toBe('too-much');
  });
});
