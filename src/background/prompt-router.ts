import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { AppError, type WireError } from '../domain/errors.ts';
import { type Origin, recordId, type RequestId } from '../domain/ids.ts';
import { originOf } from '../domain/origin.ts';
import { type ChannelFound, type PromptCall, promptCalls, promptMessage } from '../protocol/prompt-wire.ts';
import { isOwnPage } from './caller.ts';

export interface OwnPageHandlers {
  readonly changed: (origin: Origin) => Promise<void>;
  readonly decided: (askId: string) => Promise<void>;
  readonly rated: () => Promise<void>;
  readonly requested: (id: RequestId) => Promise<void>;
  readonly channel: (origin: Origin) => Promise<ChannelFound>;
}

type Reply = { readonly ok: true; readonly value?: unknown } | { readonly ok: false; readonly error: WireError };

/** Answers Sayso's own pages, and nobody else: a name chosen by a page never reaches these handlers. */
export async function answerOwnPage(
  message: unknown,
  sender: Runtime.MessageSender,
  ownOrigin: string,
  handlers: OwnPageHandlers,
): Promise<Reply> {
  try {
    if (!isOwnPage(sender, ownOrigin)) {
      throw new AppError('not-granted', 'Only for Sayso\u2019s own pages.');
    }
    const parsed = v.safeParse(promptMessage, message);
    if (!parsed.success || !isCall(parsed.output.call)) {
      throw new AppError('unknown-call', 'No such call.');
    }
    const { call, input } = parsed.output;
    const value = v.safeParse(promptCalls[call].input, input);
    if (!value.success) {
      throw new AppError('bad-request', `${call}: the input is malformed.`);
    }
    const said = await handle(call, value.output, handlers);
    return { ok: true, ...(said !== undefined && { value: said }) };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) {
      console.error('A call of our own page failed', thrown);
    }
    return { ok: false, error: AppError.toWire(thrown) };
  }
}

function handle(call: PromptCall, input: string, handlers: OwnPageHandlers): Promise<unknown> {
  switch (call) {
    case 'changed':
      return handlers.changed(originOf(input));
    case 'decided':
      return handlers.decided(input);
    case 'rated':
      return handlers.rated();
    case 'requested':
      return handlers.requested(recordId(input));
    case 'channel':
      return handlers.channel(originOf(input));
  }
}

function isCall(call: string): call is PromptCall {
  return Object.hasOwn(promptCalls, call);
}
