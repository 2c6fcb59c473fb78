import { describe, expect, it } from 'vitest';
import { budgetFault } from '../../../src/domain/budget-fault.ts';
import { type Money, readMoney } from '../../../src/domain/money.ts';

const money = (amount: string, currency: string): Money => readMoney(amount, currency)!;

describe('a budget', () => {
  it.each([
    [undefined, money('700', 'EUR'), undefined],
    [money('300', 'EUR'), money('700', 'EUR'), undefined],
    [money('700', 'EUR'), money('700', 'EUR'), undefined],
    [money('700.01', 'EUR'), money('700', 'EUR'), 'min-above-max'],
    [money('300', 'USD'), money('700', 'EUR'), 'mixed-currencies'],
    // The yen has no smaller unit: as bare numbers the lower end would be the higher one.
    [money('700', 'JPY'), money('3.00', 'EUR'), 'mixed-currencies'],
  ])('from %j to %j: %s', (min, max, fault) => {
    expect(budgetFault({ max, ...(min && { min }) })).toBe(fault);
  });
});
