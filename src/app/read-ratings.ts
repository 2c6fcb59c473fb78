import { AppError } from '../domain/errors.ts';
import { disclose } from '../store/disclose.ts';
import { readRated } from '../store/rated-items.ts';
import { revision } from '../store/revision.ts';
import type { RatingPlace } from '../store/scan-ratings.ts';
import type { TableName } from '../store/table-name.ts';
import { AUTHORISE_TABLES, authorise } from './authorise.ts';
import type { AppContext } from './context.ts';
import { openCursor, sealCursor } from './cursor.ts';
import { giveRatings } from './given-rating.ts';
import type { RatingsFor, RatingsPage, RatingsRead } from './ratings-query.ts';
import { readWarm } from './read-warm.ts';
import { recordRead } from './record-read.ts';
import { repeatRead } from './repeat-read.ts';
import { scanGiven } from './scan-given.ts';

export type { RatingsFor, RatingsPage, RatingsRead };

/** Where the next page of a query begins: behind a rating, or at a position among the identifiers. */
type Place = RatingPlace | { readonly position: number };

/** At most this many ratings a page, and identifiers a query. */
export const PAGE_LIMIT = 500;

const TABLES = [...AUTHORISE_TABLES, 'identifiers', 'items', 'ratings'] as const satisfies TableName[];

/**
 * The ratings that a vendor may read of those it asks for: by identifiers in their order, else newest first.
 *
 * A page may hold fewer than there are, none even, and still have a `next`: no call goes through more than a few
 * thousand ratings. What is read is on record before it is returned.
 *
 * @throws {AppError} `not-granted` when nothing was given for this call, or its one turn is spent; `too-much` for too
 *   many identifiers; `bad-request` for a cursor of anything but this very query
 */
export async function readRatings(context: AppContext, input: RatingsRead): Promise<RatingsPage> {
  const { database } = context;
  const { origin, callId, query } = input;
  const limit = Math.min(PAGE_LIMIT, Math.max(1, query.limit ?? PAGE_LIMIT));
  if ((query.identifiers?.length ?? 0) > PAGE_LIMIT) {
    throw new AppError('too-much', `identifiers: At most ${PAGE_LIMIT} at a time.`);
  }
  const known = (await repeatRead(context, input)) ?? (await readWarm(context, input, limit));
  if (known) {
    return known;
  }
  const binding = JSON.stringify([origin, 'ratings', query.kinds, query.identifiers, query.since]);
  const cursor = query.cursor === undefined ? undefined : await openCursor<Place>(database, binding, query.cursor);
  const { rows, place, turns } = await disclose(database, TABLES, async () => {
    const call = { origin, call: 'ratings', callId, turns: cursor?.turns ?? [] } as const;
    const permit = await authorise(context, call);
    const { given, next } = query.identifiers
      ? await giveNamed(context, permit.covering, { query, limit, place: cursor?.place })
      : await scanGiven(database, permit.covering, { query, limit, after: placeBehind(cursor?.place) });
    await recordRead(context, call, permit, given);
    return { rows: given.rows, place: next, turns: permit.turns };
  });
  const next = place && (await sealCursor<Place>(database, binding, { place, turns }));
  return { rows, ...(next !== undefined && { next }) };
}

async function giveNamed(
  { database }: AppContext,
  covering: Parameters<typeof giveRatings>[1],
  { query, limit, place }: { readonly query: RatingsFor; readonly limit: number; readonly place: Place | undefined },
): Promise<{ given: ReturnType<typeof giveRatings>; next: Place | undefined }> {
  const identifiers = (query.identifiers ?? []).filter((identifier) => identifier !== undefined);
  const rated = await readRated(database, identifiers, await revision(database));
  const start = place && 'position' in place ? place.position : 0;
  const end = start + limit;
  const given = giveRatings(rated.slice(start, end), covering, query);
  return { given, next: end < rated.length ? { position: end } : undefined };
}

function placeBehind(place: Place | undefined): RatingPlace | undefined {
  return place && 'itemId' in place ? place : undefined;
}
