import { answerPrompt } from '../app/answer-prompt.ts';
import { askState } from '../app/ask-state.ts';
import type { AppContext } from '../app/context.ts';
import { openAsk } from '../app/open-ask.ts';
import type { Ask } from '../domain/ask.ts';
import { AppError } from '../domain/errors.ts';
import type { HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { changeAsks, listAsks, type PendingAsk } from '../platform/pending-asks.ts';
import { tellTabs } from '../platform/tabs.ts';
import { vendorGrantOf } from '../protocol/to-schema-org.ts';
import type { VendorEvent } from '../protocol/vendor-reply.ts';
import type { VendorGrant } from '../protocol/vendor-schemas.ts';
import { askOfCall, forgetOldAsks, joinAsk, markDecided } from './ask-queue.ts';
import type { Caller } from './caller.ts';
import type { Pending } from './vendor-router.ts';

/** How often a page that waits for the person asks again, should the word of the decision have got lost. */
const SLOW_MS = 15_000;

type Answer = VendorGrant | { readonly pending: Pending };

/**
 * Asks that need the person: written down, answered 'pending' at once, shown one at a time in Sayso's own window,
 * decided in the database by that window, and fetched by the page's bridge, which sends the same message again.
 * Nothing here lives in memory, so the background may die at any point.
 */
export class AskBroker {
  readonly #ready: Promise<AppContext>;
  /** Shows the next ask that can be shown; see prompt-queue.ts. */
  readonly #showNext: () => Promise<void>;

  constructor(ready: Promise<AppContext>, showNext: () => Promise<void>) {
    this.#ready = ready;
    this.#showNext = showNext;
  }

  async request(ask: Ask, caller: Caller, callId: RecordId): Promise<Answer> {
    const context = await this.#ready;
    const { origin } = caller;
    const known = askOfCall(await listAsks(), origin, callId);
    const decided = await askState(context, { origin, askId: known?.id ?? callId });
    if (decided.kind === 'decided') {
      return answerOf(decided, context.clock.nowMs());
    }
    if (known) {
      // The prompt may have been waiting for this tab to be looked at.
      await this.#showNext();
      return { pending: { againMs: SLOW_MS } };
    }
    const canPrompt = joinAsk(await listAsks(), { ask, caller, callId, nowMs: context.clock.nowMs() })[1];
    const opened = await openAsk(context, { origin, ask, askId: callId, canPrompt });
    switch (opened.kind) {
      case 'held':
        return vendorGrantOf(opened.grant) as VendorGrant;
      case 'silenced':
        return answerOf({ decision: opened.decision }, context.clock.nowMs());
      case 'prompt':
        // Where another took the place meanwhile, the next try finds it taken.
        await changeAsks((asks) => joinAsk(asks, { ask, caller, callId, nowMs: context.clock.nowMs() }));
        await this.#showNext();
        return { pending: { againMs: SLOW_MS } };
    }
  }

  /** After a decision: the pages that wait are told to fetch it, and the next ask is shown. */
  async decided(askId: string): Promise<void> {
    const context = await this.#ready;
    const pending = (await listAsks()).find(({ id }) => id === askId);
    if (pending) {
      const state = await askState(context, { origin: pending.origin, askId: pending.id });
      if (state.kind === 'decided') {
        await changeAsks((asks) => [markDecided(asks, askId, context.clock.nowMs()), undefined]);
        await this.#tell(pending, 'decided');
        if (state.grant) {
          await this.tellGrantsChanged(pending.origin);
        }
      }
    }
    await this.#showNext();
  }

  /** The person closed the window, or every page that waited is gone: nobody decided. */
  async ignored(pending: PendingAsk): Promise<void> {
    const { id: askId, origin, ask, askedAtMs } = pending;
    await answerPrompt(await this.#ready, { askId, origin, ask, askedAtMs, decision: { kind: 'ignore' } });
    await this.decided(askId);
  }

  /** Every open page of the vendor hears `grantschange`. Its bridge checks the origin: tabs can't be asked for theirs. */
  async tellGrantsChanged(origin: Origin): Promise<void> {
    await tellTabs({ wire: 'vendor', event: 'grantschange', origin } satisfies VendorEvent);
  }

  async #tell({ origin, waiters }: PendingAsk, event: VendorEvent['event']): Promise<void> {
    const tabIds = [...new Set(waiters.map(({ tabId }) => tabId))];
    await tellTabs({ wire: 'vendor', event, origin } satisfies VendorEvent, tabIds);
    await changeAsks((asks) => [forgetOldAsks(asks), undefined]);
  }
}

/** A grant at once; a refusal of any sort only when its time has come. */
function answerOf({ decision, grant }: { decision: { tellAtMs: number }; grant?: HeldGrant }, nowMs: number): Answer {
  if (grant) {
    return vendorGrantOf(grant) as VendorGrant;
  }
  if (nowMs < decision.tellAtMs) {
    return { pending: { againMs: decision.tellAtMs - nowMs } };
  }
  throw new AppError('not-granted', 'Not given.');
}
