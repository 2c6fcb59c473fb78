// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { requestStory } from '../../../../../src/app/list-requests.ts';
import '../../../../../src/ui/dashboard/intention/sayso-intention.ts';
import { allDeep, deep, deepText, pressDeep } from '../../../../support/deep.ts';
import { mount } from '../../../../support/mount.ts';
import { DAY, euro, NOW } from '../../../../support/request-samples.ts';
import { asked } from '../../../../support/request-store.ts';

const platform = vi.hoisted(() => ({
  requestChanged: vi.fn(),
  askChannel: vi.fn(),
  siteChanged: vi.fn(),
  ratingsChanged: vi.fn(),
}));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

afterEach(() => document.body.replaceChildren());

async function page(pick: 'nearest' | 'cheapest') {
  const { context, id, shop, cinema } = await asked('visit', {
    rule: { pick, price: euro('520'), deadlineMs: NOW + DAY },
  });
  const open = async () => {
    const element = await mount('sayso-intention', { context, requestId: id, query: '' });
    await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(2));
    return element;
  };
  const cast = async () => (await requestStory(context, { id })).row.cast;
  return { context, id, shop, cinema, open, cast };
}

const rows = (element: HTMLElement) => allDeep(element, '#order ~ ol li').map((row) => deepText(row));

describe('who is nearest', () => {
  it('is put in order by hand, with the focus on what was moved, and kept without a word to anybody', async () => {
    const { open, cast, shop, cinema, context } = await page('nearest');
    const element = await open();
    expect(deepText(element)).toContain('Sayso does not know where you are.');
    const before = rows(element);
    const first = [shop, cinema].find((id) => before[0]!.includes(id === shop ? 'shop' : 'cinema'))!;
    const last = first === shop ? cinema : shop;
    await pressDeep(element, `[data-thread="${last}"][data-way="up"]`);
    await vi.waitFor(() => expect(rows(element)).toEqual(before.toReversed()));
    await pressDeep(element, `[data-thread="${last}"][data-way="up"]`);
    expect(rows(element)).toEqual(before.toReversed());
    const button = deep(element, `[data-thread="${last}"][data-way="up"]`);
    expect([button.getAttribute('aria-disabled'), (button.getRootNode() as ShadowRoot).activeElement]).toEqual([
      'true',
      button,
    ]);
    expect(deepText(element)).toContain('Not kept yet');
    const messages = await context.database.messages.count();
    await pressDeep(element, '#keep-order');
    await vi.waitFor(async () => expect((await cast()).request.rule?.nearestFirst).toEqual([last, first]));
    await vi.waitFor(() => expect(deepText(element)).toContain('Your rule goes by this order, the nearest first.'));
    expect(await context.database.messages.count()).toBe(messages);
    expect(rows(await open())).toEqual(before.toReversed());
  });

  it('is not asked for by another rule, nor once the deadline is over', async () => {
    const cheapest = await page('cheapest');
    expect(rows(await cheapest.open())).toEqual([]);
    document.body.replaceChildren();
    const over = await page('nearest');
    over.context.clock.advance(2 * DAY);
    expect(rows(await over.open())).toEqual([]);
  });
});
