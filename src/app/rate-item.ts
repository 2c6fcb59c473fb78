import type { RecordId } from '../domain/ids.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { type Moment, momentOf } from '../domain/moment.ts';
import type { Aspect, Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import { JOIN_TABLES, joinItem } from '../store/join-item.ts';
import { saveRating } from '../store/save-rating.ts';
import { write } from '../store/write.ts';
import { cleanFacts } from './clean-facts.ts';
import { cleanWords, valueOf } from './clean-words.ts';
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

/**
 * Rates a thing: finds or makes its item by its identifiers, and keeps an earlier rating as history.
 * This is the whole judgement: text, tags and aspects that are not given are not there.
 *
 * @throws {AppError} `bad-request` for a mark off its scale or a thing without a name; `storage-full`
 */
export async function rateItem({ database, clock }: AppContext, input: RateInput): Promise<RateResult> {
  const nowMs = clock.nowMs();
  const facts = cleanFacts(input.facts);
  const judgement = {
    value: valueOf(input.given),
    given: input.given,
    ratedAt: input.ratedAt ?? momentOf(nowMs),
    source: input.source ?? 'person',
    ...cleanWords(input),
  };
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs, label: 'rate-item' },
    async (writer) => {
      const item = await joinItem(writer, facts);
      const saved = await saveRating(writer, { ...judgement, itemId: item.id, kind: item.kind });
      return { item, ...saved };
    },
  );
  return { ...value, journalId };
}
