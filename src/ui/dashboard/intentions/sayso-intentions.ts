import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { countNews, type News } from '../../../app/count-news.ts';
import { type ListedRequest, listRequests, type RequestsChosen } from '../../../app/list-requests.ts';
import { type Watch, watch } from '../../../app/watch.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { hashOf } from '../route.ts';
import './sayso-intention-row.ts';
import './sayso-pick-wanted.ts';
import type { WantedPicked } from './sayso-pick-wanted.ts';

/** About a screenful; more come as the person asks for them, so that a thousand open no slower than ten. */
const FIRST = 10;
const STEP = 40;

const CHOICES = ['all', 'under-way', 'ended'] as const;
type Choice = (typeof CHOICES)[number];

/**
 * What the person means to buy: all their requests, the newest first.
 *
 * @fires {Event} rows-shown - once, when the first rows stand there
 */
export class SaysoIntentions extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: { attribute: false },
    _limit: { state: true },
    _isPicking: { state: true },
  };

  declare context: AppContext;
  /** What the list is narrowed to: `show=ended`. */
  declare query: string;
  declare _limit: number;
  declare _isPicking: boolean;

  #hasShown = false;
  readonly #requests = new Watched<ListedRequest[]>(this, (onValue, onError) => this.#watch()(onValue, onError));

  readonly #news = new Watched<News>(
    this,
    watch(() => countNews(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1);
        margin-block: var(--sayso-gap-4) var(--sayso-gap-2);
      }

      nav a {
        padding: 0.375rem 0.625rem;
        border-radius: var(--sayso-radius);
        text-decoration: none;
      }

      nav a[aria-current] {
        background: var(--sayso-accent-ground);
        color: var(--sayso-accent-strong);
        font-weight: 600;
      }

      .start {
        justify-content: center;
      }

      ol {
        margin-block-end: var(--sayso-gap-4);
      }

      @media (forced-colors: active) {
        nav a[aria-current] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this._limit = FIRST;
    this._isPicking = false;
    new Heading(this, () => t('dashboard_section_intentions'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('query') !== undefined) {
      this._limit = FIRST;
      // What was there is not what is asked for now.
      this.#requests.value = undefined;
      this.#requests.rewatch(this.#watch());
    }
  }

  protected override updated(): void {
    if (!this.#hasShown && this.#requests.value) {
      this.#hasShown = true;
      this.dispatchEvent(new Event('rows-shown'));
    }
  }

  protected override render() {
    const { value: requests, failure } = this.#requests;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_intentions')}</h1>
      <p class="intro quiet">${t('intentions_intro')}</p>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${requests ? this.#content(requests) : html`<p class="quiet">${failure === undefined ? t('common_loading') : ''}</p>`}
      ${
        this._isPicking
          ? html`<sayso-pick-wanted
              .context=${this.context}
              @dialog-closed=${() => (this._isPicking = false)}
              @wanted-picked=${this.#onPicked}
            ></sayso-pick-wanted>`
          : nothing
      }
    `;
  }

  #content(requests: readonly ListedRequest[]) {
    const isEmpty = requests.length === 0;
    if (isEmpty && this.#choice === 'all') {
      return html`<sayso-empty heading=${t('intentions_empty_title')}>
        ${t('intentions_empty_text')}
        <div slot="actions" class="row start">${this.#beginnings()}</div>
      </sayso-empty>`;
    }
    return html`
      <div class="row">${this.#beginnings()}</div>
      <nav aria-label=${t('intentions_show')}>${CHOICES.map((choice) => this.#choiceLink(choice))}</nav>
      ${
        isEmpty
          ? html`<p class="quiet">${t(this.#choice === 'ended' ? 'intentions_none_ended' : 'intentions_none_under_way')}</p>`
          : this.#list(requests)
      }
    `;
  }

  #beginnings() {
    return html`
      <a class="button primary" href=${hashOf('intentions', 'new')}>${t('intentions_write')}</a>
      <button type="button" @click=${() => (this._isPicking = true)}>${t('intentions_from_watch_list')}</button>
    `;
  }

  #choiceLink(choice: Choice) {
    const query = choice === 'all' ? '' : `show=${choice}`;
    return html`<a
      href=${hashOf('intentions', undefined, query)}
      aria-current=${this.#choice === choice ? 'true' : nothing}
      >${t(`intentions_show_${choice === 'under-way' ? 'under_way' : choice}`)}</a
    >`;
  }

  #list(requests: readonly ListedRequest[]) {
    const nowMs = this.context.clock.nowMs();
    const byId = this.#news.value?.byId;
    const newsOf = ({ row, threads }: ListedRequest): number =>
      [row, ...threads].reduce((sum, { id }) => sum + (byId?.get(id) ?? 0), 0);
    return html`
      <ol role="list" aria-label=${t('dashboard_section_intentions')}>
        ${repeat(
          requests,
          ({ row }) => row.id,
          (listed) =>
            html`<li><sayso-intention-row .listed=${listed} .nowMs=${nowMs} .news=${newsOf(listed)}></sayso-intention-row></li>`,
        )}
      </ol>
      ${
        requests.length < this._limit
          ? nothing
          : html`<button type="button" @click=${this.#showMore}>${t('intentions_show_more')}</button>`
      }
    `;
  }

  get #choice(): Choice {
    const shown = new URLSearchParams(this.query).get('show');
    return CHOICES.find((choice) => choice === shown) ?? 'all';
  }

  #watch(): Watch<ListedRequest[]> {
    const limit = this._limit;
    const choice = this.#choice;
    const chosen: { chosen?: RequestsChosen } = choice === 'all' ? {} : { chosen: choice };
    return watch(() => listRequests(this.context, { limit, ...chosen }));
  }

  #showMore(): void {
    this._limit += STEP;
    this.#requests.rewatch(this.#watch());
  }

  #onPicked({ detail: { item } }: WantedPicked): void {
    window.location.hash = hashOf('intentions', 'new', `item=${item.id}`);
  }
}

customElements.define('sayso-intentions', SaysoIntentions);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-intentions': SaysoIntentions;
  }
}
