import type { Ask, Grant, Need } from '../../protocol/customer.ts';

/** The calls of the page API. */
export type CallName =
  | 'request'
  | 'grants'
  | 'ratings'
  | 'preferences'
  | 'intentions'
  | 'rank'
  | 'reply'
  | 'propose'
  | 'withdraw';

/** One call the vendor's code made, in the order they were made. */
export interface TestCall {
  readonly call: CallName;
  /** What was passed, cloned; `undefined` when nothing was, or when it could not be cloned. */
  readonly input: unknown;
  /** The name of the `DOMException` it was refused with; absent while it is under way and when it was answered. */
  readonly error?: string;
}

/** What the person gives: these needs, no wider than they were asked. */
export interface TestGift {
  readonly scope: readonly Need[];
  /** `many` when absent. */
  readonly uses?: 'once' | 'many';
  /** Milliseconds since the Unix epoch; without an end when absent. */
  readonly untilMs?: number;
}

/** How the person answers an ask: all that was asked, nothing, or a part. */
export type TestAnswer = 'allow' | 'refuse' | TestGift;

/** A grant as the double keeps it. */
export interface HeldTestGrant {
  readonly ask: Ask;
  readonly grant: Grant;
  readonly untilMs: number | undefined;
  /** With `once`: the calls whose turn is spent. */
  readonly usedCalls: ReadonlySet<string>;
}
