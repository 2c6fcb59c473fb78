import type { Decline } from '../../domain/decline.ts';
import type { FailureReason } from '../../domain/failure-notice.ts';
import type { Quote } from '../../domain/quote.ts';
import type { Interest, Question, Referral } from '../../domain/reply.ts';
import type { Confirmation, VendorFailure, VendorMessage } from '../../domain/thread-message.ts';
import type { Thread, ThreadRefusal } from '../../domain/thread.ts';
import { quoteProblem } from './check-quote.ts';
import { REQUEST_LIMITS } from './request-limits.ts';
import { ANSWER_WITHIN_MS, quoteEndsTimer, REMIND_MS, answerTimer } from './thread-clocks.ts';
import type { GarbledReason, ThreadContext, ThreadStep } from './thread-event.ts';
import * as step from './thread-step.ts';
import { timerOf } from './timer.ts';

/**
 * Takes a message of the vendor, or tells it why not. What was looked at once is remembered by its id, with what was
 * answered: the same message again changes nothing, and gets the same answer. The first one of an id is the one that counts.
 */
export function hearVendor(thread: Thread, message: VendorMessage, context: ThreadContext): ThreadStep {
  const earlier = thread.heard.find(({ id }) => id === message.id);
  if (earlier) {
    const { refusal } = earlier;
    return { ...step.stay(thread), isAgain: true, ...(refusal !== undefined && { refusal }) };
  }
  if (thread.phase.kind === 'ended') {
    return step.refuse(thread, 'ended');
  }
  // Who talked too much can still confirm an order: once, since then there is nothing more to confirm.
  const isFull = thread.heard.length >= REQUEST_LIMITS.messages;
  const taken = isFull && message.kind !== 'confirmation' ? 'too-many' : take(thread, message, context);
  if (isFull && typeof taken === 'string') {
    return step.refuse(thread, 'too-many');
  }
  return typeof taken === 'string' ? refused(thread, message, taken, context) : kept(taken, message);
}

/** A message that can't be read. The vendor is told; the third one with a fault is the end, unless a quote stands. */
export function hearGarbled(thread: Thread, reason: GarbledReason, { nowMs }: ThreadContext): ThreadStep {
  if (thread.phase.kind === 'ended') {
    return step.refuse(thread, 'ended');
  }
  return isPatient(thread) ? spoil(thread, reason, nowMs) : step.refuse(thread, 'too-many');
}

function isPatient({ garbled }: Thread): boolean {
  return garbled < REQUEST_LIMITS.garbled;
}

function spoil(thread: Thread, reason: FailureReason, nowMs: number): ThreadStep {
  const garbled = thread.garbled + 1;
  const isLast = garbled >= REQUEST_LIMITS.garbled;
  return step.fail({ ...thread, garbled }, { reason, isEnd: isLast && !hasQuote(thread), nowMs });
}

/** What is wrong in itself is told as what can't be read is: two that cross, or one that comes too late, are nobody's fault. */
function refused(thread: Thread, message: VendorMessage, refusal: ThreadRefusal, { nowMs }: ThreadContext): ThreadStep {
  const heard = [...thread.heard, { id: message.id, refusal }];
  const known = step.stay({ ...thread, heard }, [{ kind: 'keep', message, refusal }]);
  const told =
    isFault(refusal) && isPatient(thread) ? step.andThen(known, (from) => spoil(from, refusal, nowMs)) : known;
  return { ...told, refusal };
}

function isFault(refusal: ThreadRefusal): refusal is ThreadRefusal & FailureReason {
  return ['quote-expired', 'quote-inconsistent', 'unknown-line', 'too-large'].includes(refusal);
}

function kept({ thread, effects }: ThreadStep, message: VendorMessage): ThreadStep {
  const heard = [...thread.heard, { id: message.id }];
  return { thread: { ...thread, heard }, effects: [{ kind: 'keep', message }, ...effects] };
}

type Taken = ThreadStep | ThreadRefusal;

function take(thread: Thread, message: VendorMessage, context: ThreadContext): Taken {
  if (message.kind === 'confirmation') {
    return confirm(thread, message);
  }
  if (message.kind === 'failure') {
    return vendorFails(thread, message, context);
  }
  if (!Number.isSafeInteger(message.copy) || message.copy < 1 || message.copy > thread.copy.copy) {
    return 'wrong-copy';
  }
  const known = acknowledgedBy(thread, message.copy);
  switch (message.kind) {
    case 'quote':
      return takeQuote(known, message, context);
    case 'interest':
      return takeInterest(known, message, context);
    case 'question':
      return takeQuestion(known, message, context);
    case 'referral':
      return takeReferral(known, message, context);
    case 'decline':
      return takeDecline(known, message, context);
  }
}

/** Who answers a copy has it, whatever became of the acknowledgement. */
function acknowledgedBy(thread: Thread, copy: number): Thread {
  const outbox = thread.outbox.filter(({ message }) => message.kind !== 'request' || message.copy.copy > copy);
  return { ...thread, outbox, phase: thread.phase.kind === 'asked' ? { kind: 'acknowledged' } : thread.phase };
}

/**
 * A quote, a requote, or the answer to a counter. Messages may come out of order: one that replaces a quote that never came is
 * newer than all that did, and one that replaces nothing is the vendor's first.
 */
