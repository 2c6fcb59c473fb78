import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { whatIsWrong } from '../../../src/protocol/what-is-wrong.ts';
import { wrongWith } from '../../support/wrong-with.ts';

const three = v.strictObject({ a: v.number(), b: v.number(), c: v.number(), d: v.number() });

describe('whatIsWrong', () => {
  it('names path and rule', () => {
    expect(wrongWith(v.object({ a: v.array(v.number()) }), { a: [1, 'x'] })).toMatch(/^a\.1: .*number/u);
  });

  it('calls the whole value by name', () => {
    expect(wrongWith(v.number(), 'x')).toMatch(/^the value: /u);
  });

  it('stops after three faults', () => {
    expect(wrongWith(three, { a: '', b: '', c: '', d: '' })?.split('; ')).toHaveLength(3);
  });

  it('stays short, whatever is wrong', () => {
    const key = 'k'.repeat(100_000);
    const value = { [key]: 1, [`${key}2`]: 2, a: 'v'.repeat(100_000), b: key, c: key, d: key };
    expect(wrongWith(three, value)?.length).toBeLessThan(1_000);
  });

  it('says nothing of no faults', () => {
    expect(whatIsWrong([])).toBe('');
  });
});
