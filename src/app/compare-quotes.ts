import type { RequestPhase } from '../domain/cast-request.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { ItemId, Origin, RequestId, ThreadId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import type { OfferedLine } from '../domain/quote.ts';
import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import type { StandingQuote, Thread } from '../domain/thread.ts';
import type { WholeCopy } from '../domain/vendor-copy.ts';
import { isOffered } from '../policy/request/check-quote.ts';
import { isAsGoodAsAgreed, reconcileFulfilment } from '../policy/request/reconcile-order.ts';
import { itemsByIdentifier } from '../store/find-items.ts';
import { matchItems } from '../store/match-items.ts';
import { read } from '../store/read.ts';
import type { OrderRow } from '../store/request-rows.ts';
import { threadsOf } from '../store/threads-of.ts';
import type { AppContext } from './context.ts';
import { keptRequest } from './move-request.ts';

/** How the person fared with a vendor before. */
export interface VendorHistory {
  /** Orders that came, or that the vendor let fall through. What the person cancelled says nothing of the vendor. */
  readonly orders: number;
  /** As agreed in every part, or better: earlier, or for less. */
  readonly kept: number;
  /** Whoever let them: neither kept, nor late. */
  readonly fellThrough: number;
}

/** A quote that stands, with what the person knows of vendor and things themselves. */
export interface QuoteToCompare extends StandingQuote {
  readonly thread: ThreadId;
  readonly vendor: Origin;
  /** What the vendor was asked. */
  readonly copy: WholeCopy;
  /** A counter is with the vendor. */
  readonly isCountered: boolean;
  readonly history: VendorHistory;
  /** The person's ratings of what is offered, by {@link OfferedLine.key}. */
  readonly ratings: ReadonlyMap<string, Rating>;
}

export interface QuotesToCompare {
  readonly request: RequestForProposals;
  readonly phase: RequestPhase;
  /** As they came. */
  readonly quotes: readonly QuoteToCompare[];
}

/**
 * All quotes of a request that stand, whether still valid or not, with the person's own history. Reads nothing of any vendor
 * but what it said, and tells none.
 *
 * @throws {AppError} `not-found`
 */
export function quotesToCompare(
  { database }: AppContext,
  { id }: { readonly id: RequestId },
): Promise<QuotesToCompare> {
  return read(database, ['requests', 'threads', 'orders', 'identifiers', 'items', 'ratings'], async () => {
    const { cast } = await keptRequest(database, id);
    const standing = (await threadsOf(database, id)).flatMap(({ vendor, thread }) => standingOf(vendor, thread));
    const vendors = [...new Set(standing.map(({ vendor }) => vendor))];
    const orders = await database.orders.where('vendor').anyOf(vendors).toArray();
    const offers = standing.flatMap(({ quote }) => quote.lines.filter(isOffered));
    const known = await itemsByIdentifier(
      database,
      offers.flatMap(({ identifiers }) => identifiers),
    );
    const itemOf = itemFinder(cast.request, known);
    const ids = [...new Set(offers.flatMap((offer) => itemOf(offer) ?? []))];
    const rated = new Map((await database.ratings.bulkGet(ids)).filter(isLive).map((one) => [one.itemId, one]));
    const quotes = standing.map((one) => ({
      ...one,
      history: historyOf(orders.filter(({ vendor }) => vendor === one.vendor)),
      ratings: new Map(
        one.quote.lines.filter(isOffered).flatMap((offer) => {
          const rating = rated.get(itemOf(offer) ?? ('' as ItemId));
          return rating ? [[offer.key, rating] as const] : [];
        }),
      ),
    }));
    return {
      request: cast.request,
      phase: cast.phase,
      quotes: quotes.toSorted(
        (left, right) => left.quotedAtMs - right.quotedAtMs || Number(left.vendor > right.vendor) * 2 - 1,
      ),
    };
  });
}

function standingOf(vendor: Origin, { id, phase, copy }: Thread): Omit<QuoteToCompare, 'history' | 'ratings'>[] {
  if ((phase.kind !== 'quoted' && phase.kind !== 'countered') || copy.stage !== 'whole') {
    return [];
  }
  const { quote, quotedAtMs } = phase;
  return [{ thread: id, vendor, copy, quote, quotedAtMs, isCountered: phase.kind === 'countered' }];
}

/** By its identifiers; what is offered as the very thing asked for without any is that thing. */
function itemFinder(
  { lines }: RequestForProposals,
  known: ReadonlyMap<Identifier, Item>,
): (offer: OfferedLine) => ItemId | undefined {
  const wanted = new Map(
    lines.flatMap(({ number, wanted: thing }) => (thing.kind === 'item' ? [[number, thing.itemId] as const] : [])),
  );
  return ({ line, identifiers, isSubstitute }) =>
    matchItems(identifiers, known)[0]?.id ?? (isSubstitute || identifiers.length > 0 ? undefined : wanted.get(line));
}

function historyOf(orders: readonly OrderRow[]): VendorHistory {
  const fallen = orders.filter((order) => order.fellThrough !== undefined);
  const theirs = fallen.filter((order) => order.fellThrough !== 'cancelled-by-person').length;
  const came = orders.flatMap(({ agreed, fulfilment }) => (fulfilment ? [{ agreed, fulfilment }] : []));
  const kept = came.filter(({ agreed, fulfilment }) =>
    isAsGoodAsAgreed(reconcileFulfilment(agreed, fulfilment)),
  ).length;
  return { orders: came.length + theirs, kept, fellThrough: fallen.length };
}
