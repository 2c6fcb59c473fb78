import { describe, expect, it } from 'vitest';
import { forgetOldAsks, joinAsk, markDecided } from '../../../src/background/ask-queue.ts';
import { newRecordId, type Origin } from '../../../src/domain/ids.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { PendingAsk } from '../../../src/platform/pending-asks.ts';
import { sampleAsk } from '../../support/asks.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';

function joining(origin: Origin = SHOP, tabId = 1, ask = sampleAsk()) {
  return { ask, caller: { origin, tabId }, callId: newRecordId(0), nowMs: 5 };
}

/** Puts calls in, one after another. */
function queueOf(...calls: ReturnType<typeof joining>[]): readonly PendingAsk[] {
  return calls.reduce<readonly PendingAsk[]>((asks, one) => joinAsk(asks, one)[0], []);
}

describe('joinAsk', () => {
  it('makes a new one of an origin’s first ask, named after its call', () => {
    const call = joining();
    expect(joinAsk([], call)).toEqual([
      [{ id: call.callId, origin: SHOP, ask: call.ask, askedAtMs: 5, waiters: [{ id: call.callId, tabId: 1 }] }],
      true,
    ]);
  });

  it('threat 14 lets two tabs wait for one answer', () => {
    const [first, second] = [joining(SHOP, 1), joining(SHOP, 2)];
    const [pending, ...others] = queueOf(first, second);
    expect(others).toEqual([]);
    expect(pending?.waiters).toEqual([
      { id: first.callId, tabId: 1 },
      { id: second.callId, tabId: 2 },
    ]);
  });

  it('threat 14 knows an ask that the browser gave back with its fields in another order', () => {
    const [pending] = queueOf(joining());
    const ask = Object.fromEntries(Object.entries(sampleAsk()).reverse()) as unknown as PendingAsk['ask'];
    expect(joinAsk([{ ...pending!, ask }], joining(SHOP, 2))[1]).toBe(true);
  });

  it('keeps origins apart', () => {
    expect(queueOf(joining(SHOP), joining(CINEMA)).map(({ origin }) => origin)).toEqual([SHOP, CINEMA]);
  });

  it.each([{ text: 'Something else' }, { id: 'shelf-2' }, { retention: 'P1Y' }, { sharing: ['Anybody'] }])(
    'takes no second ask of an origin meanwhile: %j',
    (changes) => {
      const asks = queueOf(joining());
      expect(joinAsk(asks, joining(SHOP, 1, sampleAsk(changes)))).toEqual([asks, false]);
    },
  );

  it('takes an origin’s next ask once the one before is decided', () => {
    const [first] = queueOf(joining());
    const asks = markDecided([first!], first!.id, 9);
    expect(joinAsk(asks, joining(SHOP, 1, sampleAsk({ id: 'next' })))[1]).toBe(true);
  });

  it('threat 19 keeps a bounded queue, whatever one origin does', () => {
    const asks = queueOf(...Array.from({ length: 1_000 }, (_none, index) => joining(SHOP, index)));
    expect(asks).toHaveLength(1);
    expect(asks[0]?.waiters).toHaveLength(16);
    expect(joinAsk(asks, joining(CINEMA))[1]).toBe(true);
  });

  it('threat 19 keeps a bounded queue over all origins', () => {
    const origins = Array.from({ length: 60 }, (_none, index) => originOf(`https://shop${index}.example`));
    const asks = queueOf(...origins.map((origin) => joining(origin)));
    expect(asks).toHaveLength(50);
    expect(joinAsk(asks, joining(SHOP))).toEqual([asks, false]);
  });
});

describe('markDecided', () => {
  it('marks the one that is meant, once', () => {
    const asks = queueOf(joining(SHOP), joining(CINEMA));
    const once = markDecided(asks, asks[0]!.id, 7);
    expect(once.map(({ decidedAtMs }) => decidedAtMs)).toEqual([7, undefined]);
    expect(markDecided(once, asks[0]!.id, 99)).toEqual(once);
    expect(markDecided(asks, 'nobody', 7)).toEqual(asks);
  });
});

describe('forgetOldAsks', () => {
  it('drops the oldest decided ones over fifty, and none that waits', () => {
    const waiting = queueOf(joining(CINEMA));
    const decided = Array.from({ length: 60 }, (_none, index) => ({ ...queueOf(joining())[0]!, decidedAtMs: index }));
    const left = forgetOldAsks([...decided.slice(0, 30), ...waiting, ...decided.slice(30)]);
    expect(left).toEqual([...decided.slice(10, 30), ...waiting, ...decided.slice(30)]);
  });
});
