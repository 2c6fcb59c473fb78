// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../../src/app/accept-quote.ts';
import { keysOfRelations } from '../../../../../src/app/keys-of-relations.ts';
import { listRequests, requestStory } from '../../../../../src/app/list-requests.ts';
import { orderFellThrough } from '../../../../../src/app/order-fell-through.ts';
import { passTime } from '../../../../../src/app/pass-time.ts';
import type { Quote } from '../../../../../src/domain/quote.ts';
import type { ToastMessage } from '../../../../../src/ui/components/sayso-toast.ts';
import '../../../../../src/ui/dashboard/order/sayso-order.ts';
import type { SaysoOrder } from '../../../../../src/ui/dashboard/order/sayso-order.ts';
import { drawn, fieldWithin, mount, textOf, within } from '../../../../support/mount.ts';
import { DELIVERY, euro, HOUR, messageId, NOW, quantity } from '../../../../support/request-samples.ts';
import { hear, quoted, quoteNow, vendorNamed } from '../../../../support/quoted.ts';
import { type TestContext, testContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ requestChanged: vi.fn(), ratingsChanged: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
const files = vi.hoisted(() => ({ download: vi.fn<(name: string, file: Blob) => void>() }));
vi.mock('../../../../../src/ui/download.ts', () => files);

beforeEach(() => {
  platform.requestChanged.mockReset().mockResolvedValue(undefined);
  files.download.mockReset();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllEnvs();
});

const CHOICE = [
  { offer: 'a', options: [] },
  { offer: 'b', options: [] },
];

/** A request with two quotes, the first of which is accepted. */
async function accepted(changes: Partial<Quote> = {}, options: readonly string[] = []) {
  const context = testContext();
  context.clock.ms = NOW;
  const { id, threads } = await quoted(context, [
    { vendor: vendorNamed('one'), quote: quoteNow(context, 'a', changes) },
    { vendor: vendorNamed('two'), quote: quoteNow(context, 'b') },
  ]);
  const [first, other] = threads;
  const choice = CHOICE.map((chosen) => (chosen.offer === 'a' ? { ...chosen, options } : chosen));
  const acceptance = { quote: messageId('a'), choice };
  await acceptQuote(context, { thread: first!.thread, acceptance, delivery: DELIVERY });
  return { context, id, first: first!, other: other! };
}

async function shown({ context, id }: Awaited<ReturnType<typeof accepted>>) {
  const element = await mount('sayso-order', { context, story: await requestStory(context, { id }) });
  const told: ToastMessage[] = [];
  element.addEventListener('told', ({ detail }) => void told.push(detail));
  const again = async (): Promise<void> => {
    element.story = await requestStory(context, { id });
    await drawn(element);
  };
  return { element, told, again };
}

async function part<Name extends keyof HTMLElementTagNameMap>(element: SaysoOrder, name: Name) {
  const found = within(element, name) as HTMLElementTagNameMap[Name];
  await drawn(found);
  return found;
}

async function confirm({ context, first }: Awaited<ReturnType<typeof accepted>>): Promise<void> {
  const order = {
    number: '<b>77</b>',
    lines: [{ offer: 'a', name: 'Rover Duo', quantity: quantity('1'), amount: euro('499') }],
    freight: euro('12'),
  };
  await hear(context, first, { kind: 'confirmation', id: messageId('c'), quote: messageId('a'), order });
}

/** Hour by hour, as the background wakes: each try that nobody takes in is followed by the next. */
async function aDayPasses(context: TestContext): Promise<void> {
  for (let hour = 0; hour < 24; hour += 1) {
    context.clock.advance(HOUR);
    await passTime(context);
  }
}

function bare(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

async function phaseOf({ database }: TestContext, thread: Awaited<ReturnType<typeof accepted>>['first']) {
  return (await database.threads.get(thread.thread))!.thread.phase;
}

describe('an accepted quote', () => {
  it('shows what was agreed, and that nothing is confirmed yet', async () => {
    const { element } = await shown(await accepted());
    expect(textOf(element)).toContain('1 × Rover Duo');
    expect(textOf(element)).toContain('Total to the door €548.80');
    expect(textOf(element)).toContain('Nothing yet.');
  });

  it('names the options that were chosen, on the page and in the order as UBL', async () => {
    const all = await accepted({}, ['red', 'build']);
    const { element } = await shown(all);
    expect(bare(textOf(element))).toContain('1 × Rover Duo Red cover and Put together for you €549.00');
    within(element, '#ubl').click();
    const [name, file] = files.download.mock.calls[0]!;
    expect(name).toBe('order.xml');
    expect(await file.text()).toContain('<cbc:Note>Option: Red cover</cbc:Note>');
    expect(await file.text()).toContain('<cbc:Note>Option: Put together for you</cbc:Note>');
  });

  it('marks another name under the same offer, and that no amount is said', async () => {
    const all = await accepted();
    const lines = [
      { offer: 'a', name: 'Rover Solo', quantity: quantity('1') },
      { offer: 'b', name: 'Rain cover', quantity: quantity('2') },
    ];
    await hear(all.context, all.first, {
      kind: 'confirmation',
      id: messageId('c'),
      quote: messageId('a'),
      order: { number: '77', lines },
    });
    const { element } = await shown(all);
    const marked = [...element.shadowRoot!.querySelectorAll('.verdict')].map((one) => bare(textOf(one)));
    expect(marked).toEqual(['≈Rover Duo – Name: they say Rover Solo', '≈Total to the door: no amount was said']);
  });

  it('marks each difference of what the vendor confirms, as text', async () => {
    const all = await accepted();
    await confirm(all);
    const { element } = await shown(all);
    const marked = [...element.shadowRoot!.querySelectorAll('.verdict')].map((one) => bare(textOf(one)));
    expect(marked).toEqual(['≈Rain cover: missing', '≈Freight: more than agreed']);
    expect(element.shadowRoot!.querySelector('b')).toBeNull();
  });

  it('lets the others down with a reason, or none', async () => {
    const all = await accepted();
    const { element, told } = await shown(all);
    const others = await part(element, 'sayso-let-others-down');
    expect(textOf(others)).toContain('1 other still waits');
    fieldWithin(others, 'select').value = 'shipping_cost';
    within(others, '#let-down').click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await phaseOf(all.context, all.other)).toMatchObject({ end: { as: 'let-down', reason: 'shipping_cost' } });
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'accepted' });
  });

  it('hands over ACP’s quote id as a file, and links to the vendor’s own origin alone', async () => {
    const { element } = await shown(await accepted());
    const hand = await part(element, 'sayso-hand-over');
    await vi.waitFor(() => within(hand, 'details'));
    within(hand, '[id="save-checkout-quote.json"]').click();
    const [name, file] = files.download.mock.calls[0]!;
    expect(name).toBe('checkout-quote.json');
    expect(JSON.parse(await file.text())).toMatchObject({
      quote_id: 'a',
      totals: expect.arrayContaining([expect.objectContaining({ type: 'total', amount: 54_880 })]) as unknown,
    });
    expect(await file.text()).not.toContain(DELIVERY.name);
    expect([...hand.shadowRoot!.querySelectorAll('a')].map(({ href }) => href)).toEqual(['https://one.example/']);
    // Without a key of the relation here there is nobody to bind a mandate to.
    expect(hand.shadowRoot!.querySelector('[id="save-checkout-mandate.json"]')).toBeNull();
  });

  it.each([
    ['https://one.example/cart/7', 'https://one.example/cart/7', 'to the checkout of'],
    // What a restored file may say, whatever the wire refuses.
    ['https://elsewhere.example/cart/7', 'https://one.example/', 'Go to'],
    ['javascript:alert(1)', 'https://one.example/', 'Go to'],
  ])(
    'takes the quote to the checkout that it names, on the vendor’s own origin alone: %s',
    async (checkout, to, says) => {
      const { element } = await shown(await accepted({ checkout }));
      const hand = await part(element, 'sayso-hand-over');
      const [link, ...others] = hand.shadowRoot!.querySelectorAll('a');
      expect(others).toEqual([]);
      expect(link!.href).toBe(to);
      expect(link!.rel).toBe('noopener noreferrer');
      expect(textOf(hand)).toContain(says);
    },
  );

  it('hands over AP2’s mandate, bound to the key of this relation, where there is one', async () => {
    const all = await accepted();
    const { vendor, thread } = (await all.context.database.threads.get(all.first.thread))!;
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
    await keysOfRelations(all.context, [{ vendor, person: thread.person, isNew: true }], async () => ({ publicKey }));
    const { element } = await shown(all);
    const hand = await part(element, 'sayso-hand-over');
    await vi.waitFor(() => within(hand, '[id="save-checkout-mandate.json"]'));
    within(hand, '[id="save-checkout-mandate.json"]').click();
    const [, file] = files.download.mock.calls[0]!;
    expect(JSON.parse(await file.text())).toMatchObject({ vct: 'mandate.checkout.open.1', cnf: { jwk: publicKey } });
    expect(await file.text()).not.toContain(DELIVERY.street);
  });

  it('is kept by what came, when, and what was charged; then it says what differs', async () => {
    const all = await accepted();
    const { element, told, again } = await shown(all);
    const keep = await part(element, 'sayso-keep-order');
    all.context.clock.ms = Date.parse('2026-11-30T12:00:00.000Z');
    within(keep, '#open').click();
    await drawn(keep);
    fieldWithin(keep, '#line-1').value = '1';
    fieldWithin(keep, '#came').value = '2026-11-30';
    fieldWithin(keep, '#charged').value = '550,00';
    within(keep, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await again();
    const text = textOf(element).replaceAll(/[\u2068\u2069]/gu, '');
    expect(text).toContain('€550.00 was charged.');
    expect(text).toContain('Rain cover – How many: less than agreed');
    expect(text).toContain('Total to the door: more than agreed');
    expect(text).toContain('There by: later than agreed');
    within(element, '#ubl').click();
    expect(files.download.mock.calls.at(-1)![0]).toBe('order.xml');
    expect(await files.download.mock.calls.at(-1)![1].text()).toContain(DELIVERY.street);
  });

  it.each([
    ['Europe/Berlin', '2026-12-01'],
    ['America/New_York', '2026-11-30'],
  ])('takes it that it came today, as the day is in %s', async (zone, today) => {
    vi.stubEnv('TZ', zone);
    const all = await accepted();
    const { element } = await shown(all);
    const keep = await part(element, 'sayso-keep-order');
    all.context.clock.ms = Date.UTC(2026, 10, 30, 23, 30);
    within(keep, '#open').click();
    await drawn(keep);
    expect(fieldWithin(keep, '#came').value).toBe(today);
  });

  it('reads how many came as it reads every number that is typed', async () => {
    const all = await accepted();
    const { element, told, again } = await shown(all);
    const keep = await part(element, 'sayso-keep-order');
    within(keep, '#open').click();
    await drawn(keep);
    fieldWithin(keep, '#line-1').value = '1,200';
    within(keep, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await again();
    expect(bare(textOf(element))).toContain('Rain cover – How many: more than agreed');
  });

  it.each(['2026-11-10', '2026-11-14'])('can’t have come before it was accepted, nor after today: %s', async (day) => {
    const all = await accepted();
    const { element } = await shown(all);
    const keep = await part(element, 'sayso-keep-order');
    within(keep, '#open').click();
    await drawn(keep);
    fieldWithin(keep, '#came').value = day;
    within(keep, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await drawn(keep);
    expect(textOf(keep)).toContain('It can’t have come before you accepted');
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'accepted' });
  });

  it('keeps nothing that can’t be read', async () => {
    const all = await accepted();
    const { element } = await shown(all);
    const keep = await part(element, 'sayso-keep-order');
    within(keep, '#open').click();
    await drawn(keep);
    fieldWithin(keep, '#charged').value = 'a lot';
    within(keep, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await drawn(keep);
    expect(textOf(keep)).toContain('One of these can’t be read');
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'accepted' });
  });

  it('can be said to have come to nothing once it was confirmed, which no vendor is told, and that be taken back', async () => {
    const all = await accepted();
    const { element, told, again } = await shown(all);
    expect(element.shadowRoot!.querySelector('sayso-fall-through')).toBeNull();
    await confirm(all);
    await again();
    const before = await all.context.database.messages.toArray();
    const fell = await part(element, 'sayso-fall-through');
    within(fell, '#fell').click();
    await drawn(fell);
    expect(within(fell, '#fell').className).not.toContain('primary');
    expect(textOf(fell)).toContain('Nothing is sent to https://one.example.');
    within(fell, '#fall').click();
    await drawn(fell);
    expect(textOf(fell)).toContain('Say which of these it was.');
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'ordered' });
    fieldWithin(fell, 'input[value="cancelled-by-vendor"]').checked = true;
    fieldWithin(fell, 'textarea').value = '<b>Rang</b> on Monday.';
    within(fell, '#fall').click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await all.context.database.messages.toArray()).toEqual(before);
    await again();
    expect(element.shadowRoot!.querySelector('sayso-keep-order')).toBeNull();
    const fallen = await part(element, 'sayso-fallen-order');
    expect(textOf(fallen)).toContain('They cancelled it.');
    expect(textOf(fallen)).toContain('<b>Rang</b> on Monday.');
    await vi.waitFor(() => expect(fallen.shadowRoot!.activeElement).toBe(within(fallen, 'h2')));
    await told[0]!.undo!();
    expect(platform.requestChanged).toHaveBeenCalledTimes(2);
    await again();
    expect(element.shadowRoot!.querySelector('sayso-fallen-order')).toBeNull();
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'ordered', order: { number: '<b>77</b>' } });
  });

  it('that came to nothing stands beside one that is taken after it, and is asked for again by a new draft', async () => {
    const all = await accepted();
    await confirm(all);
    await orderFellThrough(all.context, { id: all.id, cause: 'never-came' });
    const acceptance = { quote: messageId('b'), choice: CHOICE };
    await acceptQuote(all.context, { thread: all.other.thread, acceptance, delivery: DELIVERY });
    const { element, told } = await shown(all);
    expect(bare(textOf(element))).toContain('1 × Rover Duo');
    const fallen = await part(element, 'sayso-fallen-order');
    within(fallen, '#again').click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const drafts = (await listRequests(all.context, { limit: 5 })).filter(({ row }) => row.cast.phase.kind === 'draft');
    expect(drafts.map(({ row }) => row.cast.request.category)).toEqual(['pushchair']);
    await vi.waitFor(() => expect(window.location.hash).toBe(`#intentions/${drafts[0]!.row.id}`));
    await told[0]!.undo!();
    expect(await listRequests(all.context, { limit: 5 })).toHaveLength(1);
  });

  it('can be sent again when nobody confirmed it, and taken back', async () => {
    const all = await accepted();
    await aDayPasses(all.context);
    expect(await phaseOf(all.context, all.first)).toMatchObject({ failed: 'not-acknowledged' });
    const { element, told, again } = await shown(all);
    const mend = await part(element, 'sayso-mend-acceptance');
    expect(textOf(mend)).toContain('Send it again, or take it back');
    within(mend, '#repeat').click();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(await phaseOf(all.context, all.first)).not.toHaveProperty('failed');
    await again();
    expect(element.shadowRoot!.querySelector('sayso-mend-acceptance')).toBeNull();
    await aDayPasses(all.context);
    await again();
    within(await part(element, 'sayso-mend-acceptance'), '#take-back').click();
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(await phaseOf(all.context, all.first)).toMatchObject({ kind: 'ended' });
    expect((await requestStory(all.context, { id: all.id })).row.cast.phase).toEqual({ kind: 'open' });
  });
});
