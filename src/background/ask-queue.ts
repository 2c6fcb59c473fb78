import type { Ask } from '../domain/ask.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { isSameAsk } from '../domain/same-ask.ts';
import type { PendingAsk } from '../platform/pending-asks.ts';
import type { Caller } from './caller.ts';

/** Calls that may wait for one ask's answer: two tabs, a page that asks twice; not a loop. */
const MOST_WAITERS = 16;
/** Asks of all origins that may wait for the person. */
const MOST_ASKS = 50;
/** Decided asks kept to answer those who waited. */
const MOST_DECIDED = 50;

export interface Joining {
  readonly ask: Ask;
  readonly caller: Caller;
  readonly callId: RecordId;
  readonly nowMs: number;
}

/**
 * Puts a call among those that wait: with the same ask of its origin if one is pending, else as a new one.
 *
 * One pending ask an origin. `false`, and nothing changed, for a different ask meanwhile, or where too many wait already.
 */
export function joinAsk(
  asks: readonly PendingAsk[],
  { ask, caller, callId, nowMs }: Joining,
): readonly [readonly PendingAsk[], boolean] {
  const waiter = { id: callId, tabId: caller.tabId };
  const open = asks.filter(({ decidedAtMs }) => decidedAtMs === undefined);
  const pending = open.find(({ origin }) => origin === caller.origin);
  if (!pending) {
    const made: PendingAsk = { id: callId, origin: caller.origin, ask, askedAtMs: nowMs, waiters: [waiter] };
    return open.length < MOST_ASKS ? [[...asks, made], true] : [asks, false];
  }
  if (!isSameAsk(pending.ask, ask) || pending.waiters.length >= MOST_WAITERS) {
    return [asks, false];
  }
  const joined = { ...pending, waiters: [...pending.waiters, waiter] };
  return [asks.map((one) => (one === pending ? joined : one)), true];
}

/** The ask whose answer this call of an origin waits for, decided or not. */
export function askOfCall(asks: readonly PendingAsk[], origin: Origin, callId: string): PendingAsk | undefined {
  return asks.find((one) => one.origin === origin && one.waiters.some(({ id }) => id === callId));
}

export function markDecided(asks: readonly PendingAsk[], id: string, nowMs: number): readonly PendingAsk[] {
  return asks.map((one) => (one.id === id && one.decidedAtMs === undefined ? { ...one, decidedAtMs: nowMs } : one));
}

/** Drops the oldest decided asks over the limit. */
export function forgetOldAsks(asks: readonly PendingAsk[]): readonly PendingAsk[] {
  const decided = asks.filter(({ decidedAtMs }) => decidedAtMs !== undefined);
  const dropped = new Set(decided.slice(0, Math.max(0, decided.length - MOST_DECIDED)));
  return asks.filter((one) => !dropped.has(one));
}
