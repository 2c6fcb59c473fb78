import { css, html, LitElement, nothing } from 'lit';
import { setBackupPassphrase } from '../../../app/backup-settings.ts';
import type { AppContext } from '../../../app/context.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { LEAST_LETTERS, passphraseStrength } from './passphrase-strength.ts';

/** Sets the passphrase that copies are sealed with, or takes it away. It is typed twice, and kept nowhere. */
export class SaysoPassphrase extends LitElement {
  static override properties = {
    context: { attribute: false },
    isSealed: { attribute: false },
    _first: { state: true },
    _second: { state: true },
    _fault: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare isSealed: boolean;
  declare _first: string;
  declare _second: string;
  declare _fault: 'short' | 'differ' | undefined;
  declare _isBusy: boolean;
  declare _failure: unknown;

  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        gap: var(--sayso-gap-3);
        max-inline-size: 26rem;
        padding-block: var(--sayso-gap-2);
      }

      button {
        justify-self: start;
      }

      .wrong {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.isSealed = false;
    this._first = '';
    this._second = '';
    this._fault = undefined;
    this._isBusy = false;
    this._failure = undefined;
  }

  protected override render() {
    return html`
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${
        this.isSealed
          ? html`<div class="stack">
              <p>${t('backup_sealed')}</p>
              <button type="button" @click=${() => this.#set(undefined)}>${t('backup_unseal')}</button>
            </div>`
          : html`<details>
              <summary>${t('backup_seal')}</summary>
              ${this.#form()}
            </details>`
      }
    `;
  }

  #form() {
    return html`<form @submit=${this.#onSubmit}>
      <sayso-notice kind="warning">${t('backup_seal_warning')}</sayso-notice>
      <div class="field">
        <label for="first">${t('backup_passphrase')}</label>
        <input
          id="first"
          type="password"
          autocomplete="new-password"
          aria-describedby="strength"
          .value=${this._first}
          @input=${(event: Event) => {
            this._first = (event.target as HTMLInputElement).value;
          }}
        />
        <p id="strength" class="small quiet" role="status">
          ${this._first === '' ? t('backup_passphrase_hint') : t(`backup_strength_${passphraseStrength(this._first)}`)}
        </p>
      </div>
      <div class="field">
        <label for="second">${t('backup_passphrase_again')}</label>
        <input
          id="second"
          type="password"
          autocomplete="new-password"
          .value=${this._second}
          @input=${(event: Event) => {
            this._second = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      ${
        this._fault === undefined
          ? nothing
          : html`<p class="wrong" role="alert">
              ${this._fault === 'short' ? t('backup_passphrase_short', String(LEAST_LETTERS)) : t('backup_passphrase_differ')}
            </p>`
      }
      <button type="submit" ?disabled=${this._isBusy}>${t('backup_seal_do')}</button>
    </form>`;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this._fault =
      passphraseStrength(this._first) === 'short' ? 'short' : this._first === this._second ? undefined : 'differ';
    if (this._fault === undefined) {
      void this.#set(this._first);
    }
  }

  async #set(passphrase: string | undefined): Promise<void> {
    this._isBusy = true;
    this._failure = undefined;
    try {
      await setBackupPassphrase(this.context, passphrase);
      this._first = '';
      this._second = '';
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._isBusy = false;
    }
  }
}

customElements.define('sayso-passphrase', SaysoPassphrase);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-passphrase': SaysoPassphrase;
  }
}
