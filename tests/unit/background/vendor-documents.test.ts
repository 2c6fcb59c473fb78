import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newSigningKey } from '../../../src/protocol/signing/signing-key.ts';
import type { SiteAnswer } from '../../../src/platform/fetch-from-site.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { SHOP } from '../../support/samples.ts';

const platform = vi.hoisted(() => ({ fetchFromSite: vi.fn() }));
vi.mock('../../../src/platform/fetch-from-site.ts', () => platform);

const { VendorDocuments } = await import('../../../src/background/vendor-documents.ts');
const { publicKey } = await newSigningKey();
const document = { version: '1', name: 'Shop', asks: [MINIMAL_ASK], keys: [publicKey] };

beforeEach(() => {
  platform.fetchFromSite.mockReset();
});

function answers(changes: Partial<SiteAnswer> | 'unreached' | undefined): void {
  const answer = typeof changes === 'object' ? { status: 200, isRedirect: false, text: '', ...changes } : changes;
  platform.fetchFromSite.mockResolvedValue(answer);
}

describe('how what is said to a vendor gets there', () => {
  it.each<[string, Partial<SiteAnswer> | 'unreached' | undefined]>([
    ['endpoint', { text: JSON.stringify({ ...document, quotes: '/quotes' }) }],
    ['visit', { text: JSON.stringify(document) }],
    ['visit', { text: '{}' }],
    ['visit', { status: 404 }],
    ['visit', { text: JSON.stringify({ ...document, quotes: 'https://elsewhere.example/quotes' }) }],
    ['visit', { isRedirect: true }],
    ['away', { status: 503 }],
    ['away', { status: 429 }],
    ['away', undefined],
    ['away', 'unreached'],
  ])('is %s by %j', async (channel, answer) => {
    answers(answer);
    await expect(new VendorDocuments().channelOf(SHOP)).resolves.toBe(channel);
  });

  it('is looked up anew each time', async () => {
    const documents = new VendorDocuments();
    answers({ text: JSON.stringify(document) });
    await expect(documents.channelOf(SHOP)).resolves.toBe('visit');
    answers({ text: JSON.stringify({ ...document, quotes: '/quotes' }) });
    await expect(documents.channelOf(SHOP)).resolves.toBe('endpoint');
    expect(platform.fetchFromSite).toHaveBeenCalledTimes(2);
  });
});
