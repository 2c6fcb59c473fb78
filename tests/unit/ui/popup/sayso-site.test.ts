// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockVendor } from '../../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../../src/app/choose-site.ts';
import { findVendor } from '../../../../src/app/find-vendor.ts';
import '../../../../src/ui/popup/sayso-site.ts';
import { mount, textOf, within } from '../../../support/mount.ts';
import { SHOP } from '../../../support/samples.ts';
import { type TestContext, testContext } from '../../../support/test-context.ts';

const platform = vi.hoisted(() => ({
  requestSite: vi.fn(),
  rememberChoice: vi.fn(),
  forgetChoice: vi.fn(),
  siteChanged: vi.fn(),
  readAnnouncement: vi.fn(),
}));
vi.mock('../../../../src/platform/permissions.ts', async (actual) => ({
  ...(await actual<object>()),
  requestSite: platform.requestSite,
}));
vi.mock('../../../../src/platform/site-choices.ts', () => platform);
vi.mock('../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../src/platform/read-announcement.ts', () => platform);

beforeEach(() => {
  platform.requestSite.mockReset().mockResolvedValue(true);
  platform.rememberChoice.mockReset().mockResolvedValue(undefined);
  platform.forgetChoice.mockReset().mockResolvedValue(undefined);
  platform.siteChanged.mockReset().mockResolvedValue(undefined);
  platform.readAnnouncement.mockReset().mockResolvedValue({ kind: 'none' });
});

afterEach(() => document.body.replaceChildren());

async function site(context: TestContext, origin: typeof SHOP | undefined) {
  const element = await mount('sayso-site', { context, origin, tabId: 3, customerLink: undefined });
  if (origin) {
    await vi.waitFor(() => within(element, '[role=status]'));
  }
  return element;
}

describe('sayso-site', () => {
  it('says that a site that was not chosen sees nothing', async () => {
    const element = await site(testContext(), SHOP);
    expect(textOf(element)).toContain('This site cannot tell that you have Sayso.');
  });

  it('asks the browser before anything else when the person connects, and writes down why', async () => {
    const element = await site(testContext(), SHOP);
    let isAsked = false;
    platform.requestSite.mockImplementation(() => {
      isAsked = true;
      return Promise.resolve(true);
    });
    within(element, '.connect').click();
    expect(isAsked, 'in the same turn as the press').toBe(true);
    await vi.waitFor(() => expect(platform.siteChanged).toHaveBeenCalledWith(SHOP));
    expect(platform.rememberChoice).toHaveBeenCalledWith({ origin: SHOP, tabId: 3, connect: true });
    expect(platform.forgetChoice).not.toHaveBeenCalled();
  });

  it('tells what to do when the browser said no, and forgets the wish', async () => {
    platform.requestSite.mockResolvedValue(false);
    const element = await site(testContext(), SHOP);
    within(element, 'input.switch').click();
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('choose Allow'));
    expect(platform.forgetChoice).toHaveBeenCalledWith(SHOP);
    expect(platform.siteChanged).not.toHaveBeenCalled();
    expect((within(element, 'input.switch') as HTMLInputElement).checked).toBe(false);
  });

  it('disconnects, and open pages hear of it', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true, stars: true });
    const element = await site(context, SHOP);
    expect(textOf(element)).toContain('Connected');
    within(element, '.connect').click();
    await vi.waitFor(() => expect(platform.siteChanged).toHaveBeenCalledWith(SHOP));
    expect(await findVendor(context, { origin: SHOP })).toMatchObject({ isConnected: false, hasStars: true });
  });

  it('offers a blocked site nothing but to be unblocked', async () => {
    const context = testContext();
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    const element = await site(context, SHOP);
    expect(element.shadowRoot!.querySelector('.switch')).toBeNull();
    within(element, 'button').click();
    await vi.waitFor(async () =>
      expect(await findVendor(context, { origin: SHOP })).toMatchObject({ isBlocked: false }),
    );
  });

  it('says why a site without a secure connection cannot be chosen', async () => {
    const element = await site(testContext(), undefined);
    expect(textOf(element)).toContain('https');
    expect(element.shadowRoot!.querySelector('button')).toBeNull();
  });

  it('says what is wrong with customer.json and still offers to connect', async () => {
    platform.readAnnouncement.mockResolvedValue({ kind: 'text', text: '{"version":"1"}' });
    const element = await site(testContext(), SHOP);
    const announced = within(element, 'sayso-announced');
    await vi.waitFor(() => expect(textOf(announced)).toContain('customer.json: name'));
    expect(within(element, '.connect').hasAttribute('disabled')).toBe(false);
  });
});
