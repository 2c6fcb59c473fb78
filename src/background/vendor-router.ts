import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { AppError } from '../domain/errors.ts';
import { type RecordId, recordId } from '../domain/ids.ts';
import { failureOf, type VendorReply } from '../protocol/vendor-reply.ts';
import {
  PROVIDE_CALL,
  type VendorCall,
  type VendorInput,
  type VendorOutput,
  vendorCalls,
  vendorMessage,
} from '../protocol/vendor-wire.ts';
import { PAGE_LIMIT } from '../protocol/vendor-schemas.ts';
import { whatIsWrong } from '../protocol/what-is-wrong.ts';
import { type Caller, callerOf } from './caller.ts';

/** A handler's way to say 'not yet'. */
export interface Pending {
  readonly againMs: number;
}

/** What every handler gets beside its input: the browser's word for who asks, and the call's own id. */
export interface VendorContext {
  readonly caller: Caller;
  readonly callId: RecordId;
}

/** Exhaustive by construction: a call of the wire without a handler does not compile. */
export type VendorHandlers = {
  readonly [C in VendorCall]: (
    input: VendorInput<C>,
    context: VendorContext,
  ) => Promise<VendorOutput<C> | { readonly pending: Pending }>;
};

export interface VendorRouter {
  readonly handlers: VendorHandlers;
  /** Puts the provider into the caller's document, if its origin is connected. */
  readonly provide: (caller: Caller) => Promise<void>;
  /** @throws {AppError} `too-much` */
  readonly spend: (caller: Caller) => void;
  /** Whether this call was counted before, and waits for the person: sent again, it is no new one. */
  readonly isWaiting: (caller: Caller, callId: string) => Promise<boolean>;
}

/** The schemas that take a list. To the others an empty one is an object without keys. */
const OF_LISTS: ReadonlySet<string> = new Set(['array', 'strict_tuple']);

/**
 * Answers one message of a chosen page's bridge.
 *
 * Who asks is the browser's word. Input is parsed before, and output after, the handler:
 * a handler cannot leak a field that the wire does not have.
 */
export async function answerVendor(
  message: unknown,
  sender: Runtime.MessageSender,
  router: VendorRouter,
): Promise<VendorReply> {
  try {
    const caller = callerOf(sender);
    const parsed = v.safeParse(vendorMessage, message);
    if (!parsed.success) {
      throw new AppError('unknown-call', 'Not a message of this version.');
    }
    const { id, call, input } = parsed.output;
    if (call !== 'request' || !(await router.isWaiting(caller, id))) {
      router.spend(caller);
    }
    if (call === PROVIDE_CALL) {
      await router.provide(caller);
      return { kind: 'answer', json: 'null' };
    }
    if (!isCall(call)) {
      throw new AppError('unknown-call', 'No such call.');
    }
    return await answer(call, input, { caller, callId: recordId(id) }, router.handlers);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) {
      console.error('A vendor call failed', thrown);
    }
    return failureOf(thrown);
  }
}

async function answer<C extends VendorCall>(
  call: C,
  json: string | undefined,
  context: VendorContext,
  handlers: Pick<VendorHandlers, C>,
): Promise<VendorReply> {
  const wire = vendorCalls[call] as unknown as {
    input: v.GenericSchema<unknown, VendorInput<C>>;
    output: v.GenericSchema<unknown, VendorOutput<C>>;
  };
  const given = json === undefined ? undefined : parse(call, json);
  if (Array.isArray(given) && !OF_LISTS.has(wire.input.type)) {
    throw new AppError('bad-request', `${call}: the value: Invalid type: Expected Object but received Array`);
  }
  const input = v.safeParse(wire.input, given);
  if (!input.success) {
    const code = input.issues.every(isTooMany) ? 'too-much' : 'bad-request';
    throw new AppError(code, `${call}: ${whatIsWrong(input.issues)}`);
  }
  const value = await named(call, handlers[call](input.output, context));
  if (typeof value === 'object' && value !== null && 'pending' in value) {
    return { kind: 'pending', againMs: value.pending.againMs };
  }
  return { kind: 'answer', json: textOf(value, () => JSON.stringify(v.parse(wire.output, value))) };
}

/** What a call finds wrong with its input only as it is carried out begins with the call, too. */
async function named<T>(call: VendorCall, handled: Promise<T>): Promise<T> {
  try {
    return await handled;
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === 'bad-request'
      ? new AppError('bad-request', `${call}: ${thrown.message}`, { cause: thrown })
      : thrown;
  }
}

/** More than a page of items or identifiers: a list that is right, and has to be sent in pieces. */
function isTooMany({ type, requirement, input }: v.BaseIssue<unknown>): boolean {
  return type === 'max_length' && requirement === PAGE_LIMIT && Array.isArray(input);
}

/** The same object is the same answer: a read that comes again is not checked and encoded again. */
const texts = new WeakMap<object, string>();

function textOf(value: unknown, encode: () => string): string {
  if (typeof value !== 'object' || value === null) {
    return encode();
  }
  const text = texts.get(value) ?? encode();
  texts.set(value, text);
  return text;
}

function parse(call: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError('bad-request', `${call}: the input is not JSON`, { cause });
  }
}

function isCall(call: string): call is VendorCall {
  return Object.hasOwn(vendorCalls, call);
}
