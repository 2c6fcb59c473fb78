import { AppError } from '../../domain/errors.ts';
import { findAsk, type PendingAsk } from '../../platform/pending-asks.ts';
import { readAsk } from '../../protocol/read-ask.ts';

/** What the prompt has to show. */
export type LoadedAsk =
  | { readonly kind: 'asking'; readonly pending: PendingAsk }
  /** Answered elsewhere, its page closed, or never there: a crafted address ends here, too. */
  | { readonly kind: 'gone' }
  /** What is written down is no ask: nothing of it may be shown as one. */
  | { readonly kind: 'unreadable'; readonly pending: PendingAsk };

/** The ask that an address names, or '' for none. */
export function askIdOf(search: string): string {
  return new URLSearchParams(search).get('id') ?? '';
}

/** @param search - the address's query string, `?id=…` */
export async function loadAsk(search: string): Promise<LoadedAsk> {
  const pending = await findAsk(askIdOf(search));
  if (!pending) {
    return { kind: 'gone' };
  }
  try {
    return { kind: 'asking', pending: { ...pending, ask: readAsk(pending.ask) } };
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return { kind: 'unreadable', pending };
    }
    throw thrown;
  }
}
