// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../../src/ui/dashboard/sayso-dashboard.ts';
import { countNews } from '../../../../src/app/count-news.ts';
import { takeProposal } from '../../../../src/app/take-proposal.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { tell } from '../../../../src/ui/tell.ts';
import { bring } from '../../../support/bring.ts';
import { drawn, mount, textOf, within } from '../../../support/mount.ts';
import { decline, messageId, quote } from '../../../support/request-samples.ts';
import { asked } from '../../../support/request-store.ts';
import { film, product, SHOP, stars } from '../../../support/samples.ts';
import { testContext } from '../../../support/test-context.ts';

const marks = vi.hoisted(() => ({ putWorkMark: vi.fn(), readWorkMark: vi.fn(), removeWorkMark: vi.fn() }));
vi.mock('../../../../src/platform/work-mark.ts', () => marks);
const showWaiting = vi.hoisted(() => vi.fn((_of: string, _count: number) => Promise.resolve()));
vi.mock('../../../../src/platform/badge.ts', () => ({ showWaiting }));

const PROPOSED = {
  kind: 'ownership',
  id: messageId('w1'),
  itemKind: 'Product',
  name: 'Rover',
  identifiers: [],
} as const;

beforeEach(() => {
  window.location.hash = '';
});
afterEach(() => document.body.replaceChildren());

async function go(dashboard: HTMLElement, hash: string): Promise<void> {
  window.location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
  await drawn(dashboard);
}

describe('sayso-dashboard', () => {
  it('opens on the part that the address names, and names the tab after it', async () => {
    window.location.hash = '#sites';
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    expect(textOf(within(dashboard, 'a[aria-current=page]'))).toBe('Sites');
    expect(within(dashboard, 'sayso-sites')).toBeTruthy();
    await vi.waitFor(() => expect(document.title).toBe('Sites · Sayso'));
  });

  it('counts what came of intentions beside their name, until the person has looked at it', async () => {
    const { context, id, shop } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await takeProposal(context, { origin: SHOP, proposal: PROPOSED });
    const dashboard = await mount('sayso-dashboard', { context });
    const way = () => within(dashboard, 'nav a[href="#intentions"]');
    await vi.waitFor(() => expect(textOf(way())).toBe('Intentions 2, 2 new'));
    await go(dashboard, '#intentions');
    const list = within(dashboard, 'sayso-intentions');
    await vi.waitFor(() => expect(textOf(within(list, 'sayso-intention-row'))).toContain('1 new'));
    expect(showWaiting).toHaveBeenLastCalledWith('news', 2);
    await go(dashboard, `#intentions/${id}`);
    await vi.waitFor(() => expect(textOf(way())).toBe('Intentions 1, 1 new'));
    expect(showWaiting).toHaveBeenLastCalledWith('news', 1);
    await takeReply(context, { origin: SHOP, thread: shop, said: decline('d1') });
    await vi.waitFor(async () => expect((await countNews(context)).total).toBe(1));
    await vi.waitFor(() => expect(textOf(way())).toBe('Intentions 1, 1 new'));
  });

  it('leaves the count as it is while the page stands before nobody', async () => {
    const { context, id, shop } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    window.location.hash = `#intentions/${id}`;
    const dashboard = await mount('sayso-dashboard', { context });
    const way = () => within(dashboard, 'nav a[href^="#intentions"]');
    const page = within(dashboard, 'sayso-intention');
    await vi.waitFor(() => expect(textOf(page)).toContain('For the twins'));
    expect(textOf(way())).toBe('Intentions 1, 1 new');
    visible.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(textOf(way())).toBe('Intentions'));
  });

  it('takes the focus to the heading of the part that the person goes to', async () => {
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    await go(dashboard, '#preferences');
    const part = within(dashboard, 'sayso-preferences');
    await vi.waitFor(() => expect(part.shadowRoot!.activeElement).toBe(within(part, 'h1')));
    expect(document.title).toBe('Preferences · Sayso');
  });

  it('leaves the focus where it is when a list is only narrowed, and has the address follow', async () => {
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    const part = within(dashboard, 'sayso-ratings');
    part.dispatchEvent(new CustomEvent('narrowed', { detail: { query: 'search=m' }, bubbles: true }));
    await drawn(dashboard);
    expect(window.location.hash).toBe('#ratings?search=m');
    expect(within(dashboard, 'sayso-ratings')).toBe(part);
    expect(part.shadowRoot!.activeElement).toBeNull();
  });

  it('leads back to the list as it was narrowed, and from within it to all of it', async () => {
    window.location.hash = '#ratings?search=m';
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    const way = () => within(dashboard, 'nav a').getAttribute('href');
    expect(way()).toBe('#ratings');
    await go(dashboard, '#sites');
    expect(way()).toBe('#ratings?search=m');
    await go(dashboard, '#changes');
    expect(way()).toBe('#ratings?search=m');
    await go(dashboard, '#ratings?search=m');
    expect(way()).toBe('#ratings');
  });

  it('leads back from one thing to the list as it was narrowed and sorted', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    window.location.hash = '#ratings?search=film&sort=name';
    const dashboard = await mount('sayso-dashboard', { context });
    const list = within(dashboard, 'sayso-ratings');
    const row = await vi.waitFor(() => within(within(list, 'sayso-ratings-list'), 'sayso-rating-row'));
    const there = within(row, 'a.name').getAttribute('href');
    expect(there).toBe(`#ratings/${item.id}?search=film&sort=name`);
    await go(dashboard, there!);
    const back = within(within(dashboard, 'sayso-item'), '.back a');
    expect(back.getAttribute('href')).toBe('#ratings?search=film&sort=name');
  });

  it('writes answers that a closed tab had not, and takes them back', async () => {
    const context = testContext();
    const request = (_name: string, _options: object, granted: (lock: object) => Promise<void>) => granted({});
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const [one, other] = await bring(context, ...['A', 'B'].map((name) => ({ facts: product(name) })));
    localStorage.setItem('sayso-join-answers x', JSON.stringify([{ one, other, isOne: false }]));
    const dashboard = await mount('sayso-dashboard', { context });
    const toast = within(dashboard, 'sayso-toast');
    await vi.waitFor(() => expect(textOf(toast)).toContain('1 answer that was waiting in a closed tab'));
    expect(await context.database.refusedJoins.count()).toBe(1);
    within(toast, 'button').click();
    await vi.waitFor(async () => expect(await context.database.refusedJoins.count()).toBe(0));
  });

  it('draws another page for another record', async () => {
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    await go(dashboard, '#sites/https%3A%2F%2Fone.example');
    const one = within(dashboard, 'sayso-vendor');
    await go(dashboard, '#sites/https%3A%2F%2Ftwo.example');
    expect(within(dashboard, 'sayso-vendor')).not.toBe(one);
  });

  it('shows the list of sites for what is no site', async () => {
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    await go(dashboard, '#sites/javascript%3Aalert(1)');
    expect(within(dashboard, 'sayso-sites')).toBeTruthy();
  });

  it('says what any part of it did', async () => {
    const dashboard = await mount('sayso-dashboard', { context: testContext() });
    tell(within(dashboard, 'sayso-ratings'), { text: 'Done it.' });
    const toast = within(dashboard, 'sayso-toast');
    await drawn(toast);
    expect(textOf(within(toast, '[role=status]'))).toBe('Done it.');
  });
});
