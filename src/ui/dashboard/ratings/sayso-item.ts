import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { type RatingHistory, ratingHistory } from '../../../app/rating-history.ts';
import { listSources } from '../../../app/list-sources.ts';
import { splitItems } from '../../../app/split-items.ts';
import { unratedRows } from '../../../app/unrated-rows.ts';
import { watch } from '../../../app/watch.ts';
import { AppError } from '../../../domain/errors.ts';
import type { ItemId, RecordId } from '../../../domain/ids.ts';
import type { Item } from '../../../domain/item.ts';
import type { Rating } from '../../../domain/rating.ts';
import type { SourceRecord } from '../../../domain/source-record.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-stars.ts';
import type { RatingChanged } from '../../components/sayso-stars.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { tell } from '../../tell.ts';
import { Heading } from '../heading.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { changeMark } from './change-mark.ts';
import { deleteRatings } from './delete-ratings.ts';
import { itemLine } from './item-line.ts';
import { readView } from './ratings-view.ts';
import './sayso-edit-mark.ts';
import './sayso-edit-rating.ts';
import './sayso-item-facts.ts';
import './sayso-item-history.ts';
import './sayso-item-joined.ts';
import type { SplitPressed } from './sayso-item-joined.ts';
import './sayso-item-sources.ts';
import './sayso-rating-told.ts';
import { tracesText } from './trace-text.ts';

/**
 * One thing: the rating, what was thought of it before, and what Sayso knows it by.
 *
 * @fires {Told} told
 */
export class SaysoItem extends LitElement {
  static override properties = {
    context: { attribute: false },
    itemId: {},
    query: {},
    _edited: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare itemId: ItemId;
  /** What the list was narrowed to that the person came from, as its address has it. */
  declare query: string;
  /** The rating as it was when its dialog was opened. */
  declare _edited: Rating | undefined;
  declare _failure: unknown;

  readonly #history = new Watched<RatingHistory>(
    this,
    watch(() => ratingHistory(this.context, { itemId: this.itemId })),
  );

  readonly #sources = new Watched<readonly SourceRecord[]>(
    this,
    watch(() => listSources(this.context, { itemId: this.itemId })),
  );

  /** What is known of it while it has no mark. */
  readonly #row = new Watched(
    this,
    watch(() => unratedRows(this.context, { itemIds: [this.itemId] })),
  );

  static override styles = [
    base,
    controls,
    css`
      .back {
        margin-block-end: var(--sayso-gap-3);
      }

      h1 {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
      }

      .rating {
        margin-block: var(--sayso-gap-3) var(--sayso-gap-5);
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      sayso-edit-mark {
        margin-inline-start: calc(-1 * var(--sayso-gap-2));
      }

      .parts > * {
        margin-block-start: var(--sayso-gap-5);
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this._edited = undefined;
    this._failure = undefined;
    new Heading(this, () => {
      const name = this.#history.value?.item.name;
      return this.#isMissing ? t('dashboard_item_missing_title') : name && shortName(name);
    });
  }

  protected override render() {
    const { value: history, failure } = this.#history;
    return html`
      <p class="back"><a href=${hashOf('ratings', undefined, this.query)}>${t(readView(this.query).isUnrated ? 'dashboard_back_unrated' : 'dashboard_back_ratings')}</a></p>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${this.#isMissing ? this.#missing() : failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${history && !this.#isMissing ? this.#content(history) : nothing}
    `;
  }

  get #isMissing(): boolean {
    const { failure } = this.#history;
    return failure instanceof AppError && (failure.code === 'not-found' || failure.code === 'bad-request');
  }

  #missing() {
    return html`
      <h1 tabindex="-1">${t('dashboard_item_missing_title')}</h1>
      <p>${t('dashboard_item_missing_text')}</p>
      <p><a href=${hashOf('changes')}>${t('dashboard_section_changes')}</a></p>
    `;
  }

  #content(history: RatingHistory) {
    const { item, current, versions, joined } = history;
    return html`
      <h1 tabindex="-1" title=${item.name}><bdi>${item.name}</bdi></h1>
      <p class="quiet">${itemLine(item)}</p>
      <section class="rating stack" aria-label=${t('stars_label')}>
        ${current ? this.#rating(history, current) : this.#unrated(history)}
      </section>
      <p class="want">
        <a class="button" href=${hashOf('intentions', 'new', `item=${item.id}`)}>${t('dashboard_item_want')}</a>
      </p>
      <div class="parts">
        ${current || versions.length > 0 ? html`<sayso-item-history .versions=${versions}></sayso-item-history>` : nothing}
        <sayso-item-sources .records=${this.#sources.value ?? []}></sayso-item-sources>
        <sayso-item-facts .item=${item}></sayso-item-facts>
        <sayso-item-joined
          .joined=${joined}
          @split-pressed=${({ detail }: SplitPressed) => this.#try(() => this.#split(detail.mergeId))}
        ></sayso-item-joined>
      </div>
      ${
        this._edited
          ? html`<sayso-edit-rating
              .context=${this.context}
              .row=${{ item, rating: this._edited }}
              @dialog-closed=${() => (this._edited = undefined)}
            ></sayso-edit-rating>`
          : nothing
      }
    `;
  }

  #rating({ item }: RatingHistory, rating: Rating) {
    return html`
      <sayso-edit-mark
        .given=${rating.given}
        .name=${shortName(item.name)}
        @rating-changed=${({ detail }: RatingChanged) =>
          this.#try(() => changeMark(this, this.context, { item, isRated: true }, detail.halfStars))}
      ></sayso-edit-mark>
      <sayso-rating-told .rating=${rating}></sayso-rating-told>
      <div class="row">
        <button type="button" @click=${() => (this._edited = rating)}>${t('common_edit')}</button>
        ${this.#delete(item)}
      </div>
      <p class="small quiet">${t('dashboard_item_delete_hint')}</p>
    `;
  }

  #unrated({ item }: RatingHistory) {
    return html`
      <p class="small">${tracesText(this.#row.value?.rows[0]?.traces ?? [], item.kind)}</p>
      <sayso-stars
        .label=${t('stars_label_of', shortName(item.name))}
        @rating-changed=${({ detail }: RatingChanged) =>
          this.#try(() => changeMark(this, this.context, { item, isRated: false }, detail.halfStars))}
      ></sayso-stars>
      ${this.#delete(item)}
    `;
  }

  #delete(item: Item) {
    return html`<button
      type="button"
      class="danger"
      @click=${() => this.#try(() => deleteRatings(this, this.context, [item.id], item.name))}
    >
      ${t('common_delete')}
    </button>`;
  }

  async #split(mergeId: RecordId): Promise<void> {
    const { journalId } = await splitItems(this.context, { mergeId });
    tell(this, {
      text: t('dashboard_item_split_done'),
      undo: () => takeBack(this.context, { journalIds: [journalId] }),
    });
    await ratingsChanged();
  }

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      this._failure = undefined;
      await change();
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-item', SaysoItem);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-item': SaysoItem;
  }
}
