import type { Ask } from '../domain/ask.ts';
import type { Decision, Duration, GivenNeed } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface PromptAnswer {
  /** Id of the pending ask. */
  readonly askId: RecordId;
  readonly origin: Origin;
  readonly ask: Ask;
  readonly askedAtMs: number;
  readonly decision:
    | { readonly kind: 'allow'; readonly scope: readonly GivenNeed[]; readonly duration: Duration }
    /** `duration`: how long it is silently repeated; 'once' is just this time. */
    | { readonly kind: 'refuse'; readonly duration: Duration; readonly forever?: boolean }
    | { readonly kind: 'ignore' };
}

export async function answerPrompt(_context: AppContext, _input: PromptAnswer): Promise<Decision> {
  throw new AppError('not-supported', 'answerPrompt is being written.');
}
