import type { Branded } from './ids.ts';

/**
 * One moment of a hybrid logical clock, as text that sorts by time:
 * 11 base-36 digits of milliseconds, 4 of a counter, then the copy's own name.
 * Two copies of a store can be merged by it later.
 */
export type Stamp = Branded<'Stamp'>;

/** Gives the present. Injected, so that every rule about time can be tested as a table. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  nowMs(): number;
}

const TIME_DIGITS = 11;
const COUNTER_DIGITS = 4;
const COUNTER_LIMIT = 36 ** COUNTER_DIGITS;

/**
 * The next stamp after `last`: never earlier than it, whatever the wall clock does.
 *
 * @param last - the newest stamp this copy has seen, or `undefined` on the first write
 * @param node - this copy's name, 8 characters of [0-9a-z]
 */
export function nextStamp(last: Stamp | undefined, nowMs: number, node: string): Stamp {
  const lastMs = last === undefined ? -1 : stampMs(last);
  const lastCounter =
    last === undefined ? 0 : Number.parseInt(last.slice(TIME_DIGITS, TIME_DIGITS + COUNTER_DIGITS), 36);
  const wallMs = Math.max(0, Math.floor(nowMs));
  if (wallMs > lastMs) {
    return format(wallMs, 0, node);
  }
  return lastCounter + 1 < COUNTER_LIMIT ? format(lastMs, lastCounter + 1, node) : format(lastMs + 1, 0, node);
}

/** The name of the copy that a stamp is of. */
export function stampNode(stamp: Stamp): string {
  return stamp.slice(TIME_DIGITS + COUNTER_DIGITS);
}

/** The wall-clock part of a stamp, in milliseconds since the Unix epoch. */
export function stampMs(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, TIME_DIGITS), 36);
}

/** A name for this copy: random, so that two copies never share one. */
export function newNodeName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

function format(ms: number, counter: number, node: string): Stamp {
  return `${ms.toString(36).padStart(TIME_DIGITS, '0')}${counter.toString(36).padStart(COUNTER_DIGITS, '0')}${node}` as Stamp;
}
