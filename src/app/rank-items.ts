import type { Identifier } from '../domain/identifier.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { RankItem } from '../policy/rank-item.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

/** What a vendor told of one item of its list. */
export interface RankRequestItem extends RankItem {
  /** One that could not be read names nothing. */
  readonly identifiers: readonly (Identifier | undefined)[];
}

export interface RankInput {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly items: readonly RankRequestItem[];
}

export async function rankItems(_context: AppContext, _input: RankInput): Promise<number[]> {
  throw new AppError('not-supported', 'rankItems is being written.');
}
