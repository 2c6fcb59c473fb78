import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import type { AppContext } from '../app/context.ts';
import { findVendor } from '../app/find-vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';
import {
  type InlineCall,
  type InlineOutput,
  type InlineParsed,
  inlineCalls,
  inlineMessage,
} from '../protocol/inline-wire.ts';
import type { Reply } from '../protocol/reply.ts';
import { whatIsWrong } from '../protocol/what-is-wrong.ts';
import { callerOf } from './caller.ts';
import { inlineHandlers } from './inline-handlers.ts';

/**
 * Answers the stars on one site, where the person turned them on.
 *
 * @param onRated - ratings changed: stars elsewhere look again
 */
export async function answerInline(
  message: unknown,
  sender: Runtime.MessageSender,
  ready: Promise<AppContext>,
  onRated: () => Promise<void>,
): Promise<Reply<unknown>> {
  try {
    const { origin } = callerOf(sender);
    const parsed = v.safeParse(inlineMessage, message);
    const call = parsed.success ? parsed.output.call : '';
    if (!parsed.success || !isCall(call)) {
      throw new AppError('unknown-call', 'No such call.');
    }
    const { input } = parsed.output;
    const context = await ready;
    const vendor = await findVendor(context, { origin });
    if (!vendor?.hasStars || vendor.isBlocked) {
      throw new AppError('not-granted', 'The stars are not shown on this site.');
    }
    const value = await answer(call, input, context, origin);
    if (call !== 'look-up') {
      await onRated();
    }
    return { ok: true, value };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) {
      console.error('An inline call failed', thrown);
    }
    return { ok: false, error: AppError.toWire(thrown) };
  }
}

async function answer<C extends InlineCall>(
  call: C,
  raw: unknown,
  context: AppContext,
  origin: Origin,
): Promise<InlineOutput<C>> {
  const wire = inlineCalls[call] as unknown as {
    input: v.GenericSchema<unknown, InlineParsed<C>>;
    output: v.GenericSchema<unknown, InlineOutput<C>>;
  };
  const input = v.safeParse(wire.input, raw);
  if (!input.success) {
    throw new AppError('bad-request', `${call}: ${whatIsWrong(input.issues)}`);
  }
  return v.parse(wire.output, await inlineHandlers[call](input.output, context, origin));
}

function isCall(call: string): call is InlineCall {
  return Object.hasOwn(inlineCalls, call);
}
