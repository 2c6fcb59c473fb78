import { describe, expect, it } from 'vitest';
import type { Thread } from '../../../../src/domain/thread.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { nextDueAtMs, stepThread } from '../../../../src/policy/request/step-thread.ts';
import { RETRY_WAITS_MS } from '../../../../src/policy/request/thread-clocks.ts';
import type { ThreadEffect, ThreadEvent } from '../../../../src/policy/request/thread-event.ts';
import { confirmation, DAY, HOUR, messageId, MINUTE, NOW, quote, request } from '../../../support/request-samples.ts';
import {
  ACCEPT,
  ACKNOWLEDGED,
  at,
  begun,
  COUNTER,
  heard,
  nameOf,
  OPEN,
  PENDING,
  PLACES,
  QUESTION,
  QUOTED,
  walk,
} from '../../../support/thread-samples.ts';

/** Ticks whenever the thread asks for it, until a time; what was done, each with how long after the beginning. */
function live(thread: Thread, untilMs: number, open = OPEN): { thread: Thread; done: string[] } {
  const done: string[] = [];
  let now = thread;
  for (let due = nextDueAtMs(now, open); due !== undefined && due <= untilMs; due = nextDueAtMs(now, open)) {
    const step = stepThread(now, { kind: 'tick' }, at(due, open));
    done.push(...step.effects.map((effect) => `${(due - NOW) / MINUTE}: ${wordOf(effect)}`));
    now = step.thread;
  }
  return { thread: now, done };
}

function wordOf(effect: ThreadEffect): string {
  switch (effect.kind) {
    case 'send':
      return `send ${effect.message.kind}`;
    case 'failed':
      return `failed ${effect.notice.reason}${effect.notice.isEnd ? ', the end' : ''}`;
    case 'remind':
      return `remind ${effect.of}`;
    case 'poll':
    case 'keep':
      return effect.kind;
  }
}

const LATER = { kind: 'delivered', number: 1, statusUrl: 'https://shop.example/status/1' } as const;

