import { html, nothing } from 'lit';
import type { Row } from './copy-rows.ts';

/** Draws rows, as text and never as markup: their parts keep their own direction. See `rowsStyle`. */
export function drawRows(rows: readonly Row[]) {
  return rows.length === 0
    ? nothing
    : html`<dl>
        ${rows.map(
          ({ label, text }) => html`<dt>${label}</dt>
            <dd>${text}</dd>`,
        )}
      </dl>`;
}
