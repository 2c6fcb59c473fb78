import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { deletePreference } from '../../../app/delete-preference.ts';
import { listPreferences } from '../../../app/list-preferences.ts';
import { watch } from '../../../app/watch.ts';
import type { Preference } from '../../../domain/preference.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { preferenceKeyName } from '../../preference-key-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { tell } from '../../tell.ts';
import { Heading } from '../heading.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { groupPreferences } from './group-preferences.ts';
import './sayso-edit-preference.ts';
import './sayso-preference-row.ts';
import type { PreferencePressed } from './sayso-preference-row.ts';
import { valueWithUnit } from './value-name.ts';

/** What is offered where nothing is yet. */
const FIRST_KEYS = ['shoe-size', 'language', 'diet', 'brand'] as const;

/** What the dialog was opened for. */
interface Opened {
  readonly preference?: Preference;
  readonly startKey: string;
}

/**
 * Standing preferences by what they are about.
 *
 * @fires {Told} told
 */
export class SaysoPreferences extends LitElement {
  static override properties = {
    context: { attribute: false },
    _opened: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare _opened: Opened | undefined;
  declare _failure: unknown;

  readonly #preferences = new Watched<Preference[]>(
    this,
    watch(() => listPreferences(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      section {
        margin-block-start: var(--sayso-gap-5);
      }

      .start {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--sayso-gap-2);
      }
    `,
  ];

  constructor() {
    super();
    this._opened = undefined;
    this._failure = undefined;
    new Heading(this, () => t('dashboard_section_preferences'));
  }

  protected override render() {
    const { value: preferences, failure } = this.#preferences;
    const wrong = this._failure ?? failure;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_preferences')}</h1>
      <p class="intro quiet">${t('dashboard_preferences_intro')}</p>
      ${wrong === undefined ? nothing : html`<sayso-notice .failure=${wrong}></sayso-notice>`}
      ${preferences ? this.#content(preferences) : html`<p class="quiet">${wrong === undefined ? t('common_loading') : ''}</p>`}
      ${
        this._opened
          ? html`<sayso-edit-preference
              .context=${this.context}
              .preference=${this._opened.preference}
              .startKey=${this._opened.startKey}
              @dialog-closed=${() => (this._opened = undefined)}
            ></sayso-edit-preference>`
          : nothing
      }
    `;
  }

  #content(preferences: readonly Preference[]) {
    if (preferences.length === 0) {
      return html`<sayso-empty heading=${t('dashboard_preferences_empty_title')}>
        ${t('dashboard_preferences_empty_text')}
        <div slot="actions" class="start">
          ${FIRST_KEYS.map((key) => this.#add(key, t('dashboard_preferences_start', preferenceKeyName(key))))}
          ${this.#add('clothing-size', t('dashboard_preferences_add'), 'primary')}
        </div>
      </sayso-empty>`;
    }
    return html`
      ${this.#add('clothing-size', t('dashboard_preferences_add'), 'primary')}
      ${groupPreferences(preferences).map(
        (group) => html`<section>
          <h2><bdi>${preferenceKeyName(group.key)}</bdi></h2>
          <ul role="list">
            ${repeat(
              group.preferences,
              ({ id }) => id,
              (preference) => html`<li>
                <sayso-preference-row
                  .preference=${preference}
                  @preference-pressed=${({ detail }: PreferencePressed) => this.#onRow(preference, detail)}
                ></sayso-preference-row>
              </li>`,
            )}
          </ul>
        </section>`,
      )}
    `;
  }

  #add(startKey: string, text: string, look = '') {
    return html`<button type="button" class=${look} @click=${() => (this._opened = { startKey })}>${text}</button>`;
  }

  #onRow(preference: Preference, wish: PreferencePressed['detail']): void {
    if (wish === 'edit') {
      this._opened = { preference, startKey: preference.key };
    } else {
      void this.#delete(preference);
    }
  }

  async #delete(preference: Preference): Promise<void> {
    try {
      this._failure = undefined;
      const { journalId } = await deletePreference(this.context, { id: preference.id });
      tell(this, {
        text: t('dashboard_preferences_deleted', shortName(valueWithUnit(preference))),
        undo: () => takeBack(this.context, { journalIds: [journalId] }),
      });
      // The button that was pressed went with its row.
      this.renderRoot.querySelector('h1')?.focus();
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-preferences', SaysoPreferences);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-preferences': SaysoPreferences;
  }
}
