import { html, type TemplateResult } from 'lit';
import type { ItemId } from '../../../domain/ids.ts';
import type { RatingChanged } from '../../components/sayso-stars.ts';
import type { ListedRow } from './rows-in-view.ts';
import './sayso-rating-row.ts';
import './sayso-unrated-row.ts';

export interface RowDrawing {
  readonly query: string;
  readonly selected: ReadonlySet<ItemId>;
  readonly onRated: (changed: RatingChanged) => void;
}

/** One row of a list: a rating, or a thing without one. */
export function drawRow(row: ListedRow, { query, selected, onRated }: RowDrawing): TemplateResult {
  return 'rating' in row
    ? html`<sayso-rating-row
        .row=${row}
        query=${query}
        .isSelected=${selected.has(row.item.id)}
        @rating-changed=${onRated}
      ></sayso-rating-row>`
    : html`<sayso-unrated-row .row=${row} query=${query} @rating-changed=${onRated}></sayso-unrated-row>`;
}
