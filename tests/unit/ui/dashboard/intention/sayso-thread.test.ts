// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../../src/app/accept-quote.ts';
import { declineQuote } from '../../../../../src/app/decline-quote.ts';
import { findVendor } from '../../../../../src/app/find-vendor.ts';
import { requestStory } from '../../../../../src/app/list-requests.ts';
import { reportWork } from '../../../../../src/app/report-work.ts';
import { moveThread } from '../../../../../src/app/move-request.ts';
import { takeReply } from '../../../../../src/app/take-reply.ts';
import type { VendorMessage } from '../../../../../src/domain/thread-message.ts';
import { recordId, type ThreadId } from '../../../../../src/domain/ids.ts';
import { originOf } from '../../../../../src/domain/origin.ts';
import '../../../../../src/ui/dashboard/intention/sayso-intention.ts';
import { allDeep, deep, deepText, pressDeep } from '../../../../support/deep.ts';
import { mount } from '../../../../support/mount.ts';
import { decline, DELIVERY, euro, messageId, offer, quote } from '../../../../support/request-samples.ts';
import { asked, threadWith } from '../../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../../support/samples.ts';

const platform = vi.hoisted(() => ({
  requestChanged: vi.fn(),
  askChannel: vi.fn(),
  siteChanged: vi.fn(),
  ratingsChanged: vi.fn(),
  requestSite: vi.fn(),
  rememberChoice: vi.fn(),
  forgetChoice: vi.fn(),
}));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/site-choices.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', async (actual) => ({
  ...(await actual<object>()),
  requestSite: platform.requestSite,
}));

beforeEach(() => {
  for (const mock of Object.values(platform)) {
    mock.mockReset().mockResolvedValue(undefined);
  }
  platform.askChannel.mockResolvedValue('visit');
  platform.requestSite.mockResolvedValue(true);
});
afterEach(() => document.body.replaceChildren());

async function page(opening: 'kind' | 'whole' = 'whole') {
  const { context, id, shop: thread } = await asked('visit', { opening });
  const element = await mount('sayso-intention', { context, requestId: id, query: '' });
  await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(2));
  const part = allDeep(element, 'sayso-thread').find((one) => deepText(one).includes('shop.example'))!;
  const hear = (message: VendorMessage) =>
    moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'heard', message } }));
  const told = async () => (await requestStory(context, { id })).threads.find(({ vendor }) => vendor === SHOP)!.thread;
  return { context, id, thread, element, part, hear, told };
}

/** Cast to endpoints by a person whose network went away. */
async function offline() {
  const { context, id, shop: thread } = await asked('endpoint');
  await reportWork(context, { thread, report: { kind: 'undelivered', number: 1, offline: 'sure' } });
  const element = await mount('sayso-intention', { context, requestId: id, query: '' });
  return { context, id, element, thread };
}

function threadNumbered(place: number): ThreadId {
  return recordId(`00000000-0000-7000-8000-${String(place).padStart(12, '0')}`) as string as ThreadId;
}

