import type { CastRequest, RequestPhase, RequestRefusal } from '../../domain/cast-request.ts';
import type { ThreadId } from '../../domain/ids.ts';
import type { RequestForProposals } from '../../domain/request-for-proposals.ts';
import type { Thread } from '../../domain/thread.ts';
import type { Reminder } from '../../domain/timer.ts';
import { openPartOf } from './open-part.ts';
import { REQUEST_LIMITS } from './request-limits.ts';
import type { RequestEvent, RequestStep } from './request-event.ts';
import type { AskedVendor } from './step-thread.ts';
import { openThread, stepThread } from './step-thread.ts';
import { REMIND_MS } from './thread-clocks.ts';
import type { ThreadContext, ThreadEvent } from './thread-event.ts';
import { dateTimer, isDue } from './timer.ts';

/** A request that was just begun. */
export function newCastRequest(request: RequestForProposals): CastRequest {
  return { request: { ...request, version: 1 }, phase: { kind: 'draft' }, reminders: [] };
}

/**
 * A request and its threads: an event in, the next state and what has to be done out. Threads only meet here, and only in
 * this: one quote of one vendor is accepted, once; and what is done to the request is done to all that are still open.
 *
 * @param threads - of `in-thread`, `accept`, `take-back`, `keep`, `fall-through` and `stand-again` at least the one concerned; of
 *   all others all of them. A `keep` closes those that are given.
 */
export function stepRequest(
  cast: CastRequest,
  threads: readonly Thread[],
  event: RequestEvent,
  nowMs: number,
): RequestStep {
  const { phase } = cast;
  if (event.kind === 'in-thread') {
    return stepOne(cast, threads, { thread: event.thread, event: event.event, nowMs });
  }
  if (event.kind === 'stand-again') {
    return standAgain(cast, threads, { thread: event.thread, nowMs });
  }
  if (phase.kind === 'ended') {
    return event.kind === 'tick' ? tick(cast, threads, nowMs) : refuse(cast, threads, 'ended');
  }
  switch (event.kind) {
    case 'change':
      return phase.kind === 'accepted'
        ? refuse(cast, threads, 'not-now')
        : change(cast, threads, { request: event.request, nowMs });
    case 'extend':
      return extend(cast, threads, { ...event, nowMs });
    case 'cast':
      return phase.kind === 'accepted'
        ? refuse(cast, threads, 'already-accepted')
        : castTo(cast, threads, { to: event.to, nowMs });
    case 'accept': {
      const { thread, acceptance, delivery } = event;
      return phase.kind === 'open'
        ? stepOne(cast, threads, {
            thread,
            event: { kind: 'accept', acceptance, delivery },
            nowMs,
            then: { kind: 'accepted', thread },
          })
        : refuse(cast, threads, phase.kind === 'accepted' ? 'already-accepted' : 'not-now');
    }
    case 'take-back':
    case 'fall-through':
      return phase.kind === 'accepted'
        ? stepOne(cast, threads, { thread: phase.thread, event, nowMs })
        : refuse(cast, threads, 'not-now');
    case 'let-others-down': {
      const { reason } = event;
      // What was too dear, or too slow, was quoted: who quoted nothing is told no reason.
      const letDown = ({ phase: { kind } }: Thread): ThreadEvent => ({
        kind: 'let-down',
        ...(reason !== undefined && (kind === 'quoted' || kind === 'countered') && { reason }),
      });
      return phase.kind === 'accepted'
        ? stepAll(cast, threads, { event: letDown, nowMs, except: phase.thread })
        : refuse(cast, threads, 'not-now');
    }
    case 'keep':
      return phase.kind === 'accepted'
        ? keep(cast, threads, { thread: phase.thread, fulfilment: event.fulfilment, nowMs })
        : refuse(cast, threads, 'not-now');
    case 'end':
      return phase.kind === 'accepted'
        ? refuse(cast, threads, 'already-accepted')
        : stepAll(ended(cast, event.as), threads, { event: { kind: 'end', as: event.as }, nowMs });
    case 'tick':
      return tick(cast, threads, nowMs);
  }
}

