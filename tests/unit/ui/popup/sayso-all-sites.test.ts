// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../../src/ui/popup/sayso-all-sites.ts';
import { setAllSitesNotice } from '../../../support/fake-all-sites-notice.ts';
import { drawn, mount, textOf, within } from '../../../support/mount.ts';

vi.mock('../../../../src/platform/notices.ts', () => import('../../../support/fake-all-sites-notice.ts'));

afterEach(() => document.body.replaceChildren());

describe('sayso-all-sites', () => {
  it('says that every site was handed back, where to read why, and no more once it is waved aside', async () => {
    setAllSitesNotice(1);
    const element = await mount('sayso-all-sites');
    expect(textOf(element)).toContain('gave that back');
    expect(within(element, 'a').getAttribute('href')).toBe('../dashboard/dashboard.html#about');
    within(element, 'button').click();
    await drawn(element);
    expect(textOf(element)).toBe('');
  });

  it('says nothing when there is nothing to say, and does as soon as there is', async () => {
    setAllSitesNotice(undefined);
    const element = await mount('sayso-all-sites');
    expect(textOf(element)).toBe('');
    setAllSitesNotice(1);
    await drawn(element);
    expect(textOf(element)).toContain('gave that back');
  });
});
