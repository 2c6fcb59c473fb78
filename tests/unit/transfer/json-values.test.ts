import { describe, expect, it } from 'vitest';
import { cellOf, elementsOf, fieldsOf } from '../../../src/transfer/json-values.ts';

describe('values of a JSON file', () => {
  it.each([null, 7, 'x', true, [1], undefined])('have no fields when they are %j', (value) => {
    expect(fieldsOf(value)).toEqual({});
  });

  it.each([null, 7, 'x', { length: -1 }, undefined])('have no elements when they are %j', (value) => {
    expect(elementsOf(value)).toEqual([]);
  });

  it('are cells when they are texts or numbers', () => {
    expect([' x ', 0, 1e308, null, {}, [], true].map(cellOf)).toEqual(['x', '0', '1e+308', '', '', '', '']);
  });
});
