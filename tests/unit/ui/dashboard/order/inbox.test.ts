// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../../src/app/accept-quote.ts';
import { keepOrder } from '../../../../../src/app/keep-order.ts';
import { takeProposal } from '../../../../../src/app/take-proposal.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/order/sayso-proposals.ts';
import '../../../../../src/ui/dashboard/order/sayso-rate-bought.ts';
import { mount, textOf, within } from '../../../../support/mount.ts';
import { DAY, DELIVERY, euro, messageId, NOW, quantity } from '../../../../support/request-samples.ts';
import { shopping } from '../../../../support/request-store.ts';
import { pushchair, quoted, quoteNow, rainCover, vendorNamed } from '../../../../support/quoted.ts';
import { id, SHOP } from '../../../../support/samples.ts';
import { testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), requestChanged: vi.fn(), siteChanged: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

beforeEach(() => {
  for (const mock of Object.values(platform)) {
    mock.mockReset().mockResolvedValue(undefined);
  }
});
afterEach(() => document.body.replaceChildren());

describe('the inbox of proposals', () => {
  it('is not there while nothing waits', async () => {
    const element = await mount('sayso-proposals', { context: testContext() });
    expect(textOf(element)).toBe('');
  });

  it('shows what is proposed as text, and puts it into the library only when it is taken', async () => {
    const context = await shopping();
    const owned = { kind: 'ownership', itemKind: 'Product', name: '<img src=x>', identifiers: [] } as const;
    await takeProposal(context, { origin: SHOP, proposal: { ...owned, id: messageId('w1') } });
    const order = { number: 'A-1', lines: [], total: euro('12.50') };
    context.clock.advance(1);
    await takeProposal(context, { origin: SHOP, proposal: { kind: 'order', id: messageId('w2'), order } });
    const element = await mount('sayso-proposals', { context });
    const told: ToastMessage[] = [];
    element.addEventListener('told', ({ detail }) => void told.push(detail));
    await vi.waitFor(() => expect(textOf(element)).toContain('<img src=x>'));
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
    expect(textOf(element)).toContain('€12.50');
    const [, takeOwned] = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button.take')];
    takeOwned!.click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await context.database.items.toArray()).toMatchObject([{ name: '<img src=x>', kind: 'Product' }]);
    await vi.waitFor(() => expect(element.shadowRoot!.querySelectorAll('li')).toHaveLength(1));
    within(element, 'button.leave').click();
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(await context.database.orders.count()).toBe(0);
    expect(told.every(({ undo }) => undo !== undefined)).toBe(true);
  });
});

describe('what was bought', () => {
  async function bought() {
    const context = testContext();
    context.clock.ms = NOW;
    const lines = [pushchair({ identifiers: [id('gtin:4006381333931')] }), rainCover()];
    const quote = quoteNow(context, 'a', { lines });
    const { id: request, threads } = await quoted(context, [{ vendor: vendorNamed('one'), quote }]);
    const choice = [{ offer: 'a', options: [] }];
    const acceptance = { quote: messageId('a'), choice };
    await acceptQuote(context, { thread: threads[0]!.thread, acceptance, delivery: DELIVERY });
    const came = [{ offer: 'a', name: 'Rover Duo', quantity: quantity('1') }];
    await keepOrder(context, { id: request, fulfilment: { lines: came } });
    return context;
  }

  it('is asked about a week after it came, not before, and never again', async () => {
    const context = await bought();
    const early = await mount('sayso-rate-bought', { context });
    await vi.waitFor(() => expect(early.isConnected).toBe(true));
    expect((await context.database.orders.toArray())[0]).toHaveProperty('rateAtMs');
    context.clock.advance(8 * DAY);
    const element = await mount('sayso-rate-bought', { context });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelectorAll('sayso-stars')).toHaveLength(1));
    expect(textOf(early)).toBe('');
    const again = await mount('sayso-rate-bought', { context });
    await vi.waitFor(async () => expect((await context.database.orders.toArray())[0]).not.toHaveProperty('rateAtMs'));
    expect(textOf(again)).toBe('');
  });

  it('is not spent by a page that nobody looks at, and is once somebody does', async () => {
    const context = await bought();
    context.clock.advance(8 * DAY);
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const pages = [await mount('sayso-rate-bought', { context }), await mount('sayso-rate-bought', { context })];
    const drawnStars = () => pages.map((page) => page.shadowRoot!.querySelectorAll('sayso-stars').length);
    await vi.waitFor(() => expect(drawnStars()).toEqual([1, 1]));
    document.dispatchEvent(new Event('visibilitychange'));
    expect((await context.database.orders.toArray())[0]).toHaveProperty('rateAtMs');
    visible.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(async () => expect((await context.database.orders.toArray())[0]).not.toHaveProperty('rateAtMs'));
    await vi.waitFor(() => expect(drawnStars().toSorted()).toEqual([0, 1]));
  });

  it('is rated as what the vendor called it, in the library', async () => {
    const context = await bought();
    context.clock.advance(8 * DAY);
    const element = await mount('sayso-rate-bought', { context });
    await vi.waitFor(() => within(element, 'sayso-stars'));
    const stars = within(element, 'sayso-stars');
    stars.dispatchEvent(new CustomEvent('rating-changed', { detail: { halfStars: 9 } }));
    await vi.waitFor(() => expect(platform.ratingsChanged).toHaveBeenCalled());
    expect(await context.database.items.toArray()).toMatchObject([
      { name: 'Rover Duo', brand: 'Rover', identifiers: [id('gtin:4006381333931')] },
    ]);
    expect(await context.database.ratings.toArray()).toMatchObject([{ given: { value: 4.5, best: 5 } }]);
  });
});
