import { describe, expect, it } from 'vitest';
import { openPage } from '../../support/fake-page.ts';

describe('the registered provider', () => {
  it.each([
    ['https://shop.example/', true, true],
    ['https://shop.example/deep/page?q=1', true, true],
    ['http://localhost/', true, true],
    ['https://shop.example:8443/', true, false],
    ['http://localhost:8080/', true, false],
    ['https://shop.example./', true, false],
    ['http://shop.example/', false, false],
  ])('threat 7 on %s (secure: %j) is there: %j', async (url, isSecure, isThere) => {
    const page = openPage({ url, isSecure });
    await import('../../../src/page/provider.iife.ts');
    expect('customer' in page.navigator).toBe(isThere);
    expect(page.heard.length > 0).toBe(isThere);
  });

  it('is there on a port of its own when the background puts it there', async () => {
    const page = openPage({ url: 'http://localhost:8080/' });
    await import('../../../src/page/provider-now.iife.ts');
    expect('customer' in page.navigator).toBe(true);
  });
});
