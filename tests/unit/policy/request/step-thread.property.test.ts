import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VendorMessage } from '../../../../src/domain/thread-message.ts';
import type { Thread } from '../../../../src/domain/thread.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { REQUEST_LIMITS } from '../../../../src/policy/request/request-limits.ts';
import { nextDueAtMs, stepThread } from '../../../../src/policy/request/step-thread.ts';
import type { ThreadEvent, ThreadStep } from '../../../../src/policy/request/thread-event.ts';
import { DAY, euro, HOUR, messageId, MINUTE, NOW, quote, request } from '../../../support/request-samples.ts';
import { at, begun, EVENTS, heard, OPEN } from '../../../support/thread-samples.ts';

interface Happening {
  readonly event: ThreadEvent;
  /** How far the clock moves before it: forward, or back. */
  readonly byMs: number;
}

const byMs = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 * HOUR }) },
  fc.integer({ min: -2 * DAY, max: 2 * DAY }),
);

/** Few ids, so that messages come twice, late and in any order; quotes that replace others, or would. */
const message: fc.Arbitrary<VendorMessage> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'q1'),
    replaces: fc.option(fc.constantFrom('a', 'b', 'q1'), { nil: undefined }),
    copy: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: -1, max: 9 }),
    like: fc.constantFrom(...Object.values(EVENTS).flatMap((event) => (event.kind === 'heard' ? [event.message] : []))),
  })
  .map(({ id, replaces, copy, days, like }): VendorMessage => {
    const named = { id: messageId(id), copy };
    if (like.kind === 'quote') {
      const stands = replaces === undefined ? {} : { replaces: messageId(replaces) };
      return quote(id, { ...stands, lines: like.lines, copy, validUntilMs: NOW + days * DAY });
    }
    return like.kind === 'confirmation' || like.kind === 'failure' ? { ...like, id: named.id } : { ...like, ...named };
  });

const event: fc.Arbitrary<ThreadEvent> = fc.oneof(
  { weight: 4, arbitrary: message.map(heard) },
  fc.constantFrom<ThreadEvent>(...Object.values(EVENTS)),
  fc.constant<ThreadEvent>({ kind: 'changed' }),
  fc.integer({ min: 1, max: 6 }).map((number): ThreadEvent => ({ kind: 'delivered', number })),
  fc
    .integer({ min: 1, max: 6 })
    .map((number): ThreadEvent => ({ kind: 'delivered', number, statusUrl: 'https://shop.example/s' })),
  fc.integer({ min: 1, max: 6 }).map((number): ThreadEvent => ({ kind: 'undelivered', number, dead: 'endpoint-gone' })),
  fc.integer({ min: 1, max: 6 }).map((number): ThreadEvent => ({ kind: 'undelivered', number, waitMs: 2 * HOUR })),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('sure' as const, 'likely' as const))
    .map(([number, offline]): ThreadEvent => ({ kind: 'undelivered', number, offline })),
  fc.integer({ min: 1, max: 6 }).map((number): ThreadEvent => ({ kind: 'undelivered', number, met: 'endpoint-gone' })),
  fc
    .integer({ min: 1, max: 6 })
    .map((number): ThreadEvent => ({ kind: 'undelivered', number, met: 'keys-unreadable' })),
  fc
    .constantFrom('nothing' as const, 'gone' as const, 'offline' as const, 'keys-unreadable' as const)
    .map((found): ThreadEvent => ({ kind: 'polled', found })),
);

const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.record({ event, byMs }), { maxLength: 40 });
const channel = fc.constantFrom('endpoint' as const, 'visit' as const);

/** The thread after each happening, with what happened. */
function* follow(thread: Thread, all: readonly Happening[], open = OPEN) {
  let nowMs = NOW;
  let before = thread;
  for (const happening of all) {
    nowMs += happening.byMs;
    const step = stepThread(before, happening.event, at(nowMs, open));
    yield { before, step, event: happening.event, nowMs };
    before = step.thread;
  }
}

const RUNS = { numRuns: 500 };

