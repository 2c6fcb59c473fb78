import { AppError } from '../domain/errors.ts';
import type { InlineCall, InlineInput, InlineOutput } from '../protocol/inline-wire.ts';
import type { Reply } from '../protocol/reply.ts';
import { extension } from './extension.ts';

export type AskBackground = <C extends InlineCall>(call: C, input: InlineInput<C>) => Promise<InlineOutput<C>>;

/**
 * Makes one call on the inline wire.
 *
 * @throws {AppError} `turned-off` when Sayso is gone from under the page, else what the background answered.
 */
export async function askBackground<C extends InlineCall>(call: C, input: InlineInput<C>): Promise<InlineOutput<C>> {
  const runtime = extension()?.runtime;
  if (!runtime) {
    throw new AppError('turned-off', 'Sayso is gone.');
  }
  const reply = (await runtime.sendMessage({ wire: 'inline', call, input })) as Reply<InlineOutput<C>> | undefined;
  if (!reply?.ok) {
    throw new AppError(reply?.error.code ?? 'internal', reply?.error.message ?? 'No answer.');
  }
  return reply.value;
}
