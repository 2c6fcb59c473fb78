// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../../src/ui/popup/sayso-all-sites.ts';
import { drawn, mount, textOf, within } from '../../../support/mount.ts';

const notices = vi.hoisted(() => ({ allSitesNotice: vi.fn(), dismissAllSitesNotice: vi.fn() }));
vi.mock('../../../../src/platform/notices.ts', () => notices);

afterEach(() => document.body.replaceChildren());

describe('sayso-all-sites', () => {
  it('says that every site was handed back, where to read why, and no more once it is waved aside', async () => {
    notices.allSitesNotice.mockResolvedValue(1);
    const element = await mount('sayso-all-sites');
    await vi.waitFor(() => expect(textOf(element)).toContain('gave that back'));
    expect(within(element, 'a').getAttribute('href')).toBe('../dashboard/dashboard.html#about');
    within(element, 'button').click();
    await vi.waitFor(() => expect(textOf(element)).toBe(''));
    expect(notices.dismissAllSitesNotice).toHaveBeenCalledOnce();
  });

  it('says nothing when there is nothing to say', async () => {
    notices.allSitesNotice.mockResolvedValue(undefined);
    const element = await mount('sayso-all-sites');
    await vi.waitFor(() => expect(notices.allSitesNotice).toHaveBeenCalled());
    await drawn(element);
    expect(textOf(element)).toBe('');
  });
});
