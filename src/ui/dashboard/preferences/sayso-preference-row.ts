import { css, html, LitElement, nothing } from 'lit';
import type { Preference } from '../../../domain/preference.ts';
import { formatList } from '../../format.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { strengthName } from '../../preference-key-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { shortName } from '../short-name.ts';
import { valueWithUnit } from './value-name.ts';

/** What the person wants done with one preference. */
export type PreferencePressed = CustomEvent<'edit' | 'delete'>;

/**
 * One preference in the list.
 *
 * @fires {PreferencePressed} preference-pressed
 */
export class SaysoPreferenceRow extends LitElement {
  static override properties = { preference: { attribute: false } };

  declare preference: Preference;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }

      .what {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }

      .value {
        font-weight: 600;
      }

      .acts {
        display: flex;
        gap: var(--sayso-gap-3);
      }
    `,
  ];

  protected override render() {
    const { strength, kinds, isPrivate } = this.preference;
    const value = valueWithUnit(this.preference);
    const limits = [
      ...(kinds === undefined ? [] : [t('dashboard_preferences_only', formatList(kinds.map(kindsName)))]),
      ...(isPrivate ? [t('dashboard_preferences_private_mark')] : []),
    ];
    return html`
      <div class="what">
        <p><span class="quiet">${strengthName(strength)}</span> <bdi class="value">${value}</bdi></p>
        ${limits.length === 0 ? nothing : html`<p class="small quiet">${limits.join(' · ')}</p>`}
      </div>
      <div class="acts">
        <button
          type="button"
          class="bare small"
          aria-label=${t('dashboard_preferences_edit', shortName(value))}
          @click=${() => this.#press('edit')}
        >
          ${t('common_edit')}
        </button>
        <button
          type="button"
          class="bare small danger"
          aria-label=${t('dashboard_preferences_delete', shortName(value))}
          @click=${() => this.#press('delete')}
        >
          ${t('common_delete')}
        </button>
      </div>
    `;
  }

  #press(wish: PreferencePressed['detail']): void {
    const event: PreferencePressed = new CustomEvent('preference-pressed', { detail: wish });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-preference-row', SaysoPreferenceRow);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-preference-row': SaysoPreferenceRow;
  }
  interface HTMLElementEventMap {
    'preference-pressed': PreferencePressed;
  }
}
