import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/domain/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['http://shop.example/a', 'https://shop.example/a'],
    ['HTTPS://Shop.Example/A?b=1#c', 'https://shop.example/A?b=1'],
    ['https://shop.example/a?utm_source=x&id=7&gclid=1&fbclid=2&ref=home', 'https://shop.example/a?id=7'],
    ['https://shop.example/a?spm=a27', 'https://shop.example/a'],
    ['https://name:word@shop.example/a', 'https://shop.example/a'],
    ['http://localhost:8081/p/1', 'http://localhost:8081/p/1'],
    ['http://127.0.0.1/p', 'http://127.0.0.1/p'],
    ['https://shop.example/a?refinement=red&id=7', 'https://shop.example/a?refinement=red&id=7'],
  ])('makes %s of itself', (raw, expected) => {
    expect(canonicalUrl(raw)).toBe(expected);
  });

  it('completes a relative address by the base', () => {
    expect(canonicalUrl('../p/2?id=1', 'https://shop.example/list/a')).toBe('https://shop.example/p/2?id=1');
  });

  it.each([
    '',
    'p/2',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('refuses %s', (raw) => {
    expect(canonicalUrl(raw)).toBeUndefined();
  });

  it('gives back what it gave', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (raw) => {
        const once = canonicalUrl(raw);
        expect(canonicalUrl(once ?? '')).toBe(once);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (raw, base) => void canonicalUrl(raw, base)));
  });
});
