// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { markTold } from '../../../../src/app/mark-told.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import '../../../../src/ui/popup/sayso-popup.ts';
import { mount, textOf, within } from '../../../support/mount.ts';
import { quote } from '../../../support/request-samples.ts';
import { asked } from '../../../support/request-store.ts';
import { SHOP } from '../../../support/samples.ts';

vi.mock('../../../../src/ui/popup/read-page.ts', () => ({ readPage: async () => undefined }));
vi.mock('../../../../src/ui/popup/drafts.ts', async (actual) => ({
  ...(await actual<object>()),
  saveDrafts: async () => undefined,
}));
vi.mock('../../../../src/ui/popup/sayso-all-sites.ts', () => ({}));
vi.mock('../../../../src/ui/backup/sayso-backup-reminder.ts', () => ({}));

afterEach(() => document.body.replaceChildren());

describe('the popup', () => {
  it('leads to what is new of intentions, for as long as it is', async () => {
    const { context, id, shop } = await asked();
    const element = await mount('sayso-popup', { context });
    const news = () => element.shadowRoot!.querySelector<HTMLAnchorElement>('nav a.news');
    expect(news()).toBeNull();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await vi.waitFor(() => expect(textOf(news()!)).toBe('Intentions: 1 new'));
    expect(within(element, 'nav a.news').getAttribute('href')).toBe('../dashboard/dashboard.html#intentions');
    await markTold(context, { id });
    await vi.waitFor(() => expect(news()).toBeNull());
  });
});
