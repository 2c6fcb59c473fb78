import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { DOCUMENT_LIMIT, readCustomerDocument } from '../../../src/protocol/customer-document.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';

const valid = { version: '1', name: 'Matinee', asks: [MINIMAL_ASK] };

function failure(text: string): AppError {
  try {
    readCustomerDocument(text);
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
    expect(readCustomerDocument(JSON.stringify(valid))).toEqual({
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

  it('refuses an own __proto__', () => {
    expect(failure(`{"__proto__": {}, ${JSON.stringify(valid).slice(1)}`).message).toContain('__proto__');
  });

  it.each(['', '<!doctype html>', '{', '{"version": "1",}', '\u0000'])('says of %j that it is not JSON', (text) => {
    expect(failure(text)).toMatchObject({ code: 'bad-request', message: 'customer.json is not JSON.' });
  });

  it('reads up to the limit and no further', () => {
    const text = JSON.stringify(valid);
    expect(readCustomerDocument(text.padEnd(DOCUMENT_LIMIT))).toBeDefined();
    expect(failure(text.padEnd(DOCUMENT_LIMIT + 1)).code).toBe('too-much');
  });
});
