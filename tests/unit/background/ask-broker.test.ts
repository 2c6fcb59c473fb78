import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { answerPrompt } from '../../../src/app/answer-prompt.ts';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { AskBroker } from '../../../src/background/ask-broker.ts';
import type { Ask } from '../../../src/domain/ask.ts';
import { newRecordId, type Origin, type RecordId } from '../../../src/domain/ids.ts';
import { findAsk, listAsks } from '../../../src/platform/pending-asks.ts';
import { sampleAsk } from '../../support/asks.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const showNext = vi.fn<() => Promise<void>>();
/** Longer than any refusal takes to be told. */
const LONG_MS = 60_000;

let context: TestContext;
let broker: AskBroker;

beforeEach(async () => {
  fake.reset();
  showNext.mockReset();
  context = testContext();
  broker = brokerAfterSleep();
  for (const tabId of [1, 2, 3]) {
    fake.openTabs.set(tabId, { active: true });
  }
  await chooseSite(context, { origin: SHOP, connect: true });
  await chooseSite(context, { origin: CINEMA, connect: true });
});

/** The background as it is after it was killed: nothing in memory. */
function brokerAfterSleep(): AskBroker {
  return new AskBroker(Promise.resolve(context), showNext);
}

const newCall = () => newRecordId(context.clock.nowMs());

function request(
  callId: RecordId,
  { origin = SHOP, tabId = 1, ask = sampleAsk() }: { origin?: Origin; tabId?: number; ask?: Ask } = {},
) {
  return broker.request(ask, { origin, tabId }, callId);
}

/** The person presses Allow in the prompt, which writes it down and tells the background. */
async function allow(askId: RecordId): Promise<void> {
  const pending = (await findAsk(askId))!;
  await answerPrompt(context, {
    ...pending,
    askId,
    decision: { kind: 'allow', scope: pending.ask.required, duration: 'month' },
  });
  await broker.decided(askId);
}

async function refuse(askId: RecordId): Promise<void> {
  const pending = (await findAsk(askId))!;
  await answerPrompt(context, { ...pending, askId, decision: { kind: 'refuse', duration: 'once' } });
  await broker.decided(askId);
}

const refused = (answer: Promise<unknown>) => expect(answer).rejects.toMatchObject({ code: 'not-granted' });
const waits = (answer: Promise<unknown>) =>
  expect(answer).resolves.toEqual({ pending: { againMs: expect.any(Number) as number } });

