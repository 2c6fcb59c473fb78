import type { InlineCall, InlineInput, InlineOutput } from '../protocol/inline-wire.ts';
import type { Reply } from '../protocol/reply.ts';
import { extension } from './extension.ts';

export type AskBackground = <C extends InlineCall>(
  call: C,
  input: InlineInput<C>,
) => Promise<InlineOutput<C> | undefined>;

/**
 * Makes one call on the inline wire.
 *
 * @returns `undefined` when it was refused, or when Sayso is gone from under the page: why is nothing the stars can say.
 */
export async function askBackground<C extends InlineCall>(
  call: C,
  input: InlineInput<C>,
): Promise<InlineOutput<C> | undefined> {
  const sent = extension()?.runtime.sendMessage({ wire: 'inline', call, input });
  const reply = (await sent?.catch(() => undefined)) as Reply<InlineOutput<C>> | undefined;
  return reply?.ok ? reply.value : undefined;
}