function takeQuote(thread: Thread, quote: Quote, { open, nowMs }: ThreadContext): Taken {
  const { phase, heard } = thread;
  if (phase.kind === 'accepted' || phase.kind === 'ordered') {
    return 'accepted';
  }
  const problem = quoteProblem(quote, thread.copy, nowMs);
  if (problem !== undefined) {
    return problem;
  }
  const { replaces } = quote;
  const isBehind = replaces === undefined || heard.some(({ id }) => id === replaces);
  if ((phase.kind === 'quoted' || phase.kind === 'countered') && replaces !== phase.quote.id && isBehind) {
    return 'superseded';
  }
  const quoted = step.withReminder(
    {
      ...step.withoutReminder(step.withoutMessages(thread, 'counter'), 'interest'),
      hasAnswered: true,
      phase: { kind: 'quoted', quote, quotedAtMs: nowMs },
    },
    'quote-ends',
    quoteEndsTimer(quote.validUntilMs, nowMs),
  );
  if (!step.awaitsVendor(quoted)) {
    return step.stay(step.waitingForNothing(quoted));
  }
  // What is pending has its own time from now; a quote of an older copy leaves the clock as it runs.
  const isPending = quote.lines.some(({ kind }) => kind === 'pending');
  const due = isPending ? answerTimer(open, nowMs) : (thread.answerDue ?? timerOf(nowMs, ANSWER_WITHIN_MS));
  return step.stay(step.awaiting(quoted, due));
}

function takeInterest(thread: Thread, _interest: Interest, { nowMs }: ThreadContext): Taken {
  if (thread.stage !== 'kind' || thread.phase.kind !== 'acknowledged') {
    return 'not-now';
  }
  const answered = step.waitingForNothing({ ...thread, hasAnswered: true });
  return step.stay(step.withReminder(answered, 'interest', timerOf(nowMs, REMIND_MS)));
}

/** The vendor's clock stands still until the person answers. */
function takeQuestion(thread: Thread, question: Question, { nowMs }: ThreadContext): Taken {
  const { copy } = thread;
  if (thread.question) {
    return 'question-open';
  }
  const isKnown = copy.stage === 'whole' && copy.lines.some(({ number }) => number === question.line);
  if (question.line !== undefined && !isKnown) {
    return 'unknown-line';
  }
  const asked = step.waitingForNothing({ ...thread, question, hasAnswered: true });
  return step.stay(step.withReminder(asked, 'question', timerOf(nowMs, REMIND_MS)));
}

/** Beside a quote, 'they may have it, too' ends nothing. */
function takeReferral(thread: Thread, referral: Referral, { nowMs }: ThreadContext): Taken {
  return thread.phase.kind === 'acknowledged'
    ? step.end(thread, { end: { as: 'referred', referral }, nowMs })
    : step.stay(thread);
}

function takeDecline(thread: Thread, decline: Decline, { nowMs }: ThreadContext): Taken {
  const { phase } = thread;
  switch (decline.of) {
    case 'request':
      return phase.kind === 'accepted' || phase.kind === 'ordered'
        ? 'accepted'
        : step.end(thread, { end: { as: 'declined', decline }, nowMs });
    case 'counter':
      return phase.kind === 'countered'
        ? step.stay(
            step.waitingForNothing({
              ...step.withoutMessages(thread, 'counter'),
              phase: { kind: 'quoted', quote: phase.quote, quotedAtMs: phase.quotedAtMs },
            }),
          )
        : 'not-now';
    case 'acceptance':
      return phase.kind === 'accepted' ? step.end(thread, { end: { as: 'declined', decline }, nowMs }) : 'not-now';
  }
}

/** Also late: an acceptance that missed its time is still one, until the person takes it back. */
function confirm(thread: Thread, { quote: quoteId, order }: Confirmation): Taken {
  const { phase } = thread;
  if (phase.kind !== 'accepted') {
    return 'not-now';
  }
  if (quoteId !== phase.quote.id) {
    return 'unknown-quote';
  }
  const { quote, quotedAtMs, acceptance, acceptedAtMs } = phase;
  return step.stay(
    step.waitingForNothing({
      ...step.withoutMessages(thread, 'acceptance'),
      phase: { kind: 'ordered', quote, quotedAtMs, acceptance, acceptedAtMs, order },
    }),
  );
}

/** The vendor can't go on. What was accepted stays until the person takes it back; what was ordered stays. */
function vendorFails(thread: Thread, { reason }: VendorFailure, { nowMs }: ThreadContext): Taken {
  const { phase } = thread;
  const isEnd = phase.kind !== 'accepted' && phase.kind !== 'ordered';
  const told = step.stay(thread, [{ kind: 'failed', notice: { reason, atMs: nowMs, isEnd } }]);
  return step.andThen(told, (from) => {
    if (isEnd) {
      return step.end(from, { end: { as: 'failed', reason, by: 'vendor' }, nowMs });
    }
    return phase.kind === 'accepted'
      ? step.stay(step.waitingForNothing(step.inPhase(from, { ...phase, failed: reason })))
      : step.stay(from);
  });
}

function hasQuote({ phase }: Thread): boolean {
  return phase.kind !== 'asked' && phase.kind !== 'acknowledged';
}