function bare(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

function unfold(details: HTMLDetailsElement): void {
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
}

describe('one vendor’s part', () => {
  it('follows what comes in, and shows the rest to one that answered only when it was confirmed', async () => {
    const { part, hear, told, id } = await page('kind');
    expect(deepText(part)).toContain('Waits for your next visit');
    expect(deep(part, 'a[target]').getAttribute('href')).toBe(SHOP);
    expect(allDeep(part, '#rest')).toEqual([]);
    await hear({ kind: 'interest', id: messageId('i1'), copy: 1, words: 'We may.' });
    await pressDeep(part, '#rest');
    expect((await told()).stage).toBe('kind');
    await pressDeep(part, 'button.danger[slot]');
    await vi.waitFor(async () => expect((await told()).stage).toBe('whole'));
    await vi.waitFor(() => expect(platform.requestChanged).toHaveBeenCalledExactlyOnceWith(id));
  });

  it('says plainly that it was the person who was offline, until it is out', async () => {
    const { context, element, id, thread } = await offline();
    await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(2));
    const part = allDeep(element, 'sayso-thread').find((one) => deepText(one).includes('shop.example'))!;
    await vi.waitFor(() => expect(deepText(deep(part, '#offline'))).toMatch(/^You have been offline since .*2026/u));
    await reportWork(context, {
      thread,
      report: { kind: 'delivered', number: 1, statusUrl: 'https://shop.example/s' },
    });
    await vi.waitFor(() => expect(allDeep(part, '#offline')).toEqual([]));
    await reportWork(context, { thread, report: { kind: 'polled', found: 'offline' } });
    await vi.waitFor(() => expect(deepText(deep(part, '#offline'))).toContain('before anything is given up'));
    expect((await requestStory(context, { id })).entries.some(({ entry }) => entry.kind === 'failed')).toBe(false);
  });

  it('answers a question, and says so though there is none any more', async () => {
    const { part, hear, told, element } = await page();
    const said = vi.fn();
    element.addEventListener('told', ({ detail }) => void said(detail));
    await hear({ kind: 'question', id: messageId('w1'), copy: 1, words: '<b>How wide?</b>' });
    const area = await vi.waitFor(() => deep(part, 'textarea') as HTMLTextAreaElement);
    expect(deepText(part)).toContain('<b>How wide?</b>');
    deep(part, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect((await told()).question).toBeDefined();
    area.value = ' 76 cm ';
    deep(part, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(async () => expect((await told()).question).toBeUndefined());
    expect((await told()).outbox.at(-1)!.message).toEqual({ kind: 'answer', question: 'w1', words: '76 cm' });
    await vi.waitFor(() => expect(said).toHaveBeenCalledExactlyOnceWith({ text: 'Answered.' }));
    expect(allDeep(part, 'sayso-answer-question')).toEqual([]);
  });

  it('asks for no answer once another’s quote is accepted, and marks what was taken of that', async () => {
    const { context, element, part, hear } = await page();
    await hear({ kind: 'question', id: messageId('w1'), copy: 1, words: 'How wide?' });
    await vi.waitFor(() => expect(deep(part, 'form button').className).toBe('primary'));
    const thread = await threadWith(context, CINEMA);
    const options = [{ key: 'red', name: 'Red cover', amount: euro('15'), per: 'unit' }] as const;
    const lines = [offer({ options }), offer({ key: 'z', name: 'Rover Uno', options })];
    await takeReply(context, { origin: CINEMA, thread, said: quote('q1', { lines }) });
    const acceptance = { quote: messageId('q1'), choice: [{ offer: 'a', options: ['red'] }] };
    await acceptQuote(context, { thread, acceptance, delivery: DELIVERY });
    await vi.waitFor(() => expect(deepText(part)).toContain('You have accepted another quote'));
    expect(deep(part, 'form button').className).toBe('');
    expect(part.getAttribute('turn')).toBe('over');
    const other = allDeep(element, 'sayso-thread').find((one) => deepText(one).includes('cinema.example'))!;
    const offers = await vi.waitFor(() => {
      const found = allDeep(other, 'sayso-quoted ul[role="list"] > li');
      expect(found).toHaveLength(2);
      return found;
    });
    const marks = offers.map((one) => allDeep(one, '.taken').map((mark) => bare(deepText(mark))));
    expect(marks).toEqual([['✓You took this: 1, with Red cover'], []]);
  });

  it('has the focus where it stands, when what had it is gone', async () => {
    const { part, hear, told } = await page();
    const state = () => part.shadowRoot!.querySelector('.state');
    await hear({ kind: 'question', id: messageId('w1'), copy: 1, words: 'How wide?' });
    const area = await vi.waitFor(() => deep(part, 'textarea') as HTMLTextAreaElement);
    area.focus();
    area.value = '76 cm';
    deep(part, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(part.shadowRoot!.activeElement).toBe(state()));
    await hear(quote('q1'));
    await vi.waitFor(() => deep(part, '#counter'));
    deep(part, '#counter').focus();
    await pressDeep(part, '#counter');
    await vi.waitFor(() => deep(part, '#total'));
    expect(deepText(deep(part, 'sayso-counter'))).toContain('shop.example');
    (deep(part, '#total') as HTMLInputElement).value = '450';
    deep(part, '#send').focus();
    deep(part, '#send').click();
    await vi.waitFor(async () => expect((await told()).phase.kind).toBe('countered'));
    await vi.waitFor(() => expect(part.shadowRoot!.activeElement).toBe(state()));
  });

  it('leaves the focus where the person has gone meanwhile', async () => {
    const { part, hear } = await page();
    const elsewhere = document.body.appendChild(document.createElement('button'));
    await hear({ kind: 'question', id: messageId('w1'), copy: 1, words: 'How wide?' });
    await vi.waitFor(() => deep(part, 'textarea'));
    (deep(part, 'textarea') as HTMLTextAreaElement).value = '76 cm';
    elsewhere.focus();
    deep(part, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(allDeep(part, 'sayso-answer-question')).toEqual([]));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(elsewhere);
  });

  it('counters with another number of things', async () => {
    const { part, hear, told } = await page();
    await hear(quote('q1'));
    await vi.waitFor(() => deep(part, '#counter'));
    await pressDeep(part, '#counter');
    const count = (await vi.waitFor(() => deep(part, '#count-1'))) as HTMLInputElement;
    count.value = 'some';
    deep(part, '#send').click();
    await vi.waitFor(() => expect(deepText(part)).toContain('That is no number of things.'));
    count.value = '3';
    deep(part, '#send').click();
    await vi.waitFor(async () => expect((await told()).phase.kind).toBe('countered'));
    expect((await told()).outbox.at(-1)!.message).toEqual({
      kind: 'counter',
      counter: { quote: 'q1', lines: [{ offer: 'b', quantity: { value: '3', unit: 'C62' } }] },
    });
    const story = (allDeep(part, 'article > details') as HTMLDetailsElement[])[0]!;
    story.open = true;
    story.dispatchEvent(new Event('toggle'));
    await vi.waitFor(() => expect(deepText(part)).toContain('3 × b'));
  });

  it('says that a counter was not taken, and why, with the quote that stands', async () => {
    const { part, hear, told } = await page();
    await hear(quote('q1'));
    await vi.waitFor(() => deep(part, '#counter'));
    await pressDeep(part, '#counter');
    await vi.waitFor(() => deep(part, '#total'));
    (deep(part, '#total') as HTMLInputElement).value = '450';
    deep(part, '#send').click();
    await vi.waitFor(async () => expect((await told()).phase.kind).toBe('countered'));
    await hear({ ...decline('d1', 'counter'), words: '<b>No lower.</b>' });
    await vi.waitFor(() => expect(deepText(deep(part, '#counter-declined'))).toContain('They said no to your counter'));
    expect(deepText(part)).toContain('<b>No lower.</b>');
    await hear(quote('q2', { replaces: messageId('q1') }));
    await vi.waitFor(() => expect(allDeep(part, '#counter-declined')).toEqual([]));
  });

  it('shows a quote with its markup as words, and counters it once', async () => {
    const { part, hear, told } = await page();
    await hear(quote('q1', { lines: [offer({ name: '<img src=x>', words: 'https://evil.example' })] }));
    const whole = await vi.waitFor(() => deep(part, 'sayso-whole-quote'));
    unfold(deep(whole, 'details') as HTMLDetailsElement);
    await vi.waitFor(() => deep(part, 'sayso-quoted'));
    expect(deepText(part)).toContain('<img src=x>');
    expect(allDeep(part, 'img, a[href*="evil"]')).toEqual([]);
    await pressDeep(part, '#counter');
    const send = await vi.waitFor(() => deep(part, '#send'));
    send.click();
    await vi.waitFor(() => expect(deepText(part)).toContain('Say what you would take instead.'));
    (deep(part, '#total') as HTMLInputElement).value = '450';
    send.click();
    await vi.waitFor(async () => expect((await told()).phase.kind).toBe('countered'));
    await vi.waitFor(() => expect(allDeep(part, '#counter')).toEqual([]));
  });

  it('has no counter to a fixed price', async () => {
    const { part, hear } = await page();
    await hear(quote('q1', { pricing: 'fixed' }));
    await vi.waitFor(() => deep(part, 'sayso-whole-quote'));
    expect(allDeep(part, '#counter')).toEqual([]);
  });

  it('shows a quote once, beside the others, and leads from there to all that was said of it, and back', async () => {
    const { element, part, hear } = await page();
    await hear(quote('q1'));
    await vi.waitFor(() => deep(part, 'sayso-whole-quote'));
    expect(allDeep(element, 'sayso-quoted')).toEqual([]);
    await pressDeep(element, 'button[aria-label^="All they said"]');
    await vi.waitFor(() => deep(part, 'sayso-quoted'));
    expect(part.shadowRoot!.activeElement).toBe(deep(part, 'h3'));
    deep(deep(part, 'sayso-whole-quote'), 'button').click();
    expect(deep(element, 'sayso-quote-bank').shadowRoot!.activeElement).toBe(deep(element, 'th[scope="col"]'));
  });

  it('prints the comparison alone by the comparison’s own button, with nothing unfolded', async () => {
    const { element, part, hear } = await page();
    await hear(quote('q1'));
    const compared = await vi.waitFor(() => element.shadowRoot!.querySelector('sayso-compare-quotes')!);
    await vi.waitFor(() => deep(compared, '#print'));
    const print = vi.fn(() => window.dispatchEvent(new Event('beforeprint')));
    vi.stubGlobal('print', print);
    await pressDeep(compared, '#print');
    expect(print).toHaveBeenCalledOnce();
    expect(element.hasAttribute('compared-only')).toBe(true);
    expect((allDeep(part, 'details') as HTMLDetailsElement[]).filter(({ open }) => open)).toEqual([]);
    window.dispatchEvent(new Event('afterprint'));
    expect(element.hasAttribute('compared-only')).toBe(false);
    vi.unstubAllGlobals();
  });

  it('draws many of them some at a time, and all of them for paper', async () => {
    const { element } = await page();
    const threads = element.shadowRoot!.querySelector('sayso-threads')!;
    const [one] = threads.story.threads;
    const many = Array.from({ length: 60 }, (_, place) => ({ ...one!, id: threadNumbered(place) }));
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    Object.assign(threads, { story: { ...threads.story, threads: many } });
    await threads.updateComplete;
    expect(allDeep(threads, 'sayso-thread')).toHaveLength(2);
    frames.mock.calls.at(-1)![0](0);
    await threads.updateComplete;
    expect(allDeep(threads, 'sayso-thread')).toHaveLength(3);
    window.dispatchEvent(new Event('beforeprint'));
    await threads.updateComplete;
    expect(allDeep(threads, 'sayso-thread')).toHaveLength(60);
    frames.mockRestore();
  });

  it('says no with a reason, to this one alone', async () => {
    const { part, hear, told, element } = await page();
    await hear(quote('q1'));
    await vi.waitFor(() => deep(part, '#counter'));
    await pressDeep(part, '#no');
    const select = await vi.waitFor(() => deep(part, '#reason') as HTMLSelectElement);
    expect(deepText(deep(part, 'sayso-let-down'))).toContain('shop.example');
    expect(select.options).toHaveLength(11);
    select.value = 'shipping_cost';
    await pressDeep(part, '#let-down');
    await vi.waitFor(async () =>
      expect((await told()).phase).toEqual({ kind: 'ended', end: { as: 'let-down', reason: 'shipping_cost' } }),
    );
    await vi.waitFor(() => expect(deepText(part)).toContain('You told them no: Delivery costs too much.'));
    expect(deepText(element)).toContain('Open until');
  });

  it('tells a decline with its reason and words', async () => {
    const { part, hear } = await page();
    await hear({ ...decline('d1'), words: 'Sorry!' });
    await vi.waitFor(() => expect(deepText(part)).toContain('They said no: it is out of stock.'));
    expect(deepText(part)).toContain('Sorry!');
    expect(allDeep(part, '#no, #rest, #counter')).toEqual([]);
  });

  it('connects a site that it was referred to before it is asked', async () => {
    const { part, hear, context } = await page();
    const to = originOf('https://elsewhere.example');
    await hear({ kind: 'referral', id: messageId('r1'), copy: 1, to, name: 'Elsewhere' });
    await pressDeep(part, '#connect');
    expect(platform.requestSite).toHaveBeenCalledExactlyOnceWith(to);
    expect(platform.askChannel).not.toHaveBeenCalled();
    expect(await findVendor(context, { origin: to })).toBeUndefined();
  });

  it('asks a referred one that is connected at once, unless it is asked already', async () => {
    const { part, hear, context, id, element } = await page();
    await hear({ kind: 'referral', id: messageId('r1'), copy: 1, to: CINEMA, name: 'Cinema' });
    await vi.waitFor(() => expect(deepText(part)).toContain('You have asked them.'));
    expect(allDeep(part, 'sayso-ask-site')).toEqual([]);
    const { threads } = await requestStory(context, { id });
    await declineQuote(context, { thread: threads.find(({ vendor }) => vendor === CINEMA)!.id });
    await pressDeep(part, '#ask');
    await pressDeep(part, '#cast');
    await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(3));
  });

  it('tells a failure with its time, and asks once more', async () => {
    const { part, hear, element } = await page();
    await hear({ kind: 'failure', id: messageId('f1'), reason: 'malformed' });
    await vi.waitFor(() => expect(deepText(part)).toMatch(/can’t go on: .* That was at Nov 12, 2026/u));
    await pressDeep(part, '#ask');
    await pressDeep(part, '#cast');
    await vi.waitFor(() => expect(allDeep(element, 'sayso-thread')).toHaveLength(3));
    await vi.waitFor(() => expect(deepText(part)).toContain('You have asked them.'));
    expect(allDeep(part, '#ask')).toEqual([]);
  });

  it('says plainly that a quote was not taken, and why, until another one is', async () => {
    const { part, hear, told } = await page();
    const stale = quote('q1', { validUntilMs: 0 });
    await hear(stale);
    await vi.waitFor(() =>
      expect(deepText(deep(part, '#refused'))).toBe(
        'Their newest quote was not taken. Their quote is no longer valid.',
      ),
    );
    const { outbox } = await told();
    expect(outbox.map(({ message }) => message)).toContainEqual({
      kind: 'failure',
      notice: { reason: 'quote-expired', atMs: expect.any(Number) as number, isEnd: false },
    });
    await hear(quote('q2'));
    await vi.waitFor(() => expect(allDeep(part, '#refused')).toEqual([]));
  });

  it('blocks a vendor, after its part has ended', async () => {
    const { part, told, context } = await page();
    await pressDeep(part, '#block');
    await pressDeep(part, 'button.danger[slot]');
    await vi.waitFor(async () => expect((await findVendor(context, { origin: SHOP }))?.isBlocked).toBe(true));
    expect((await told()).phase).toEqual({ kind: 'ended', end: { as: 'let-down' } });
    expect(platform.siteChanged).toHaveBeenCalledExactlyOnceWith(SHOP);
  });

  it('tells the whole story', async () => {
    const { part, hear } = await page();
    await hear(quote('q1'));
    await hear(quote('q2'));
    await vi.waitFor(() => expect(deepText(part)).toContain('All that was said and heard (3)'));
    unfold(deep(part, 'article > details') as HTMLDetailsElement);
    await vi.waitFor(() => deep(part, 'sayso-thread-story li'));
    expect(deepText(part)).toContain('Not taken. Their quote has changed meanwhile');
  });
});
