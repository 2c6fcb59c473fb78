import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { describeItem } from '../../../app/describe-item.ts';
import { editRating } from '../../../app/edit-rating.ts';
import type { RatingRow } from '../../../app/rating-rows.ts';
import type { RecordId } from '../../../domain/ids.ts';
import { ITEM_KINDS, type ItemKind } from '../../../domain/item.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-stars.ts';
import type { RatingChanged } from '../../components/sayso-stars.ts';
import '../../components/sayso-tags.ts';
import type { TagsChanged } from '../../components/sayso-tags.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { changesOf, type DraftFault, draftOf, faultOf, type RatingDraft } from './rating-draft.ts';
import './sayso-when.ts';
import type { WhenChanged } from './sayso-when.ts';

const FIELDS: Record<DraftFault, string> = { stars: 'sayso-stars', when: 'sayso-when', name: '#name', year: '#year' };

/**
 * Changes a rating and what is known of its item. What can't be saved stays in the form.
 *
 * @fires {Event} dialog-closed
 * @fires {Told} told
 */
export class SaysoEditRating extends LitElement {
  static override properties = {
    context: { attribute: false },
    row: { attribute: false },
    usedTags: { attribute: false },
    _draft: { state: true },
    _fault: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** What is edited, as it is when the dialog opens. */
  declare row: RatingRow;
  /** Tags used before, offered while typing. */
  declare usedTags: readonly string[];
  declare _draft: RatingDraft;
  declare _fault: DraftFault | undefined;
  declare _failure: unknown;

  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        gap: var(--sayso-gap-4);
      }

      .item {
        display: grid;
        gap: var(--sayso-gap-3);
        padding-block-start: var(--sayso-gap-4);
        border-block-start: 1px solid var(--sayso-line);
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
        gap: var(--sayso-gap-3);
        align-items: start;
      }

      .wrong {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.usedTags = [];
    this._fault = undefined;
    this._failure = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row')) {
      this._draft = draftOf(this.row);
    }
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const draft = this._draft;
    return html`<sayso-dialog heading=${t('dashboard_edit_title', shortName(this.row.item.name))}>
      <form id="rating" novalidate @submit=${this.#onSubmit}>
        ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
        <sayso-stars
          .halfStars=${draft.halfStars}
          .label=${t('dashboard_edit_stars')}
          @rating-changed=${({ detail }: RatingChanged) => this.#set({ halfStars: detail.halfStars })}
        ></sayso-stars>
        ${this._fault === 'stars' ? html`<p class="small wrong" role="alert">${t('dashboard_edit_stars_missing')}</p>` : nothing}
        <div class="field">
          <label for="note">${t('dashboard_edit_note')}</label>
          <textarea
            id="note"
            rows="3"
            dir="auto"
            maxlength="20000"
            .value=${draft.note}
            @input=${(event: Event) => this.#set({ note: valueOf(event) })}
          ></textarea>
        </div>
        <sayso-tags
          .tags=${draft.tags}
          .suggestions=${this.usedTags}
          @tags-changed=${({ detail }: TagsChanged) => this.#set({ tags: detail.tags })}
        ></sayso-tags>
        <sayso-when
          .parts=${draft.when}
          .isWrong=${this._fault === 'when'}
          @when-changed=${({ detail }: WhenChanged) => this.#set({ when: detail })}
        ></sayso-when>
        <fieldset class="item">
          <legend class="visually-hidden">${t('dashboard_edit_item')}</legend>
          ${this.#itemFields(draft)}
        </fieldset>
      </form>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="submit" form="rating" class="primary">${t('common_save')}</button>
    </sayso-dialog>`;
  }

  #itemFields(draft: RatingDraft) {
    return html`
      <div class="field">
        <label for="name">${t('dashboard_edit_name')}</label>
        <input
          id="name"
          dir="auto"
          autocomplete="off"
          aria-describedby="name-fault"
          aria-invalid=${this._fault === 'name' ? 'true' : nothing}
          .value=${draft.name}
          @input=${(event: Event) => this.#set({ name: valueOf(event) })}
        />
        <span id="name-fault" class="small wrong">${this._fault === 'name' ? t('dashboard_edit_name_missing') : ''}</span>
      </div>
      <div class="pair">
        <div class="field">
          <label for="kind">${t('dashboard_edit_kind')}</label>
          <select id="kind" @change=${(event: Event) => this.#set({ kind: valueOf(event) as ItemKind })}>
            ${ITEM_KINDS.map((kind) => html`<option value=${kind} .selected=${kind === draft.kind}>${kindName(kind)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="year">${t('dashboard_edit_released')}</label>
          <input
            id="year"
            inputmode="numeric"
            autocomplete="off"
            maxlength="4"
            aria-describedby="year-fault"
            aria-invalid=${this._fault === 'year' ? 'true' : nothing}
            .value=${draft.year}
            @input=${(event: Event) => this.#set({ year: valueOf(event) })}
          />
          <span id="year-fault" class="small wrong">${this._fault === 'year' ? t('dashboard_edit_released_wrong') : ''}</span>
        </div>
      </div>
      <div class="field">
        <label for="creators">${t('dashboard_edit_creators')}</label>
        <textarea
          id="creators"
          rows="2"
          dir="auto"
          aria-describedby="creators-hint"
          .value=${draft.creators}
          @input=${(event: Event) => this.#set({ creators: valueOf(event) })}
        ></textarea>
        <span id="creators-hint" class="small quiet">${t('dashboard_edit_creators_hint')}</span>
      </div>
    `;
  }

  #set(change: Partial<RatingDraft>): void {
    this._draft = { ...this._draft, ...change };
    this._fault = undefined;
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this._fault = faultOf(this._draft, this.row);
    if (this._fault !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(FIELDS[this._fault])?.focus();
      return;
    }
    try {
      this._failure = undefined;
      await this.#save();
      this.#close();
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  async #save(): Promise<void> {
    const { edit, describe } = changesOf(this._draft, this.row);
    const journalIds: RecordId[] = [];
    if (describe) {
      journalIds.push((await describeItem(this.context, describe)).journalId);
    }
    if (edit) {
      journalIds.push((await editRating(this.context, edit)).journalId);
    }
    if (journalIds.length > 0) {
      tell(this, {
        text: t('dashboard_ratings_saved', shortName(this._draft.name.trim())),
        undo: () => takeBack(this.context, { journalIds }),
      });
      await ratingsChanged();
    }
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

customElements.define('sayso-edit-rating', SaysoEditRating);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-edit-rating': SaysoEditRating;
  }
}
