import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { listWanted, type WantedItem, type WantedPage } from '../../../app/list-wanted.ts';
import { type Watch, watch } from '../../../app/watch.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-notice.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { itemLine } from '../ratings/item-line.ts';

export type WantedPicked = CustomEvent<WantedItem>;

/** So many things are shown; of more, a few letters find it sooner than scrolling. */
const SHOWN = 50;

/**
 * Lets the person pick one thing of their watch-list. Opens itself.
 *
 * @fires {WantedPicked} wanted-picked
 * @fires {Event} dialog-closed
 */
export class SaysoPickWanted extends LitElement {
  static override properties = { context: { attribute: false }, _search: { state: true } };

  declare context: AppContext;
  declare _search: string;

  readonly #wanted = new Watched<WantedPage>(this, (onValue, onError) => this.#watch()(onValue, onError));

  static override styles = [
    base,
    controls,
    css`
      ul {
        margin-block-start: var(--sayso-gap-3);
        border-block-start: 1px solid var(--sayso-line);
      }

      li button {
        display: block;
        inline-size: 100%;
        padding: var(--sayso-gap-2);
        border-width: 0 0 1px;
        border-color: var(--sayso-line);
        border-radius: 0;
        background: none;
        font-weight: inherit;
        text-align: start;
      }

      .name {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this._search = '';
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { value: page, failure } = this.#wanted;
    return html`<sayso-dialog heading=${t('intentions_pick_title')}>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      <div class="field">
        <label for="search">${t('intentions_pick_search')}</label>
        <input id="search" type="search" dir="auto" autocomplete="off" @input=${this.#onSearch} />
      </div>
      ${page ? this.#content(page) : html`<p class="quiet">${t('common_loading')}</p>`}
      <button slot="actions" type="button" @click=${() => this.renderRoot.querySelector('sayso-dialog')?.close()}>
        ${t('common_cancel')}
      </button>
    </sayso-dialog>`;
  }

  #content({ wanted, total }: WantedPage) {
    return html`
      <p class="small quiet" role="status">
        ${total === 0 && this._search === '' ? t('intentions_pick_empty') : tn('intentions_pick_count', total)}
        ${total > wanted.length ? t('intentions_pick_more', String(wanted.length)) : ''}
      </p>
      ${
        wanted.length === 0
          ? nothing
          : html`<ul role="list" aria-label=${t('intentions_pick_title')}>
              ${repeat(
                wanted,
                ({ item }) => item.id,
                (one) => html`<li>
                  <button type="button" @click=${() => this.#pick(one)}>
                    <bdi class="name">${one.item.name}</bdi><br /><span class="small quiet">${itemLine(one.item)}</span>
                  </button>
                </li>`,
              )}
            </ul>`
      }
    `;
  }

  #watch(): Watch<WantedPage> {
    const search = this._search;
    return watch(() => listWanted(this.context, { search, limit: SHOWN }));
  }

  #onSearch(event: Event): void {
    this._search = (event.target as HTMLInputElement).value;
    this.#wanted.rewatch(this.#watch());
  }

  #pick(wanted: WantedItem): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
    const event: WantedPicked = new CustomEvent('wanted-picked', { detail: wanted });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-pick-wanted', SaysoPickWanted);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-pick-wanted': SaysoPickWanted;
  }
  interface HTMLElementEventMap {
    'wanted-picked': WantedPicked;
  }
}
