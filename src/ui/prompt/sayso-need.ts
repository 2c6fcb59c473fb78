import { css, html, LitElement, nothing } from 'lit';
import type { NeedPreview, PreviewRecord } from '../../app/preview-ask.ts';
import type { RatingField } from '../../domain/ask.ts';
import type { RecordId } from '../../domain/ids.ts';
import { formatNumber } from '../format.ts';
import { t, tn } from '../i18n.ts';
import { fieldName, filterText, needText } from '../need-text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import type { NeedChoice } from './choice.ts';
import { recordWords } from './record-words.ts';

export type ChoiceChanged = CustomEvent<{ choice: NeedChoice }>;

/**
 * One need of an ask: whether it is given at all, which fields go along, and the very records that would go, each of
 * which can be kept back.
 *
 * @fires {ChoiceChanged} choice-changed - the person means to give something else of it
 */
export class SaysoNeed extends LitElement {
  static override properties = {
    choice: { attribute: false },
    preview: { attribute: false },
    _isOpen: { state: true },
  };

  declare choice: NeedChoice;
  /** Absent until it is known. */
  declare preview: NeedPreview | undefined;
  declare _isOpen: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        padding: var(--sayso-gap-3) var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      h3 .tick {
        padding: 0;
      }

      h3 input {
        margin-block-start: 0.125rem;
      }

      .badge {
        margin-inline-start: var(--sayso-gap-1);
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
        font-weight: 400;
        white-space: nowrap;
      }

      .more {
        padding-inline-start: 1.75rem;
      }

      .more > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-2);
      }

      .fields {
        margin-block-start: var(--sayso-gap-2);
      }

      .records {
        max-block-size: 18rem;
        padding-inline-start: 2px;
        overflow: auto;
      }

      .records label,
      .records label > span {
        min-inline-size: 0;
      }

      .goes {
        display: -webkit-box;
        overflow: hidden;
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
    `,
  ];

  constructor() {
    super();
    this.preview = undefined;
    this._isOpen = false;
  }

  protected override render() {
    const { need, isRequired, isTicked } = this.choice;
    const limits = filterText(need.filter);
    return html`
      <h3>
        <label class="tick">
          <input type="checkbox" .checked=${isTicked} @change=${this.#onTick} />
          <span>
            <bdi>${needText(need)}</bdi>
            <span class="badge">${t(isRequired ? 'common_ask_required' : 'common_ask_optional')}</span>
          </span>
        </label>
      </h3>
      <div class="more">
        ${limits === '' ? nothing : html`<p class="quiet small">${limits}</p>`}
        ${need.derive === 'rank' ? html`<p class="quiet small">${t('common_need_rank_explained')}</p>` : nothing}
        ${isTicked ? this.#given() : nothing}
      </div>
    `;
  }

  #given() {
    const { need } = this.choice;
    if (need.collection === 'intentions') {
      return html`<p class="quiet small">${t('prompt_not_yet')}</p>`;
    }
    if (!this.preview) {
      return html`<p class="quiet small">${t('common_loading')}</p>`;
    }
    return html`${this.#records(this.preview)} ${need.fields?.length ? this.#fields(need.fields) : nothing}`;
  }

  #fields(asked: readonly RatingField[]) {
    return html`<fieldset class="fields">
      <legend class="small quiet">${t('prompt_fields')}</legend>
      ${asked.map(
        (field) => html`<label class="tick">
          <input
            type="checkbox"
            .checked=${this.choice.fields.includes(field)}
            @change=${(event: Event) => this.#onField(event, field)}
          />
          ${fieldName(field)}
        </label>`,
      )}
    </fieldset>`;
  }

  #records(preview: NeedPreview) {
    if (preview.count === 0) {
      const { collection } = this.choice.need;
      return html`<p class="quiet small">
        ${t(collection === 'preferences' ? 'prompt_empty_preferences' : 'prompt_empty_ratings')}
      </p>`;
    }
    return html`<details @toggle=${this.#onToggle}>
      <summary>${this.#countText(preview.count)}</summary>
      ${this._isOpen ? this.#list(preview) : nothing}
    </details>`;
  }

  #list({ records, count }: NeedPreview) {
    return html`
      <p class="quiet small" id="hint">${t('prompt_leave_out')}</p>
      <ul role="list" class="records" aria-describedby="hint">
        ${records.map((record) => this.#record(record))}
      </ul>
      ${records.length < count ? html`<p class="quiet small">${t('prompt_first', formatNumber(records.length))}</p>` : nothing}
    `;
  }

  #record(record: PreviewRecord) {
    const { id } = record;
    const { name, said, kind, goes } = recordWords(this.choice.need, record, this.choice.fields);
    return html`<li>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${!this.choice.without.includes(id)}
          @change=${(event: Event) => this.#onRecord(event, id)}
        />
        <span>
          <bdi>${name}</bdi>
          <bdi class="said quiet">${said}</bdi>
          ${kind === '' ? nothing : html`<span class="quiet small">${kind}</span>`}
          ${goes.length === 0 ? nothing : html`<bdi class="goes" title=${goes.join(' · ')}>${goes.join(' · ')}</bdi>`}
        </span>
      </label>
    </li>`;
  }

  #countText(count: number): string {
    const { need, without } = this.choice;
    const [read, ordered] =
      need.collection === 'preferences'
        ? (['prompt_count_preferences', 'prompt_rank_wishes'] as const)
        : (['prompt_count_ratings', 'prompt_rank_basis'] as const);
    const going = tn(need.derive === 'rank' ? ordered : read, count - without.length);
    return without.length === 0 ? going : `${going} · ${tn('prompt_kept_back', without.length)}`;
  }

  #onToggle(event: Event): void {
    this._isOpen = (event.target as HTMLDetailsElement).open;
  }

  #onTick(event: Event): void {
    this.#choose({ ...this.choice, isTicked: (event.target as HTMLInputElement).checked });
  }

  #onField(event: Event, field: RatingField): void {
    const asked = this.choice.need.fields ?? [];
    const isTicked = (event.target as HTMLInputElement).checked;
    const fields = asked.filter((one) => (one === field ? isTicked : this.choice.fields.includes(one)));
    this.#choose({ ...this.choice, fields });
  }

  #onRecord(event: Event, id: RecordId): void {
    const others = this.choice.without.filter((one) => one !== id);
    this.#choose({ ...this.choice, without: (event.target as HTMLInputElement).checked ? others : [...others, id] });
  }

  #choose(choice: NeedChoice): void {
    const event: ChoiceChanged = new CustomEvent('choice-changed', { detail: { choice } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-need', SaysoNeed);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-need': SaysoNeed;
  }
  interface HTMLElementEventMap {
    'choice-changed': ChoiceChanged;
  }
}
