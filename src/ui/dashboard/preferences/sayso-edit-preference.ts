import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { listRatings, type RatingRow } from '../../../app/list-ratings.ts';
import { savePreference } from '../../../app/save-preference.ts';
import { type Preference, STRENGTHS, type Strength } from '../../../domain/preference.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { preferenceKeyName, strengthName } from '../../preference-key-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { mostRated, type RatedName } from './most-rated.ts';
import {
  draftKey,
  draftOf,
  faultOf,
  inputOf,
  newDraft,
  OWN_KEY,
  type PreferenceDraft,
  type PreferenceFault,
} from './preference-draft.ts';
import { PREFERENCE_FORMS } from './preference-form.ts';
import './sayso-kinds.ts';
import type { KindsChosen } from './sayso-kinds.ts';
import './sayso-preference-value.ts';
import type { ValueTyped } from './sayso-preference-value.ts';
import { valueWithUnit } from './value-name.ts';

/** How many of the best ratings are looked through for names to offer, and how many names are offered. */
const LOOKED_THROUGH = 500;
const OFFERED = 30;

const FIELDS: Record<PreferenceFault, string> = {
  key: '#own',
  value: 'sayso-preference-value',
  number: 'sayso-preference-value',
  kinds: 'sayso-kinds',
};

/**
 * Adds a preference, or changes one. What can't be saved stays in the form.
 *
 * @fires {Event} dialog-closed
 * @fires {Told} told
 */
export class SaysoEditPreference extends LitElement {
  static override properties = {
    context: { attribute: false },
    preference: { attribute: false },
    startKey: { attribute: false },
    _draft: { state: true },
    _fault: { state: true },
    _failure: { state: true },
    _rated: { state: true },
  };

