import { beforeAll, describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../src/app/accept-quote.ts';
import { letOthersDown } from '../../../src/app/let-others-down.ts';
import type { MessageId, RequestId, ThreadId } from '../../../src/domain/ids.ts';
import { DELIVERY } from '../../support/request-samples.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { endpointShop, type EndpointShop, quoteAtOnce, quoteOn } from '../support/endpoint-shop.ts';
import { find, openDashboard, press } from '../support/actions.ts';
import { personDoes } from '../support/person-does.ts';
import { cast, tellRequested } from '../support/shopping.ts';
import { storedRows } from '../support/stored.ts';
import { makeLookDue, stand } from '../support/threads.ts';
import { chosenPage } from '../support/vendor.ts';

const first = await endpointShop('first', (message) =>
  message.body.kind === 'acceptance' ? 'later' : quoteAtOnce(message),
);
const second = await endpointShop('second');
const third = await endpointShop('third');
const SHOPS = { first, second, third };

interface Row {
  readonly id: ThreadId;
  readonly vendor: string;
  readonly thread: { readonly phase: { readonly quote: { readonly id: MessageId } } };
}

describe('a quote is accepted, and the background dies between any two messages', () => {
  const stage = useBrowser({
    sites: Object.fromEntries(Object.entries(SHOPS).map(([name, { site }]) => [`${name}.localhost`, site])),
  });
  let id: RequestId;
  let taken: Row;

  beforeAll(async () => {
    for (const name of Object.keys(SHOPS)) {
      const page = await chosenPage(stage.browser, name);
      await page.close();
    }
    id = await cast(stage.browser, 'endpoint', first.origin, second.origin, third.origin);
  });

  /** The background of before is gone; the next one hears that something was said. */
  async function goOn(): Promise<void> {
    await stage.browser.killBackground();
    await tellRequested(stage.browser, id);
  }

  it('is quoted', async () => {
    await goOn();
    await stand(stage.browser, { first: 'quoted', second: 'quoted', third: 'quoted' });
    const { threads = [] } = await storedRows(stage.browser, ['threads']);
    taken = (threads as unknown as readonly Row[]).find(({ vendor }) => vendor === first.origin)!;
  });

  it('gives the address to the one whose quote is taken, with the acceptance', async () => {
    const acceptance = { quote: taken.thread.phase.quote.id, choice: [{ offer: 'a', options: [] }] };
    await personDoes(stage.browser, async (context) =>
      acceptQuote(context, { thread: taken.id, acceptance, delivery: DELIVERY }),
    );
    await goOn();
    await until('the acceptance', () => Promise.resolve(kindsOf(first).includes('acceptance')));
    await stand(stage.browser, { first: 'accepted', second: 'quoted', third: 'quoted' });
    for (const shop of Object.values(SHOPS)) {
      const told = shop.asked.filter((message) => JSON.stringify(message).includes(DELIVERY.street));
      expect(told.map(({ body }) => body.kind)).toEqual(shop === first ? ['acceptance'] : []);
    }
  });

  it('hears the confirmation, and no quote that comes after the acceptance', async () => {
    const [asked] = first.asked;
    const demand = asked?.body.kind === 'request' ? asked.body.demand : undefined;
    await first.handler.reply(taken.id, quoteOn(demand!));
    await first.handler.reply(taken.id, {
      kind: 'confirmation',
      '@type': 'Order',
      quote: taken.thread.phase.quote.id,
      orderNumber: 'F-1',
      orderedItem: [{ offer: 'a', name: 'Rover Duo', orderQuantity: { value: '1', unitCode: 'C62' } }],
    });
    await makeLookDue(stage.browser, first.origin);
    await goOn();
    await stand(stage.browser, { first: 'ordered', second: 'quoted', third: 'quoted' });
    const { messages = [], orders = [] } = await storedRows(stage.browser, ['messages', 'orders']);
    const heard = messages.filter(({ threadId }) => threadId === taken.id).map(({ entry }) => entry as object);
    expect(heard.filter((entry) => 'refusal' in entry)).toMatchObject([{ refusal: 'accepted' }]);
    expect(orders).toMatchObject([{ order: { number: 'F-1' } }]);
  });

  it('lets the others down, and says nothing to the one that was left meanwhile', async () => {
    await stage.browser.removePermission('http://third.localhost/*');
    await personDoes(stage.browser, async (context) => letOthersDown(context, { id, reason: 'comparison' }));
    await goOn();
    await until('the let-down', () => Promise.resolve(kindsOf(second).includes('let-down')));
    await stand(stage.browser, { first: 'ordered', second: 'ended', third: 'ended' });
    expect(kindsOf(third)).toEqual(['request']);
    expect(kindsOf(first)).toEqual(['request', 'acceptance']);
  });

  it('falls through by the person’s word, of which nobody hears, and stands again when they take that back', async () => {
    const page = await openDashboard(stage.browser, `intentions/${id}`);
    await press(page, 'sayso-fall-through >>> #fell');
    await press(page, 'sayso-fall-through >>> input[value="never-came"]');
    await press(page, 'sayso-fall-through >>> #fall');
    await stand(stage.browser, { first: 'ended', second: 'ended', third: 'ended' });
    await find(page, 'sayso-fallen-order >>> #again');
    await press(page, 'sayso-toast >>> button');
    await stand(stage.browser, { first: 'ordered', second: 'ended', third: 'ended' });
    await goOn();
    const { orders = [], outbox } = await storedRows(stage.browser, ['orders', 'outbox']);
    expect(orders.map((order) => 'fellThrough' in order)).toEqual([false]);
    expect((outbox ?? []).filter(({ threadId }) => threadId === taken.id)).toEqual([]);
    expect(kindsOf(first)).toEqual(['request', 'acceptance']);
  });
});

function kindsOf({ asked }: EndpointShop): string[] {
  return asked.map(({ body }) => body.kind);
}
