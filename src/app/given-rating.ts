import type { RatingField } from '../domain/ask.ts';
import type { Item } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import type { CoveringNeed } from '../policy/decide.ts';
import { type MinimalRating, minimiseRatings, type RatedItem } from '../policy/minimise.ts';
import { narrowNeeds, type ReadQuery } from '../policy/narrow-needs.ts';
import type { ReadRecord } from './record-read.ts';
import { saidOfMark } from './said.ts';

export interface GivenRating {
  readonly item: Item;
  /** Text, tags and aspects only if `fields` names them. `ratedAt` goes out only if `fields` has `dateCreated`. */
  readonly rating: Rating;
  readonly fields: readonly RatingField[];
}

export interface Given {
  readonly rows: readonly GivenRating[];
  /** The same rows for the log. */
  readonly records: readonly ReadRecord[];
}

/** What of these ratings goes under these needs in answer to a query, and how the log will have it. */
export function giveRatings(rated: readonly RatedItem[], covering: readonly CoveringNeed[], query: ReadQuery): Given {
  const needs = narrowNeeds(
    covering.map(({ need }) => need),
    query,
  );
  const minimal = minimiseRatings(rated, needs);
  return {
    rows: minimal.map(({ item, rating, fields }) => ({ item, rating, fields })),
    records: minimal.map((row) => recordOf(row, covering)),
  };
}

/** A record covered by several grants is read under the one that lasts longest. */
function recordOf({ item, rating, fields, coveredBy }: MinimalRating, covering: readonly CoveringNeed[]): ReadRecord {
  const [first = 0] = coveredBy;
  const grantId = (covering[first] as CoveringNeed).grant.id;
  return {
    grantId,
    record: { id: item.id, name: item.name, said: saidOfMark(rating.given) },
    // Not what would have gone: a note that was never written was not read.
    fields: fields.filter((field) => hasField(rating, field)),
  };
}

function hasField({ text, tags, aspects }: Rating, field: RatingField): boolean {
  switch (field) {
    case 'dateCreated':
      return true;
    case 'reviewBody':
      return text !== undefined;
    case 'keywords':
      return tags !== undefined;
    case 'reviewAspect':
      return aspects !== undefined;
  }
}
