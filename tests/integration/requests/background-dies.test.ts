import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import type { SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { MINUTE, NOW } from '../../support/request-samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';
import { quoteAtOnce, quoteOn, type ShopServer, shopServer } from './shop-server.ts';
import { castTo, useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();
/** Steps at which the background can die over the delivery below: nobody knows the number, so the test counts them. */
const MOST_STEPS = 400;

/** The background does `run`, and dies at the n-th write of the store or end of a request, before or after it. */
async function dyingAt(step: number, run: () => Promise<void>): Promise<'died' | 'lived'> {
  let left = step;
  let die: (() => void) | undefined;
  const dead = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const isOver = (): boolean => {
    left -= 1;
    if (left <= 0) {
      die?.();
    }
    return left <= 0;
  };
  const spies = (['put', 'add', 'delete'] as const).map((name) => {
    const real = FDBObjectStore.prototype[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(FDBObjectStore.prototype, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      if (isOver()) {
        throw new DOMException('Died.', 'UnknownError');
      }
      return real.apply(this, args) as never;
    });
  });
  const real = globalThis.fetch;
  const never = new Promise<never>(() => undefined);
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    if (isOver()) {
      return never;
    }
    const response = await real(...request);
    return isOver() ? never : response;
  });
  try {
    // What a dead one throws, nobody hears.
    const lived = run().then(
      () => 'lived' as const,
      (thrown: unknown) => {
        if (left > 0) {
          throw thrown;
        }
        return dead;
      },
    );
    return await Promise.race([lived, dead]);
  } finally {
    vi.unstubAllGlobals();
    for (const spy of spies) {
      spy.mockRestore();
    }
  }
}

/** What came of it: nothing lost, nothing doubled. */
async function outcome(context: TestContext, id: RequestId, shops: readonly ShopServer[]) {
  const rows = (await context.database.threads.toArray()).filter(({ requestId }) => requestId === id);
  const threads = new Set(rows.map((row) => row.id as string));
  const asked = (shop: ShopServer): readonly SignedByPerson[] =>
    shop.asked.filter(({ request }) => threads.has(request));
  const entries = (await context.database.messages.toArray()).map(({ entry }) => entry.kind);
  return {
    phases: rows.map(({ thread }) => thread.phase.kind),
    asked: shops.map((shop) => asked(shop).map(({ number }) => number)),
    said: entries.filter((kind) => kind === 'said').length,
    heard: entries.filter((kind) => kind === 'heard').length,
    failed: entries.filter((kind) => kind === 'failed').length,
    work: (await context.database.outbox.toArray()).map(({ work }) => work.kind),
    broken: await brokenInvariants(context.database),
  };
}

describe('the background', () => {
  it('threat 12 may die at every step of a delivery: all is said once, heard once, and nothing is left over', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const atOnce = await shopServer(quoteAtOnce);
    const later = await shopServer(({ body }) => (body.kind === 'request' ? 'later' : []));
    const replied = new Set<string>();
    /** The second shop has made up its mind. */
    const replyLate = async (): Promise<void> => {
      for (const { request, body } of later.asked) {
        if (body.kind === 'request' && !replied.has(request)) {
          replied.add(request);
          await later.handler.reply(request, quoteOn(body.demand));
        }
      }
    };
    let deaths = 0;
    for (let step = 1; step < MOST_STEPS; step += 1) {
      let context = testContext();
      context.clock.ms = NOW;
      const id = await castTo(context, [atOnce.origin, later.origin]);
      const deliver = async (): Promise<void> => {
        await me.run(context);
        await replyLate();
        context.clock.advance(MINUTE);
        await me.run(context);
      };
      const first = await dyingAt(step, deliver);
      if (first === 'died') {
        deaths += 1;
        context = context.reopen();
      }
      // The alarm that was set before wakes the next one.
      for (let minute = 0; minute < 8; minute += 1) {
        context.clock.advance(MINUTE);
        await me.run(context);
        await replyLate();
      }
      expect(await outcome(context, id, [atOnce, later])).toEqual({
        phases: ['quoted', 'quoted'],
        asked: [[1], [1]],
        said: 2,
        heard: 2,
        failed: 0,
        work: ['tell', 'tell'],
        broken: [],
      });
      if (first === 'lived') {
        break;
      }
    }
    // Both shops’ documents, messages and keys, a status address, and what each leaves in the store.
    expect(deaths).toBeGreaterThan(20);
    expect(deaths).toBeLessThan(MOST_STEPS - 1);
  });
});