function change(
  cast: CastRequest,
  threads: readonly Thread[],
  { request, nowMs }: { readonly request: RequestForProposals; readonly nowMs: number },
): RequestStep {
  const isDraft = cast.phase.kind === 'draft';
  const { id, version, opening } = cast.request;
  const next = {
    ...request,
    id,
    version: isDraft ? version : version + 1,
    // How it was opened is done.
    opening: isDraft ? request.opening : opening,
  };
  const problem = isDraft ? undefined : (incompleteness(next) ?? (next.lapsesAtMs > nowMs ? undefined : 'not-later'));
  if (problem) {
    return refuse(cast, threads, problem);
  }
  const changed = { ...cast, request: next, ...(!isDraft && { reminders: remindersOf(next, nowMs) }) };
  return stepAll(changed, threads, { event: { kind: 'changed' }, nowMs });
}

function extend(
  cast: CastRequest,
  threads: readonly Thread[],
  {
    lapsesAtMs,
    answerByMs,
    nowMs,
  }: { readonly lapsesAtMs: number; readonly answerByMs?: number; readonly nowMs: number },
): RequestStep {
  if (cast.phase.kind !== 'open') {
    return refuse(cast, threads, 'not-now');
  }
  if (lapsesAtMs <= cast.request.lapsesAtMs) {
    return refuse(cast, threads, 'not-later');
  }
  const request = { ...cast.request, lapsesAtMs, ...(answerByMs !== undefined && { answerByMs }) };
  return change(cast, threads, { request, nowMs });
}

function castTo(
  cast: CastRequest,
  threads: readonly Thread[],
  { to, nowMs }: { readonly to: readonly AskedVendor[]; readonly nowMs: number },
): RequestStep {
  const { request } = cast;
  const asked = [...threads.filter(isOpen).map(({ vendor }) => vendor), ...to.map(({ vendor }) => vendor)];
  const problem =
    incompleteness(request) ??
    (request.lapsesAtMs > nowMs ? undefined : 'not-later') ??
    ((request.answerByMs ?? Infinity) > nowMs ? undefined : 'answer-over') ??
    ((request.rule?.deadlineMs ?? Infinity) > nowMs ? undefined : 'rule-over') ??
    (new Set(asked).size < asked.length ? 'already-asked' : undefined) ??
    (threads.length + to.length > REQUEST_LIMITS.threads ? 'too-many' : undefined);
  if (problem || to.length === 0) {
    return refuse(cast, threads, problem ?? 'incomplete');
  }
  const context = contextOf(cast, nowMs);
  const steps = to.map((vendor) => openThread(request.id, vendor, context));
  return {
    cast: { ...cast, phase: { kind: 'open' }, reminders: remindersOf(request, nowMs) },
    threads: [...threads, ...steps.map(({ thread }) => thread)],
    effects: steps.flatMap(effectsOf),
  };
}

/** What was bought came: the request is over, and whoever still waits is told. */
function keep(
  cast: CastRequest,
  threads: readonly Thread[],
  {
    thread,
    fulfilment,
    nowMs,
  }: { readonly thread: ThreadId; readonly nowMs: number } & Pick<
    Extract<RequestEvent, { readonly kind: 'keep' }>,
    'fulfilment'
  >,
): RequestStep {
  const step = stepOne(cast, threads, { thread, event: { kind: 'keep', fulfilment }, nowMs });
  if (step.refusal !== undefined) {
    return step;
  }
  const closed = stepAll(ended(step.cast, 'kept'), step.threads, { event: { kind: 'end', as: 'closed' }, nowMs });
  return { ...closed, effects: [...step.effects, ...closed.effects] };
}

/** Also where the request, once it was open again, was past its time at once. */
function standAgain(
  cast: CastRequest,
  threads: readonly Thread[],
  { thread, nowMs }: { readonly thread: ThreadId; readonly nowMs: number },
): RequestStep {
  const { phase } = cast;
  if (phase.kind === 'accepted' || phase.kind === 'draft') {
    return refuse(cast, threads, phase.kind === 'accepted' ? 'already-accepted' : 'not-now');
  }
  const then = { kind: 'accepted', thread } as const;
  return phase.kind === 'open' || phase.as === 'lapsed'
    ? stepOne(cast, threads, { thread, event: { kind: 'stand-again' }, nowMs, then })
    : refuse(cast, threads, 'ended');
}

