import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startExamples } from '../../../examples/server.mjs';
import { acceptQuote } from '../../../src/app/accept-quote.ts';
import { answerQuestion } from '../../../src/app/answer-question.ts';
import { counterQuote } from '../../../src/app/counter-quote.ts';
import { keepOrder } from '../../../src/app/keep-order.ts';
import { letOthersDown } from '../../../src/app/let-others-down.ts';
import { totalToTheDoor } from '../../../src/policy/request/total-to-the-door.ts';
import { reconcile } from '../../../src/app/reconcile.ts';
import type { RequestId } from '../../../src/domain/ids.ts';
import type { Quote } from '../../../src/domain/quote.ts';
import type { SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import * as sdkServer from '../../../src/sdk/server/index.ts';
import type { ThreadRow } from '../../../src/store/request-rows.ts';
import { fake } from '../../support/fake-extension.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { DAY, DELIVERY, euro, MINUTE } from '../../support/request-samples.ts';
import { senderTo } from '../examples/sender-to.ts';
import { useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();
/** All that left, with where it went. */
const left: { readonly to: string; readonly message: SignedByPerson }[] = [];
let origins: Readonly<Record<string, string>>;

beforeEach(async () => {
  left.length = 0;
  const examples = await startExamples({ server: sdkServer, lateMs: 5 });
  onTestFinished(examples.close);
  ({ origins } = examples);
  const send = senderTo(examples.port);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (typeof init.body === 'string') {
      left.push({ to: address, message: JSON.parse(init.body) as SignedByPerson });
    }
    return send(address, init);
  });
  for (const origin of Object.values(origins)) {
    fake.held.add(`http://${new URL(origin).hostname}/*`);
  }
  // The shops live by the machine's clock.
  me.context.clock.ms = Math.floor(Date.now() / MINUTE) * MINUTE;
});

async function threadWith(id: RequestId, name: string): Promise<ThreadRow> {
  const { threads } = await me.story(id);
  return threads.find(({ vendor }) => vendor === origins[name])!;
}

async function quoteOf(id: RequestId, name: string): Promise<Quote> {
  const { phase } = (await threadWith(id, name)).thread;
  if (phase.kind !== 'quoted') {
    throw new Error(`${name} stands at ${phase.kind}.`);
  }
  return phase.quote;
}

describe('a request to the example shops', () => {
  it('is quoted, answered, countered, accepted, ordered and kept, and the address leaves once', async () => {
    const { context } = me;
    const lapsesAtMs = context.clock.ms + 9 * DAY;
    const shops = ['bright-wheel', 'old-harbour', 'crooked-lane'].map((name) => origins[name]!);
    const id = await me.cast(shops, { lapsesAtMs });
    await me.run();
    const { id: bright } = await threadWith(id, 'bright-wheel');
    const { id: old } = await threadWith(id, 'old-harbour');
    expect((await threadWith(id, 'crooked-lane')).thread.phase).toMatchObject({
      end: { as: 'referred', referral: { to: origins['bright-wheel'] } },
    });

    await vi.waitFor(async () => {
      await me.after(2 * MINUTE);
      expect((await threadWith(id, 'old-harbour')).thread.question).toMatchObject({ line: 1 });
    });
    await answerQuestion(context, { thread: old, words: 'In the salt air.' });
    await vi.waitFor(async () => {
      await me.after(2 * MINUTE);
      expect(await quoteOf(id, 'old-harbour')).toMatchObject({ words: 'Oiled, packed in straw.' });
    });

    const first = await quoteOf(id, 'bright-wheel');
    const [line] = first.lines;
    const price = line?.kind === 'offered' ? line.price.tiers[0]!.amount : euro('0');
    const amount = { ...price, minor: Math.ceil(price.minor * 0.95) };
    await counterQuote(context, { thread: bright, counter: { quote: first.id, lines: [{ offer: 'new-1', amount }] } });
    await me.run();
    const second = await quoteOf(id, 'bright-wheel');
    expect(second).toMatchObject({ replaces: first.id, pricing: 'fixed' });
    expect(second.lines[0]).toMatchObject({ price: { tiers: [{ amount }] } });

    const choice = [
      { offer: 'new-1', options: ['green', 'five-years'] },
      { offer: 'new-2', options: [] },
    ];
    const sum = totalToTheDoor(second, choice);
    const total = sum.kind === 'priced' ? sum.total : undefined;
    const acceptance = { quote: second.id, choice, ...(total && { total }) };
    expect(await acceptQuote(context, { thread: bright, acceptance, delivery: DELIVERY })).toEqual({});
    await letOthersDown(context, { id, reason: 'shipping_speed' });
    await me.run();
    expect((await threadWith(id, 'bright-wheel')).thread.phase).toMatchObject({
      kind: 'ordered',
      order: { number: 'BW-1001', lines: [{ name: 'Rover Duo' }, { name: 'rain cover that fits' }] },
    });
    expect(await reconcile(context, { id: bright })).toMatchObject({ confirmed: [], kept: [] });
    await keepOrder(context, { id, fulfilment: { lines: [] } });
    expect((await me.story(id)).row.cast.phase).toEqual({ kind: 'ended', as: 'kept' });

    const withAddress = left.filter(({ message }) => JSON.stringify(message).includes('Fördestraße'));
    expect(withAddress.map(({ to, message }) => [new URL(to).origin, message.body.kind])).toEqual([
      [origins['bright-wheel'], 'acceptance'],
    ]);
    expect(left.map(({ message }) => message.body.kind).toSorted()).toEqual(
      [...Array<string>(3).fill('request'), 'answer', 'counter', 'acceptance', 'let-down'].toSorted(),
    );
    expect(JSON.stringify(left)).not.toMatch(/Grandmother|twins|Wobbly/u);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('shows each fault of Crooked Lane, and tells it', async () => {
    const crooked = origins['crooked-lane']!;
    const seen: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await me.cast([crooked], { lapsesAtMs: me.context.clock.ms + 9 * DAY });
      await me.run();
      seen.push([await me.phase(id), ...(await me.failures(id))].join(': '));
    }
    expect(seen).toEqual([
      'ended:referred',
      'ended:referred', // here nothing is late
      'acknowledged: malformed',
      'acknowledged: bad-signature',
      'ended:referred',
    ]);
    expect(left.flatMap(({ message: { body } }) => (body.kind === 'failure' ? [body.reason] : []))).toEqual([
      'malformed',
      'bad-signature',
    ]);
  });
});
