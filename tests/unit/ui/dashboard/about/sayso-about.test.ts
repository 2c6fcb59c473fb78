// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../../../src/ui/dashboard/about/sayso-about.ts';
import { setAllSitesNotice } from '../../../../support/fake-all-sites-notice.ts';
import { drawn, mount, textOf, within } from '../../../../support/mount.ts';

const platform = vi.hoisted(() => ({
  version: () => '1.2.3',
}));
vi.mock('../../../../../src/platform/version.ts', () => platform);
vi.mock('../../../../../src/platform/notices.ts', () => import('../../../../support/fake-all-sites-notice.ts'));

const storage = { estimate: vi.fn(), persisted: vi.fn(), persist: vi.fn() };

beforeEach(() => {
  storage.estimate.mockReset().mockResolvedValue({ usage: 4200, quota: 1e9 });
  storage.persisted.mockReset().mockResolvedValue(false);
  storage.persist.mockReset().mockResolvedValue(true);
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
});

afterEach(() => document.body.replaceChildren());

describe('sayso-about', () => {
  it('tells which Sayso it is and what it promises', async () => {
    const element = await mount('sayso-about');
    expect(textOf(element)).toContain('Version 1.2.3');
    expect(textOf(element)).toContain('No site can tell that you have Sayso until you choose that site.');
    // No link leads out of Sayso.
    const links = [...element.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['../../../LICENSE.txt', '../../../THIRD-PARTY-LICENSES.txt']);
  });

  it('says that every site was handed back, until the person waves it aside', async () => {
    setAllSitesNotice(1);
    const element = await mount('sayso-about');
    within(element, 'sayso-notice button').click();
    await drawn(element);
    expect(element.shadowRoot!.querySelector('sayso-notice')).toBeNull();
  });
});

describe('sayso-storage', () => {
  it('tells how much room is used, and asks the browser to keep it', async () => {
    const element = await mount('sayso-storage');
    await vi.waitFor(() => expect(textOf(element)).toContain('4.2 kB used of 1 GB'));
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(element)).toContain('keeps it even when the device runs short'));
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
  });

  it('says so when the browser would not promise it', async () => {
    storage.persist.mockResolvedValue(false);
    const element = await mount('sayso-storage');
    await vi.waitFor(() => within(element, 'button'));
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(within(element, '[role=status]'))).toContain('did not agree'));
  });

  it('says so when the browser does not tell', async () => {
    storage.estimate.mockResolvedValue({});
    const element = await mount('sayso-storage');
    await drawn(element);
    expect(textOf(element)).toContain('does not say how much');
  });
});