describe('whatever happens in a thread, in whatever order and by whatever clock', () => {
  it('no reply is lost: each is kept once, taken or with its reason, or refused at the end', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        const answers = new Map<string, string | undefined>();
        for (const { before, step, event: happened } of follow(begun(by), all)) {
          if (happened.kind !== 'heard') {
            continue;
          }
          const { id } = happened.message;
          const keeps = step.effects.filter(({ kind }) => kind === 'keep');
          if (answers.has(id)) {
            expect(step).toEqual({
              thread: before,
              effects: [],
              isAgain: true,
              ...(answers.get(id) !== undefined && { refusal: answers.get(id) }),
            });
          } else if (step.refusal === 'ended') {
            expect(keeps).toEqual([]);
          } else {
            expect(keeps).toEqual([
              { kind: 'keep', message: happened.message, ...(step.refusal !== undefined && { refusal: step.refusal }) },
            ]);
            answers.set(id, step.refusal);
          }
        }
      }),
      RUNS,
    );
  });

  it('nothing moves after the end but last words on their way, unless the person takes back what nobody was told', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        for (const { before, step, event: happened } of follow(begun(by), all)) {
          if (before.phase.kind === 'ended' && before.phase.end.as === 'fell-through') {
            expect(step.effects).toEqual([]);
            expect(step.thread.phase.kind).toBe(happened.kind === 'stand-again' ? 'ordered' : 'ended');
          } else if (before.phase.kind === 'ended') {
            expect({ ...step.thread, outbox: [] }).toEqual({ ...before, outbox: [] });
            expect(step.thread.outbox.length).toBeLessThanOrEqual(before.outbox.length);
            expect(step.effects.filter(({ kind }) => kind !== 'send')).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('a quote is accepted once, and stays as it was', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        let accepted = 0;
        for (const { before, step } of follow(begun(by), all)) {
          const [was, is] = [before.phase, step.thread.phase];
          const wasAccepted = was.kind === 'accepted' || was.kind === 'ordered';
          accepted += Number(is.kind === 'accepted' && !wasAccepted);
          if (wasAccepted && (is.kind === 'accepted' || is.kind === 'ordered')) {
            expect([is.quote, is.acceptance, is.acceptedAtMs]).toEqual([was.quote, was.acceptance, was.acceptedAtMs]);
          }
        }
        expect(accepted).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('an address leaves with an acceptance, and with nothing else', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        for (const { step } of follow(begun(by), all)) {
          for (const effect of step.effects) {
            const isAcceptance = effect.kind === 'send' && effect.message.kind === 'acceptance';
            expect(JSON.stringify(effect).includes('Fördestraße')).toBe(isAcceptance);
          }
        }
      }),
      RUNS,
    );
  });

  it('a second tick at one moment does nothing, and the next is later', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        for (const { step, nowMs } of follow(begun(by), all)) {
          const once = stepThread(step.thread, { kind: 'tick' }, at(nowMs));
          const twice = stepThread(once.thread, { kind: 'tick' }, at(nowMs));
          expect(twice).toEqual({ thread: once.thread, effects: [] });
          expect(nextDueAtMs(once.thread, OPEN) ?? Infinity).toBeGreaterThan(nowMs);
        }
      }),
      RUNS,
    );
  });

  it('left alone it comes to rest, over unless something is accepted', () => {
    fc.assert(
      fc.property(channel, happenings, (by, all) => {
        const steps = [...follow(begun(by), all)];
        let thread = steps.at(-1)?.step.thread ?? begun(by);
        let ticks = 0;
        for (let due = nextDueAtMs(thread, OPEN); due !== undefined; due = nextDueAtMs(thread, OPEN)) {
          thread = stepThread(thread, { kind: 'tick' }, at(due)).thread;
          ticks += 1;
          expect(ticks).toBeLessThan(1000);
        }
        expect(['accepted', 'ordered', 'ended']).toContain(thread.phase.kind);
      }),
      RUNS,
    );
  });

  it('threat 36: a vendor gets the same to the byte, whatever is private', () => {
    const secrets = fc.record({
      title: fc.string(),
      note: fc.string(),
      minor: fc.nat(10_000_000),
      property: fc.string(),
    });
    fc.assert(
      fc.property(channel, happenings, secrets, (by, all, { title, note, minor, property }) => {
        const plain = request();
        const secretive = request({
          title,
          note,
          budget: { max: { ...euro('0'), minor }, isShown: false },
          lines: plain.lines.map((line) => ({
            ...line,
            requirements: [
              ...line.requirements.filter(({ isPrivate }) => !isPrivate),
              { property, strength: 'must' as const, wanted: { kind: 'flag' as const, is: true }, isPrivate: true },
            ],
          })),
        });
        const bytes = [plain, secretive].map((of) => {
          const open = openPartOf(of);
          return JSON.stringify([...follow(begun(by, open), all, open)].map(({ step }) => step));
        });
        expect(bytes[1]).toBe(bytes[0]);
      }),
      RUNS,
    );
  });
});

