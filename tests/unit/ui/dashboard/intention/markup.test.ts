// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../../src/app/accept-quote.ts';
import { quotesToCompare } from '../../../../../src/app/compare-quotes.ts';
import { keepOrder } from '../../../../../src/app/keep-order.ts';
import { takeProposal } from '../../../../../src/app/take-proposal.ts';
import { takeReply } from '../../../../../src/app/take-reply.ts';
import { weigh } from '../../../../../src/app/weigh-quotes.ts';
import { proposal } from '../../../../../src/protocol/request/proposal-schema.ts';
import { readVendorMessage } from '../../../../../src/protocol/request/read-vendor-message.ts';
import { vendorMessage } from '../../../../../src/protocol/request/vendor-message-schema.ts';
import '../../../../../src/ui/dashboard/compare/sayso-accept-quote.ts';
import '../../../../../src/ui/dashboard/intention/sayso-counter.ts';
import '../../../../../src/ui/dashboard/intention/sayso-intention.ts';
import '../../../../../src/ui/dashboard/intentions/sayso-intentions.ts';
import '../../../../../src/ui/dashboard/order/sayso-proposals.ts';
import '../../../../../src/ui/dashboard/order/sayso-rate-bought.ts';
import * as v from 'valibot';
import { allDeep, deepText, pressDeep } from '../../../../support/deep.ts';
import { type Marked, markedMessages } from '../../../../support/marked-message.ts';
import { mount } from '../../../../support/mount.ts';
import { DAY, DELIVERY, messageId, quantity, request } from '../../../../support/request-samples.ts';
import { asked, shopping } from '../../../../support/request-store.ts';
import { SHOP } from '../../../../support/samples.ts';
import type { TestContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ requestChanged: vi.fn(), askChannel: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);

beforeEach(() => {
  platform.requestChanged.mockReset().mockResolvedValue(undefined);
  platform.askChannel.mockReset().mockResolvedValue('visit');
});
afterEach(() => document.body.replaceChildren());

/** Takes words, and shows none: an address is a link's, and an identifier is kept only in a scheme that Sayso knows. */
const NO_WORDS = /(?:^|\.)(?:checkoutPageURLTemplate|identifier\.\d+)$/u;
const [first] = request().lines;
const LINES = [1, 2, 3].map((number) => ({ ...first!, number }));

const MESSAGES = new Map(markedMessages(vendorMessage).map((marked) => [marked.body['kind'] as string, marked]));
const PROPOSALS = markedMessages(proposal);

/** What no schema says: which lines there are, and that a price begins somewhere. */
function fitting({ body }: Marked): object {
  const text = JSON.stringify(body);
  const copy = JSON.parse(text) as { lines?: { line: number; priceSpecification?: { eligibleQuantity: object }[] }[] };
  for (const [index, line] of (copy.lines ?? []).entries()) {
    line.line = index + 1;
    for (const tier of line.priceSpecification ?? []) {
      tier.eligibleQuantity = { minValue: '0' };
    }
  }
  return copy;
}

async function say(context: TestContext, thread: Awaited<ReturnType<typeof asked>>['shop'], kind: string, id = kind) {
  const said = readVendorMessage(fitting(MESSAGES.get(kind)!), { id: messageId(id), vendor: SHOP });
  expect(await takeReply(context, { origin: SHOP, thread, said })).toEqual({});
}

/** What stands in that field of a quote. */
function markOf(path: string): string {
  return [...MESSAGES.get('quote')!.marks].find(([, one]) => one === path)![0];
}

/** The page of an intention, with everything unfolded that unfolds. */
async function page(context: TestContext, requestId: string, isReady: (text: string) => boolean) {
  const element = await mount('sayso-intention', { context, requestId, query: '' });
  await vi.waitFor(() => {
    for (const details of allDeep(element, 'details') as HTMLDetailsElement[]) {
      if (!details.open) {
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
      }
    }
    expect(allDeep(element, 'sayso-thread-story')).toHaveLength(2);
    expect(isReady(deepText(element))).toBe(true);
  });
  return element;
}

/** Nothing that came is an element, an attribute or a link anywhere in it. */
function isOnlyText(element: HTMLElement): void {
  const all = allDeep(element, '*');
  expect(all.filter(({ localName }) => localName.startsWith('x-m'))).toEqual([]);
  expect(all.filter((one) => one.hasAttribute('onclick'))).toEqual([]);
}

/** Every word that came is there to be read, on one of the screens. */
function isAllThere({ marks }: Marked, ...texts: readonly string[]): void {
  const hidden = [...marks].filter(
    ([mark, path]) => !NO_WORDS.test(path) && !texts.some((text) => text.includes(mark)),
  );
  expect(hidden.map(([, path]) => path)).toEqual([]);
}

