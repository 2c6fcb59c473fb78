import { html, nothing } from 'lit';
import type { Row } from './copy-rows.ts';

/** Draws rows; each text in its own direction, and never markup. See `rowsStyle`. */
export function drawRows(rows: readonly Row[]) {
  return rows.length === 0
    ? nothing
    : html`<dl>
        ${rows.map(
          ({ label, text }) => html`<dt>${label}</dt>
            <dd dir="auto" class="told">${text}</dd>`,
        )}
      </dl>`;
}
