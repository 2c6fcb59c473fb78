import { css, html, LitElement, nothing } from 'lit';
import type { UnratedRow } from '../../../app/unrated-rows.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';
import { itemLine } from './item-line.ts';
import { rowStyle } from './row-style.ts';
import './sayso-edit-mark.ts';
import { sourcesName } from './source-name.ts';
import { tracesText } from './trace-text.ts';

/** The person goes to the page of one thing. */
export type ThingOpened = CustomEvent<{ readonly row: UnratedRow }>;

/**
 * One thing without a mark in the list: what it is, what the person has to do with it, who says so, and a way to rate it.
 *
 * @fires {ThingOpened} thing-opened
 * @fires {RatingChanged} rating-changed - from the mark
 */
export class SaysoUnratedRow extends LitElement {
  static override properties = { row: { attribute: false }, query: {} };

  declare row: UnratedRow;
  /** What the list is narrowed to: the way back from the thing's own page leads there. */
  declare query: string;

  static override styles = [
    base,
    controls,
    rowStyle,
    css`
      :host {
        display: grid;
        gap: var(--sayso-gap-2) var(--sayso-gap-3);
        align-items: center;
        justify-items: start;
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      @media (min-width: 44rem) {
        :host {
          grid-template-columns: minmax(0, 1fr) auto;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
  }

  protected override render() {
    const { item, traces, sources } = this.row;
    const told = tracesText(traces, item.kind);
    return html`
      <div>
        <a class="name" href=${hashOf('ratings', item.id, this.query)} title=${item.name} @click=${this.#open}
          ><bdi>${item.name}</bdi></a>
        <p class="line small quiet">${itemLine(item)}</p>
        ${told === '' ? nothing : html`<p class="line small">${told}</p>`}
        <p class="line small quiet"><bdi>${sourcesName(sources)}</bdi></p>
      </div>
      <sayso-edit-mark .given=${undefined} .name=${shortName(item.name)}></sayso-edit-mark>
    `;
  }

  #open(): void {
    const event: ThingOpened = new CustomEvent('thing-opened', {
      detail: { row: this.row },
      bubbles: true,
      composed: true,
    });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-unrated-row', SaysoUnratedRow);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-unrated-row': SaysoUnratedRow;
  }
  interface HTMLElementEventMap {
    'thing-opened': ThingOpened;
  }
}
