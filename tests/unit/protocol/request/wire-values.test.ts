import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../../src/protocol/request/wire-values.ts';

describe('an exact moment', () => {
  it.each([
    ['2026-12-01T18:00:00+01:00', '2026-12-01T17:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ])('%s is read', (text, utc) => {
    expect(new Date(v.parse(instant, text)).toISOString()).toBe(utc);
  });

  it.each([
    '9999-12-31T23:59:59-12:00',
    '0000-01-01T00:00:00+12:00',
    '2026-02-30T12:00:00Z',
    '2026-12-01',
    '2026-12-01T18:00:00',
    '+010000-01-01T00:00:00Z',
  ])('%s is none', (text) => {
    expect(v.safeParse(instant, text).success).toBe(false);
  });
});
