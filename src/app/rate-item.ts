import type { RecordId } from '../domain/ids.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import type { Moment } from '../domain/moment.ts';
import type { Aspect, Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface RateInput {
  readonly facts: ItemFacts;
  readonly given: Given;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly aspects?: readonly Aspect[];
  /** Now, when absent. */
  readonly ratedAt?: Moment;
  /** `person` when absent. */
  readonly source?: string;
}

export interface RateResult {
  readonly item: Item;
  readonly rating: Rating;
  readonly previous?: Rating;
  readonly journalId: RecordId;
}

export async function rateItem(_context: AppContext, _input: RateInput): Promise<RateResult> {
  throw new AppError('not-supported', 'rateItem is being written.');
}
