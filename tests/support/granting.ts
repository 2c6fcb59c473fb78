import { answerPrompt } from '../../src/app/answer-prompt.ts';
import { chooseSite } from '../../src/app/choose-site.ts';
import type { AppContext } from '../../src/app/context.ts';
import type { Ask, Need } from '../../src/domain/ask.ts';
import type { Decision, Duration, GivenNeed } from '../../src/domain/grant.ts';
import { type GrantId, newRecordId, type Origin, type RecordId } from '../../src/domain/ids.ts';
import { SHOP } from './samples.ts';

export const RATINGS: Need = { collection: 'ratings' };
export const PREFERENCES: Need = { collection: 'preferences' };

export function ask(required: readonly Need[], rest: Partial<Ask> = {}): Ask {
  return {
    id: 'ask-1',
    text: 'To put first what you like.',
    purpose: 'ProvideProductRecommendations',
    required,
    optional: [],
    retention: 'P30D',
    sharing: 'none',
    agreement: 'SD-BASE',
    ...rest,
  };
}

/** A call's own id, as the bridge makes it. */
export function callId(): RecordId {
  return crypto.randomUUID() as string as RecordId;
}

export interface Giving {
  readonly origin?: Origin;
  readonly duration?: Duration;
  /** What is given, where it is not what is asked. */
  readonly scope?: readonly GivenNeed[];
  readonly askId?: string;
}

/** Connects an origin and gives it what it asks for. */
export async function give(
  context: AppContext,
  needs: readonly Need[],
  { origin = SHOP, duration = 'until-stopped', scope = needs, askId = 'ask-1' }: Giving = {},
): Promise<GrantId> {
  await chooseSite(context, { origin, connect: true });
  const { grantId } = await answerPrompt(context, {
    askId: newRecordId(context.clock.nowMs()),
    origin,
    ask: ask(needs, { id: askId }),
    askedAtMs: context.clock.nowMs(),
    decision: { kind: 'allow', scope, duration },
  });
  return grantId!;
}

/** Answers an ask otherwise. */
export function decline(
  context: AppContext,
  decision:
    | { readonly kind: 'refuse'; readonly duration: Duration; readonly forever?: boolean }
    | { readonly kind: 'ignore' },
  origin: Origin = SHOP,
): Promise<Decision> {
  const askedAtMs = context.clock.nowMs();
  return answerPrompt(context, { askId: newRecordId(askedAtMs), origin, ask: ask([RATINGS]), askedAtMs, decision });
}
