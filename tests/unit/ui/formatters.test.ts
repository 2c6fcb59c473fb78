import { describe, expect, it, vi } from 'vitest';
import { dateFormat, numberFormat, pluralRules } from '../../../src/ui/formatters.ts';

describe('formatters', () => {
  it('are made once for each language and way', () => {
    expect(numberFormat('en')).toBe(numberFormat('en'));
    expect(numberFormat('en', { style: 'percent' })).toBe(numberFormat('en', { style: 'percent' }));
    expect(pluralRules('de')).toBe(pluralRules('de'));
    expect(numberFormat('de')).not.toBe(numberFormat('en'));
    expect(numberFormat('de').format(1234.5)).toBe('1.234,5');
    expect(numberFormat('en').format(1234.5)).toBe('1,234.5');
    expect(numberFormat('en', { style: 'percent' }).format(0.5)).toBe('50%');
  });

  it('of dates are made anew in another time zone', () => {
    const here = dateFormat('en', { dateStyle: 'medium' });
    expect(dateFormat('en', { dateStyle: 'medium' })).toBe(here);
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-765);
    expect(dateFormat('en', { dateStyle: 'medium' })).not.toBe(here);
    offset.mockRestore();
    expect(dateFormat('en', { dateStyle: 'medium' })).toBe(here);
  });
});