  declare context: AppContext;
  /** The one to change; a new one when absent. */
  declare preference: Preference | undefined;
  /** What a new one is about to begin with. */
  declare startKey: string;
  declare _draft: PreferenceDraft;
  declare _fault: PreferenceFault | undefined;
  declare _failure: unknown;
  declare _rated: readonly RatingRow[];

  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        gap: var(--sayso-gap-4);
      }

      legend {
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      fieldset > label.tick > input {
        margin-block-start: 0.125rem;
      }

      .wrong {
        color: var(--sayso-danger);
      }

      .private {
        padding-block-start: var(--sayso-gap-3);
        border-block-start: 1px solid var(--sayso-line);
      }
    `,
  ];

  constructor() {
    super();
    this.preference = undefined;
    this.startKey = '';
    this._fault = undefined;
    this._failure = undefined;
    this._rated = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('preference') || changed.has('startKey')) {
      this._draft = this.preference ? draftOf(this.preference) : newDraft(this.startKey);
    }
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
    void this.#findNames();
  }

  protected override render() {
    const draft = this._draft;
    return html`<sayso-dialog heading=${this.#heading()}>
      <form id="preference" novalidate @submit=${this.#onSubmit}>
        ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
        ${this.#keyFields(draft)}
        <sayso-preference-value
          .key=${draftKey(draft)}
          .value=${draft.value}
          .unit=${draft.unit}
          .names=${this.#names(draft.chosenKey)}
          .fault=${this.#valueFault()}
          @value-typed=${({ detail }: ValueTyped) => this.#set(detail)}
        ></sayso-preference-value>
        <fieldset>
          <legend>${t('dashboard_preferences_strength')}</legend>
          ${STRENGTHS.map((strength) => this.#strength(strength, draft.strength))}
        </fieldset>
        <sayso-kinds
          .isForAll=${draft.isForAll}
          .kinds=${draft.kinds}
          .isWrong=${this._fault === 'kinds'}
          @kinds-chosen=${({ detail }: KindsChosen) => this.#set(detail)}
        ></sayso-kinds>
        <div class="private">
          <label class="tick">
            <input
              type="checkbox"
              role="switch"
              class="switch"
              aria-describedby="private"
              .checked=${draft.isPrivate}
              @change=${(event: Event) => this.#set({ isPrivate: (event.target as HTMLInputElement).checked })}
            />
            ${t('dashboard_preferences_private')}
          </label>
          <p id="private" class="small quiet">${t('dashboard_preferences_private_text')}</p>
        </div>
      </form>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="submit" form="preference" class="primary">${t('common_save')}</button>
    </sayso-dialog>`;
  }

  #heading(): string {
    const { preference } = this;
    return preference
      ? t('dashboard_preferences_change', shortName(valueWithUnit(preference)))
      : t('dashboard_preferences_new');
  }

  #keyFields(draft: PreferenceDraft) {
    const key = draftKey(draft);
    return html`
      <div class="field">
        <label for="key">${t('dashboard_preferences_key')}</label>
        <select id="key" @change=${this.#onKey}>
          ${PREFERENCE_FORMS.map(
            (form) =>
              html`<option value=${form.key} .selected=${form.key === draft.chosenKey}>${preferenceKeyName(form.key)}</option>`,
          )}
          <option value=${OWN_KEY} .selected=${draft.chosenKey === OWN_KEY}>${t('dashboard_preferences_key_own')}</option>
        </select>
      </div>
      ${
        draft.chosenKey === OWN_KEY
          ? html`<div class="field">
              <label for="own">${t('dashboard_preferences_key_name')}</label>
              <input
                id="own"
                autocomplete="off"
                maxlength="60"
                aria-describedby="own-hint own-fault"
                aria-invalid=${this._fault === 'key' ? 'true' : nothing}
                .value=${draft.ownKey}
                @input=${(event: Event) => this.#set({ ownKey: (event.target as HTMLInputElement).value })}
              />
              <span id="own-hint" class="small quiet">
                ${key === '' ? t('dashboard_preferences_key_name_hint_empty') : t('dashboard_preferences_key_name_hint', key)}
              </span>
              <span id="own-fault" class="small wrong">${this._fault === 'key' ? t('dashboard_preferences_key_missing') : ''}</span>
            </div>`
          : nothing
      }
    `;
  }

  #strength(strength: Strength, chosen: Strength) {
    return html`<label class="tick">
      <input type="radio" name="strength" .checked=${strength === chosen} @change=${() => this.#set({ strength })} />
      <span>${strengthName(strength)} <span class="small quiet">${t(`dashboard_strength_${strength}_text`)}</span></span>
    </label>`;
  }

  #valueFault(): string {
    return this._fault === 'number'
      ? t('dashboard_preferences_value_number')
      : this._fault === 'value'
        ? t('dashboard_preferences_value_missing')
        : '';
  }

  /** Another key: what is usual for it, and what was typed already. */
  #onKey(event: Event): void {
    const { value, kinds, isForAll, ownKey } = this._draft;
    this.#set({ ...newDraft((event.target as HTMLSelectElement).value), value, kinds, isForAll, ownKey });
  }

  #set(change: Partial<PreferenceDraft>): void {
    this._draft = { ...this._draft, ...change };
    this._fault = undefined;
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }

  #names(key: string): RatedName[] {
    return key === 'brand' || key === 'maker' || key === 'genre' ? mostRated(this._rated, key, OFFERED) : [];
  }

  async #findNames(): Promise<void> {
    try {
      this._rated = (await listRatings(this.context, { sort: 'highest', offset: 0, limit: LOOKED_THROUGH })).rows;
    } catch (thrown) {
      if (this.isConnected) {
        console.warn('No names to offer', thrown); // the form works without them
      }
    }
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this._fault = faultOf(this._draft);
    if (this._fault !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(FIELDS[this._fault])?.focus();
      return;
    }
    try {
      this._failure = undefined;
      const { preference, journalId } = await savePreference(this.context, inputOf(this._draft, this.preference?.id));
      tell(this, {
        text: t('dashboard_preferences_saved', shortName(valueWithUnit(preference))),
        undo: () => takeBack(this.context, { journalIds: [journalId] }),
      });
      this.#close();
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-edit-preference', SaysoEditPreference);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-edit-preference': SaysoEditPreference;
  }
}
