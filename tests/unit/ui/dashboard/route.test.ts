import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, readRoute, SECTIONS } from '../../../../src/ui/dashboard/route.ts';

describe('readRoute', () => {
  it.each([
    ['', { section: 'ratings', query: '' }],
    ['#', { section: 'ratings', query: '' }],
    ['#sites', { section: 'sites', query: '' }],
    ['#sites/', { section: 'sites', query: '' }],
    ['#sites/https%3A%2F%2Fshop.example', { section: 'sites', record: 'https://shop.example', query: '' }],
    ['#ratings?search=a%2Fb', { section: 'ratings', query: 'search=a%2Fb' }],
    ['#ratings/0190-a?x=1', { section: 'ratings', record: '0190-a', query: 'x=1' }],
    ['#constructor', { section: 'ratings', query: '' }],
    ['#nowhere/at-all', { section: 'ratings', query: '' }],
    ['#sites/%E0%A4%A', { section: 'sites', record: '%E0%A4%A', query: '' }],
  ])('reads %j', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });

  it('finds every place again by its own address', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SECTIONS),
        fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
        fc.constantFrom('', 'page=2', 'search=a+b'),
        (section, record, query) => {
          const route = readRoute(hashOf(section, record, query));
          expect(route).toEqual({ section, query, ...(record === undefined ? {} : { record }) });
        },
      ),
    );
  });
});
