import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { castRequest } from '../../../../src/app/cast-request.ts';
import { counterQuote } from '../../../../src/app/counter-quote.ts';
import { declineQuote } from '../../../../src/app/decline-quote.ts';
import { endRequest } from '../../../../src/app/end-request.ts';
import { intentionsForVendor } from '../../../../src/app/intentions-for-vendor.ts';
import { keepOrder } from '../../../../src/app/keep-order.ts';
import type { Moved } from '../../../../src/app/move-request.ts';
import { orderFellThrough } from '../../../../src/app/order-fell-through.ts';
import { orderStandsAgain } from '../../../../src/app/order-stands-again.ts';
import { nextDueAtMs, passTime } from '../../../../src/app/pass-time.ts';
import { pendingWork } from '../../../../src/app/pending-work.ts';
import { reportWork, type WorkReport } from '../../../../src/app/report-work.ts';
import { repeatAcceptance } from '../../../../src/app/repeat-acceptance.ts';
import { takeBackAcceptance } from '../../../../src/app/take-back-acceptance.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { AppError } from '../../../../src/domain/errors.ts';
import type { ThreadId } from '../../../../src/domain/ids.ts';
import type { Thread } from '../../../../src/domain/thread.ts';
import type { VendorMessage } from '../../../../src/domain/thread-message.ts';
import { isKeptRequest } from '../../../../src/store/request-rows.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { DAY, DELIVERY, HOUR, messageId, NOW, quote } from '../../../support/request-samples.ts';
import { asked, type Asked, requestRows } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import type { TestContext } from '../../../support/test-context.ts';
import { ACCEPT, COUNTER, EVENTS, FULFILMENT } from '../../../support/thread-samples.ts';

/** One thing that happens. `which` of the two vendors; `dieAt`: the write of the store at which the background dies. */
interface Happening {
  readonly act: Act;
  readonly which: 0 | 1;
  readonly byMs: number;
  readonly dieAt: number | undefined;
}

type Act =
  | { readonly kind: 'heard'; readonly message: VendorMessage }
  | { readonly kind: 'report'; readonly report: WorkReport }
  | { readonly kind: 'person'; readonly does: keyof typeof PERSON }
  | { readonly kind: 'garbled' | 'work' | 'tick' | 'visit' };

const PERSON = {
  accept: (context: TestContext, thread: ThreadId) =>
    acceptQuote(context, { thread, acceptance: ACCEPT.acceptance, delivery: DELIVERY }),
  counter: (context: TestContext, thread: ThreadId) => counterQuote(context, { thread, counter: COUNTER.counter }),
  decline: (context: TestContext, thread: ThreadId) => declineQuote(context, { thread, reason: 'comparison' }),
  again: (context: TestContext, thread: ThreadId) => repeatAcceptance(context, { thread, delivery: DELIVERY }),
  'take back': (context: TestContext, _thread: ThreadId, { id }: Asked) => takeBackAcceptance(context, { id }),
  keep: (context: TestContext, _thread: ThreadId, { id }: Asked) => keepOrder(context, { id, fulfilment: FULFILMENT }),
  'fell through': (context: TestContext, _thread: ThreadId, { id }: Asked) =>
    orderFellThrough(context, { id, cause: 'never-came' }),
  'stands again': async (context: TestContext, thread: ThreadId, { id }: Asked) => {
    try {
      await orderStandsAgain(context, { id, thread });
      return {};
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'conflict') {
        return {};
      }
      throw thrown;
    }
  },
  'ask anew': (context: TestContext, _thread: ThreadId, { id }: Asked) =>
    castRequest(context, { id, to: [{ vendor: SHOP, channel: 'endpoint' }] }),
  withdraw: (context: TestContext, _thread: ThreadId, { id }: Asked) => endRequest(context, { id, as: 'withdrawn' }),
} as const;

const message: fc.Arbitrary<VendorMessage> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'q1', 'q1', 'q1'),
    like: fc.constantFrom(...Object.values(EVENTS).flatMap((event) => (event.kind === 'heard' ? [event.message] : []))),
  })
  .map(({ id, like }) =>
    like.kind === 'quote'
      ? quote(id, { lines: like.lines, validUntilMs: NOW + 9 * DAY })
      : { ...like, id: messageId(id) },
  );