function tick(cast: CastRequest, threads: readonly Thread[], nowMs: number): RequestStep {
  const due = cast.reminders.filter((reminder) => isDue(reminder.due, nowMs));
  const left = { ...cast, reminders: cast.reminders.filter((reminder) => !due.includes(reminder)) };
  const step = stepAll(left, threads, { event: { kind: 'tick' }, nowMs });
  const effects = [...step.effects, ...due.map(({ of }) => ({ kind: 'remind', of }) as const)];
  // A thread may have a last look out: the request ends with its last one.
  const isOver =
    cast.phase.kind === 'open' && nowMs >= openPartOf(cast.request).lapsesAtMs && !step.threads.some(isOpen);
  return { ...step, effects, cast: isOver ? ended(step.cast, 'lapsed') : step.cast };
}

function stepOne(
  cast: CastRequest,
  threads: readonly Thread[],
  {
    thread: id,
    event,
    nowMs,
    then,
  }: { readonly thread: ThreadId; readonly event: ThreadEvent; readonly nowMs: number; readonly then?: RequestPhase },
): RequestStep {
  const thread = threads.find((other) => other.id === id);
  if (!thread) {
    return refuse(cast, threads, 'no-thread');
  }
  const step = stepThread(thread, event, contextOf(cast, nowMs));
  const { refusal, isAgain } = step;
  const phase = refusal === undefined && then ? then : cast.phase;
  // An acceptance that fell through: the vendor declined it, or the person took it back; or the order did.
  const isFree = phase.kind === 'accepted' && phase.thread === id && step.thread.phase.kind === 'ended';
  return {
    cast: { ...cast, phase: isFree ? { kind: 'open' } : phase },
    threads: threads.map((other) => (other === thread ? step.thread : other)),
    effects: effectsOf(step),
    ...(refusal !== undefined && { refusal }),
    ...(isAgain && { isAgain }),
  };
}

/** All that are not over; after the end ticks alone go on, to carry last words. */
function stepAll(
  cast: CastRequest,
  threads: readonly Thread[],
  {
    event,
    nowMs,
    except,
  }: {
    readonly event: ThreadEvent | ((thread: Thread) => ThreadEvent);
    readonly nowMs: number;
    readonly except?: ThreadId;
  },
): RequestStep {
  const context = contextOf(cast, nowMs);
  const steps = threads.map((thread) => {
    const its = typeof event === 'function' ? event(thread) : event;
    return thread.id === except || (!isOpen(thread) && its.kind !== 'tick')
      ? { thread, effects: [] }
      : stepThread(thread, its, context);
  });
  return { cast, threads: steps.map(({ thread }) => thread), effects: steps.flatMap(effectsOf) };
}

function effectsOf({ thread, effects }: Pick<ReturnType<typeof stepThread>, 'thread' | 'effects'>) {
  return effects.map((effect) => ({ kind: 'in-thread', thread: thread.id, effect }) as const);
}

function contextOf({ request }: CastRequest, nowMs: number): ThreadContext {
  return { open: openPartOf(request), nowMs };
}

function incompleteness({ category, lines }: RequestForProposals): RequestRefusal | undefined {
  const numbers = new Set(lines.map(({ number }) => number));
  if (lines.length > REQUEST_LIMITS.lines) {
    return 'too-many';
  }
  const isNamed = lines.every(({ wanted }) => (wanted.kind === 'item' ? wanted.name : wanted.words).trim() !== '');
  return category.trim() === '' || lines.length === 0 || !isNamed || numbers.size < lines.length
    ? 'incomplete'
    : undefined;
}

function remindersOf({ lapsesAtMs, rule }: RequestForProposals, nowMs: number): readonly Reminder<'lapse' | 'rule'>[] {
  const lapse = {
    of: 'lapse',
    due: dateTimer(lapsesAtMs - Math.min(REMIND_MS, Math.floor((lapsesAtMs - nowMs) / 2))),
  } as const;
  return rule ? [lapse, { of: 'rule', due: dateTimer(rule.deadlineMs) }] : [lapse];
}

function refuse(cast: CastRequest, threads: readonly Thread[], refusal: RequestRefusal): RequestStep {
  return { cast, threads, effects: [], refusal };
}

function ended(cast: CastRequest, as: Extract<RequestPhase, { readonly kind: 'ended' }>['as']): CastRequest {
  return { ...cast, phase: { kind: 'ended', as }, reminders: [] };
}

function isOpen({ phase }: Thread): boolean {
  return phase.kind !== 'ended';
}
