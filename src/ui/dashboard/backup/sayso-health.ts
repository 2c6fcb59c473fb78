import { css, html, LitElement, nothing } from 'lit';
import { checkHealth, type Health } from '../../../app/check-health.ts';
import type { AppContext } from '../../../app/context.ts';
import '../../components/sayso-notice.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../about/sayso-storage.ts';
import { healthText } from './health-text.ts';

/** Whether the data here is sound, and whether there is room for more. */
export class SaysoHealth extends LitElement {
  static override properties = {
    context: { attribute: false },
    _health: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare _health: Health | undefined;
  declare _isBusy: boolean;
  declare _failure: unknown;

  static override styles = [
    base,
    controls,
    css`
      ul {
        padding-inline-start: var(--sayso-gap-5);
      }

      .stack > sayso-storage {
        margin-block-start: var(--sayso-gap-5);
      }

      li {
        padding-block: var(--sayso-gap-1);
        font-size: var(--sayso-small);
      }
    `,
  ];

  constructor() {
    super();
    this._health = undefined;
    this._isBusy = false;
    this._failure = undefined;
  }

  protected override render() {
    return html`<div class="stack">
      <h2>${t('health_title')}</h2>
      <p>${t('health_text')}</p>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      <button type="button" id="check" ?disabled=${this._isBusy} @click=${this.#check}>${t('health_check')}</button>
      <div role="status">
        ${this._isBusy ? html`<p>${t('common_loading')}</p>` : this._health ? result(this._health) : nothing}
      </div>
      <sayso-storage></sayso-storage>
    </div>`;
  }

  async #check(): Promise<void> {
    this._isBusy = true;
    this._failure = undefined;
    try {
      this._health = await checkHealth(this.context);
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._isBusy = false;
    }
  }
}

function result({ problems, problemCount, counts }: Health) {
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return problemCount === 0
    ? html`<p id="sound">${t('health_sound', formatNumber(records))}</p>`
    : html`
        <sayso-notice kind="warning">${tn('health_problems', problemCount)}</sayso-notice>
        <ul>
          ${problems.slice(0, 20).map((problem) => html`<li>${healthText(problem)}</li>`)}
        </ul>
      `;
}

customElements.define('sayso-health', SaysoHealth);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-health': SaysoHealth;
  }
}