const number = fc.integer({ min: 1, max: 4 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: message.map((heard): Act => ({ kind: 'heard', message: heard })) },
  { weight: 3, arbitrary: fc.constant<Act>({ kind: 'heard', message: quote('q1', { validUntilMs: NOW + 9 * DAY }) }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Act>({ kind: 'garbled' }, { kind: 'work' }, { kind: 'tick' }, { kind: 'visit' }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Act>(
      ...(['accept', 'accept', 'counter', 'again'] as const).map((does) => ({ kind: 'person', does }) as const),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Act>(
      ...(['decline', 'take back', 'keep', 'fell through', 'stands again', 'ask anew', 'withdraw'] as const).map(
        (does) => ({ kind: 'person', does }) as const,
      ),
    ),
  },
  number.map(
    (of): Act => ({ kind: 'report', report: { kind: 'delivered', number: of, statusUrl: 'https://shop.example/s' } }),
  ),
  number.map((of): Act => ({ kind: 'report', report: { kind: 'undelivered', number: of, dead: 'endpoint-gone' } })),
  fc.constant<Act>({ kind: 'report', report: { kind: 'polled', found: 'nothing' } }),
);
const happening: fc.Arbitrary<Happening> = fc.record({
  act,
  which: fc.constantFrom<0 | 1>(0, 1),
  byMs: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 * HOUR }) },
    fc.integer({ min: -2 * DAY, max: 2 * DAY }),
  ),
  dieAt: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.integer({ min: 1, max: 8 })),
});

/** Mostly both have quoted: that is where most can happen. */
const QUOTES = ([0, 1] as const).map((which): Happening => {
  return {
    act: { kind: 'heard', message: quote('q1', { validUntilMs: NOW + 9 * DAY }) },
    which,
    byMs: 0,
    dieAt: undefined,
  };
});
const beginning = fc.constantFrom(QUOTES, QUOTES, []);

/** The background dies at the n-th write: the browser gives the whole transaction up. */
async function dyingAt<T>(dieAt: number | undefined, run: () => Promise<T>): Promise<T | 'died'> {
  if (dieAt === undefined) {
    return run();
  }
  let left = dieAt;
  const spies = (['put', 'add', 'delete'] as const).map((name) => {
    const real = FDBObjectStore.prototype[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(FDBObjectStore.prototype, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      left -= 1;
      if (left === 0) {
        throw new DOMException('Died.', 'UnknownError');
      }
      return real.apply(this, args) as never;
    });
  });
  try {
    return await run();
  } catch (thrown) {
    if (left > 0) {
      throw thrown;
    }
    return 'died';
  } finally {
    for (const spy of spies) {
      spy.mockRestore();
    }
  }
}

async function happen(all: Asked, context: TestContext, { act: what, which }: Happening): Promise<Moved | undefined> {
  const origin = which === 0 ? SHOP : CINEMA;
  const rows = await context.database.threads.toArray();
  const { id: thread } = rows.findLast(({ vendor }) => vendor === origin)!;
  switch (what.kind) {
    case 'heard':
      return takeReply(context, { origin, thread, said: what.message });
    case 'garbled':
      return takeReply(context, { origin, thread, said: 'malformed' });
    case 'report':
      await reportWork(context, { thread, report: what.report });
      return undefined;
    case 'work':
      for (const work of await pendingWork(context)) {
        if (work.kind === 'send') {
          await reportWork(context, { thread: work.thread, report: { kind: 'delivered', number: work.number } });
        }
      }
      return undefined;
    case 'tick':
      await passTime(context);
      return undefined;
    case 'visit':
      await intentionsForVendor(context, { origin });
      return undefined;
    case 'person':
      return PERSON[what.does](context, thread, all);
  }
}

