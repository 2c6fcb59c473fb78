import type { Acceptance } from '../../domain/acceptance.ts';
import type { Counter } from '../../domain/counter.ts';
import { compareDecimals, type Decimal } from '../../domain/decimal.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { OfferedLine } from '../../domain/quote.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { AcceptedQuote, Thread } from '../../domain/thread.ts';
import { pickOffers } from './check-choice.ts';
import { isOffered } from './check-quote.ts';
import { copyForVendor, copyWithDelivery, saysTheSame } from './copy-for-vendor.ts';
import type { PersonEvent, ThreadContext, ThreadStep } from './thread-event.ts';
import * as step from './thread-step.ts';

/** What the person does, and what the vendor is told of it. */
export function actInThread(thread: Thread, event: PersonEvent, context: ThreadContext): ThreadStep {
  if (event.kind === 'stand-again') {
    return standAgain(thread);
  }
  if (thread.phase.kind === 'ended') {
    return step.refuse(thread, 'ended');
  }
  switch (event.kind) {
    case 'show-rest':
      return showRest(thread, context);
    case 'changed':
      return isAccepted(thread) ? step.stay(thread) : giveCopy(thread, context);
    case 'answer':
      return answer(thread, event.words, context);
    case 'counter':
      return counter(thread, event.counter, context);
    case 'accept':
      return accept(thread, event, context);
    case 'try-again':
      return tryAgain(thread, event.delivery, context);
    case 'take-back':
      return takeBack(thread, context);
    case 'let-down': {
      const reason = event.reason === undefined ? {} : { reason: event.reason };
      const farewell = { kind: 'let-down', ...reason } as const;
      return isAccepted(thread)
        ? step.refuse(thread, 'accepted')
        : step.end(thread, { end: { as: 'let-down', ...reason }, nowMs: context.nowMs, farewell });
    }
    case 'end':
      return isAccepted(thread)
        ? step.refuse(thread, 'accepted')
        : step.end(thread, { end: { as: event.as }, nowMs: context.nowMs, farewell: { kind: 'ended', as: event.as } });
    case 'keep':
      return keep(thread, event, context);
    case 'fall-through':
      return fallThrough(thread, event, context);
  }
}

function showRest(thread: Thread, context: ThreadContext): ThreadStep {
  if (thread.stage === 'whole') {
    return step.refuse(thread, 'not-now');
  }
  return thread.hasAnswered
    ? giveCopy(step.withoutReminder({ ...thread, stage: 'whole' }, 'interest'), context)
    : step.refuse(thread, 'not-answered');
}

/** The copy as it is now; nothing, if the vendor would find nothing new in it. */
function giveCopy(thread: Thread, { open, nowMs }: ThreadContext): ThreadStep {
  const { id, person, stage } = thread;
  const copy = copyForVendor(open, stage, { id, person, copy: thread.copy.copy + 1 });
  return saysTheSame(copy, thread.copy)
    ? step.stay(thread)
    : step.say({ ...thread, copy }, { kind: 'request', copy }, nowMs);
}

function answer(thread: Thread, words: string, { nowMs }: ThreadContext): ThreadStep {
  const { question } = thread;
  return question
    ? step.say(
        step.withoutReminder(step.withoutQuestion(thread), 'question'),
        { kind: 'answer', question: question.id, words },
        nowMs,
      )
    : step.refuse(thread, 'no-question');
}

function counter(thread: Thread, made: Counter, { nowMs }: ThreadContext): ThreadStep {
  const { phase } = thread;
  if (phase.kind !== 'quoted') {
    return step.refuse(thread, phase.kind === 'countered' ? 'counter-open' : 'not-now');
  }
  const { quote, quotedAtMs } = phase;
  if (made.quote !== quote.id) {
    return step.refuse(thread, 'unknown-quote');
  }
  if (quote.pricing === 'fixed') {
    return step.refuse(thread, 'price-fixed');
  }
  if (nowMs >= quote.validUntilMs) {
    return step.refuse(thread, 'quote-expired');
  }
  const offers = new Map(quote.lines.filter(isOffered).map((offer) => [offer.key, offer]));
  const amounts = [...made.lines.map(({ amount }) => amount), made.total].filter((amount) => amount !== undefined);
  const saysNothing = made.lines.length === 0 && made.total === undefined && made.words === undefined;
  if (
    saysNothing ||
    made.lines.some(({ offer, quantity }) => !isPossible(offers.get(offer), quantity)) ||
    amounts.some(({ currency, minor }) => currency !== quote.currency || minor < 0)
  ) {
    return step.refuse(thread, 'choice-impossible');
  }
  const countered = step.inPhase(thread, { kind: 'countered', quote, quotedAtMs, counter: made });
  return step.say(step.waitingForNothing(countered), { kind: 'counter', counter: made }, nowMs);
}

