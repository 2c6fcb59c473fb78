import type { Ask, Need } from '../domain/ask.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface PreviewRecord {
  readonly id: RecordId;
  readonly name: string;
  readonly kind?: ItemKind;
  /** '4.5 / 5', or a preference's value. */
  readonly said: string;
  /** What goes beyond that, by the names of the fields. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface NeedPreview {
  readonly need: Need;
  readonly count: number;
  /** The first 500. */
  readonly records: readonly PreviewRecord[];
}

export interface AskPreview {
  readonly required: readonly NeedPreview[];
  readonly optional: readonly NeedPreview[];
}

export async function previewAsk(
  _context: AppContext,
  _input: { readonly origin: Origin; readonly ask: Ask },
): Promise<AskPreview> {
  throw new AppError('not-supported', 'previewAsk is being written.');
}