describe('whatever happens, by whatever clock, and wherever the background dies', () => {
  it('no reply is lost, nothing is accepted twice, and nothing moves after the end', async () => {
    // Of a death after the change itself: it is made, and whether it is on the disk nobody knows.
    vi.spyOn(console, 'warn').mockReturnValue();
    let deaths = 0;
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(beginning, fc.array(happening, { maxLength: 16 }), async (first, others) => {
        const all = await asked();
        let { context } = all;
        const answers = new Map<string, Moved>();
        let before = await requestRows(context);
        for (const one of [...first, ...others]) {
          context.clock.ms += one.byMs;
          const result = await dyingAt(one.dieAt, () => happen(all, context, one));
          if (result === 'died') {
            deaths += 1;
            context = context.reopen();
            // Several requests may tick, several messages be reported: all else is one transaction, and all or nothing.
            if (!['work', 'tick'].includes(one.act.kind)) {
              expect(await requestRows(context)).toEqual(before);
            }
          }
          const after = await requestRows(context);
          accepted += Number(after.orders.length > before.orders.length);
          await holds(context, before, after);
          before = after;
          if (result !== 'died' && one.act.kind === 'heard') {
            await isKept(context, answers, one, result);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(deaths).toBeGreaterThan(10);
    expect(accepted).toBeGreaterThan(5);
  }, 180_000);
});

/** What was said once gets the same answer for ever, and stands in the story once, unless the end came first. */
async function isKept(
  { database }: TestContext,
  answers: Map<string, Moved>,
  { act: what, which }: Happening,
  result: Moved | undefined,
): Promise<void> {
  const rows = await database.threads.toArray();
  const { id: thread } = rows.findLast(({ vendor }) => vendor === (which === 0 ? SHOP : CINEMA))!;
  const { id } = (what as Extract<Act, { kind: 'heard' }>).message;
  const entry = await database.messages.get(`${thread} heard ${id}` as never);
  const key = `${thread} ${id}`;
  const earlier = answers.get(key);
  if (earlier) {
    expect(result).toEqual({ ...earlier, isAgain: true });
  }
  if (result?.refusal === 'ended' && !result.isAgain) {
    expect(entry).toBeUndefined();
  } else {
    expect(entry?.entry).toMatchObject({ kind: 'heard' });
    answers.set(key, { ...(result?.refusal !== undefined && { refusal: result.refusal }) });
  }
}

async function holds(
  context: TestContext,
  before: Awaited<ReturnType<typeof requestRows>>,
  after: Awaited<ReturnType<typeof requestRows>>,
): Promise<void> {
  expect(await brokenInvariants(context.database)).toEqual([]);
  const past = new Map(
    (before.threads as { id: string; isOver: number; thread: Thread }[]).map((row) => [row.id, row]),
  );
  // What the person said of an order, and nobody was told, they may take back: the one way out of an end.
  let standsAgain = false;
  for (const { id, thread } of after.threads as { id: string; thread: Thread }[]) {
    const was = past.get(id);
    if (was && was.isOver > 0) {
      const { phase } = was.thread;
      const isBack = phase.kind === 'ended' && phase.end.as === 'fell-through' && thread.phase.kind === 'ordered';
      standsAgain ||= isBack;
      expect({ ...thread, outbox: [] }).toEqual({ ...was.thread, outbox: [], ...(isBack && { phase: thread.phase }) });
    }
  }
  for (const [index, row] of (before.requests as { cast?: { phase: { kind: string } } }[]).entries()) {
    if (row.cast?.phase.kind === 'ended' && !standsAgain) {
      expect((after.requests[index] as typeof row).cast).toEqual(row.cast);
    }
  }
  // Nothing that was said or heard is ever gone.
  const kept = new Set((after.messages as { id: string }[]).map(({ id }) => id));
  expect((before.messages as { id: string }[]).filter(({ id }) => !kept.has(id))).toEqual([]);
  // Each message that waits for an endpoint will be sent: now, or when its time comes.
  const work = await pendingWork(context);
  for (const row of await context.database.threads.toArray()) {
    for (const { number: waiting, retry } of row.thread.outbox) {
      const isWork = work.some((one) => one.kind === 'send' && one.thread === row.id && one.number === waiting);
      expect(isWork || (retry && (row.dueAtMs ?? Infinity) <= retry.dueAtMs)).toBe(true);
    }
  }
  const due = await nextDueAtMs(context);
  const [request] = (await context.database.requests.toArray()).filter(isKeptRequest);
  expect(due !== undefined || request?.cast.phase.kind === 'ended' || request?.cast.phase.kind === 'accepted').toBe(
    true,
  );
}
