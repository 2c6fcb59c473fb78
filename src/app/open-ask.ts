import type { Ask } from '../domain/ask.ts';
import type { Decision, HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface AskInput {
  readonly origin: Origin;
  readonly ask: Ask;
  readonly askId: RecordId;
  /**
   * `false` when a different ask of this origin waits already, or too many do: then it is silenced at once,
   * unless a grant answers it. The same askId must be silenced again when asked again (its message is re-sent).
   */
  readonly canPrompt: boolean;
}

export type AskOpening =
  | { readonly kind: 'held'; readonly grant: HeldGrant }
  | { readonly kind: 'prompt' }
  | { readonly kind: 'silenced'; readonly decision: Decision };

export async function openAsk(_context: AppContext, _input: AskInput): Promise<AskOpening> {
  throw new AppError('not-supported', 'openAsk is being written.');
}