describe('the clocks of a thread', () => {
  it('are those of PIP 3A1: three retries within two hours', () => {
    expect(RETRY_WAITS_MS).toHaveLength(1 + 3);
    expect(RETRY_WAITS_MS.reduce((sum, wait) => sum + wait)).toBe(2 * HOUR);
  });

  it('give up a request that nobody acknowledges after two hours and three retries, and tell both sides', () => {
    const { thread, done } = live(begun(), NOW + 2 * HOUR);
    expect(done).toEqual([
      '5: send request',
      '20: send request',
      '60: send request',
      '120: failed not-acknowledged, the end',
      '120: send failure',
    ]);
    expect(thread.phase).toEqual({ kind: 'ended', end: { as: 'failed', reason: 'not-acknowledged', by: 'person' } });
  });

  it('give every retry its turn after a night asleep', () => {
    const morning = NOW + 10 * HOUR;
    const first = stepThread(begun(), { kind: 'tick' }, at(morning));
    expect(first.effects.map(wordOf)).toEqual(['send request']);
    expect(live(first.thread, morning + HOUR).done).toEqual(['615: send request', '655: send request']);
  });

  it('wait for nobody to acknowledge what waits for a visit', () => {
    expect(live(begun('visit'), NOW + 9 * DAY).done).toEqual([]);
  });

  it('fail a vendor that acknowledges and says nothing for a day', () => {
    const { done } = live(PLACES.acknowledged, NOW + DAY);
    expect(done).toEqual(['1440: failed not-answered, the end', '1440: send failure']);
  });

  it('wait for the date that the person set instead, which no clock moves', () => {
    const open = openPartOf(request({ answerByMs: NOW + 3 * DAY }));
    const thread = walk(begun('endpoint', open), [ACKNOWLEDGED], at(NOW, open)).thread;
    const back = stepThread(thread, { kind: 'tick' }, at(NOW - 2 * DAY, open)).thread;
    expect(live(back, NOW + 3 * DAY, open).done[0]).toBe('4320: failed not-answered, the end');
  });

  it('begin a span anew when the clock goes back behind its beginning', () => {
    const back = stepThread(PLACES.acknowledged, { kind: 'tick' }, at(NOW - 400 * DAY)).thread;
    expect(nextDueAtMs(back, OPEN)).toBe(NOW - 399 * DAY);
  });

  it('stand still while the vendor waits for an answer, and remind of it once', () => {
    const asked = walk(begun(), [ACKNOWLEDGED, QUESTION]).thread;
    expect(live(asked, NOW + 9 * DAY).done).toEqual(['1440: remind question']);
    const answered = stepThread(asked, { kind: 'answer', words: 'Blue.' }, at(NOW + HOUR)).thread;
    const delivered = stepThread(answered, { kind: 'delivered', number: 2 }, at(NOW + HOUR)).thread;
    expect(live(delivered, NOW + 2 * DAY).done[0]).toBe('1500: failed not-answered, the end');
  });

  it('look at a status address less and less often', () => {
    const { done } = live(walk(begun(), [LATER]).thread, NOW + 4 * HOUR);
    expect(done).toEqual([1, 3, 7, 15, 31, 63, 123, 183].map((minute) => `${minute}: poll`));
  });

  it('look there once more before they give up, and wait for what it brings', () => {
    const slept = stepThread(walk(begun(), [LATER]).thread, { kind: 'tick' }, at(NOW + 2 * DAY));
    expect(slept.effects.map(wordOf)).toEqual(['poll', 'poll']);
    const found = stepThread(slept.thread, QUOTED, at(NOW + 2 * DAY));
    expect(nameOf(found.thread.phase)).toBe('quoted');
    const nothing = stepThread(slept.thread, { kind: 'polled', found: 'nothing' }, at(NOW + 2 * DAY));
    expect(nothing.effects.map(wordOf)).toEqual(['failed not-answered, the end', 'send failure']);
    const silent = live(slept.thread, NOW + 2 * DAY + 5 * MINUTE);
    expect(nameOf(silent.thread.phase)).toBe('ended:failed');
  });

  it.each([
    ['acknowledged', [], 'the end'],
    ['quoted, with more to follow', [PENDING], ''],
  ])('say that the vendor’s keys could not be read, where that is what the last look met: %s', (_what, before, end) => {
    const waiting = walk(begun(), [LATER, ...before]).thread;
    const early = stepThread(waiting, { kind: 'polled', found: 'keys-unreadable' }, at(NOW));
    expect(early.thread).toEqual(waiting);
    const slept = stepThread(waiting, { kind: 'tick' }, at(NOW + 2 * DAY)).thread;
    expect(slept.poll?.isLast).toBe(true);
    const { effects } = stepThread(slept, { kind: 'polled', found: 'keys-unreadable' }, at(NOW + 2 * DAY));
    expect(wordOf(effects[0]!)).toBe(['failed keys-unreadable', end].filter(Boolean).join(', '));
    const { effects: otherwise } = stepThread(slept, { kind: 'polled', found: 'nothing' }, at(NOW + 2 * DAY));
    expect(wordOf(otherwise[0]!)).not.toContain('keys');
  });

  it('look there once more before a request lapses: what was answered in time is not lost', () => {
    const over = OPEN.lapsesAtMs + HOUR;
    const slept = stepThread(walk(begun(), [LATER]).thread, { kind: 'tick' }, at(over)).thread;
    expect(slept.poll?.isLast).toBe(true);
    const late = heard(quote('late', { validUntilMs: over + DAY }));
    expect(stepThread(slept, late, at(over)).refusal).toBeUndefined();
    expect(nameOf(stepThread(slept, { kind: 'polled', found: 'gone' }, at(over)).thread.phase)).toBe('ended:lapsed');
  });

  it('refuse what comes after the end, though nobody ticked in between', () => {
    const { thread, refusal } = stepThread(PLACES.acknowledged, QUOTED, at(OPEN.lapsesAtMs));
    expect(refusal).toBe('ended');
    expect(nameOf(thread.phase)).toBe('ended:lapsed');
  });

  it('lapse without a word, since the vendor knows the end from its copy', () => {
    const step = stepThread(PLACES.quoted, { kind: 'tick' }, at(OPEN.lapsesAtMs));
    expect(nameOf(step.thread.phase)).toBe('ended:lapsed');
    expect(step.effects).toEqual([]);
  });

  it('do not lapse what is accepted', () => {
    expect(nameOf(stepThread(PLACES.ordered, { kind: 'tick' }, at(OPEN.lapsesAtMs + DAY)).thread.phase)).toBe(
      'ordered',
    );
  });

  it('fail lines that were to follow, and let the others stand', () => {
    const { thread, done } = live(walk(begun(), [ACKNOWLEDGED, PENDING]).thread, NOW + DAY);
    expect(done.slice(0, 2)).toEqual(['1440: failed pending-not-completed', '1440: send failure']);
    expect(nameOf(thread.phase)).toBe('quoted');
  });

  it('end a thread whose only quote promised lines and brought none', () => {
    const all = heard(
      quote('p2', {
        lines: [
          { kind: 'pending', line: 1 },
          { kind: 'pending', line: 2 },
        ],
      }),
    );
    const { thread } = live(walk(begun(), [ACKNOWLEDGED, all]).thread, NOW + DAY);
    expect(nameOf(thread.phase)).toBe('ended:failed');
  });

  it('let a quote stand whose vendor did not answer the counter', () => {
    const countered = walk(PLACES.quoted, [COUNTER, { kind: 'delivered', number: 2 }]).thread;
    const { thread, done } = live(countered, NOW + DAY);
    expect(done[0]).toBe('1440: failed counter-not-answered');
    expect(nameOf(thread.phase)).toBe('quoted');
  });

  it('mark an acceptance that nobody confirms, and still take a late confirmation', () => {
    const accepted = walk(PLACES.quoted, [ACCEPT, { kind: 'delivered', number: 2 }]).thread;
    const { thread, done } = live(accepted, NOW + DAY);
    expect(done[0]).toBe('1440: failed acceptance-not-confirmed');
    expect(nameOf(thread.phase)).toBe('accepted/failed');
    expect(nameOf(stepThread(thread, heard(confirmation('c', 'q1')), at(NOW + 2 * DAY)).thread.phase)).toBe('ordered');
  });

  it.each([
    [NOW + 5 * DAY, '5760: remind quote-ends', 'a day before its end'],
    [NOW + 4 * HOUR, '120: remind quote-ends', 'half way, when it is short'],
  ])('remind of a quote that ends: %#', (validUntilMs, expected) => {
    const quoted = walk(begun(), [ACKNOWLEDGED, heard(quote('q1', { validUntilMs }))]).thread;
    expect(live(quoted, NOW + 6 * DAY).done).toEqual([expected]);
  });

  it('tell nobody that a last word could not be told', () => {
    const { done } = live(PLACES.ended, NOW + DAY);
    expect(done).toEqual(['5: send let-down', '20: send let-down', '60: send let-down']);
  });

  it('put a retry off as long as the vendor asks, within an hour', () => {
    const wait = (waitMs: number) =>
      nextDueAtMs(stepThread(begun(), { kind: 'undelivered', number: 1, waitMs }, at(NOW)).thread, OPEN);
    expect(wait(0)).toBe(NOW + 5 * MINUTE);
    expect(wait(30 * MINUTE)).toBe(NOW + 30 * MINUTE);
    expect(wait(30 * DAY)).toBe(NOW + HOUR);
  });

  /** Each try meets the same, until a time; what was done, and how it stands. */
  function meeting(
    met: Omit<Extract<ThreadEvent, { kind: 'undelivered' }>, 'kind' | 'number'>,
    untilMs: number,
    from = NOW,
  ) {
    const undelivered = { kind: 'undelivered', number: 1, ...met } as const;
    const done: string[] = [];
    let { thread } = stepThread(begun(), undelivered, at(from));
    for (let due = nextDueAtMs(thread, OPEN)!; due <= untilMs; due = nextDueAtMs(thread, OPEN) ?? Infinity) {
      const step = stepThread(thread, { kind: 'tick' }, at(due));
      done.push(...step.effects.map((effect) => `${(due - NOW) / MINUTE}: ${wordOf(effect)}`));
      ({ thread } = stepThread(step.thread, undelivered, at(due)));
    }
    return { thread, done };
  }

  it('count no try of a person who is offline, however long, and begin when they are back', () => {
    const { thread, done } = meeting({ offline: 'sure' }, NOW + 2 * DAY);
    expect(new Set(done.map((one) => one.split(': ')[1]))).toEqual(new Set(['send request']));
    expect(nameOf(thread.phase)).toBe('asked');
    expect(thread.outbox).toMatchObject([{ attempts: 0, offlineSinceMs: NOW }]);
    const back = live(thread, NOW + 2 * DAY + 3 * HOUR).done;
    // A minute later, and then the retries and the two hours of anybody else.
    expect(back.slice(0, 6)).toEqual([
      '2881: send request',
      '2886: send request',
      '2901: send request',
      '2941: send request',
      '3001: failed not-acknowledged, the end',
      '3001: send failure',
    ]);
  });

  it('count them again where only the silence of all vendors spoke for it, after a day', () => {
    const { done } = meeting({ offline: 'likely' }, NOW + 2 * DAY);
    const end = done.findIndex((one) => one.includes('failed'));
    const [minute = 0] = /^\d+/u.exec(done[end] ?? '')?.map(Number) ?? [];
    expect(done[end]).toContain('failed not-acknowledged, the end');
    expect(minute * MINUTE).toBeGreaterThanOrEqual(DAY);
    expect(minute * MINUTE).toBeLessThanOrEqual(DAY + 2 * HOUR + 5 * MINUTE);
    expect(end).toBeLessThan(DAY / (5 * MINUTE) + 5);
  });

  it('believe no time before the clock was set back', () => {
    const { thread } = meeting({ offline: 'likely' }, NOW);
    const back = stepThread(thread, { kind: 'undelivered', number: 1, offline: 'likely' }, at(NOW - 400 * DAY));
    expect(back.thread.outbox).toMatchObject([{ offlineSinceMs: NOW - 400 * DAY }]);
  });

  it('forget that the person was offline with the first try that was one', () => {
    const { thread } = meeting({ offline: 'sure' }, NOW + HOUR);
    const tried = stepThread(thread, { kind: 'undelivered', number: 1 }, at(NOW + HOUR)).thread;
    expect(tried.outbox[0]).not.toHaveProperty('offlineSinceMs');
  });

  it('give nothing up for a last look that the person could not take', () => {
    const late = NOW + 2 * DAY;
    const slept = stepThread(walk(begun(), [LATER]).thread, { kind: 'tick' }, at(late)).thread;
    let thread = slept;
    for (let minute = 0; minute < 60; minute += 1) {
      thread = stepThread(thread, { kind: 'polled', found: 'offline' }, at(late + minute * MINUTE)).thread;
      expect(thread.poll).toMatchObject({ isLast: true, wasOffline: true });
      const again = stepThread(thread, { kind: 'tick' }, at(late + (minute + 1) * MINUTE));
      expect(again.effects.map(wordOf)).toEqual(['poll']);
      ({ thread } = again);
    }
    const found = stepThread(thread, QUOTED, at(late + HOUR));
    expect(nameOf(found.thread.phase)).toBe('quoted');
    expect(nameOf(stepThread(thread, { kind: 'polled', found: 'nothing' }, at(late + HOUR)).thread.phase)).toBe(
      'ended:failed',
    );
  });

  it.each(['endpoint-gone', 'keys-unreadable'] as const)(
    'try a vendor whose customer.json is gone like any other, and then say what came of that: %s',
    (met) => {
      const { done } = meeting({ met }, NOW + 3 * HOUR);
      expect(done.slice(0, 5)).toEqual([
        '5: send request',
        '20: send request',
        '60: send request',
        `120: failed ${met}, the end`,
        '120: send failure',
      ]);
    },
  );

  it('say what the last try met, not an earlier one', () => {
    const gone = stepThread(begun(), { kind: 'undelivered', number: 1, met: 'endpoint-gone' }, at(NOW)).thread;
    const busy = stepThread(gone, { kind: 'undelivered', number: 1 }, at(NOW)).thread;
    expect(live(busy, NOW + 2 * HOUR).done).toContain('120: failed not-acknowledged, the end');
  });

  it.each(['endpoint-gone', 'endpoint-refuses', 'endpoint-elsewhere'] as const)('give up at once on %s', (dead) => {
    const step = stepThread(begun(), { kind: 'undelivered', number: 1, dead }, at(NOW));
    expect(step.thread.phase).toEqual({ kind: 'ended', end: { as: 'failed', reason: dead, by: 'person' } });
    expect(step.effects.map(wordOf)).toEqual([`failed ${dead}, the end`, 'send failure']);
  });

  it('take a quote of nobody’s knowledge that it was acknowledged as the acknowledgement', () => {
    const { thread } = walk(begun(), [QUOTED]);
    expect(thread.outbox).toEqual([]);
    expect(nextDueAtMs(thread, OPEN)).toBe(NOW + 4 * DAY);
  });

  it('have no question of a line that the request has not', () => {
    const event = heard({ kind: 'question', id: messageId('w9'), copy: 1, line: 9, words: 'Which?' });
    expect(stepThread(PLACES.acknowledged, event, at(NOW)).refusal).toBe('unknown-line');
  });
});
