import { beforeEach, describe, expect, it, vi } from 'vitest';
import { originOf } from '../../../src/domain/origin.ts';
import { fetchFromSite } from '../../../src/platform/fetch-from-site.ts';
import { fake } from '../../support/fake-extension.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const SHOP = originOf('https://shop.example');
const asked = vi.fn<typeof fetch>();
const request = { headers: { Accept: 'application/json' }, most: 10 };

beforeEach(() => {
  fake.reset();
  fake.held.add('https://shop.example/*');
  asked.mockReset().mockImplementation(async () => new Response('0123456789abcdef'));
  vi.stubGlobal('fetch', asked);
});

describe('what the background asks of a site', () => {
  it('says nothing of the person or the browser, and is not carried on elsewhere', async () => {
    await fetchFromSite(`${SHOP}/quotes`, SHOP, { ...request, body: '{}' });
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      `${SHOP}/quotes`,
      expect.objectContaining({
        method: 'POST',
        mode: 'cors',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: expect.any(AbortSignal) as AbortSignal,
      }),
    );
  });

  it('threat 31 does not name the installation, as Firefox would of another origin', async () => {
    vi.spyOn(fake.runtime, 'getURL').mockReturnValue('moz-extension://5a950000-0000-4000-8000-000000000001/');
    await fetchFromSite(`${SHOP}/quotes`, SHOP, { ...request, body: '{}' });
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ mode: 'same-origin', referrerPolicy: 'no-referrer' });
  });

  it('is read no further than asked for', async () => {
    expect(await fetchFromSite(`${SHOP}/quotes`, SHOP, request)).toMatchObject({ status: 200, text: '0123456789' });
  });

  it.each([
    ['https://other.example/quotes'],
    ['https://shop.example:8443/quotes'],
    ['http://shop.example/quotes'],
    ['http://127.0.0.1/quotes'],
  ])('threat 34 is never asked of %s', async (address) => {
    fake.held.add(`${new URL(address).protocol}//${new URL(address).hostname}/*`);
    expect(await fetchFromSite(address, SHOP, request)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('is not asked without the browser’s permission', async () => {
    fake.held.clear();
    expect(await fetchFromSite(`${SHOP}/quotes`, SHOP, request)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ['unreached', new TypeError('Failed to fetch')],
    [undefined, new DOMException('The operation timed out.', 'TimeoutError')],
  ])('is %s when there is no answer: %s', async (expected, thrown) => {
    vi.spyOn(console, 'debug').mockReturnValue();
    asked.mockRejectedValue(thrown);
    expect(await fetchFromSite(`${SHOP}/quotes`, SHOP, request)).toBe(expected);
  });
});