describe('threat 25: markup in every field that a vendor may fill', () => {
  it('is made for every kind of message, in more fields than anybody would list', () => {
    expect([...MESSAGES.keys()].toSorted()).toEqual([
      'confirmation',
      'decline',
      'failure',
      'interest',
      'question',
      'quote',
      'referral',
    ]);
    const paths = [...MESSAGES.get('quote')!.marks.values()];
    expect(paths).toContain('lines.0.itemOffered.additionalProperty.0.value');
    expect(paths).toContain('lines.0.addOn.0.group');
    expect(paths).toContain('seller.contactPoint.telephone');
    expect(PROPOSALS.map(({ marks }) => [...marks.values()].length > 0)).toEqual([true, true]);
  });

  it('is made for a field that is new in a schema, too', () => {
    const [marked] = markedMessages(v.strictObject({ kind: v.literal('new'), more: v.exactOptional(v.string()) }));
    expect([...marked!.marks.values()]).toEqual(['more']);
  });

  it('is text in a quote: in its thread, in the comparison, where it is accepted, in the list', async () => {
    const { context, id, shop } = await asked('visit', { lines: LINES });
    await say(context, shop, 'quote');
    const element = await page(context, id, (text) => text.includes('Still to come'));
    const quoted = MESSAGES.get('quote')!;
    await vi.waitFor(() => isAllThere(quoted, deepText(element)));
    isOnlyText(element);
    const { request: kept, quotes } = await quotesToCompare(context, { id });
    const compared = weigh(context, { request: kept, quote: quotes[0]!, makers: new Map() });
    const accepting = await mount('sayso-accept-quote', { context, request: kept, compared });
    isOnlyText(accepting);
    const name = markOf('lines.0.itemOffered.name');
    expect(deepText(accepting)).toContain(name);
    const compare = allDeep(element, 'sayso-compare-quotes')[0]!;
    await vi.waitFor(() => expect(deepText(compare)).toContain(name));
    isOnlyText(await mount('sayso-intentions', { context, query: '' }));
  });

  it('is text in a confirmation: in its order, and in its thread', async () => {
    const { context, id, shop } = await asked('visit', { lines: LINES });
    await say(context, shop, 'quote', '1');
    const acceptance = { quote: messageId('1'), choice: [{ offer: '1', options: [] }] };
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    await say(context, shop, 'confirmation');
    const [mark] = [...MESSAGES.get('confirmation')!.marks.keys()];
    const element = await page(context, id, (text) => text.includes(mark!));
    isOnlyText(element);
    isAllThere(MESSAGES.get('confirmation')!, deepText(allDeep(element, 'sayso-order')[0]!));
  });

  it('is text in a counter to a quote', async () => {
    const { context, shop } = await asked('visit', { lines: LINES });
    await say(context, shop, 'quote');
    const { thread } = (await context.database.threads.get(shop))!;
    const { quote } = thread.phase as Extract<typeof thread.phase, { readonly kind: 'quoted' }>;
    const element = await mount('sayso-counter', { context, thread, quote });
    expect(deepText(element)).toContain(markOf('lines.0.itemOffered.name'));
    isOnlyText(element);
  });

  it('is text where the person says what came of it, and where they are asked how it is', async () => {
    const { context, id, shop } = await asked('visit', { lines: LINES });
    await say(context, shop, 'quote', '1');
    const acceptance = { quote: messageId('1'), choice: [{ offer: '1', options: [] }] };
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    const name = markOf('lines.0.itemOffered.name');
    const element = await page(context, id, (text) => text.includes(name));
    await pressDeep(element, '#open');
    const keep = allDeep(element, 'sayso-keep-order')[0]!;
    await vi.waitFor(() => expect(deepText(keep)).toContain(name));
    isOnlyText(element);
    await keepOrder(context, { id, fulfilment: { lines: [{ offer: '1', name: 'A thing', quantity: quantity('1') }] } });
    context.clock.advance(8 * DAY);
    const bought = await mount('sayso-rate-bought', { context });
    await vi.waitFor(() => expect(deepText(bought)).toContain(name));
    expect(allDeep(bought, 'sayso-stars')[0]!.getAttribute('label')).toContain(name);
    isOnlyText(bought);
  });

  it.each(['decline', 'failure', 'question', 'referral'])('is text in a %s', async (kind) => {
    const { context, id, shop } = await asked('visit');
    await say(context, shop, kind);
    const [mark] = [...MESSAGES.get(kind)!.marks.keys()];
    const element = await page(context, id, (text) => text.includes(mark!));
    isOnlyText(element);
    isAllThere(MESSAGES.get(kind)!, deepText(element));
  });

  it('is text in the interest that answers a first copy', async () => {
    const { context, id, shop } = await asked('visit', { opening: 'kind' });
    await say(context, shop, 'interest');
    const element = await page(context, id, (text) => text.includes('<x-m'));
    isOnlyText(element);
    isAllThere(MESSAGES.get('interest')!, deepText(element));
  });

  it.each(PROPOSALS.map((marked) => [marked.body['@type'] as string, marked] as const))(
    'is text in a proposal: %s',
    async (_type, marked) => {
      const context = await shopping();
      const read = v.parse(proposal, marked.body);
      expect(await takeProposal(context, { origin: SHOP, proposal: read })).toEqual({});
      const element = await mount('sayso-proposals', { context });
      await vi.waitFor(() => expect(deepText(element)).toContain('<x-m'));
      isOnlyText(element);
      isAllThere(marked, deepText(element));
    },
  );
});