/** Other steps, or more than there are, can be wished for; another unit, or nothing of it, is no number of that thing. */
function isPossible(offer: OfferedLine | undefined, quantity: Quantity | undefined): boolean {
  return (
    offer !== undefined &&
    (quantity === undefined ||
      (quantity.unit === offer.price.per.unit && compareDecimals(quantity.value, '0' as Decimal) > 0))
  );
}

/** The quote as it stands is taken, once; what was still on its way to the vendor is not said any more. */
function accept(
  thread: Thread,
  { acceptance, delivery }: { readonly acceptance: Acceptance; readonly delivery: DeliveryDetails },
  context: ThreadContext,
): ThreadStep {
  const { phase } = thread;
  if (isAccepted(thread)) {
    return step.refuse(thread, 'accepted');
  }
  if (phase.kind !== 'quoted' && phase.kind !== 'countered') {
    return step.refuse(thread, 'not-now');
  }
  const { quote, quotedAtMs } = phase;
  if (acceptance.quote !== quote.id) {
    return step.refuse(thread, 'unknown-quote');
  }
  if (context.nowMs >= quote.validUntilMs) {
    return step.refuse(thread, 'quote-expired');
  }
  if (typeof pickOffers(quote, acceptance.choice) === 'string') {
    return step.refuse(thread, 'choice-impossible');
  }
  const accepted = { quote, quotedAtMs, acceptance, acceptedAtMs: context.nowMs };
  const quiet = step.waitingForNothing(step.withoutReminder(thread, 'quote-ends'));
  return sendAcceptance({ ...quiet, outbox: [] }, accepted, { delivery, ...context });
}

function sendAcceptance(
  thread: Thread,
  accepted: AcceptedQuote,
  { delivery, open, nowMs }: ThreadContext & { readonly delivery: DeliveryDetails },
): ThreadStep {
  const { id, person } = thread;
  const copy = copyWithDelivery(open, { id, person, copy: thread.copy.copy }, delivery);
  return step.say(
    step.inPhase(thread, { kind: 'accepted', ...accepted }),
    { kind: 'acceptance', acceptance: accepted.acceptance, copy },
    nowMs,
  );
}

function tryAgain(thread: Thread, delivery: DeliveryDetails, context: ThreadContext): ThreadStep {
  const { phase } = thread;
  if (phase.kind !== 'accepted' || phase.failed === undefined) {
    return step.refuse(thread, 'no-failure');
  }
  const { quote, quotedAtMs, acceptance, acceptedAtMs } = phase;
  const quiet = step.withoutMessages(step.waitingForNothing(thread), 'acceptance');
  return sendAcceptance(quiet, { quote, quotedAtMs, acceptance, acceptedAtMs }, { delivery, ...context });
}

function takeBack(thread: Thread, { nowMs }: ThreadContext): ThreadStep {
  const { phase } = thread;
  return phase.kind === 'accepted' && phase.failed !== undefined
    ? step.fail(thread, { reason: phase.failed, isEnd: true, nowMs })
    : step.refuse(thread, 'no-failure');
}

/** What came, came: also where the vendor never confirmed that it would. */
function keep(
  thread: Thread,
  { fulfilment }: Extract<PersonEvent, { readonly kind: 'keep' }>,
  { nowMs }: ThreadContext,
): ThreadStep {
  const { phase } = thread;
  if (phase.kind !== 'accepted' && phase.kind !== 'ordered') {
    return step.refuse(thread, 'not-now');
  }
  const { quote, quotedAtMs, acceptance, acceptedAtMs } = phase;
  const order = phase.kind === 'ordered' ? { order: phase.order } : {};
  return step.end(thread, {
    end: { as: 'kept', quote, quotedAtMs, acceptance, acceptedAtMs, fulfilment, ...order },
    nowMs,
  });
}

/** What nobody confirmed is no order yet: that is taken back, and the vendor told. */
function fallThrough(
  thread: Thread,
  { cause, note }: Extract<PersonEvent, { readonly kind: 'fall-through' }>,
  { nowMs }: ThreadContext,
): ThreadStep {
  const { phase } = thread;
  if (phase.kind !== 'ordered') {
    return step.refuse(thread, 'not-now');
  }
  const { kind: _kind, ...ordered } = phase;
  const why = { cause, ...(note !== undefined && { note }) };
  return step.end(thread, { end: { as: 'fell-through', ...why, ...ordered }, nowMs });
}

/** The one way back from an end, the person's own: nobody was told of it. A question that was open with it stays closed. */
function standAgain(thread: Thread): ThreadStep {
  const { phase } = thread;
  if (phase.kind !== 'ended') {
    return step.refuse(thread, 'not-now');
  }
  if (phase.end.as !== 'fell-through') {
    return step.refuse(thread, 'ended');
  }
  const { as: _as, cause: _cause, note: _note, ...ordered } = phase.end;
  return step.stay(step.inPhase(thread, { kind: 'ordered', ...ordered }));
}

function isAccepted({ phase }: Thread): boolean {
  return phase.kind === 'accepted' || phase.kind === 'ordered';
}
