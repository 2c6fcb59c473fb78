import { css, html, LitElement } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Vendor } from '../../../domain/vendor.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

/** A switch was pressed; it moves only when what it stands for has. */
export type ChoicePressed = CustomEvent<{ readonly choice: 'connect' | 'stars'; readonly isOn: boolean }>;

/**
 * What the person chose for a site, as switches.
 *
 * @fires {ChoicePressed} choice-pressed - in the same turn as the click, so that the browser can still be asked
 */
export class SaysoVendorChoices extends LitElement {
  static override properties = { vendor: { attribute: false } };

  declare vendor: Vendor;

  static override styles = [
    base,
    controls,
    css`
      label {
        display: flex;
        align-items: center;
        gap: var(--sayso-gap-3);
        min-block-size: var(--sayso-target);
        font-weight: 600;
      }

      div + div {
        margin-block-start: var(--sayso-gap-3);
      }

      p {
        padding-inline-start: calc(2.5rem + var(--sayso-gap-3));
      }
    `,
  ];

  protected override render() {
    return html`
      ${this.#choice('connect', this.vendor.isConnected, t('dashboard_site_connect'), t('dashboard_site_connect_text'))}
      ${this.#choice('stars', this.vendor.hasStars, t('dashboard_site_show_stars'), t('dashboard_site_show_stars_text'))}
    `;
  }

  #choice(choice: 'connect' | 'stars', isOn: boolean, label: string, text: string) {
    return html`<div>
      <label>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          aria-describedby=${choice}
          .checked=${live(isOn)}
          ?disabled=${this.vendor.isBlocked}
          @click=${(event: Event) => this.#press(event, choice, !isOn)}
        />
        ${label}
      </label>
      <p id=${choice} class="small quiet">${text}</p>
    </div>`;
  }

  #press(event: Event, choice: 'connect' | 'stars', isOn: boolean): void {
    const pressed: ChoicePressed = new CustomEvent('choice-pressed', { detail: { choice, isOn } });
    this.dispatchEvent(pressed);
    event.preventDefault();
  }
}

customElements.define('sayso-vendor-choices', SaysoVendorChoices);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-vendor-choices': SaysoVendorChoices;
  }
  interface HTMLElementEventMap {
    'choice-pressed': ChoicePressed;
  }
}
