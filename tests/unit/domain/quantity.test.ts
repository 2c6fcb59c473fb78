import { describe, expect, it } from 'vitest';
import { compareQuantities, isComparable, readQuantity, readUnitCode } from '../../../src/domain/quantity.ts';

describe('readQuantity', () => {
  it.each([
    ['2', 'C62'],
    ['0.5', 'KGM'],
    ['12', '2P'],
    ['3', 'XBX'],
  ])('reads %s %s', (value, unit) => {
    expect(readQuantity(value, unit)).toEqual({ value, unit });
  });

  it.each([
    ['0', 'C62'],
    ['-1', 'C62'],
    ['1', ''],
    ['1', 'kgm'],
    ['1', 'KILO'],
    ['many', 'C62'],
  ])('refuses %j %j', (value, unit) => {
    expect(readQuantity(value, unit)).toBeUndefined();
  });
});

describe('compareQuantities', () => {
  it.each([
    ['75', 'CMT', '750', 'MMT', 0],
    ['1', 'INH', '2.54', 'CMT', 0],
    ['1', 'LBR', '16', 'ONZ', 0],
    ['1', 'FOT', '12', 'INH', 0],
    ['1', 'YRD', '3', 'FOT', 0],
    ['1', 'C62', '1', 'H87', 0],
    ['1', 'DZN', '11', 'EA', 1],
    ['1', 'KGM', '999.999', 'GRM', 1],
    ['0.1', 'LTR', '101', 'MLT', -1],
    ['1', 'MTK', '10000', 'CMK', 0],
    ['1', 'WEE', '7', 'DAY', 0],
    ['90', 'MIN', '1.5', 'HUR', 0],
    ['1', 'E35', '1000', 'E34', 0],
    ['3', 'XBX', '2', 'XBX', 1],
    ['1', 'KGM', '1', 'MTR', undefined],
    ['1', 'XBX', '1', 'C62', undefined],
    ['1', 'MON', '30', 'DAY', undefined],
  ])('compares %s %s with %s %s: %s', (left, leftUnit, right, rightUnit, expected) => {
    expect(compareQuantities(readQuantity(left, leftUnit)!, readQuantity(right, rightUnit)!)).toBe(expected);
    expect(isComparable(readUnitCode(leftUnit)!, readUnitCode(rightUnit)!)).toBe(expected !== undefined);
  });
});
