import type { QuotesToCompare, QuoteToCompare } from '../../../app/compare-quotes.ts';
import type { AppContext } from '../../../app/context.ts';
import type { RatedMaker } from '../../../app/rated-makers.ts';
import {
  type ComparedQuote,
  type CompareCriterion,
  type CurrencyGroup,
  groupQuotes,
  weigh,
} from '../../../app/weigh-quotes.ts';
import type { Choice } from '../../../domain/acceptance.ts';
import type { MessageId, ThreadId } from '../../../domain/ids.ts';

/** How long one turn may weigh, in milliseconds. */
const TURN_MS = 10;
const DAY_MS = 86_400_000;

interface Kept {
  /** All that it depends on, beside what is chosen and the makers. */
  readonly from: string;
  readonly makers: object;
  readonly one: ComparedQuote;
  /** Something else was chosen since. */
  readonly isStale?: true;
}

/**
 * Keeps quotes weighed: each anew only when it, what is chosen of it, or what the person thinks of makers is another. The order
 * stays while something is only chosen, so that nothing moves from under the hand.
 */
export class Weigher {
  readonly #choices = new Map<ThreadId, { readonly of: MessageId; readonly choice: Choice }>();
  readonly #kept = new Map<ThreadId, Kept>();
  #order = new Map<ThreadId, number>();
  #orderedBy = '';
  /** What was weighed to its end, and until when none of it changes by itself. */
  #whole: { readonly quotes?: object; readonly makers?: object; readonly untilMs: number } = { untilMs: 0 };

  choose(thread: ThreadId, change: (choice: Choice) => Choice): void {
    const kept = this.#kept.get(thread);
    if (kept) {
      this.#choices.set(thread, { of: kept.one.quote.quote.id, choice: change(this.#choiceOf(kept.one)) });
      this.#kept.set(thread, { ...kept, isStale: true });
      this.#whole = { untilMs: 0 };
    }
  }

  /** What was chosen of a quote that another took the place of may not be in the new one. */
  #choiceOf({ quote, choice }: ComparedQuote): Choice {
    const chosen = this.#choices.get(quote.thread);
    return chosen?.of === quote.quote.id ? chosen.choice : choice;
  }

  of(thread: ThreadId): ComparedQuote | undefined {
    return this.#kept.get(thread)?.one;
  }

  /** Weighs what is not weighed yet, for some milliseconds. @returns whether all of it is */
  weighSome(
    context: Pick<AppContext, 'clock'>,
    { request, quotes }: QuotesToCompare,
    makers: ReadonlyMap<string, RatedMaker>,
  ): boolean {
    const endMs = performance.now() + TURN_MS;
    const nowMs = context.clock.nowMs();
    if (this.#whole.quotes === quotes && this.#whole.makers === makers && nowMs < this.#whole.untilMs) {
      return true;
    }
    for (const quote of quotes) {
      const from = [request.version, sayingOf(quote, nowMs)].join(' ');
      const kept = this.#kept.get(quote.thread);
      if (kept?.from === from && kept.makers === makers && !kept.isStale) {
        continue;
      }
      if (performance.now() > endMs) {
        return false;
      }
      const chosen = this.#choices.get(quote.thread);
      const choice = chosen?.of === quote.quote.id ? chosen.choice : undefined;
      this.#kept.set(quote.thread, { from, makers, one: weigh(context, { request, quote, choice, makers }) });
    }
    this.#whole = { quotes, makers, untilMs: sameUntilMs(quotes, nowMs) };
    return true;
  }

  /** All of them, by currency and in order. */
  groups({ quotes }: QuotesToCompare, first: CompareCriterion): readonly CurrencyGroup[] {
    const all = quotes.flatMap(({ thread }) => this.of(thread) ?? []);
    const groups = groupQuotes(all, first);
    const orderedBy = [first, ...all.map(({ quote }) => quote.quote.id)].join(' ');
    if (orderedBy !== this.#orderedBy) {
      this.#orderedBy = orderedBy;
      this.#order = new Map(groups.flatMap((group) => group.quotes).map(({ quote }, place) => [quote.thread, place]));
    }
    const placeOf = ({ quote }: ComparedQuote): number => this.#order.get(quote.thread) ?? Infinity;
    return groups.map(({ currency, quotes: some }) => ({
      currency,
      quotes: some.toSorted((left, right) => placeOf(left) - placeOf(right)),
    }));
  }

  /** Changes when quotes come, go, or are put in another order. */
  get orderedBy(): string {
    return this.#orderedBy;
  }
}

/** The next moment at which a quote lapses or a day begins. */
function sameUntilMs(quotes: readonly QuoteToCompare[], nowMs: number): number {
  const lapses = quotes.map(({ quote }) => quote.validUntilMs).filter((untilMs) => untilMs > nowMs);
  return Math.min((Math.floor(nowMs / DAY_MS) + 1) * DAY_MS, ...lapses);
}

/** Changes when the quote, what the person knows of it, or the day does: whatever else is written, nothing is weighed anew. */
function sayingOf({ quote, isCountered, history, ratings }: QuoteToCompare, nowMs: number): string {
  const marks = [...ratings].map(([key, { updatedAt }]) => [key, updatedAt]);
  return JSON.stringify([
    quote.id,
    isCountered,
    history,
    marks,
    nowMs >= quote.validUntilMs,
    Math.floor(nowMs / DAY_MS),
  ]);
}
