import { describe, expect, it } from 'vitest';
import { CallBudget } from '../../../src/background/call-budget.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';

function spend(budget: CallBudget, count: number, atMs: number): void {
  for (let index = 0; index < count; index += 1) {
    budget.spend(SHOP, atMs);
  }
}

describe('CallBudget', () => {
  it('allows 300 calls at once, and not one more', () => {
    const budget = new CallBudget();
    spend(budget, 300, 0);
    expect(() => budget.spend(SHOP, 0)).toThrow(expect.objectContaining({ code: 'too-much' }));
  });

  it('gives back 20 a second', () => {
    const budget = new CallBudget();
    spend(budget, 300, 0);
    spend(budget, 20, 1_000);
    expect(() => budget.spend(SHOP, 1_000)).toThrow(expect.objectContaining({ code: 'too-much' }));
    budget.spend(SHOP, 1_050);
  });

  it('saves no more than a burst', () => {
    const budget = new CallBudget();
    budget.spend(SHOP, 0);
    spend(budget, 300, 86_400_000);
    expect(() => budget.spend(SHOP, 86_400_000)).toThrow(expect.objectContaining({ code: 'too-much' }));
  });

  it('owes nothing for calls that were refused', () => {
    const budget = new CallBudget();
    spend(budget, 300, 0);
    for (let index = 0; index < 1_000; index += 1) {
      expect(() => budget.spend(SHOP, 0)).toThrow(expect.objectContaining({ code: 'too-much' }));
    }
    budget.spend(SHOP, 50);
  });

  it('is each origin’s own', () => {
    const budget = new CallBudget();
    spend(budget, 300, 0);
    budget.spend(CINEMA, 0);
  });

  it('is not filled by a clock that was put back', () => {
    const budget = new CallBudget();
    spend(budget, 300, 1_000_000);
    expect(() => budget.spend(SHOP, 0)).toThrow(expect.objectContaining({ code: 'too-much' }));
  });
});
