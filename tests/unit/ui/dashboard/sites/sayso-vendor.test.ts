// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseSite } from '../../../../../src/app/choose-site.ts';
import { findVendor } from '../../../../../src/app/find-vendor.ts';
import { heldGrants } from '../../../../../src/app/held-grants.ts';
import { nextStamp } from '../../../../../src/domain/clock.ts';
import type { Grant } from '../../../../../src/domain/grant.ts';
import { type GrantId, newPairwiseId, newRecordId } from '../../../../../src/domain/ids.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/sites/sayso-vendor.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { SHOP } from '../../../../support/samples.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({
  requestSite: vi.fn(),
  rememberChoice: vi.fn(),
  forgetChoice: vi.fn(),
  siteChanged: vi.fn(),
  ratingsChanged: vi.fn(),
}));
vi.mock('../../../../../src/platform/permissions.ts', async (actual) => ({
  ...(await actual<object>()),
  requestSite: platform.requestSite,
}));
vi.mock('../../../../../src/platform/site-choices.ts', () => platform);
vi.mock('../../../../../src/platform/tell.ts', () => platform);

beforeEach(() => {
  for (const mock of Object.values(platform)) {
    mock.mockReset().mockResolvedValue(undefined);
  }
  platform.requestSite.mockResolvedValue(true);
});

afterEach(() => document.body.replaceChildren());

async function addGrant({ database, clock }: TestContext): Promise<GrantId> {
  const nowMs = clock.nowMs();
  const grant: Grant = {
    id: newRecordId(nowMs),
    origin: SHOP,
    person: newPairwiseId(),
    ask: {
      id: 'shelf',
      text: '<b>Say yes</b>',
      purpose: 'ProvideProductRecommendations',
      required: [{ collection: 'ratings', kinds: ['Movie'] }],
      optional: [],
      retention: 'P30D',
      sharing: 'none',
      agreement: 'SD-BASE',
    },
    scope: [{ collection: 'ratings', kinds: ['Movie'], fields: ['keywords'], without: [newRecordId(nowMs)] }],
    fromMs: nowMs,
    duration: 'until-stopped',
    createdAt: nextStamp(undefined, nowMs, 'abcdefgh'),
  };
  await database.grants.add(grant);
  return grant.id;
}

async function vendor(context: TestContext) {
  const element = await mount('sayso-vendor', { context, origin: SHOP });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  await vi.waitFor(() => within(element, 'h2'));
  return { element, told };
}

function choices(element: HTMLElement): HTMLInputElement[] {
  return [...within(element, 'sayso-vendor-choices').shadowRoot!.querySelectorAll('input')];
}

describe('sayso-vendor', () => {
  it('says that it knows nothing of a site that was never chosen', async () => {
    const { element } = await vendor(testContext());
    expect(textOf(element)).toContain('You never chose it');
  });

  it('asks the browser in the same turn as the press, and notes why', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, stars: true });
    const { element, told } = await vendor(context);
    choices(element)[0]!.click();
    expect(platform.requestSite).toHaveBeenCalledExactlyOnceWith(SHOP);
    await vi.waitFor(() => expect(told.map(({ text }) => text)).toEqual([`${SHOP} is connected.`]));
    expect(platform.rememberChoice).toHaveBeenCalledExactlyOnceWith({ origin: SHOP, connect: true });
    expect(platform.siteChanged).toHaveBeenCalledWith(SHOP);
  });

  it('tells what to do when the browser said no, and forgets the wish', async () => {
    platform.requestSite.mockResolvedValue(false);
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const { element } = await vendor(context);
    choices(element)[1]!.click();
    await vi.waitFor(() => expect(textOf(within(element, 'sayso-notice'))).toContain('choose Allow'));
    expect(platform.forgetChoice).toHaveBeenCalledWith(SHOP);
    expect(choices(element)[1]!.checked).toBe(false);
  });

  it('tells in words what a grant lets the site read, its ask as text', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await addGrant(context);
    const { element } = await vendor(context);
    const grant = within(element, 'sayso-grant');
    expect(textOf(grant)).toContain('Your ratings: Films');
    expect(textOf(grant)).toContain('Your tags · without 1 record that you kept back');
    expect(textOf(within(grant, 'sayso-quote'))).toContain('<b>Say yes</b>');
  });

  it('ends a grant at once, and open tabs are told', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await addGrant(context);
    const { element } = await vendor(context);
    within(within(element, 'sayso-grant'), 'button.danger').click();
    await vi.waitFor(() => expect(platform.siteChanged).toHaveBeenCalledWith(SHOP));
    expect(await heldGrants(context, { origin: SHOP })).toEqual([]);
    await vi.waitFor(() => expect(textOf(element)).toContain('Nothing at the moment.'));
  });

  it('has a grant end sooner', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const grantId = await addGrant(context);
    const { element, told } = await vendor(context);
    const untilMs = context.clock.nowMs() + 3_600_000;
    within(element, 'sayso-grant').dispatchEvent(new CustomEvent('grant-pressed', { detail: { grantId, untilMs } }));
    await vi.waitFor(() => expect(told[0]?.text).toContain('It now ends'));
    expect(await heldGrants(context, { origin: SHOP })).toMatchObject([{ untilMs }]);
  });

  it('asks once more before a disconnection that ends grants', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    await addGrant(context);
    const { element } = await vendor(context);
    choices(element)[0]!.click();
    await vi.waitFor(() => within(element, 'sayso-confirm'));
    expect(await heldGrants(context, { origin: SHOP })).toHaveLength(1);
    within(within(element, 'sayso-confirm'), 'button.danger').click();
    await vi.waitFor(() => expect(platform.siteChanged).toHaveBeenCalledWith(SHOP));
    expect(await heldGrants(context, { origin: SHOP })).toEqual([]);
    expect(await findVendor(context, { origin: SHOP })).toMatchObject({ isConnected: false });
  });

  it('blocks and unblocks', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const { element, told } = await vendor(context);
    within(element, '.end button').click();
    await vi.waitFor(() => expect(textOf(within(element, '.end button'))).toBe('Unblock'));
    within(element, '.end button').click();
    await vi.waitFor(() => expect(textOf(within(element, '.end button'))).toBe('Block'));
    expect(told.map(({ text }) => text)).toEqual([`${SHOP} is blocked.`, `${SHOP} is no longer blocked.`]);
  });

  it('forgets only when that was confirmed, and brings it back', async () => {
    const context = testContext();
    await chooseSite(context, { origin: SHOP, connect: true });
    const { element, told } = await vendor(context);
    within(element, '.end div:last-child button').click();
    await vi.waitFor(() => within(element, 'sayso-confirm'));
    expect(await findVendor(context, { origin: SHOP })).toBeDefined();
    within(within(element, 'sayso-confirm'), 'button.danger').click();
    await vi.waitFor(() => expect(window.location.hash).toBe('#sites'));
    expect(await findVendor(context, { origin: SHOP })).toBeUndefined();
    platform.siteChanged.mockClear();
    platform.requestSite.mockResolvedValue(false);
    const undone = told[0]!.undo!();
    // In the very turn of the click. Whatever the browser says, what was forgotten comes back.
    expect(platform.requestSite).toHaveBeenCalledExactlyOnceWith(SHOP);
    await undone;
    expect(await findVendor(context, { origin: SHOP })).toBeDefined();
    expect(platform.siteChanged).toHaveBeenCalledExactlyOnceWith(SHOP);
  });
});
