import { css, html, LitElement, nothing } from 'lit';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { Bar, Picture } from './picture.ts';
import './sayso-chart.ts';

/** One picture with its title, the sentence that says what it shows, and the table behind it. */
export class SaysoPicture extends LitElement {
  static override properties = { picture: { attribute: false }, level: { type: Number } };

  declare picture: Picture;
  /** Of its heading: 2, or 3 under another heading. */
  declare level: 2 | 3;

  static override styles = [
    base,
    controls,
    css`
      .said {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-1) var(--sayso-gap-3);
      }

      .series {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
        margin-block-end: var(--sayso-gap-2);
      }

      .series li::before {
        content: '';
        display: inline-block;
        inline-size: 0.75rem;
        block-size: 0.75rem;
        margin-inline-end: var(--sayso-gap-2);
        border: 1px solid var(--sayso-accent);
        border-radius: 2px;
        background: var(--sayso-accent);
        forced-color-adjust: none;
      }

      .series li + li::before {
        border-color: var(--sayso-edge);
        background: var(--sayso-sunk);
      }

      .note {
        margin-block-start: var(--sayso-gap-2);
      }

      details {
        margin-block-start: var(--sayso-gap-2);
      }

      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      th,
      td {
        padding: 0.25rem 0.5rem;
        border-block-end: 1px solid var(--sayso-line);
        text-align: end;
        vertical-align: baseline;
      }

      /* With long words there is no pixel to spare at 360. */
      th:last-child,
      td:last-child {
        padding-inline-end: 0;
      }

      th:first-child {
        min-inline-size: 7rem;
        padding-inline-start: 0;
        text-align: start;
      }

      /* A word of ours is broken where it may be, or not at all; a name from outside may be one endless word. */
      thead th {
        overflow-wrap: break-word;
        hyphens: auto;
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      tbody th {
        font-weight: 400;
      }

      th a {
        display: inline-block;
        min-block-size: 1.5rem;
      }

      @media (forced-colors: active) {
        .series li::before {
          border-color: Highlight;
          background: Highlight;
        }

        .series li + li::before {
          border-color: CanvasText;
          background: Canvas;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.level = 2;
  }

  protected override render() {
    const { title, says, notes, series, bars, columns, href } = this.picture;
    const heading = html`<bdi>${title}</bdi>`;
    return html`
      ${this.level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
      <p class="said quiet" aria-hidden=${bars.length > 0 ? 'true' : nothing}>${says}</p>
      ${
        series.length > 1
          ? html`<ul role="list" class="series small">
              ${series.map((name) => html`<li>${name}</li>`)}
            </ul>`
          : nothing
      }
      ${bars.length > 0 ? html`<sayso-chart .picture=${this.picture}></sayso-chart>` : nothing}
      ${notes.map((note) => html`<p class="note small quiet">${note}</p>`)}
      ${href === undefined ? nothing : html`<p class="note small"><a href=${href}>${t('dashboard_pictures_show')}</a></p>`}
      ${bars.length > 0 ? this.#table(bars, columns) : nothing}
    `;
  }

  #table(bars: readonly Bar[], columns: readonly string[]) {
    return html`<details>
      <summary class="small">${t('dashboard_pictures_table')}<span class="visually-hidden">: ${this.picture.title}</span></summary>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${bars.map(
            ({ label, cells, href }) => html`<tr>
              <th scope="row">${href === undefined ? html`<bdi>${label}</bdi>` : html`<a href=${href}><bdi>${label}</bdi></a>`}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

customElements.define('sayso-picture', SaysoPicture);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-picture': SaysoPicture;
  }
}
