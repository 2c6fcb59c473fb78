import { css, html, LitElement, nothing } from 'lit';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { formatBytes } from './format-bytes.ts';

/** Below either of these the person is told. */
const LITTLE_SHARE = 0.1;
const LITTLE_BYTES = 100_000_000;

/** Where the data is, how much room it takes, and whether the browser promised to keep it. */
export class SaysoStorage extends LitElement {
  static override properties = { _estimate: { state: true }, _isKept: { state: true }, _isRefused: { state: true } };

  declare _estimate: StorageEstimate;
  declare _isKept: boolean | undefined;
  /** The browser was asked to keep the data, and would not promise it. */
  declare _isRefused: boolean;

  static override styles = [
    base,
    controls,
    css`
      h2 {
        margin-block-end: var(--sayso-gap-2);
      }
    `,
  ];

  constructor() {
    super();
    this._estimate = {};
    this._isKept = undefined;
    this._isRefused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render() {
    const { usage, quota } = this._estimate;
    const left = usage === undefined || quota === undefined ? undefined : quota - usage;
    const isLow = left !== undefined && (left < LITTLE_BYTES || left < (quota ?? 0) * LITTLE_SHARE);
    return html`<div class="stack">
      <h2>${t('dashboard_about_storage')}</h2>
      <p>${t('dashboard_about_storage_text')}</p>
      <p>
        ${
          usage === undefined || quota === undefined
            ? t('dashboard_about_storage_unknown')
            : t('dashboard_about_storage_used', formatBytes(usage), formatBytes(quota))
        }
      </p>
      ${isLow ? html`<sayso-notice kind="warning">${t('storage_low', formatBytes(Math.max(0, left)))}</sayso-notice>` : nothing}
      ${this._isKept === undefined ? nothing : html`<p>${t(this._isKept ? 'dashboard_about_kept' : 'dashboard_about_unkept')}</p>`}
      ${
        this._isKept === false
          ? html`<button type="button" @click=${this.#keep}>${t('dashboard_about_keep')}</button>`
          : nothing
      }
      <p role="status">${this._isRefused ? t('dashboard_about_keep_refused') : ''}</p>
    </div>`;
  }

  async #look(): Promise<void> {
    this._estimate = await navigator.storage.estimate();
    this._isKept = await navigator.storage.persisted();
  }

  async #keep(): Promise<void> {
    this._isKept = await navigator.storage.persist();
    this._isRefused = !this._isKept;
  }
}

customElements.define('sayso-storage', SaysoStorage);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-storage': SaysoStorage;
  }
}
