import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/domain/ids.ts';
import { originParts } from '../../../src/ui/origin-parts.ts';

describe('originParts', () => {
  it.each([
    // origin                                 left            domain             port
    ['https://shop.co.uk', '', 'shop.co.uk', ''],
    ['https://www.shop.co.uk', 'www.', 'shop.co.uk', ''],
    ['https://a.b.shop.example:8443', 'a.b.', 'shop.example', ':8443'],
    ['https://alice.github.io', '', 'alice.github.io', ''],
    ['https://127.0.0.1:8080', '', '127.0.0.1', ':8080'],
    ['http://localhost:3000', '', 'localhost', ':3000'],
    ['https://xn--mnchen-3ya.example', '', 'xn--mnchen-3ya.example', ''],
    ['https://[::1]:9', '', '[::1]', ':9'],
  ])('%s', (origin, left, domain, port) => {
    expect(originParts(origin as Origin)).toMatchObject({ left, domain, port });
  });

  it('puts a host of 250 characters back together unchanged', () => {
    const host = `${'accounts.google.com.login.'.repeat(9)}evil.example`;
    const { scheme, left, domain, port } = originParts(`https://${host}` as Origin);
    expect(domain).toBe('evil.example');
    expect(scheme + left + domain + port).toBe(`https://${host}`);
  });
});
