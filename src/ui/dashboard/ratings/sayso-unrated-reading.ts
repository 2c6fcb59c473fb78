import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { hearUnratedRead } from '../../../app/hear-unrated-read.ts';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';

/** How far the first list of things without a mark is: of a hundred thousand it takes some seconds. */
export class SaysoUnratedReading extends LitElement {
  static override properties = { context: { attribute: false }, _read: { state: true }, _of: { state: true } };

  declare context: AppContext;
  declare _read: number;
  /** 0 until the first are read. */
  declare _of: number;

  #stop: (() => void) | undefined;

  static override styles = [
    base,
    css`
      progress {
        inline-size: min(24rem, 100%);
        accent-color: var(--sayso-accent);
      }
    `,
  ];

  constructor() {
    super();
    this._read = 0;
    this._of = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = hearUnratedRead(this.context, (read, of) => {
      this._read = read;
      this._of = of;
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
    super.disconnectedCallback();
  }

  protected override render() {
    const { _read, _of } = this;
    return html`<p class="quiet" role="status">${t('common_loading')}</p>
      ${
        _of === 0
          ? nothing
          : html`<progress aria-label=${t('dashboard_unrated_reading')} max=${_of} .value=${_read}></progress>
              <p class="small quiet">${t('dashboard_unrated_read', formatNumber(_read), formatNumber(_of))}</p>`
      }`;
  }
}

customElements.define('sayso-unrated-reading', SaysoUnratedReading);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-unrated-reading': SaysoUnratedReading;
  }
}