describe('a vendor that talks too much', () => {
  it('is told so beyond the limit, and nothing more of it is kept', () => {
    let thread = stepThread(begun(), { kind: 'delivered', number: 1 }, at(NOW)).thread;
    let kept = 0;
    for (let index = 0; index < 10_000; index += 1) {
      const replaces = index === 0 ? {} : { replaces: messageId(`q${index - 1}`) };
      const step = stepThread(thread, heard(quote(`q${index}`, replaces)), at(NOW + MINUTE));
      kept += step.effects.length;
      expect(step.refusal).toBe(index < REQUEST_LIMITS.messages ? undefined : 'too-many');
      ({ thread } = step);
    }
    expect(kept).toBe(REQUEST_LIMITS.messages);
    expect(thread.heard).toHaveLength(REQUEST_LIMITS.messages);
  });

  it('can still confirm an order, once', () => {
    const chatty = { ...begun(), heard: Array.from({ length: 100 }, (_, index) => ({ id: messageId(`m${index}`) })) };
    const quoted: Thread = { ...chatty, phase: { kind: 'quoted', quote: quote('q1'), quotedAtMs: NOW } };
    const accepted = stepThread(quoted, EVENTS.accept, at(NOW)).thread;
    const ordered = stepThread(accepted, EVENTS.confirmation, at(NOW));
    expect(ordered.thread.phase.kind).toBe('ordered');
    expect(stepThread(ordered.thread, EVENTS.quote, at(NOW)).refusal).toBe('too-many');
  });

  it('is given up after three quotes that are wrong in themselves, and told each time', () => {
    let thread = stepThread(begun(), { kind: 'delivered', number: 1 }, at(NOW)).thread;
    const notices = ['q1', 'q2', 'q3', 'q4'].map((id) => {
      const step = stepThread(thread, heard(quote(id, { validUntilMs: NOW })), at(NOW + MINUTE));
      ({ thread } = step);
      return step.effects.flatMap((effect) => (effect.kind === 'failed' ? [effect.notice] : []));
    });
    const notice = { reason: 'quote-expired', atMs: NOW + MINUTE, isEnd: false };
    expect(notices).toEqual([[notice], [notice], [{ ...notice, isEnd: true }], []]);
    expect(thread.phase).toEqual({ kind: 'ended', end: { as: 'failed', reason: 'quote-expired', by: 'person' } });
  });

  it('does not lose what stands by a quote that is wrong in itself, and is told three times', () => {
    let thread = stepThread(begun(), EVENTS.quote, at(NOW)).thread;
    let told = 0;
    for (let index = 0; index < 5; index += 1) {
      const stale = quote(`s${index}`, { replaces: messageId('n1'), validUntilMs: NOW });
      const step = stepThread(thread, heard(stale), at(NOW));
      told += step.effects.filter(({ kind }) => kind === 'failed').length;
      ({ thread } = step);
    }
    expect([thread.phase.kind, told]).toEqual(['quoted', 3]);
  });

  it('is given up after three messages that nobody can read, and told each time', () => {
    const steps: ThreadStep[] = [{ thread: begun(), effects: [] }];
    for (let index = 0; index < 3; index += 1) {
      steps.push(stepThread(steps[index]!.thread, EVENTS.garbled, at(NOW)));
    }
    expect(steps.map(({ thread }) => thread.phase.kind)).toEqual(['asked', 'asked', 'asked', 'ended']);
    expect(steps.slice(1).every(({ effects }) => effects.some(({ kind }) => kind === 'failed'))).toBe(true);
  });
});
