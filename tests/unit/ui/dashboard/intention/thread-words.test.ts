import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../../../src/domain/ids.ts';
import type { Phase, Thread, ThreadEnd } from '../../../../../src/domain/thread.ts';
import { requestText, threadText, timeText } from '../../../../../src/ui/dashboard/intention/state-text.ts';
import { threadState, turnOf } from '../../../../../src/ui/dashboard/intention/thread-state.ts';
import { threadTimes } from '../../../../../src/ui/dashboard/intention/thread-times.ts';
import {
  confirmation,
  DAY,
  decline,
  HOUR,
  messageId,
  MINUTE,
  NOW,
  quote,
} from '../../../../support/request-samples.ts';
import { begun } from '../../../../support/thread-samples.ts';

const standing = { quote: quote('q1'), quotedAtMs: NOW };
const accepted = { ...standing, acceptance: { quote: messageId('q1'), choice: [] }, acceptedAtMs: NOW };
const question = { kind: 'question', id: messageId('x1'), copy: 1, words: 'How wide is the door?' } as const;

function thread(phase: Phase, changes: Partial<Thread> = {}): Thread {
  return { ...begun(), phase, ...changes };
}

function ended(end: ThreadEnd): Thread {
  return thread({ kind: 'ended', end }, { outbox: [] });
}

describe('threadState', () => {
  it.each<[string, string, Thread]>([
    ['sent', 'theirs', thread({ kind: 'asked' })],
    ['waiting-visit', 'yours', thread({ kind: 'asked' }, { channel: 'visit' })],
    ['acknowledged', 'theirs', thread({ kind: 'acknowledged' })],
    ['waiting-visit', 'yours', thread({ kind: 'acknowledged' }, { channel: 'visit', hasAnswered: true })],
    ['interested', 'yours', thread({ kind: 'acknowledged' }, { stage: 'kind', hasAnswered: true, outbox: [] })],
    [
      'acknowledged',
      'theirs',
      thread(
        { kind: 'acknowledged' },
        { stage: 'kind', hasAnswered: true, outbox: [], answerDue: { dueAtMs: NOW + DAY } },
      ),
    ],
    ['question', 'yours', thread({ kind: 'acknowledged' }, { question })],
    ['question', 'yours', thread({ kind: 'quoted', ...standing }, { question })],
    ['quoted', 'yours', thread({ kind: 'quoted', ...standing })],
    ['quote-over', 'theirs', thread({ kind: 'quoted', ...standing, quote: quote('q1', { validUntilMs: NOW }) })],
    ['countered', 'theirs', thread({ kind: 'countered', ...standing, counter: { quote: messageId('q1'), lines: [] } })],
    ['accepted', 'theirs', thread({ kind: 'accepted', ...accepted })],
    ['unconfirmed', 'failed', thread({ kind: 'accepted', ...accepted, failed: 'acceptance-not-confirmed' })],
    ['ordered', 'theirs', thread({ kind: 'ordered', ...accepted, order: confirmation('c1', 'q1').order })],
    ['failed', 'failed', ended({ as: 'failed', reason: 'not-answered', by: 'person' })],
    ['let-down', 'over', ended({ as: 'let-down' })],
    [
      'fell-through',
      'over',
      ended({ as: 'fell-through', cause: 'never-came', ...accepted, order: confirmation('c1', 'q1').order }),
    ],
  ])('is %s, and the turn is %s', (state, turn, of) => {
    expect(threadState(of, NOW)).toBe(state);
    expect(turnOf(threadState(of, NOW))).toBe(turn);
    expect(threadText(of, NOW)).not.toBe('');
  });
});

describe('threadText', () => {
  it.each<[ThreadEnd, string]>([
    [{ as: 'declined', decline: decline('d1') }, 'They said no: it is out of stock.'],
    [
      {
        as: 'referred',
        referral: {
          kind: 'referral',
          id: messageId('r1'),
          copy: 1,
          to: 'https://a.example' as Origin,
          name: '\u202Eevil',
        },
      },
      'They say: ask \u2068evil\u2069 instead.',
    ],
    [{ as: 'let-down', reason: 'shipping_speed' }, 'You told them no: Delivery takes too long.'],
    [{ as: 'failed', reason: 'not-answered', by: 'person' }, 'They had it, and no answer came by its date.'],
    [
      { as: 'failed', reason: 'malformed', by: 'vendor' },
      'They say that they can’t go on: What came from them could not be read.',
    ],
    [{ as: 'lapsed' }, 'It ended by itself.'],
  ])('says of the end %j', (end, text) => {
    expect(threadText(ended(end), NOW)).toBe(text);
  });

  it('counts the tries of what nobody took in', () => {
    const { outbox } = begun();
    const tried = outbox.map((outgoing) => ({ ...outgoing, attempts: 3 }));
    expect(threadText(thread({ kind: 'asked' }, { outbox: tried }), NOW)).toContain('Sent 3 times.');
  });

  it('says where the whole stands', () => {
    expect(requestText({ kind: 'draft' }, NOW)).toBe('A draft. No vendor knows of it.');
    expect(requestText({ kind: 'open' }, NOW)).toContain('Open until Nov 12, 2026');
    expect(requestText({ kind: 'ended', as: 'lapsed' }, NOW)).toContain('ended by itself');
  });
});

describe('threadTimes', () => {
  it('tells what is due, soonest first, and what for', () => {
    const answerDue = { setAtMs: NOW, dueAtMs: NOW + DAY };
    expect(threadTimes(thread({ kind: 'asked' }, { answerDue })).map(({ of }) => of)).toEqual([
      'next-try',
      'answer-due',
    ]);
    const waits = {
      answerDue,
      outbox: [],
      poll: { statusUrl: 'https://shop.example/s', count: 0, next: { setAtMs: NOW, dueAtMs: NOW + MINUTE } },
    };
    expect(threadTimes(thread({ kind: 'acknowledged' }, waits)).map(({ of }) => of)).toEqual([
      'next-look',
      'answer-due',
    ]);
    const late = { outbox: [], answerDue: { dueAtMs: NOW + HOUR } };
    expect(
      threadTimes(thread({ kind: 'countered', ...standing, counter: { quote: messageId('q1'), lines: [] } }, late)),
    ).toEqual([
      { of: 'counter-due', atMs: NOW + HOUR },
      { of: 'quote-ends', atMs: NOW + 5 * DAY },
    ]);
  });

  it('tells nothing once it is over', () => {
    expect(threadTimes(ended({ as: 'lapsed' }))).toEqual([]);
  });

  it.each([
    'next-try',
    'answer-due',
    'pending-due',
    'counter-due',
    'confirmation-due',
    'next-look',
    'quote-ends',
  ] as const)('says %s with its time', (of) => {
    expect(timeText({ of, atMs: Date.UTC(2026, 10, 14, 12) })).toContain('Nov 14, 2026');
  });
});