describe('request', () => {
  it('writes an ask down, shows it and answers not yet', async () => {
    const call = newCall();
    await waits(request(call));
    await expect(listAsks()).resolves.toMatchObject([{ id: call, origin: SHOP, waiters: [{ id: call, tabId: 1 }] }]);
    expect(showNext).toHaveBeenCalled();
  });

  it('is the same ask however often it is sent, and whoever answers', async () => {
    const call = newCall();
    await waits(request(call));
    broker = brokerAfterSleep();
    await waits(request(call));
    await waits(request(call));
    const asks = await listAsks();
    expect(asks).toHaveLength(1);
    expect(asks[0]?.waiters).toHaveLength(1);
  });

  it('threat 12 gives exactly one answer when the background was killed meanwhile', async () => {
    const call = newCall();
    await request(call);
    broker = brokerAfterSleep();
    await allow(call);
    broker = brokerAfterSleep();
    const [first, second] = await Promise.all([request(call), request(call)]);
    expect(first).toMatchObject({ scope: sampleAsk().required, status: 'active' });
    expect(second).toEqual(first);
  });

  it('threat 14 answers two tabs that asked together with one grant', async () => {
    const [first, second] = [newCall(), newCall()];
    await request(first, { tabId: 1 });
    await request(second, { tabId: 2 });
    expect(await listAsks()).toHaveLength(1);
    await allow(first);
    const answers = await Promise.all([request(first, { tabId: 1 }), request(second, { tabId: 2 })]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toHaveProperty('person');
  });

  it('answers at once with a grant that is held for the very ask', async () => {
    const call = newCall();
    await request(call);
    await allow(call);
    showNext.mockClear();
    await expect(request(newCall())).resolves.toMatchObject({ status: 'active' });
    expect(showNext).not.toHaveBeenCalled();
  });

  it('asks again when the ask has changed', async () => {
    const call = newCall();
    await request(call);
    await allow(call);
    await waits(request(newCall(), { ask: sampleAsk({ id: 'shelf-2', retention: 'P1Y' }) }));
  });

  it('threat 30 tells a refusal only when its time has come', async () => {
    const call = newCall();
    await request(call);
    await refuse(call);
    await waits(request(call));
    context.clock.advance(LONG_MS);
    await refused(request(call));
    await refused(request(call));
  });

  it('threat 30 tells a second ask of an origin, silenced meanwhile, in the same way', async () => {
    await request(newCall());
    const call = newCall();
    const other = { ask: sampleAsk({ id: 'other', text: 'Something else.' }) };
    await waits(request(call, other));
    expect(await listAsks()).toHaveLength(1);
    context.clock.advance(LONG_MS);
    await refused(request(call, other));
  });

  it('threat 30 tells a blocked vendor nothing else', async () => {
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    const call = newCall();
    await waits(request(call));
    expect(await listAsks()).toEqual([]);
    context.clock.advance(LONG_MS);
    await refused(request(call));
  });

  it('threat 7 prompts for no origin that was not chosen, though its sibling was', async () => {
    const call = newCall();
    const sibling = { origin: 'https://shop.example:8443' as Origin };
    await waits(request(call, sibling));
    expect(await listAsks()).toEqual([]);
    context.clock.advance(LONG_MS);
    await refused(request(call, sibling));
  });

  it('does not hand one origin’s answer to another that knows the number', async () => {
    const call = newCall();
    await request(call);
    await allow(call);
    await waits(request(call, { origin: CINEMA, tabId: 2 }));
    context.clock.advance(LONG_MS);
    const answer = request(call, { origin: CINEMA, tabId: 2 }).catch(() => ({ refused: true }));
    await expect(answer).resolves.not.toHaveProperty('person');
  });

  it('threat 15 knows nothing of an ask from before the browser was closed', async () => {
    const call = newCall();
    await request(call);
    fake.storage.session.held.clear();
    context = context.reopen({ session: 'session-2' });
    broker = brokerAfterSleep();
    await expect(findAsk(call)).resolves.toBeUndefined();
    await broker.decided(call);
    await waits(request(newCall()));
  });

  it('threat 19 keeps one ask of an origin in a loop, and shows another origin’s', async () => {
    for (let count = 0; count < 200; count += 1) {
      await request(newCall());
    }
    expect((await listAsks()).map(({ waiters }) => waiters.length)).toEqual([16]);
    await waits(request(newCall(), { origin: CINEMA, tabId: 2 }));
    expect(await listAsks()).toHaveLength(2);
  });
});

describe('decided', () => {
  const decidedEvent = { wire: 'vendor', event: 'decided', origin: SHOP };
  const grantsEvent = { wire: 'vendor', event: 'grantschange', origin: SHOP };

  it('tells the tabs that wait, and every tab that something was given', async () => {
    const call = newCall();
    await request(call, { tabId: 2 });
    await allow(call);
    expect(fake.told).toEqual([
      { tabId: 2, message: decidedEvent },
      ...[1, 2, 3].map((tabId) => ({ tabId, message: grantsEvent })),
    ]);
  });

  it('tells nobody that something was given where nothing was', async () => {
    const call = newCall();
    await request(call);
    await refuse(call);
    expect(fake.told).toEqual([{ tabId: 1, message: decidedEvent }]);
  });

  it('does nothing for an ask that nobody decided', async () => {
    const call = newCall();
    await request(call);
    await broker.decided(call);
    await broker.decided('nobody');
    expect(fake.told).toEqual([]);
    await expect(findAsk(call)).resolves.toBeDefined();
  });

  it('makes room for the origin’s next ask, and shows the next of all', async () => {
    const call = newCall();
    await request(call);
    await allow(call);
    showNext.mockClear();
    await broker.decided(call);
    expect(showNext).toHaveBeenCalledOnce();
    await waits(request(newCall(), { ask: sampleAsk({ id: 'next' }) }));
  });
});

describe('ignored', () => {
  it('threat 13 is a refusal like any other, once', async () => {
    const call = newCall();
    await request(call);
    const pending = (await findAsk(call))!;
    await broker.ignored(pending);
    await broker.ignored(pending);
    await waits(request(call));
    context.clock.advance(LONG_MS);
    await refused(request(call));
  });

  it('changes nothing that was decided before', async () => {
    const call = newCall();
    await request(call);
    const pending = (await findAsk(call))!;
    await allow(call);
    await broker.ignored(pending);
    await expect(request(call)).resolves.toMatchObject({ status: 'active' });
  });
});
